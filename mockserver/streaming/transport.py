"""WebSockets below the streams: uvicorn's, with two habits of the library that the real server stands on
(https://github.com/websockets/ws). uvicorn loads it by its name (`mockserver.serve.config`)."""

from __future__ import annotations

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

VERSION = "Sec-WebSocket-Version"


class Protocol(WebSocketsSansIOProtocol):
    def handle_connect(self, event: Request) -> None:
        """Version 8, a draft that is framed like 13, is taken as well (recording streaming/tokens_ws)."""
        if event.headers.get_all(VERSION) == ["8"]:
            del event.headers[VERSION]
            event.headers[VERSION] = "13"
        super().handle_connect(event)

    def keepalive_timeout(self) -> None:
        """Who answers no ping is dropped without a word, and all that waited for them with them."""
        self.transport.abort()
