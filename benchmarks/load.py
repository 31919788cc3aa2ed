"""A small HTTP load generator: keep-alive connections that send ready bytes as fast as they are answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """Requests a second, and the 99th percentile of an answer's time in milliseconds."""

    per_second: float
    p99_ms: float


def request(
    method: str, path: str, token: str | None = None, body: bytes = b"", content_type: str = ""
) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body or method == "POST":
        lines += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class _Connection(asyncio.Protocol):
    """Sends the next request as soon as the last one is answered."""

    def __init__(self, make: Callable[[], bytes], times: list[float], failures: list[bytes]) -> None:
        self._make, self._times, self._failures = make, times, failures
        self._buffer = bytearray()
        self._missing = -1
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._send()

    def _send(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(self._make())

    def data_received(self, data: bytes) -> None:
        if self._missing > 0:
            self._missing -= len(data)
        else:
            self._buffer += data
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self._buffer[:end]).lower()
            if not head.startswith(b"http/1.1 2"):
                self._failures.append(bytes(self._buffer[:300]))
            length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
            self._missing = length - (len(self._buffer) - end - 4)
        if self._missing == 0:
            self._times.append(time.perf_counter() - self._sent)
            self._buffer.clear()
            self._missing = -1
            self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.ended.done():
            self.ended.set_result(None)


async def _run(port: int, make: Callable[[], bytes], seconds: float, connections: int) -> Rate:
    loop = asyncio.get_running_loop()
    times: list[float] = []
    failures: list[bytes] = []
    opened = [
        await loop.create_connection(lambda: _Connection(make, times, failures), "127.0.0.1", port)
        for _ in range(connections)
    ]
    await asyncio.sleep(seconds / 4)  # warm up
    times.clear()
    began = time.perf_counter()
    await asyncio.sleep(seconds)
    taken = time.perf_counter() - began
    measured = sorted(times)
    for transport, _ in opened:
        transport.abort()
    if failures:
        raise RuntimeError(f"{len(failures)} requests failed, the first with {failures[0]!r}")
    return Rate(len(measured) / taken, measured[int(len(measured) * 0.99)] * 1000)


def measure(port: int, make: Callable[[], bytes], *, seconds: float, connections: int = 4) -> Rate:
    """Load a server on the loopback for some seconds. Raises RuntimeError when an answer is no success."""
    return asyncio.run(_run(port, make, seconds, connections))
