"""One open stream: what it listens to, and what waits to be sent to it.

Whoever publishes never waits for a reader: frames queue up, and a reader that lets too many do so is cut off.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from mockserver.context import Session
    from mockserver.domain.outbox import Channel
    from mockserver.streaming.frames import Frame

T = TypeVar("T", bytes, str)

log = logging.getLogger("fakestodon")

MOST_WAITING = 1000
"""Frames; far above what a reader that reads at all lets queue up."""


class Connection(Generic[T]):
    """Frames are bytes for event streams, text for WebSockets."""

    def __init__(self, session: Session) -> None:
        assert session.account is not None and session.user is not None
        self.session = session
        self.account_id: int = session.account.id
        self.token_id: int = session.token.id
        self.chosen_languages: list[str] | None = (
            session.user.chosen_languages
        )  # read once, as the real server does
        self.cut_off = False  # a slow reader: nothing more is sent
        self._ended = False
        self._waiting: deque[T] = deque()
        self._news = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self._writer: asyncio.Task[object] | None = None

    def push(self, frame: T) -> None:
        if self._ended:
            return
        if len(self._waiting) >= MOST_WAITING:
            self._cut_off()
        else:
            self._waiting.append(frame)
            self._wake()

    def end(self) -> None:
        """Let the stream end once what waits has been sent."""
        self._ended = True
        self._wake()

    def _cut_off(self) -> None:
        log.warning("a stream of account %s is cut off: its reader does not read", self.account_id)
        self.cut_off = self._ended = True
        self._waiting.clear()
        if self._writer is not None:
            self._loop.call_soon_threadsafe(
                self._writer.cancel
            )  # it hangs in sending to a reader that doesn't read

    def _wake(self) -> None:
        if threading.get_ident() == self._thread:
            self._news.set()
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._news.set)

    async def frames(self) -> AsyncIterator[list[T]]:
        """What has come since, again and again until the end. To be used by one task alone."""
        self._writer = asyncio.current_task()
        while True:
            while self._waiting:
                taken = list(self._waiting)
                self._waiting.clear()
                yield taken
            if self._ended:
                return
            await self._news.wait()
            self._news.clear()


class Subscription:
    """What a connection asked for under one name: `channels` tell it from others of the same connection."""

    __slots__ = ("channels", "connection", "hears_local", "hears_remote")

    def __init__(
        self, connection: Connection[bytes] | Connection[str], channels: tuple[Channel, ...]
    ) -> None:
        self.connection = connection
        self.channels = channels
        # Feed access settings as they were at subscribing (recording streaming/feed_access).
        self.hears_local = self.hears_remote = True

    def deliver(self, frame: Frame) -> None:
        raise NotImplementedError


class EventSubscription(Subscription):
    """The one subscription of an event stream."""

    __slots__ = ()
    connection: Connection[bytes]

    def deliver(self, frame: Frame) -> None:
        self.connection.push(frame.event)


class SocketSubscription(Subscription):
    """One of the subscriptions of a WebSocket; `head` is how its frames begin: `{"stream":["user"]`."""

    __slots__ = ("head",)
    connection: Connection[str]

    def __init__(self, connection: Connection[str], channels: tuple[Channel, ...], head: str) -> None:
        super().__init__(connection, channels)
        self.head = head

    def deliver(self, frame: Frame) -> None:
        self.connection.push(self.head + frame.tail)
