"""What the streams tell of statuses: `update`, `status.update` and `delete`, to exactly those feeds that
changed and to the public and hashtag streams (reference: streaming.md §7; recordings streaming/*). One
message goes to many channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain.outbox import Channel, Message
from mockserver.store import accounts as account_store
from mockserver.store import timelines
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockserver.context import Context
    from mockserver.store.database import Row

Feed = tuple[str, int]


def _channels(feeds: Sequence[Feed]) -> tuple[Channel, ...]:
    return tuple(("user" if kind == "home" else "list", owner) for kind, owner in feeds)


def announce(ctx: Context, event: str, status: Row, feeds: Sequence[Feed]) -> None:
    """`event`: update or status.update. A feed named twice is told twice."""
    channels = (*_channels(feeds), *_audience(ctx, status))
    if channels:
        ctx.publish(Message(channels, event, "status", status.id))


def tell_mentioned(ctx: Context, status: Row) -> None:
    """Tell of an edit whom it mentions: they may know it by a notification alone."""
    named = timelines.mentioned_locals(ctx.db, status.id)
    if named:
        ctx.publish(Message(tuple(("notifications", i) for i in named), "status.update", "status", status.id))


def withdraw(ctx: Context, status_id: int, feeds: Sequence[Feed]) -> None:
    """Tell feeds that a status is no longer theirs."""
    if feeds:
        ctx.publish(Message(_channels(feeds), "delete", "text", text=str(status_id)))


def retract(ctx: Context, status: Row, told: dict[int, list[Feed]]) -> None:
    """Tell of a deletion; `told`: by id the feeds that held the status or a boost of it, each of which goes
    by its own id."""
    public = _hashtags(ctx, status) + _public(status, deleted=True) if _open(status) else ()
    for status_id in {status.id: None, **dict.fromkeys(told)}:
        channels = _channels(told.get(status_id, ()))
        if status_id == status.id:
            channels += public
        if channels:
            ctx.publish(Message(channels, "delete", "text", text=str(status_id)))
    if status.extras & Extra.MENTIONS:
        named = timelines.mentioned_locals(ctx.db, status.id)
        if named:
            ctx.publish(Message(tuple(("user", i) for i in named), "delete", "text", text=str(status.id)))


def _open(status: Row) -> bool:
    return status.visibility == "public" and status.reblog_of_id is None


def _audience(ctx: Context, status: Row) -> tuple[Channel, ...]:
    """The public and hashtag streams that a status is told on: replies to others only on the latter."""
    if not _open(status):
        return ()
    mine = ctx.viewer_id == status.account_id
    author = ctx.viewer if mine else account_store.by_id(ctx.db, status.account_id)
    if author is None or author.silenced_at is not None:
        return ()
    to_others = status.in_reply_to_account_id not in (None, status.account_id)
    return _hashtags(ctx, status) + (() if to_others else _public(status))


def _public(status: Row, *, deleted: bool = False) -> tuple[Channel, ...]:
    """In the order in which a listener to all of them is told, which differs for deletions (recording
    streaming/public_ws)."""
    parts = ["public", "public:local" if status.local else "public:remote"]
    if status.extras & Extra.MEDIA:
        with_media = [f"{part}:media" for part in parts]
        parts = parts + with_media if deleted else [parts[0], with_media[0], parts[1], with_media[1]]
    return tuple((part, "") for part in parts)


def _hashtags(ctx: Context, status: Row) -> tuple[Channel, ...]:
    if not status.extras & Extra.TAGS:
        return ()
    kinds = ("hashtag", "hashtag:local") if status.local else ("hashtag",)
    return tuple((kind, name) for name in timelines.tag_names(ctx.db, status.id) for kind in kinds)
