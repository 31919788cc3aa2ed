"""The routes of the streaming server: everything below /api/v1/streaming, and every upgrade to a WebSocket, whatever its path.

https://docs.joinmastodon.org/methods/streaming/
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from mockserver.streaming import names, sockets
from mockserver.streaming.events import Requested

if TYPE_CHECKING:
    from mockserver.instance import Instance


class StreamingRoute(BaseRoute):
    """Compares paths letter by letter: Starlette's own routes would redirect."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = scope["path"] if scope["type"] in ("http", "websocket") else ""
        ours = scope["type"] == "websocket" or path == names.ROOT or path.startswith(f"{names.ROOT}/")
        return (Match.FULL if ours else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        query: dict[str, list[str]] = {}
        for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
            query.setdefault(name, []).append(value)
        if scope["type"] == "websocket":
            await sockets.serve(self.instance, scope, headers, query, receive, send)
        else:
            await Requested(self.instance, scope, headers, query).serve(receive, send)


def routes(instance: Instance) -> list[BaseRoute]:
    return [StreamingRoute(instance)]
