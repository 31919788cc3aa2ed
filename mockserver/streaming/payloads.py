"""What each listener is told: for every message the frames, made once for all who get the same (reference:
streaming.md §6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from mockserver.context import Context
from mockserver.render import announcements, conversations, notifications
from mockserver.store import schema
from mockserver.streaming import posts
from mockserver.streaming.frames import Frame

if TYPE_CHECKING:
    from mockserver.domain.outbox import Channel, Message
    from mockserver.instance import Instance
    from mockserver.streaming.connection import Subscription

Listeners = Sequence[tuple["Channel", "Subscription"]]
Told = Iterator[tuple["Subscription", Frame]]

_encode = msgspec.json.Encoder().encode


def made(instance: Instance, message: Message, listeners: Listeners) -> Told:
    """What to deliver to whom, in the order of `listeners`."""
    if message.subject == "text":
        frame = Frame(message.event, message.text.encode())
        return ((subscription, frame) for _, subscription in listeners)
    if message.subject == "status":
        return _status(instance, message, listeners)
    return _entity(instance, message, listeners)


def _status(instance: Instance, message: Message, listeners: Listeners) -> Told:
    everyone = [subscription for channel, subscription in listeners if _is_open(channel)]
    readers = {
        s.connection.account_id: s.connection.session for channel, s in listeners if not _is_open(channel)
    }
    public = posts.for_everyone(instance, message, everyone) if everyone else {}
    personal = posts.for_readers(instance, message, readers) if readers else {}
    for channel, subscription in listeners:
        frame = (
            public.get(subscription)
            if _is_open(channel)
            else personal.get(subscription.connection.account_id)
        )
        if frame is not None:
            yield subscription, frame


def _is_open(channel: Channel) -> bool:
    """Public and hashtag streams."""
    return channel[0].startswith(("public", "hashtag"))


def _entity(instance: Instance, message: Message, listeners: Listeners) -> Told:
    table, render, personal = SUBJECTS[message.subject]
    row = instance.db.find(table, id=message.id)
    frames: dict[int | None, Frame] = {}
    for _, subscription in listeners if row is not None else ():
        session = subscription.connection.session if personal else None
        reader = subscription.connection.account_id if personal else None
        if reader not in frames:
            frames[reader] = Frame(message.event, _encode(render(Context(instance, session), row)))
        yield subscription, frames[reader]


SUBJECTS: dict[str, tuple[sa.Table, Callable[[Context, Any], Any], bool]] = {
    "notification": (schema.notifications, notifications.one, True),
    "conversation": (schema.account_conversations, conversations.one, True),
    "announcement": (schema.announcements, announcements.one, False),
}
"""Where it is found, how it is rendered, and whether for its reader or for nobody."""
