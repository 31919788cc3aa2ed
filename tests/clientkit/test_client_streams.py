"""Streams: events out of pieces, lost connections, refusals. Facts: streaming.md and docs/client.md."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from clientkit import AsyncClient, Client, entities
from clientkit.errors import Forbidden, NotFound, Redirected, Unauthorized
from clientkit.session import Session
from clientkit.streams import ATTEMPTS, FrameReader, SseReader, Subscription, Transport, payload_of, stream
from clientkit.wire import Failure, Response, Sleep
from mockserver.testing import Fake, fake
from tests.clientkit.conftest import Scripted

STREAM = (
    ":)\n:thump\n"
    "event: update\ndata: {}\n\n"
    ":thump\n"
    "event: delete\r\ndata: 1\u2028é\r\n\r\n"
    "event: none\n\n"
    "data: a\rdata:b\r\rid: 5\n\n"
)
TOLD = [("update", "{}", ("user",)), ("delete", "1\u2028é", ("user",)), ("message", "a\nb", ("user",))]


@given(st.lists(st.integers(0, len(STREAM.encode())), max_size=12))
def test_events_do_not_depend_on_where_chunks_are_cut(cuts: list[int]) -> None:
    data = STREAM.encode()
    edges = [0, *sorted(cuts), len(data)]
    reader = SseReader(("user",))
    chunks = [data[start:end] for start, end in pairwise(edges)]
    assert [event for chunk in chunks for event in reader.feed(chunk)] == TOLD


@pytest.mark.parametrize(
    ("subscription", "path", "frame"),
    [
        (Subscription("user"), "user", {"stream": "user"}),
        (Subscription("user:notification"), "user/notification", {"stream": "user:notification"}),
        (Subscription("public:media"), "public?only_media=true", {"stream": "public:media"}),
        (
            Subscription("public:local:media"),
            "public/local?only_media=true",
            {"stream": "public:local:media"},
        ),
        (
            Subscription("hashtag:local", tag="a b"),
            "hashtag/local?tag=a+b",
            {"stream": "hashtag:local", "tag": "a b"},
        ),
        (Subscription("list", list="12"), "list?list=12", {"stream": "list", "list": "12"}),
    ],
)
def test_a_subscription_has_a_path_and_a_frame(
    subscription: Subscription, path: str, frame: dict[str, str]
) -> None:
    assert subscription.path() == f"/api/v1/streaming/{path}"
    assert json.loads(subscription.frame()) == {"type": "subscribe", **frame}


def test_frames_of_a_websocket() -> None:
    reader = FrameReader()
    told = '{"stream":["hashtag","Cats"],"event":"delete","payload":"1"}'
    assert list(reader.feed(told)) == [("delete", "1", ("hashtag", "Cats"))]
    assert list(reader.feed('{"stream":["list",1],"event":"filters_changed"}')) == [
        ("filters_changed", "", ("list", "1"))
    ]
    for nonsense in ("", "[]", "{", '{"event":1}'):
        assert list(reader.feed(nonsense)) == []
    with pytest.raises(NotFound, match="gone"):
        list(reader.feed('{"error":"gone","status":404}'))


def test_payloads_are_entities_where_they_can_be() -> None:
    assert isinstance(payload_of("update", '{"id":"1"}'), entities.Status)
    assert isinstance(payload_of("notification", '{"id":"1"}'), entities.Notification)
    assert isinstance(payload_of("announcement.reaction", '{"name":"x","count":1}'), entities.Reaction)
    assert payload_of("update", "undefined") == "undefined"
    assert payload_of("delete", "1") == "1"


# --- event streams


class Cut(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that ends with an error: what httpx raises after silence, or for a cut connection."""

    def __init__(self, data: bytes, error: Exception | None = None) -> None:
        self.data, self.error = data, error

    def __iter__(self) -> Iterator[bytes]:
        yield self.data
        if self.error is not None:
            raise self.error

    async def __aiter__(self) -> Any:
        yield self.data
        if self.error is not None:
            raise self.error


def streaming(data: str, error: Exception | None = None) -> httpx.Response:
    return httpx.Response(200, stream=Cut(data.encode(), error))


def deletion(n: int) -> str:
    return f"event: delete\ndata: {n}\n\n"


def test_a_lost_connection_is_made_anew(scripted: Scripted) -> None:
    scripted.answers = [
        streaming(":)\n" + deletion(1), httpx.ReadTimeout("silence")),
        httpx.ConnectError("refused"),
        httpx.Response(502),
        streaming(deletion(2)),
        httpx.Response(401, json={"error": "Invalid access token"}),
    ]
    client = scripted.client(streaming_url="wss://s.example")
    events = client.stream("user")
    told = [next(events), next(events)]
    assert [(event.payload, event.connection) for event in told] == [("1", 1), ("2", 2)]
    with pytest.raises(Unauthorized):
        next(events)
    assert scripted.slept == [0.5, 1.0, 2.0, 0.5]
    request = scripted.requests[0]
    assert str(request.url) == "https://s.example/api/v1/streaming/user"
    assert request.headers["Authorization"] == "Bearer secret"
    assert request.extensions["timeout"]["read"] == 60.0


def test_a_connection_that_tells_nothing_does_not_count_as_mended(scripted: Scripted) -> None:
    scripted.answers = [httpx.ConnectError("refused")]
    with pytest.raises(httpx.ConnectError):
        next(scripted.client(streaming_url="https://h.example").stream("user"))
    assert len(scripted.requests) == ATTEMPTS + 1
    assert max(scripted.slept) == 30.0


def test_without_reconnecting_the_end_is_the_end(scripted: Scripted) -> None:
    scripted.answers = [streaming(deletion(1))]
    client = scripted.client(streaming_url="https://h.example")
    assert [event.payload for event in client.stream("user", reconnect=False)] == ["1"]


def test_streams_are_where_the_instance_says(scripted: Scripted) -> None:
    instance = {"version": "4.6.5", "configuration": {"urls": {"streaming": "wss://s.example/"}}}
    scripted.answers = [httpx.Response(200, json=instance), streaming(deletion(1))]
    with scripted.client().stream("hashtag", tag="cats", reconnect=False) as events:
        assert next(events).stream == ("hashtag", "cats")
    assert [str(request.url) for request in scripted.requests] == [
        "https://h.example/api/v2/instance",
        "https://s.example/api/v1/streaming/hashtag?tag=cats",
    ]


@pytest.mark.parametrize("refusals", [[404, 404], [401]])
def test_streams_are_at_the_api_where_no_instance_says(scripted: Scripted, refusals: list[int]) -> None:
    scripted.answers = [*map(httpx.Response, refusals), streaming(deletion(1))]
    next(scripted.client().stream("user"))
    assert scripted.paths[-1] == "/api/v1/streaming/user"


def test_streams_are_not_read_in_the_clear_where_the_api_is_not(scripted: Scripted) -> None:
    instance = {"version": "4.6.5", "configuration": {"urls": {"streaming": "ws://s.example"}}}
    scripted.answers = [httpx.Response(200, json=instance), streaming(deletion(1))]
    next(scripted.client().stream("user"))
    assert str(scripted.requests[1].url) == "https://s.example/api/v1/streaming/user"


def test_a_stream_that_is_elsewhere_is_told(scripted: Scripted) -> None:
    scripted.answers = [httpx.Response(301, headers={"Location": "https://other.example/"})]
    with pytest.raises(Redirected, match=r"other\.example"):
        next(scripted.client(streaming_url="https://h.example").stream("user"))
    assert len(scripted.requests) == 1


def test_an_event_stream_carries_one_subscription(scripted: Scripted) -> None:
    client = scripted.client(streaming_url="https://h.example")
    with pytest.raises(ValueError, match="websocket"):
        next(client.stream([Subscription("user"), Subscription("public")], transport="sse"))


def test_the_asynchronous_stream_lives_as_the_other(scripted: Scripted) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def answer(request: httpx.Request) -> httpx.Response:
        return scripted.answer(request)

    async def run() -> list[Any]:
        scripted.answers = [
            streaming(deletion(1), httpx.ReadError("cut")),
            streaming(deletion(2)),
            httpx.Response(403),
        ]
        transport = httpx.MockTransport(answer)
        url = "https://h.example"
        async with AsyncClient(url, streaming_url=url, transport=transport, sleep=sleep) as client:
            client.session.jitter = lambda: 0.0
            events = client.stream("user")
            told = [await anext(events), await anext(events)]
            with pytest.raises(Forbidden):
                await anext(events)
            return [(event.payload, event.connection) for event in told]

    assert asyncio.run(run()) == [("1", 1), ("2", 2)]
    assert slept == [0.5, 0.5]


def test_the_flow_alone_needs_no_network() -> None:
    flow = stream(Session("https://h.example", streaming_url="https://h.example"), [Subscription("user")])
    flow.send(None)
    flow.send(Response(200))  # Opened
    flow.send(None)  # Receive
    flow.send(Failure(OSError("cut")))  # Close
    assert isinstance(flow.send(None), Sleep)


# --- WebSockets


class Sockets:
    """A WebSocket server: each connection is told of one deletion and then cut, but the last."""

    def __init__(self) -> None:
        self.heard: list[list[str]] = []
        self.headers: list[str | None] = []

    def serve(self, socket: ServerConnection) -> None:
        assert socket.request is not None
        self.headers.append(socket.request.headers.get("Authorization"))
        frames = [str(socket.recv()) for _ in range(2)]
        self.heard.append([json.loads(frame)["stream"] for frame in frames])
        told = {"stream": ["user"], "event": "delete", "payload": str(len(self.heard))}
        socket.send(json.dumps(told))
        if len(self.heard) == 2:
            socket.send(json.dumps({"error": "Not authorized to stream this list", "status": 401}))
            socket.recv()
        socket.socket.close()


@contextmanager
def socket_server(sockets: Sockets) -> Iterator[str]:
    with serve(sockets.serve, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()


WANTED = [Subscription("user"), Subscription("list", list="1")]


def test_a_websocket_is_subscribed_to_anew() -> None:
    sockets = Sockets()
    with (
        socket_server(sockets) as url,
        Client(url.replace("ws", "http"), "secret", streaming_url=url, sleep=lambda seconds: None) as client,
        client.stream(WANTED) as events,
    ):
        assert [(event.payload, event.connection) for event in (next(events), next(events))] == [
            ("1", 1),
            ("2", 2),
        ]
        with pytest.raises(Unauthorized, match="Not authorized to stream this list"):
            next(events)
    assert sockets.heard == [["user", "list"]] * 2
    assert sockets.headers == ["Bearer secret"] * 2


def test_an_asynchronous_websocket_is_subscribed_to_anew() -> None:
    sockets = Sockets()

    async def no_sleep(seconds: float) -> None:
        return None

    async def run(url: str) -> list[Any]:
        base = url.replace("ws", "http")
        async with (
            AsyncClient(base, "secret", streaming_url=url, sleep=no_sleep) as client,
            client.stream(WANTED) as events,
        ):
            told = [await anext(events), await anext(events)]
            with pytest.raises(Unauthorized):
                await anext(events)
        return [(event.payload, event.connection) for event in told]

    with socket_server(sockets) as url:
        assert asyncio.run(run(url)) == [("1", 1), ("2", 2)]
    assert sockets.heard == [["user", "list"]] * 2


@pytest.mark.parametrize(
    ("how", "fails"), [("said", False), ("without a code", False), ("cut", True), ("1012", True)]
)
@pytest.mark.parametrize("asynchronous", [False, True])
def test_the_end_of_a_websocket_is_told_from_a_failure(how: str, fails: bool, asynchronous: bool) -> None:
    """Mastodon closes without a code when a token is revoked; a proxy that restarts says 1012."""

    def end(socket: ServerConnection) -> None:
        socket.recv()
        if how == "cut":
            socket.socket.close()
        elif how == "without a code":
            socket.socket.sendall(b"\x88\x00")
            socket.socket.recv(64)
        else:
            socket.close(1012 if how == "1012" else 1000)

    async def read(base: str, url: str) -> list[Any]:
        async with (
            AsyncClient(base, streaming_url=url) as client,
            client.stream("user", transport="websocket", reconnect=False) as events,
        ):
            return [event async for event in events]

    def told(base: str, url: str) -> list[Any]:
        if asynchronous:
            return asyncio.run(read(base, url))
        with (
            Client(base, streaming_url=url) as client,
            client.stream("user", transport="websocket", reconnect=False) as events,
        ):
            return list(events)

    sockets = Sockets()
    sockets.serve = end  # type: ignore[method-assign]
    with socket_server(sockets) as url:
        if fails:
            with pytest.raises(ConnectionClosed):
                told(url.replace("ws", "http"), url)
        else:
            assert told(url.replace("ws", "http"), url) == []


@pytest.mark.parametrize("transport", ["sse", "websocket"])
@pytest.mark.parametrize(
    ("token", "text"), [(None, "Missing access token"), ("wrong", "Invalid access token")]
)
def test_a_refusal_has_its_text_by_either_way(transport: Transport, token: str | None, text: str) -> None:
    with fake("empty") as server, Client(server.base_url, token) as client:
        with pytest.raises(Unauthorized) as refused:
            client.stream("user", transport=transport).open()
        assert refused.value.error == text


# --- closing


@pytest.mark.parametrize("transport", ["sse", "websocket"])
def test_a_stream_is_closed_from_another_thread(transport: Transport) -> None:
    with fake("demo") as server, Client(server.base_url, server.tokens["alice"]) as client:
        events = client.stream("user", transport=transport).open()
        told: list[Any] = []
        reading = threading.Thread(target=lambda: told.extend([*events, "the end"]), daemon=True)
        reading.start()
        server.wait_for_listeners()
        time.sleep(0.05)  # it waits for the first event
        events.close()
        reading.join(5)
        assert told == ["the end"]
        events.close()
        assert list(events) == []


@pytest.mark.parametrize("transport", ["sse", "websocket"])
def test_an_asynchronous_stream_is_closed_from_another_task(transport: Transport) -> None:
    async def run(server: Fake) -> list[Any]:
        async with AsyncClient(server.base_url, server.tokens["alice"]) as client:
            events = await client.stream("user", transport=transport).open()

            async def read() -> list[Any]:
                return [event async for event in events]

            reading = asyncio.create_task(read())
            await asyncio.sleep(0.05)
            await events.close()
            return await asyncio.wait_for(reading, 5)

    with fake("demo") as server:
        assert asyncio.run(run(server)) == []
