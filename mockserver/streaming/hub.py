"""Who listens: the open streams of one instance, and the delivery of what has happened to them.

Messages come after COMMIT. What nobody hears is not rendered; what many hear is rendered and encoded once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from mockserver.streaming import payloads

if TYPE_CHECKING:
    from mockserver.domain.outbox import Channel, Message
    from mockserver.instance import Instance
    from mockserver.streaming.connection import Connection, Subscription

AnyConnection: TypeAlias = "Connection[bytes] | Connection[str]"

log = logging.getLogger("fakestodon")

TICK = 0.5
"""Seconds between two looks at whether the server is stopping and at what has fallen due."""

ENDINGS = frozenset({"close", "close_account"})


class Hub:
    """`stopping` says whether the server is about to end: open streams end with it."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.stopping: Callable[[], bool] = lambda: False
        self._listeners: dict[Channel, dict[Subscription, None]] = {}
        self._connections: dict[AnyConnection, Callable[[], None] | None] = {}
        self._ticking: asyncio.Task[None] | None = None

    # --- listening

    @contextmanager
    def connected(
        self, connection: AnyConnection, on_clock: Callable[[], None] | None = None
    ) -> Iterator[None]:
        """While a stream is open; `on_clock` is called when the instance's clock was moved."""
        self._connections[connection] = on_clock
        if self._ticking is None or self._ticking.done():
            self._ticking = asyncio.create_task(self._tick())
        try:
            yield
        finally:
            self._connections.pop(connection, None)
            if not self._connections and self._ticking is not None:
                self._ticking.cancel()
                self._ticking = None

    @property
    def listening(self) -> int:
        """How many subscriptions there are: whoever tests a listener waits for it before acting."""
        return len({one for listeners in self._listeners.values() for one in listeners})

    def subscribe(self, subscription: Subscription) -> None:
        for channel in subscription.channels:
            self._listeners.setdefault(channel, {})[subscription] = None

    def unsubscribe(self, subscription: Subscription) -> None:
        for channel in subscription.channels:
            listeners = self._listeners.get(channel)
            if listeners is not None:
                listeners.pop(subscription, None)
                if not listeners:
                    del self._listeners[channel]

    def close(self) -> None:
        """End all streams."""
        for connection in list(self._connections):
            connection.end()

    def clock_moved(self) -> None:
        for on_clock in list(self._connections.values()):
            if on_clock is not None:
                on_clock()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            if self.stopping():
                self.close()
            else:
                self._run_due()

    def _run_due(self) -> None:
        # One who listens only makes no requests, and yet shall hear of what the clock brings. Whatever
        # becomes of it (a database that can't be written), the streams are still to end with the server.
        try:
            self.instance.run_due()
        except Exception:
            log.exception("what has fallen due cannot be run")

    # --- telling

    def publish(self, messages: list[Message]) -> None:
        """Never raises: what was committed has been answered for, whatever becomes of the telling."""
        for message in messages:
            try:
                self._publish(message)
            except Exception:
                log.exception("streaming %s failed", message.event)

    def _publish(self, message: Message) -> None:
        if not self._connections:
            return
        # One whose channels are named twice is told twice (a follower of both the author and a hashtag).
        listeners: list[tuple[Channel, Subscription]] = []
        for channel in message.channels:
            if channel[0] in ENDINGS:
                self._end(channel)
            else:
                listeners += [(channel, subscription) for subscription in self._listeners.get(channel, ())]
        if not listeners or message.subject == "none":
            return
        for subscription, data in payloads.made(self.instance, message, listeners):
            subscription.deliver(data)

    def _end(self, channel: Channel) -> None:
        kind, key = channel
        for connection in list(self._connections):
            if key == (connection.token_id if kind == "close" else connection.account_id):
                connection.end()
