"""Editing a status: a whole replacement of what it says (app/services/update_status_service.rb; reference:
statuses_text.md §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain import attachments, media_changes, polls, posting, quoting, uploads
from mockserver.domain.events import StatusEdited
from mockserver.store import accounts, statuses
from mockserver.store import timelines as timeline_store
from mockserver.store.database import Row
from mockserver.store.schema import (
    media_attachments,
    mentions,
    preview_cards_statuses,
    quotes,
    status_edits,
    statuses_tags,
)
from mockserver.store.schema import polls as poll_rows
from mockserver.store.schema import statuses as TABLE
from mockserver.store.statuses import Extra
from mockserver.text import formatting
from mockserver.text.language import normalise_language

if TYPE_CHECKING:
    from mockserver.context import Context


@dataclass(kw_only=True)
class Change:
    """What an edit says. All but language and quote policy are taken as said: left out means taken away."""

    text: str = ""
    spoiler_text: str = ""
    sensitive: Any = None
    media_ids: Sequence[str] | None = None
    media_attributes: Sequence[Any] = ()
    artworks: dict[int, uploads.Artwork] = field(default_factory=dict)  # new thumbnails of media by their id
    poll: polls.Draft | None = None
    language: str | None = None
    quote_approval_policy: str | None = None


def edit(ctx: Context, status: Row, change: Change) -> Row:
    """The status as it is then; unchanged when nothing differs. Raises as `posting.post` does, but what is
    wrong with the poll alone, before what is wrong with the text."""
    me = ctx.me
    policy = _policy(status, change.quote_approval_policy)
    media = attachments.attachable(ctx, me.id, change.media_ids, attached_to=status.id)
    media_columns = media_changes.read(media, change.media_attributes)
    if change.poll is not None and (found := polls.problems(change.poll)):
        raise errors.ValidationFailed(*found)
    quote = ctx.db.find(quotes, status_id=status.id)
    quoted = (
        statuses.by_id(ctx.db, quote.quoted_status_id)
        if quote is not None and quote.quoted_status_id
        else None
    )
    text, spoiler_text = _texts_of(status, change)
    written = posting.write(ctx, me, text, spoiler_text, quoted)
    if found := posting.text_problems(ctx, written, bool(media) or quote is not None):
        raise errors.ValidationFailed(*found)
    warning = "" if formatting.is_blank(change.text) else change.spoiler_text
    values: dict[str, Any] = {
        "sensitive": posting.sensitivity(change.sensitive, False, warning),
        "language": normalise_language(change.language) or status.language,
        "ordered_media_attachment_ids": [row.id for row in media],
    }
    # Texts and policy count as they were sent: before they are stripped, or held to the visibility.
    compared = {**values, "text": text, "spoiler_text": spoiler_text}
    if change.quote_approval_policy is not None:
        compared["quote_approval_policy"] = change.quote_approval_policy
    changed = any(getattr(status, name) != value for name, value in compared.items())
    changed = changed or bool(media_columns) or any(row.id in change.artworks for row in media)
    if not changed and change.poll is None and status.poll_id is None:
        return status
    if ctx.instance.families.count(me.id, "statuses", ctx.instance.clock.seconds()).refused:
        raise errors.TooManyRequests
    values |= {"text": written.text, "content": written.content, "spoiler_text": written.spoiler_text}
    if not ctx.db.find_all(status_edits, status_id=status.id):
        snapshot(ctx, status, status.created_at)
    for media_id, columns in media_columns.items():
        ctx.db.update(media_attachments, {"id": media_id}, **columns)
    return _store(ctx, status, change, values, written, media, policy)


def _texts_of(status: Row, change: Change) -> tuple[str, str]:
    """What is to be the text and the warning. Where no text is sent the warning becomes the text, whatever is
    quoted, and the former warning stays (app/services/update_status_service.rb)."""
    if formatting.is_blank(change.text):
        return change.spoiler_text, status.spoiler_text
    return change.text, change.spoiler_text


def _policy(status: Row, given: str | None) -> str:
    if given is None:
        return str(status.quote_approval_policy)
    return quoting.policy(given, status.quote_approval_policy, status.visibility)


def _store(
    ctx: Context,
    status: Row,
    change: Change,
    values: dict[str, Any],
    written: posting.Written,
    media: Sequence[Row],
    policy: str,
) -> Row:
    now = ctx.now
    attachments.attach(ctx, media, status.id)
    for media_id in change.artworks.keys() & {row.id for row in media}:
        medium = ctx.db.find(media_attachments, id=media_id)
        if medium is not None:
            uploads.change(ctx, medium, artwork=change.artworks[media_id])
    poll_id = _poll(ctx, status, change.poll, now)
    extras = written.extras | status.extras & (Extra.QUOTE | Extra.CARD)
    if written.text != status.text:
        ctx.db.delete(preview_cards_statuses, status_id=status.id)
        extras &= ~Extra.CARD
    if media:
        extras |= Extra.MEDIA
    if poll_id is not None:
        extras |= Extra.POLL
    new_people = _name(ctx, status.id, written.people, now)
    tags, new_tags = _tag(ctx, status.id, written.tags)
    ctx.db.update(
        TABLE,
        {"id": status.id},
        **values,
        poll_id=poll_id,
        quote_approval_policy=policy,
        extras=extras,
        edited_at=now,
    )
    row = statuses.by_id(ctx.db, status.id)
    assert row is not None
    snapshot(ctx, row, now)
    ctx.emit(StatusEdited(row, status, new_people, tuple(tags), tuple(new_tags)))
    return row


def mark_sensitive(ctx: Context, status: Row) -> None:
    """An edit by the server's moderators (recording moderation/moderation_warnings)."""
    if not ctx.db.find_all(status_edits, status_id=status.id):
        snapshot(ctx, status, status.created_at)
    ctx.db.update(TABLE, {"id": status.id}, sensitive=True, edited_at=ctx.now)
    row = statuses.by_id(ctx.db, status.id)
    assert row is not None
    snapshot(ctx, row, ctx.now, by_server=True)
    ctx.emit(StatusEdited(row, status, (), tuple(timeline_store.tags_of(ctx.db, status.id)), ()))


def snapshot(ctx: Context, status: Row, at: int, *, by_server: bool = False) -> None:
    """Keep a version for the history. Mentions in it are plain text, but for the author's own (recording
    text/history)."""
    author = accounts.by_id(ctx.db, status.account_id)
    assert author is not None
    attached = {row.id: row for row in ctx.db.find_all(media_attachments, status_id=status.id)}
    poll = ctx.db.find(poll_rows, id=status.poll_id) if status.poll_id is not None else None
    quote = ctx.db.find(quotes, status_id=status.id)
    ctx.db.insert(
        status_edits,
        status_id=status.id,
        text=status.text,
        content=history_content(ctx, author, status, quote),
        spoiler_text=status.spoiler_text,
        sensitive=status.sensitive,
        ordered_media_attachment_ids=list(status.ordered_media_attachment_ids),
        media_descriptions=[
            attached[i].description if i in attached else None for i in status.ordered_media_attachment_ids
        ],
        poll_options=list(poll.options) if poll is not None else None,
        quote_id=quote.id if quote is not None else None,
        by_server=by_server,
        created_at=at,
    )


def history_content(ctx: Context, author: Row, status: Row, quote: Row | None) -> str:
    if not status.local:
        return str(status.content)
    quoted = (
        statuses.by_id(ctx.db, quote.quoted_status_id)
        if quote is not None and quote.quoted_status_id
        else None
    )
    url = None if quoted is None or (quoted.url and quoted.url in status.text) else quoted.url or quoted.uri
    return posting.render(ctx, author, status.text, {}, url)


def _poll(ctx: Context, status: Row, draft: polls.Draft | None, now: int) -> int | None:
    """The poll's id: kept with its votes while the choices are the same, begun anew when they are not."""
    if draft is None:
        if status.poll_id is not None:
            polls.delete(ctx, status.poll_id)
        return None
    if status.poll_id is None:
        return polls.create(ctx, status.account_id, status.id, draft, now)
    return polls.change(ctx, status.poll_id, draft, now)


def _name(ctx: Context, status_id: int, people: Sequence[Row], now: int) -> tuple[int, ...]:
    """Who is named now and was not before; who is named no more stays mentioned, in silence."""
    before = {row.account_id: row for row in ctx.db.find_all(mentions, status_id=status_id)}
    ids = {person.id for person in people}
    for account_id, row in before.items():
        if row.silent == (account_id in ids):
            ctx.db.update(
                mentions, {"status_id": status_id, "account_id": account_id}, silent=account_id not in ids
            )
    fresh = [person for person in people if person.id not in before]
    posting.name(ctx, status_id, fresh, now)
    return tuple(person.id for person in fresh)


def _tag(ctx: Context, status_id: int, names: Sequence[str]) -> tuple[list[int], list[int]]:
    before = set(timeline_store.tags_of(ctx.db, status_id))
    ids = posting.tag(ctx, status_id, names)
    for gone in before.difference(ids):
        ctx.db.delete(statuses_tags, status_id=status_id, tag_id=gone)
    return ids, [i for i in ids if i not in before]
