"""Deleting a status, and with it all that hangs on it (app/services/remove_status_service.rb)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain import polls, posting
from mockserver.domain.events import StatusDeleting
from mockserver.store import reports, statuses
from mockserver.store.database import Row
from mockserver.store.schema import (
    bookmarks,
    custom_filter_statuses,
    favourites,
    files,
    media_attachments,
    mentions,
    preview_cards_statuses,
    quotes,
    status_collections,
    status_edits,
    status_pins,
    status_stats,
    statuses_tags,
    tombstones,
)
from mockserver.store.schema import statuses as TABLE
from mockserver.text.formatting import without_quote_line

if TYPE_CHECKING:
    from mockserver.context import Context

HANGING_ON = (
    bookmarks,
    custom_filter_statuses,
    favourites,
    mentions,
    preview_cards_statuses,
    status_collections,
    status_edits,
    status_pins,
    status_stats,
    statuses_tags,
)


def delete(ctx: Context, status: Row, *, media_too: bool = False, counted: bool = True) -> None:
    """Its boosts go with it; replies stay, but answer nothing any more. Media are kept for a new draft
    unless `media_too`. Not `counted`: no counter is lowered, as when an account goes with all it has made
    (recording moderation/deleted_account)."""
    if reports.is_reported(ctx.db, status):
        # Put aside for the moderators, not destroyed: it goes on being counted (recording admin/report_show).
        reports.discard(ctx.db, status)
        counted = False
    for wrapper in ctx.db.find_all(TABLE, order="id", reblog_of_id=status.id):
        delete(ctx, wrapper, counted=counted)
    ctx.emit(StatusDeleting(status))
    _release_quotes(ctx, status)
    if media_too:
        delete_media(ctx, status)
    else:
        ctx.db.update(media_attachments, {"status_id": status.id}, status_id=None)
    if status.poll_id is not None:
        polls.delete(ctx, status.poll_id)
    for table in HANGING_ON:
        ctx.db.delete(table, status_id=status.id)
    for reply in ctx.db.find_all(TABLE, in_reply_to_id=status.id):
        ctx.db.update(TABLE, {"id": reply.id}, in_reply_to_id=None)
    ctx.db.delete(TABLE, id=status.id)
    ctx.db.upsert(tombstones, {"status_id": status.id}, account_id=status.account_id, created_at=ctx.now)
    if not counted:
        return
    posting.count(ctx, status.account_id, status.visibility, status.in_reply_to_id, -1, None)
    if status.reblog_of_id is not None:
        statuses.count(ctx.db, status.reblog_of_id, reblogs_count=-1)


def _release_quotes(ctx: Context, status: Row) -> None:
    """What it quotes is quoted once less. What quotes it has lost it: once accepted, it shows `deleted`; the
    line that names it is gone, from former versions too."""
    for row in ctx.db.find_all(quotes, status_id=status.id):
        if row.state == "accepted" and row.quoted_status_id is not None:
            statuses.count(ctx.db, row.quoted_status_id, quotes_count=-1)
    ctx.db.delete(quotes, status_id=status.id)
    url = status.url or status.uri
    for row in ctx.db.find_all(quotes, quoted_status_id=status.id):
        ctx.db.update(quotes, {"status_id": row.status_id}, quoted_status_id=None)
        for table, key in ((TABLE, "id"), (status_edits, "status_id")):
            for version in ctx.db.find_all(table, **{key: row.status_id}):
                content = without_quote_line(version.content, url)
                ctx.db.update(table, {"id": version.id}, content=content)


def delete_media(ctx: Context, status: Row) -> None:
    for row in ctx.db.find_all(media_attachments, status_id=status.id):
        for path in (row.original, row.small, row.thumbnail):
            if path is not None:
                ctx.db.delete(files, path=path)
    ctx.db.delete(media_attachments, status_id=status.id)
