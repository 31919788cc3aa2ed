"""A connection whose reader does not read."""

from __future__ import annotations

import asyncio

import pytest

from mockserver.context import Session
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.streaming.connection import MOST_WAITING, Connection
from tests.streaming.conftest import WORLD


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
