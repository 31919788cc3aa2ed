"""The clients: what pumps the flows of clientkit/session.py, synchronously or not (docs/client.md).

    with Client("https://example.social", token="…") as client:
        status = client.statuses.create(status="hello")
        for account in client.items(accounts.Followers(id="1")):
            …

All that is known of httpx is here and in clientkit/connections.py.
"""

from __future__ import annotations

import asyncio
import mimetypes
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, TypeVar, Unpack

import httpx
from msgspec import UNSET

from clientkit import entities
from clientkit.connections import AsyncStream, Stream
from clientkit.encoding import Encoding
from clientkit.facade import AsyncFacade, Facade
from clientkit.limits import PACE_FACTOR, Limits, Mode
from clientkit.operations import media
from clientkit.operations.base import Operation, Text, Upload
from clientkit.paging import Page, Rel
from clientkit.session import RETRIES, USER_AGENT, Session
from clientkit.streams import STALL, StreamFlow, Subscription, Transport, stream
from clientkit.versions import Server
from clientkit.wire import Failure, Flow, Outcome, Response, Sleep, Step

T = TypeVar("T")
R = TypeVar("R")

TIMEOUT = 30.0
"""Seconds for connecting, and between two pieces of an answer."""

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Options(TypedDict, total=False):
    """`rate_limit`, `pace_factor`: clientkit/limits.py; `retries`, `strict`: Session. `streaming_url` is
    asked of the server when it is not given."""

    rate_limit: Mode
    pace_factor: float
    retries: int
    strict: bool
    user_agent: str
    streaming_url: str | None


class _Common:
    """What the two clients share."""

    def __init__(self, base_url: str, token: str | None, options: Options) -> None:
        self.session = Session(
            base_url,
            token,
            Limits(options.get("rate_limit", "wait"), options.get("pace_factor", PACE_FACTOR)),
            options.get("user_agent", USER_AGENT),
            options.get("retries", RETRIES),
            options.get("strict", False),
            options.get("streaming_url"),
        )

    @property
    def base_url(self) -> str:
        return self.session.base_url

    def _stream_flow(
        self,
        name: str | Sequence[Subscription],
        tag: str | None,
        list: str | None,
        transport: Transport | None,
        reconnect: bool,
        stall: float,
    ) -> StreamFlow:
        wanted = [Subscription(name, tag, list)] if isinstance(name, str) else [*name]
        chosen: Transport = transport or ("sse" if len(wanted) == 1 else "websocket")
        return stream(self.session, wanted, chosen, reconnect=reconnect, stall=stall)


class Client(_Common, Facade):
    """Every operation is a method of its page: `client.statuses.favourite("9")`; `send` takes it as a value.

    `timeout`: seconds, TIMEOUT unless given; `transport`: of httpx, to be called in the place of the network.
    """

    def __init__(
        self,
        base_url: str,
        token: str | None = None,
        *,
        timeout: float = TIMEOUT,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(base_url, token, options)
        Facade.__init__(self)
        self.http = httpx.Client(transport=transport, timeout=timeout)
        self._sleep = sleep

    def send(
        self, operation: Operation[R], *, encoding: Encoding = "json", idempotency_key: str | None = None
    ) -> R:
        """Raises ApiError; httpx.TransportError when the network fails more often than `retries`."""
        return self.run(self.session.send(operation, encoding=encoding, idempotency_key=idempotency_key))

    def page(self, operation: Operation[R]) -> Page[R]:
        """The first page of a listing."""
        return self.run(self.session.page(operation))

    def turn(self, page: Page[R], rel: Rel = "next") -> Page[R] | None:
        """The page that a page links to; None when it links to none."""
        return self.run(self.session.turn(page, rel))

    def pages(self, operation: Operation[R], rel: Rel = "next") -> Iterator[Page[R]]:
        """All pages: from the first to older rows, or with "prev" to newer ones."""
        page: Page[R] | None = self.page(operation)
        while page is not None:
            yield page
            page = self.turn(page, rel)

    def items(self, operation: Operation[list[T]], rel: Rel = "next") -> Iterator[T]:
        """The rows of all pages."""
        for page in self.pages(operation, rel):
            yield from page.items

    def upload(
        self,
        file: Upload | str | Path,
        *,
        description: Text = UNSET,
        focus: Text = UNSET,
        thumbnail: Upload | str | Path | None = None,
        wait: bool = True,
        deadline: float = 120.0,
    ) -> entities.MediaAttachment:
        """Upload a file, by path or as an Upload, and wait until it can be attached (Session.upload)."""
        operation = _upload(file, thumbnail, description, focus)
        return self.run(self.session.upload(operation, wait=wait, deadline=deadline))

    def server(self) -> Server:
        """Which software and version answers."""
        return self.run(self.session.server())

    def stream(
        self,
        name: str | Sequence[Subscription],
        *,
        tag: str | None = None,
        list: str | None = None,
        transport: Transport | None = None,
        reconnect: bool = True,
        stall: float = STALL,
    ) -> Stream:
        """Events as they happen, of "user", "public:local", "hashtag" (with `tag`), "list" (with `list`), …

        Several subscriptions share a WebSocket. As a context manager it is connected when it is entered.
        """
        return Stream(
            self._stream_flow(name, tag, list, transport, reconnect, stall), self.http, self.perform
        )

    def run(self, flow: Flow[T]) -> T:
        """Pump a flow to its result."""
        outcome: Outcome = None
        try:
            while True:
                outcome = self.perform(flow.send(outcome))
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            flow.close()

    def perform(self, step: Step) -> Outcome:
        if isinstance(step, Sleep):
            self._sleep(step.seconds)
            return None
        try:
            answer = self.http.request(step.method, step.url, headers=step.headers, content=step.body)
        except httpx.TransportError as error:
            return Failure(error, sent=not isinstance(error, NOT_SENT))
        return Response(answer.status_code, answer.headers, answer.content)

    def close(self) -> None:
        self.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Common, AsyncFacade):
    """As Client: `await client.statuses.favourite("9")`, `async for account in client.items(…)`."""

    def __init__(
        self,
        base_url: str,
        token: str | None = None,
        *,
        timeout: float = TIMEOUT,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(base_url, token, options)
        AsyncFacade.__init__(self)
        self.http = httpx.AsyncClient(transport=transport, timeout=timeout)
        self._sleep = sleep

    async def send(
        self, operation: Operation[R], *, encoding: Encoding = "json", idempotency_key: str | None = None
    ) -> R:
        """Raises ApiError; httpx.TransportError when the network fails more often than `retries`."""
        return await self.run(
            self.session.send(operation, encoding=encoding, idempotency_key=idempotency_key)
        )

    async def page(self, operation: Operation[R]) -> Page[R]:
        """The first page of a listing."""
        return await self.run(self.session.page(operation))

    async def turn(self, page: Page[R], rel: Rel = "next") -> Page[R] | None:
        """The page that a page links to; None when it links to none."""
        return await self.run(self.session.turn(page, rel))

    async def pages(self, operation: Operation[R], rel: Rel = "next") -> AsyncIterator[Page[R]]:
        """All pages: from the first to older rows, or with "prev" to newer ones."""
        page: Page[R] | None = await self.page(operation)
        while page is not None:
            yield page
            page = await self.turn(page, rel)

    async def items(self, operation: Operation[list[T]], rel: Rel = "next") -> AsyncIterator[T]:
        """The rows of all pages."""
        async for page in self.pages(operation, rel):
            for item in page.items:
                yield item

    async def upload(
        self,
        file: Upload | str | Path,
        *,
        description: Text = UNSET,
        focus: Text = UNSET,
        thumbnail: Upload | str | Path | None = None,
        wait: bool = True,
        deadline: float = 120.0,
    ) -> entities.MediaAttachment:
        """Upload a file, by path or as an Upload, and wait until it can be attached (Session.upload)."""
        operation = await asyncio.to_thread(_upload, file, thumbnail, description, focus)
        return await self.run(self.session.upload(operation, wait=wait, deadline=deadline))

    async def server(self) -> Server:
        """Which software and version answers."""
        return await self.run(self.session.server())

    def stream(
        self,
        name: str | Sequence[Subscription],
        *,
        tag: str | None = None,
        list: str | None = None,
        transport: Transport | None = None,
        reconnect: bool = True,
        stall: float = STALL,
    ) -> AsyncStream:
        """As Client.stream, with `async with` and `async for`."""
        flow = self._stream_flow(name, tag, list, transport, reconnect, stall)
        return AsyncStream(flow, self.http, self.perform)

    async def run(self, flow: Flow[T]) -> T:
        """Pump a flow to its result."""
        outcome: Outcome = None
        try:
            while True:
                outcome = await self.perform(flow.send(outcome))
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            flow.close()

    async def perform(self, step: Step) -> Outcome:
        if isinstance(step, Sleep):
            await self._sleep(step.seconds)
            return None
        try:
            answer = await self.http.request(step.method, step.url, headers=step.headers, content=step.body)
        except httpx.TransportError as error:
            return Failure(error, sent=not isinstance(error, NOT_SENT))
        return Response(answer.status_code, answer.headers, answer.content)

    async def close(self) -> None:
        await self.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _upload(
    file: Upload | str | Path, thumbnail: Upload | str | Path | None, description: Text, focus: Text
) -> media.Create:
    return media.Create(
        file=file_of(file),
        thumbnail=UNSET if thumbnail is None else file_of(thumbnail),
        description=description,
        focus=focus,
    )


def file_of(file: Upload | str | Path) -> Upload:
    """Read a file; its type is guessed by its name, which the server does not rely on."""
    if isinstance(file, Upload):
        return file
    path = Path(file)
    guessed = mimetypes.guess_type(path.name)[0]
    return Upload(path.name, guessed or "application/octet-stream", path.read_bytes())
