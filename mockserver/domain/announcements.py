"""Announcements of the server and what people answer to them
(https://docs.joinmastodon.org/methods/announcements/; recordings announcements/*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import regex

from clientkit.entities import Reaction
from mockserver import errors
from mockserver.domain import due
from mockserver.domain.events import AnnouncementPublished, AnnouncementWithdrawn, on
from mockserver.domain.outbox import Message
from mockserver.store import announcements as store
from mockserver.store.paging import record_id
from mockserver.store.schema import announcement_mutes, announcement_reactions
from mockserver.store.schema import announcements as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.domain.outbox import Channel
    from mockserver.store.database import Row

MOST_REACTIONS = 8
"""Different ones for one announcement."""

_ONE = r"(?![0-9#*])\p{Emoji}(?:\p{Emoji_Modifier}|\uFE0F)?"
_EMOJI = regex.compile(
    rf"\p{{RI}}\p{{RI}}|[0-9#*]\uFE0F?\u20E3|{_ONE}(?:\u200D{_ONE})*[\U000E0020-\U000E007F]*"
)


def published(ctx: Context, given: str) -> Row:
    """The announcement of an id in a path; raises RecordNotFound, for one not published too."""
    row = store.by_id(ctx.db, record_id(given))
    if row is None or not row.published:
        raise errors.RecordNotFound
    return row


def schedule(ctx: Context, announcement_id: int, at: int) -> None:
    """Have it published at a time (ms)."""
    due.schedule(ctx, "announcement", at, id=announcement_id)


@due.job("announcement")
def publish(ctx: Context, payload: dict[str, Any]) -> None:
    """Its time has come, if it was not moved."""
    row = store.by_id(ctx.db, payload["id"])
    if row is None or row.published or row.scheduled_at is None or row.scheduled_at > ctx.now:
        return
    ctx.db.update(TABLE, {"id": row.id}, published=True, published_at=ctx.now, scheduled_at=None)
    ctx.emit(AnnouncementPublished(row.id))


def dismiss(ctx: Context, row: Row) -> None:
    """Mark as read; told to nobody."""
    ctx.db.insert_many(
        announcement_mutes, [{"account_id": ctx.me.id, "announcement_id": row.id}], ignore=True
    )


def react(ctx: Context, row: Row, name: str) -> None:
    """With an emoji, or the shortcode of a local custom emoji as it is written."""
    emoji = store.custom_emoji(ctx.db, name)
    if emoji is None and not _EMOJI.fullmatch(name):
        raise errors.ValidationFailed("Name is not a recognized emoji")
    used = store.reaction_names(ctx.db, row.id)
    if name not in used and len(used) >= MOST_REACTIONS:
        raise errors.ValidationFailed("Limit of different reactions reached")
    keys = {"account_id": ctx.me.id, "announcement_id": row.id, "name": name}
    if ctx.db.find(announcement_reactions, **keys) is not None:
        raise errors.DuplicateRecord
    ctx.db.insert(
        announcement_reactions,
        **keys,
        custom_emoji_id=None if emoji is None else emoji.id,
        created_at=ctx.now,
    )
    _tell_reactions(ctx, row, name)


def take_back(ctx: Context, row: Row, name: str) -> None:
    if not ctx.db.delete(announcement_reactions, account_id=ctx.me.id, announcement_id=row.id, name=name):
        raise errors.RecordNotFound
    _tell_reactions(ctx, row, name)


def _tell_reactions(ctx: Context, row: Row, name: str) -> None:
    """How many there are now; without addresses when none is left."""
    count = store.reaction_count(ctx.db, row.id, name)
    emoji = store.custom_emoji(ctx.db, name) if count else None
    reaction = Reaction(name=name, count=count, announcement_id=str(row.id))
    if emoji is not None:
        address = f"{ctx.instance.base_url}/system/"
        reaction.url, reaction.static_url = address + emoji.image, address + emoji.image_static
    text = msgspec.json.encode(reaction).decode()
    ctx.publish(Message(_everybody(ctx), "announcement.reaction", "text", text=text))


@on(AnnouncementPublished)
def announce(ctx: Context, event: AnnouncementPublished) -> None:
    ctx.publish(Message(_everybody(ctx), "announcement", "announcement", event.announcement_id))


@on(AnnouncementWithdrawn)
def withdraw(ctx: Context, event: AnnouncementWithdrawn) -> None:
    ctx.publish(Message(_everybody(ctx), "announcement.delete", "text", text=str(event.announcement_id)))


def _everybody(ctx: Context) -> tuple[Channel, ...]:
    return tuple(("user", account_id) for account_id in store.everybody(ctx.db))
