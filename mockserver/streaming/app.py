"""The routes of the streaming server: all below /api/v1/streaming, and upgrades to a WebSocket on any path.

https://docs.joinmastodon.org/methods/streaming/
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.routing import BaseRoute, Match
from starlette.types import Message, Receive, Scope, Send

from mockserver.clock import monotonic
from mockserver.streaming import names, sockets
from mockserver.streaming.events import Requested

if TYPE_CHECKING:
    from mockserver.instance import Instance


def takes(scope: Scope) -> bool:
    """Whether a request is the streaming server's to answer."""
    if scope["type"] == "websocket":
        return True
    path: str = scope.get("path", "")
    return path == names.ROOT or path.startswith(f"{names.ROOT}/")


class StreamingRoute(BaseRoute):
    """Compares paths letter by letter: Starlette's own routes would redirect."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        return (Match.FULL if takes(scope) else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        query: dict[str, list[str]] = {}
        for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
            query.setdefault(name, []).append(value)
        told = self._logged(scope, send)
        if scope["type"] == "websocket":
            await sockets.serve(self.instance, scope, headers, query, receive, told)
        else:
            await Requested(self.instance, scope, headers, query).serve(receive, told)

    def _logged(self, scope: Scope, send: Send) -> Send:
        """Tell the log of the answer when it begins: a stream may stay open for days."""
        began = monotonic()

        async def sending(message: Message) -> None:
            status = 101 if message["type"] == "websocket.accept" else message.get("status")
            if status is not None:
                method = scope.get("method", "GET")
                self.instance.on_answer(method, scope["path"], status, monotonic() - began, None)
            await send(message)

        return sending


def routes(instance: Instance) -> list[BaseRoute]:
    return [StreamingRoute(instance)]
