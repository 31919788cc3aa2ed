"""Streams over WebSockets: many subscriptions on one connection (reference: streaming.md §5).

Pings, pongs and the echo of a close frame are the business of the server below (`mockserver.serve.config`).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.types import Receive, Scope, Send

from mockserver.streaming import frames, names
from mockserver.streaming.access import Refused, authenticate, check_scopes, refusing
from mockserver.streaming.connection import Connection, SocketSubscription

if TYPE_CHECKING:
    from mockserver.context import Session
    from mockserver.domain.outbox import Channel
    from mockserver.instance import Instance

NO_BINARY = "The mastodon streaming server does not support binary messages"


async def serve(
    instance: Instance,
    scope: Scope,
    headers: dict[str, str],
    query: dict[str, list[str]],
    receive: Receive,
    send: Send,
) -> None:
    """The upgrade, which is taken on any path, and all that follows."""
    await receive()
    request_id = (b"x-request-id", instance.ids.request_id().encode())
    try:
        with refusing():
            session = authenticate(instance, headers, query)
    except Refused as refused:
        told = [
            (b"connection", b"close"),
            (b"content-type", b"text/plain"),
            (b"content-length", b"0"),
            request_id,
            (b"x-error-message", refused.text.encode()),
        ]
        await send({"type": "websocket.http.response.start", "status": refused.status, "headers": told})
        await send({"type": "websocket.http.response.body", "body": b""})
        await asyncio.sleep(
            0.01
        )  # uvicorn takes a return before the connection is closed for an error, and logs it
        return
    protocols = scope.get("subprotocols") or [None]
    await send({"type": "websocket.accept", "subprotocol": protocols[0], "headers": [request_id]})
    with suppress(asyncio.CancelledError):  # the server stops: it has closed the connection itself
        await _Socket(instance, session).run(query, receive, send)


class _Socket:
    """An open WebSocket."""

    def __init__(self, instance: Instance, session: Session) -> None:
        self.instance = instance
        self.session = session
        self.connection: Connection[str] = Connection(session)
        self.subscriptions: dict[tuple[Channel, ...], SocketSubscription] = {}

    async def run(self, query: dict[str, list[str]], receive: Receive, send: Send) -> None:
        with self.instance.hub.connected(self.connection):
            self._subscribe_by_address(query)
            writer = asyncio.create_task(self._write(send))
            listener = asyncio.create_task(self._listen(receive, send))
            try:
                await asyncio.wait((writer, listener), return_when=asyncio.FIRST_COMPLETED)
            finally:
                for subscription in self.subscriptions.values():
                    self.instance.hub.unsubscribe(subscription)
                writer.cancel()
                listener.cancel()
                await asyncio.gather(writer, listener, return_exceptions=True)

    async def _write(self, send: Send) -> None:
        async for texts in self.connection.frames():
            for text in texts:
                await send({"type": "websocket.send", "text": text})
        # Without a code, as the real server closes whatever the cause.
        await send({"type": "websocket.close", "code": None, "reason": ""})

    async def _listen(self, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            if message.get("bytes") is not None:
                await send({"type": "websocket.close", "code": 1003, "reason": NO_BINARY})
                return
            self._obey(message.get("text") or "")

    def _subscribe_by_address(self, query: dict[str, list[str]]) -> None:
        given = {name: values if len(values) > 1 else values[0] for name, values in query.items()}
        name = query.get("stream", [""])[0]
        if name:
            self._subscribe(name, given)

    def _obey(self, text: str) -> None:
        """What can't be understood is ignored."""
        try:
            command = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError):
            return
        if not isinstance(command, dict):
            return
        name = command.get("stream")
        if isinstance(name, list):
            name = name[0] if name else None
        if command.get("type") == "subscribe":
            self._subscribe(name, command)
        elif command.get("type") == "unsubscribe":
            self._unsubscribe(name, command)

    def _subscribe(self, name: object, parameters: dict[str, Any]) -> None:
        try:
            with refusing():
                check_scopes(self.session, str(name))
                stream = names.resolve(self.instance, self.session, name, parameters)
        except Refused as refused:
            self._say({"error": refused.text, "status": refused.status})
            return
        if stream.channels not in self.subscriptions:
            subscription = SocketSubscription(self.connection, stream.channels, frames.head(stream.label))
            subscription.hears_local, subscription.hears_remote = stream.local, stream.remote
            self.subscriptions[stream.channels] = subscription
            self.instance.hub.subscribe(subscription)

    def _unsubscribe(self, name: object, parameters: dict[str, Any]) -> None:
        try:
            with refusing():
                stream = names.resolve(self.instance, self.session, name, parameters)
        except Refused:
            self._say({"error": "Error unsubscribing from channel"})
            return
        subscription = self.subscriptions.pop(stream.channels, None)
        if subscription is not None:
            self.instance.hub.unsubscribe(subscription)

    def _say(self, message: dict[str, object]) -> None:
        self.connection.push(msgspec.json.encode(message).decode())
