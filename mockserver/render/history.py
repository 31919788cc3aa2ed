"""The versions of a status, its source, and statuses yet to come (reference: entities.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET

from clientkit.entities import (
    MediaAttachment,
    PollOptionTitle,
    ScheduledStatus,
    ScheduledStatusParams,
    StatusEdit,
    StatusEditPoll,
    StatusSource,
)
from mockserver import clock
from mockserver.domain import editing
from mockserver.render import accounts, emojis, media, quotes
from mockserver.store import accounts as account_store
from mockserver.store.database import Row
from mockserver.store.paging import INSTANCE_ACTOR
from mockserver.store.schema import media_attachments, polls, status_edits
from mockserver.store.schema import quotes as quote_rows
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context


def versions(ctx: Context, status: Row) -> list[StatusEdit]:
    """Oldest first; one that was never edited has one, made from what it is."""
    rows = ctx.db.find_all(status_edits, order="id", status_id=status.id)
    if not rows:
        return [_current(ctx, status)]
    attached = {row.id: row for row in ctx.db.find_all(media_attachments, status_id=status.id)}
    made = []
    for row in rows:
        descriptions = dict(zip(row.ordered_media_attachment_ids, row.media_descriptions, strict=True))
        shown = [
            msgspec.structs.replace(media.one(ctx, attached[i]), description=descriptions[i])
            for i in row.ordered_media_attachment_ids
            if i in attached
        ]
        version = _version(ctx, status, row, row.created_at, row.content, shown, row.poll_options)
        if row.by_server:
            version.account = accounts.by_id(ctx, [INSTANCE_ACTOR])[INSTANCE_ACTOR]
        made.append(version)
    return made


def _current(ctx: Context, status: Row) -> StatusEdit:
    attached = {row.id: row for row in ctx.db.find_all(media_attachments, status_id=status.id)}
    shown = [media.one(ctx, attached[i]) for i in status.ordered_media_attachment_ids if i in attached]
    poll = ctx.db.find(polls, id=status.poll_id) if status.poll_id is not None else None
    author = account_store.by_id(ctx.db, status.account_id)
    assert author is not None
    quote = ctx.db.find(quote_rows, status_id=status.id)
    content = editing.history_content(ctx, author, status, quote)
    return _version(
        ctx, status, status, status.created_at, content, shown, poll.options if poll is not None else None
    )


def _version(
    ctx: Context,
    status: Row,
    row: Row,
    at: int,
    content: str,
    shown: list[MediaAttachment],
    options: list[str] | None,
) -> StatusEdit:
    quote = quotes.by_status(ctx, [status]).get(status.id) if status.extras & Extra.QUOTE else None
    return StatusEdit(
        content=content,
        spoiler_text=row.spoiler_text,
        sensitive=row.sensitive,
        created_at=clock.iso(at),
        poll=UNSET
        if options is None
        else StatusEditPoll(options=[PollOptionTitle(title=title) for title in options]),
        account=accounts.many(ctx, [status.account_id])[0],
        media_attachments=shown,
        emojis=emojis.used(ctx, [row.spoiler_text, row.text, *(options or [])]),
        quote=UNSET if quote is None else quote,
    )


def source(status: Row) -> StatusSource:
    return StatusSource(id=str(status.id), text=status.text, spoiler_text=status.spoiler_text)


def scheduled(ctx: Context, row: Row) -> ScheduledStatus:
    kept = row.params
    # A medium belongs to the last that asked for it (recording polls/scheduled_params).
    attached = (
        {one.id: one for one in ctx.db.find_all(media_attachments, scheduled_status_id=row.id)}
        if row.media_ids
        else {}
    )
    return ScheduledStatus(
        id=str(row.id),
        scheduled_at=clock.optional_iso(row.scheduled_at),
        params=msgspec.convert(kept, ScheduledStatusParams),
        media_attachments=[media.one(ctx, attached[i]) for i in row.media_ids if i in attached],
    )
