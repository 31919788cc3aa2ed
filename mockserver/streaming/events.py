"""Streams as server-sent events (reference: streaming.md §4; https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.types import Receive, Scope, Send

from mockserver.streaming import answers, names
from mockserver.streaming.access import Refused, authenticate, check_scopes, refusing
from mockserver.streaming.connection import Connection, EventSubscription

if TYPE_CHECKING:
    from mockserver.clock import Clock
    from mockserver.context import Session
    from mockserver.instance import Instance
    from mockserver.streaming.names import Stream

GREETING, HEARTBEAT = b":)\n", b":thump\n"
HEARTBEAT_SECONDS = 15.0


class Requested:
    """A request to the streaming server over plain HTTP."""

    def __init__(
        self, instance: Instance, scope: Scope, headers: dict[str, str], query: dict[str, list[str]]
    ) -> None:
        self.instance = instance
        self.method: str = scope["method"]
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        self.path = raw.partition(b"?")[0].decode("latin-1")
        self.headers = headers
        self.query = query

    async def serve(self, receive: Receive, send: Send) -> None:
        instance = self.instance
        if self.method == "OPTIONS":
            await answers.preflight(instance, send, self.headers.get("access-control-request-headers"))
        elif self._asks_health():
            await answers.healthy(instance, send)
        elif self.path not in names.PATHS:
            await answers.refuse(instance, send, 400, "Unknown channel requested")
        else:
            await self._open(receive, send)

    def _asks_health(self) -> bool:
        return self.method in ("GET", "HEAD") and self.path.removesuffix("/") == f"{names.ROOT}/health"

    async def _open(self, receive: Receive, send: Send) -> None:
        instance, name = self.instance, names.PATHS[self.path]
        try:
            with refusing():
                session = authenticate(instance, self.headers, self.query)
                check_scopes(session, name)
                stream = self._resolve(session, name) if self.method in ("GET", "HEAD") else None
        except Refused as refused:
            await answers.refuse(instance, send, refused.status, refused.text)
            return
        if stream is None:
            await answers.not_found(instance, send, self.method, self.path)
            return
        start = {"Content-Type": "text/event-stream"}
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": answers.headers(instance, start, answers.NO_STORE),
            }
        )
        if self.method == "HEAD":
            await send({"type": "http.response.body", "body": b""})
        else:
            await tell(instance, session, stream, receive, send)

    def _resolve(self, session: Session, name: str) -> Stream:
        if name in names.PUBLIC and names.only_media(self.query.get("only_media", [])):
            name += ":media"
        tag, given = self.query.get("tag", []), self.query.get("list", [])
        if len(tag) > 1 and name in names.HASHTAG:
            raise Refused(400, "Missing tag name parameter")
        # A list named twice is no list's id.
        parameters: dict[str, object] = {
            "tag": tag[0] if tag else None,
            "list": given if len(given) > 1 else "".join(given),
        }
        return names.resolve(self.instance, session, name, parameters)


async def tell(instance: Instance, session: Session, stream: Stream, receive: Receive, send: Send) -> None:
    """Send what happens until either side ends it."""
    connection: Connection[bytes] = Connection(session)
    subscription = EventSubscription(connection, stream.channels)
    subscription.hears_local, subscription.hears_remote = stream.local, stream.remote
    connection.push(GREETING)
    heart = _Heart(connection, instance.clock)
    helpers = [
        asyncio.create_task(_await_leaving(connection, receive)),
        asyncio.create_task(heart.beat()),
    ]
    with instance.hub.connected(connection, heart.clock_moved):
        instance.hub.subscribe(subscription)
        try:
            async for frames in connection.frames():
                await send({"type": "http.response.body", "body": b"".join(frames), "more_body": True})
        except asyncio.CancelledError:
            pass  # a server that stops, or a reader that was cut off: either way this is the end of the task
        finally:
            instance.hub.unsubscribe(subscription)
            for helper in helpers:
                helper.cancel()
    if not connection.cut_off:
        await send({"type": "http.response.body", "body": b""})


async def _await_leaving(connection: Connection[bytes], receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    connection.end()


class _Heart:
    """Beats each fifteen seconds: of the machine's time, and of the instance's where that is moved."""

    def __init__(self, connection: Connection[bytes], clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._due = clock.now() + HEARTBEAT_SECONDS * 1000

    def clock_moved(self) -> None:
        late = self._clock.now() - self._due
        if late >= 0:
            self._connection.push(HEARTBEAT)
            self._due += (late // (HEARTBEAT_SECONDS * 1000) + 1) * HEARTBEAT_SECONDS * 1000

    async def beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            self._connection.push(HEARTBEAT)
