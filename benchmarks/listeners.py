"""Many listeners of a stream, and how long an event takes to all of them."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import websockets

from benchmarks import load

FORM = "application/x-www-form-urlencoded"


def delays(told: dict[str, Any], number: int, *, posts: int) -> list[float]:
    """Milliseconds from the answer to each of some posts until the last of `number` listeners has its
    event."""
    return asyncio.run(_delays(told, number, posts))


async def _delays(told: dict[str, Any], number: int, posts: int) -> list[float]:
    token = told["tokens"]["alice"]
    url = f"ws://127.0.0.1:{told['port']}/api/v1/streaming?stream=public&access_token={token}"
    sockets = []
    for at in range(0, number, 50):
        sockets += await asyncio.gather(
            *(
                websockets.connect(url, compression=None, max_queue=None, open_timeout=30)
                for _ in range(min(50, number - at))
            )
        )
    measured = []
    reader, writer = await asyncio.open_connection("127.0.0.1", told["port"])
    for n in range(posts):
        waiting = [asyncio.create_task(socket.recv()) for socket in sockets]
        await asyncio.sleep(0)
        writer.write(load.request("POST", "/api/v1/statuses", token, f"status=Event+{n}".encode(), FORM))
        head = await reader.readuntil(b"\r\n\r\n")
        answered = time.perf_counter()
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        await asyncio.wait_for(asyncio.gather(*waiting), 30)
        measured.append((time.perf_counter() - answered) * 1000)
    writer.close()
    for socket in sockets:
        socket.transport.abort()
    return measured
