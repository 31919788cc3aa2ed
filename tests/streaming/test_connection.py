"""A connection whose reader does not read."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from mockserver.context import Session
from mockserver.domain.outbox import Message
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.streaming import connection as module
from mockserver.streaming.connection import MOST_WAITING, Connection
from tests.streaming.conftest import PATIENCE, WORLD, Stage


@pytest.fixture
def session() -> Session:
    instance = Instance(Options())
    instance.seed(WORLD)
    found = instance.sessions.find(instance.names["tokens"]["alice"])
    assert found is not None
    instance.close()
    return found


def test_frames_come_in_order_and_all_before_the_end(session: Session) -> None:
    async def listen() -> list[bytes]:
        connection: Connection[bytes] = Connection(session)
        connection.push(b"1")
        connection.push(b"2")
        connection.end()
        connection.push(b"too late")
        return [frame async for frames in connection.frames() for frame in frames]

    assert asyncio.run(listen()) == [b"1", b"2"]


def test_a_reader_that_hangs_is_cut_off_and_the_publisher_never_waits(session: Session) -> None:
    async def listen() -> tuple[bool, bool]:
        connection: Connection[bytes] = Connection(session)
        sending = asyncio.Event()

        async def write() -> None:
            async for _ in connection.frames():
                sending.set()
                await asyncio.Event().wait()

        writer = asyncio.create_task(write())
        connection.push(b"stuck")
        await sending.wait()
        for _ in range(MOST_WAITING):
            connection.push(b"x")
        kept = not connection.cut_off
        connection.push(b"one too many")
        await asyncio.wait((writer,))
        return kept and connection.cut_off, writer.cancelled()

    assert asyncio.run(listen()) == (True, True)


UPGRADE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


@pytest.mark.parametrize("upgrade", ["", UPGRADE], ids=["events", "socket"])
def test_a_reader_that_never_reads_is_let_go_and_harms_no_other(
    stage: Stage, upgrade: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 20)
    host, port = stage.server.base_url.partition("://")[2].split(":")
    hub, key = stage.server.instance.hub, stage.ids["alice"]
    with closing(socket.socket()) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect((host, int(port)))
        path = "" if upgrade else "/user"
        query = f"stream=user&access_token={stage.server.tokens['alice']}"
        deaf.sendall(
            f"GET /api/v1/streaming{path}?{query} HTTP/1.1\r\nHost: {host}\r\n{upgrade}\r\n".encode()
        )
        _await(lambda: hub.listening == 1)
        hearing = stage.listen("alice", "user")
        message = Message((("user", key),), "delete", "text", text="x" * 100_000)
        sent = 0
        while hub.listening == 2:
            assert sent < 500, "never cut off"
            stage.server.call(lambda: hub.publish([message] * 5))
            assert [hearing.next()[0] for _ in range(5)] == ["delete"] * 5
            sent += 5
        assert f"a stream of account {key} is cut off" in caplog.text
        deaf.settimeout(PATIENCE)
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        heard = 0
        while part := deaf.recv(1 << 20):
            heard += len(part)
        assert heard < sent * 100_000
    assert hearing.told(("user", key)) == []


def _await(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.005)
