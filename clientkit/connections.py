"""The open connections of streams: what does the I/O for the flow of clientkit/streams.py, in two ways.

Event streams come by httpx, WebSockets by websockets, which pings the server and so finds dead connections.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, suppress
from functools import partial
from types import TracebackType
from typing import Any, Self

import httpx
import websockets.asyncio.client
import websockets.sync.client
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK, InvalidStatus, WebSocketException

from clientkit import wire
from clientkit.streams import Close, Command, Open, Opened, Outcome, Receive, Send, StreamEvent, StreamFlow
from clientkit.wire import Failure, Request, Response, Sleep, Step

WEBSOCKET = ("ws:", "wss:")


class Stream:
    """Events, endless unless `reconnect` was off. It connects when it is entered, or else iterated."""

    def __init__(self, flow: StreamFlow, http: httpx.Client, perform: Callable[[Step], wire.Outcome]) -> None:
        self._flow = flow
        self._http = http
        self._perform = perform
        self._stack = ExitStack()
        self._chunks: Iterator[bytes] = iter(())
        self._socket: websockets.sync.client.ClientConnection | None = None
        self._outcome: Outcome = None
        self._wake: Callable[[], None] = _nothing

    def open(self) -> Self:
        """Connect and subscribe. Raises ApiError when that is refused."""
        self._pump(Opened)
        return self

    def close(self) -> None:
        """End it; a thread that waits for the next event comes back, as from the end."""
        self._flow.close()
        self._wake()
        self._close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> StreamEvent:
        event: StreamEvent | None = self._pump(StreamEvent)
        if event is None:
            raise StopIteration
        return event

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _pump(self, wanted: type[Any]) -> Any:
        """Do what the flow wants until it gives what is wanted; None at its end."""
        try:
            while True:
                command = self._flow.send(self._outcome)
                self._outcome = None
                if isinstance(command, wanted):
                    return command
                self._outcome = self._do(command)
        except StopIteration:
            return None
        except BaseException:
            self.close()
            raise

    def _do(self, command: Command) -> Outcome:
        match command:
            case Open():
                return self._open(command.request, command.stall)
            case Receive():
                return self._receive()
            case Send():
                return self._send(command.text)
            case Close():
                self._close()
            case Request() | Sleep():
                return self._perform(command)
        return None

    def _open(self, request: Request, stall: float) -> Response | Failure:
        if request.url.startswith(WEBSOCKET):
            return self._open_socket(request, stall)
        timeout = httpx.Timeout(self._http.timeout.connect, read=stall)
        try:
            answer = self._stack.enter_context(
                self._http.stream(request.method, request.url, headers=request.headers, timeout=timeout)
            )
            body = b"" if answer.is_success else answer.read()
        except httpx.TransportError as error:
            return Failure(error)
        self._chunks = answer.iter_bytes() if answer.is_success else iter(())
        self._wake = partial(_shut_down, answer)
        return Response(answer.status_code, answer.headers, body)

    def _open_socket(self, request: Request, stall: float) -> Response | Failure:
        try:
            self._socket = self._stack.enter_context(
                websockets.sync.client.connect(request.url, **_socket_options(request, stall))
            )
        except (OSError, WebSocketException) as error:
            return _refused(error)
        return Response(200)

    def _receive(self) -> Outcome:
        try:
            return next(self._chunks, None) if self._socket is None else self._socket.recv()
        except (httpx.TransportError, ConnectionClosed) as error:
            return _ended(error)

    def _send(self, text: str) -> Failure | None:
        assert self._socket is not None
        try:
            self._socket.send(text)
        except ConnectionClosed as error:
            return Failure(error)
        return None

    def _close(self) -> None:
        self._socket, self._chunks, self._wake = None, iter(()), _nothing
        self._stack.close()


class AsyncStream:
    """As Stream, with `async with` and `async for`."""

    def __init__(
        self, flow: StreamFlow, http: httpx.AsyncClient, perform: Callable[[Step], Awaitable[wire.Outcome]]
    ) -> None:
        self._flow = flow
        self._http = http
        self._perform = perform
        self._stack = AsyncExitStack()
        self._chunks: AsyncIterator[bytes] | None = None
        self._socket: websockets.asyncio.client.ClientConnection | None = None
        self._outcome: Outcome = None

    async def open(self) -> Self:
        """Connect and subscribe. Raises ApiError when that is refused."""
        await self._pump(Opened)
        return self

    async def close(self) -> None:
        self._flow.close()
        await self._close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> StreamEvent:
        event: StreamEvent | None = await self._pump(StreamEvent)
        if event is None:
            raise StopAsyncIteration
        return event

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _pump(self, wanted: type[Any]) -> Any:
        try:
            while True:
                command = self._flow.send(self._outcome)
                self._outcome = None
                if isinstance(command, wanted):
                    return command
                self._outcome = await self._do(command)
        except StopIteration:
            return None
        except BaseException:
            await self.close()
            raise

    async def _do(self, command: Command) -> Outcome:
        match command:
            case Open():
                return await self._open(command.request, command.stall)
            case Receive():
                return await self._receive()
            case Send():
                return await self._send(command.text)
            case Close():
                await self._close()
            case Request() | Sleep():
                return await self._perform(command)
        return None

    async def _open(self, request: Request, stall: float) -> Response | Failure:
        if request.url.startswith(WEBSOCKET):
            return await self._open_socket(request, stall)
        timeout = httpx.Timeout(self._http.timeout.connect, read=stall)
        try:
            answer = await self._stack.enter_async_context(
                self._http.stream(request.method, request.url, headers=request.headers, timeout=timeout)
            )
            body = b"" if answer.is_success else await answer.aread()
        except httpx.TransportError as error:
            return Failure(error)
        self._chunks = answer.aiter_bytes() if answer.is_success else None
        return Response(answer.status_code, answer.headers, body)

    async def _open_socket(self, request: Request, stall: float) -> Response | Failure:
        try:
            self._socket = await self._stack.enter_async_context(
                websockets.asyncio.client.connect(request.url, **_socket_options(request, stall))
            )
        except (OSError, WebSocketException) as error:
            return _refused(error)
        return Response(200)

    async def _receive(self) -> Outcome:
        try:
            if self._socket is not None:
                return await self._socket.recv()
            return None if self._chunks is None else await anext(self._chunks, None)
        except (httpx.TransportError, ConnectionClosed) as error:
            return _ended(error)

    async def _send(self, text: str) -> Failure | None:
        assert self._socket is not None
        try:
            await self._socket.send(text)
        except ConnectionClosed as error:
            return Failure(error)
        return None

    async def _close(self) -> None:
        self._socket = self._chunks = None
        await self._stack.aclose()


def _socket_options(request: Request, stall: float) -> dict[str, Any]:
    """A ping halfway, and as long again for its answer."""
    return {
        "additional_headers": {k: v for k, v in request.headers.items() if k != "User-Agent"},
        "user_agent_header": request.headers.get("User-Agent"),
        "ping_interval": stall / 2,
        "ping_timeout": stall / 2,
        "close_timeout": 1,
    }


def _refused(error: Exception) -> Response | Failure:
    """A handshake's refusal as an answer: Mastodon tells the reason in a header (`X-Error-Message`)."""
    if not isinstance(error, InvalidStatus):
        return Failure(error)
    answer = error.response
    headers = httpx.Headers([*answer.headers.raw_items()])
    return Response(answer.status_code, headers, bytes(answer.body or b""))


def _nothing() -> None:
    pass


def _shut_down(answer: httpx.Response) -> None:
    """Wake whoever reads it: closing a socket does not."""
    network = answer.extensions.get("network_stream")
    connection = network.get_extra_info("socket") if network is not None else None
    if connection is not None:
        with suppress(OSError):  # the other end has closed it already
            connection.shutdown(socket.SHUT_RDWR)


def _ended(error: Exception) -> Failure | None:
    return None if isinstance(error, ConnectionClosedOK) else Failure(error)
