"""Calls an ASGI application in this process and event loop: no threads, no sockets, no waiting.

Deterministic: a call returns when the application has answered it; a stream is read after the loop has run
idle. https://asgi.readthedocs.io/en/latest/specs/www.html"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from contracts.recordings.answers import EventLines, Response, frame
from contracts.recordings.requests import Request
from contracts.recordings.scenes import Json

Message = MutableMapping[str, Any]
Application = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]],
    Awaitable[None],
]

IDLE_ROUNDS = 25
"""Turns of the event loop without news after which nothing more is expected."""

OPENING_PATIENCE = 20.0
"""Real seconds to wait for the first answer of a stream."""

PONG, PING, BINARY, CLOSE = 10, 9, 2, 8

UPGRADE = {"connection": "Upgrade", "upgrade": "websocket", "sec-websocket-version": "13"}


async def call(app: Application, request: Request) -> Response:
    """Sends a request and collects the response. An exception in the application is a 500 with `crash`."""
    exchange = _Exchange(app, request)
    await exchange.task
    return exchange.response


async def open_events(app: Application, request: Request) -> tuple[Response, EventStream | None]:
    """Opens a server-sent event stream."""
    exchange = _Exchange(app, request)
    await asyncio.wait_for(exchange.started.wait(), OPENING_PATIENCE)
    response = exchange.response
    if response.status != 200 or not response.content_type.startswith("text/event-stream"):
        await exchange.task
        response.headers.setdefault("connection", "keep-alive")
        if response.body:
            response.headers.setdefault("transfer-encoding", "chunked")
        return response, None
    response.headers |= {"transfer-encoding": "chunked", "connection": "keep-alive"}
    return response, EventStream(exchange)


async def run_idle() -> None:
    """Lets everything run that waits for nothing but its turn."""
    for _ in range(IDLE_ROUNDS):
        await asyncio.sleep(0)


def _scope(kind: str, request: Request) -> dict[str, Any]:
    raw_path, _, query = request.target.partition("?")
    host, _, _ = request.headers.get("host", "localhost").partition(":")
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "https" if kind == "http" else "wss",
        "path": unquote(raw_path),
        "raw_path": raw_path.encode("ascii", "replace"),
        "root_path": "",
        "query_string": query.encode("ascii", "replace"),
        "headers": [
            (name.encode("latin-1"), value.encode("utf-8")) for name, value in request.headers.items()
        ],
        "client": ("127.0.0.1", 50000),
        "server": (host, 443),
        "state": {},
    }


def _headers(pairs: Any) -> tuple[dict[str, str], list[str]]:
    """Response headers, and the cookies among them."""
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for raw_name, raw_value in pairs:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("utf-8", "replace")
        if name == "set-cookie":
            cookies.append(value)
        else:
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers, cookies


class _Exchange:
    """One HTTP request under way; the body grows as the application sends it."""

    def __init__(self, app: Application, request: Request) -> None:
        self.response = Response(0)
        self.started = asyncio.Event()
        self.gone = asyncio.Event()
        self.on_body: Callable[[bytes], None] = self._collect
        self._incoming: list[Message] = [{"type": "http.request", "body": request.body, "more_body": False}]
        self._chunks: list[bytes] = []
        scope = {**_scope("http", request), "method": request.method}
        self.task = asyncio.create_task(self._run(app, scope, request.method == "HEAD"))

    async def _run(self, app: Application, scope: dict[str, Any], bodiless: bool) -> None:
        try:
            await app(scope, self._receive, self._send)
        except Exception:
            self.response = Response(500, {"content-type": "text/plain"}, crash=traceback.format_exc())
            self._chunks = []
        self.response.body = b"" if bodiless else b"".join(self._chunks)
        self.started.set()

    async def _receive(self) -> Message:
        if self._incoming:
            return self._incoming.pop()
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers, cookies = _headers(message.get("headers", ()))
            self.response = Response(message["status"], headers, cookies=cookies)
            self.started.set()
        elif message["type"] == "http.response.body":
            self.on_body(message.get("body", b""))

    def _collect(self, chunk: bytes) -> None:
        self._chunks.append(chunk)

    def take_body(self) -> bytes:
        taken, self._chunks = b"".join(self._chunks), []
        return taken


class EventStream:
    """An open event stream."""

    def __init__(self, exchange: _Exchange) -> None:
        self._exchange = exchange
        self._lines = EventLines()
        self._told_end = False

    async def send(self, step: dict[str, Json]) -> None:
        raise ValueError("nothing can be sent over server-sent events")

    def read(self) -> list[dict[str, Json]]:
        entries = self._lines.feed(self._exchange.take_body())
        if self._exchange.task.done() and not self._told_end:
            self._told_end = True
            entries.append({"ended": True})
        return entries

    async def close(self) -> None:
        self._exchange.gone.set()
        await run_idle()
        self._exchange.task.cancel()
        await asyncio.gather(self._exchange.task, return_exceptions=True)


async def open_socket(app: Application, request: Request) -> tuple[Response, Socket | None]:
    """Opens a WebSocket; a refusal is the HTTP response that it was."""
    socket = Socket(app, request)
    await asyncio.wait_for(socket.answered.wait(), OPENING_PATIENCE)
    if socket.response.status == 101:
        return socket.response, socket
    await asyncio.wait({socket.task}, timeout=OPENING_PATIENCE)
    return socket.response, None


class Socket:
    """A WebSocket. What the protocol itself answers (pong, echo of a close) is written as clients see it."""

    def __init__(self, app: Application, request: Request) -> None:
        self.response = Response(0)
        self.answered = asyncio.Event()
        self._entries: list[dict[str, Json]] = []
        self._incoming: asyncio.Queue[Message] = asyncio.Queue()
        self._closed = False
        offered = request.headers.get("sec-websocket-protocol", "")
        scope = {
            **_scope("websocket", replace(request, headers=UPGRADE | request.headers)),
            "subprotocols": [name.strip() for name in offered.split(",") if name.strip()],
            "extensions": {"websocket.http.response": {}},
        }
        self._incoming.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(self._run(app, scope))

    async def _run(self, app: Application, scope: dict[str, Any]) -> None:
        try:
            await app(scope, self._incoming.get, self._send)
        except Exception:
            if self.answered.is_set():
                self._entries.append({"close": 1011, "reason": traceback.format_exc()})
            else:
                self.response = Response(500, crash=traceback.format_exc())
        self.answered.set()

    async def _send(self, message: Message) -> None:
        kind = message["type"]
        headers, _ = _headers(message.get("headers") or ())
        if kind == "websocket.accept":
            protocol = message.get("subprotocol")
            chosen = {"sec-websocket-protocol": protocol} if protocol else {}
            self.response = Response(
                101, {"upgrade": "websocket", "connection": "Upgrade", **chosen, **headers}
            )
            self.answered.set()
        elif kind == "websocket.http.response.start":
            self.response = Response(message["status"], {"connection": "close", **headers})
            self.answered.set()
        elif kind == "websocket.http.response.body":
            self.response.body += message.get("body", b"")
        elif kind == "websocket.send" and not self._closed:
            self._entries.append(frame(message.get("text") or (message.get("bytes") or b"").decode()))
        elif kind == "websocket.close" and not self.answered.is_set():
            self.response = Response(403)
            self.answered.set()
        elif kind == "websocket.close" and not self._closed:
            self._close(message.get("code", 1000), message.get("reason") or "")

    def _close(self, code: int, reason: str) -> None:
        self._closed = True
        self._entries.append(
            {"close": code if reason or code not in {1000, 1005} else None, "reason": reason}
        )
        self._incoming.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})

    async def send(self, step: dict[str, Json]) -> None:
        text, opcode = step.get("text", ""), step.get("opcode")
        if self._closed:
            return
        if opcode == PING:
            self._entries.append({"opcode": PONG})
        elif opcode == CLOSE:
            self._close(1005, "")
            self._entries.append({"closed": True})
        elif opcode == BINARY:
            self._incoming.put_nowait({"type": "websocket.receive", "bytes": text.encode()})
        else:
            self._incoming.put_nowait({"type": "websocket.receive", "text": text})

    def read(self) -> list[dict[str, Json]]:
        taken, self._entries = self._entries, []
        return taken

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._incoming.put_nowait({"type": "websocket.disconnect", "code": 1005, "reason": ""})
        await run_idle()
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
