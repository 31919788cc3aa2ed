"""What a player of scenes needs of a server: seeding, calls, streams, and a clock that can be moved."""

from __future__ import annotations

from typing import Any, Protocol

from contracts.recordings.answers import Response
from contracts.recordings.requests import Request
from contracts.recordings.scenes import Json


class Stream(Protocol):
    """An open stream, whose entries are collected as they come."""

    async def send(self, step: dict[str, Json]) -> None:
        """Sends what a `{"stream": "send"}` step says."""

    def read(self) -> list[dict[str, Json]]:
        """What came since the last read."""

    async def close(self) -> None: ...


class Target(Protocol):
    """One fresh server, in its own world."""

    def seed(self, scenario: dict[str, Any]) -> dict[str, Any]:
        """Makes what the scenario says; tells the ids, tokens and other values it made, by their names in
        scenes. A scenario it cannot make is a ValueError."""

    def now(self) -> float:
        """The server's time in Unix seconds."""

    async def advance(self, seconds: float) -> None:
        """Moves the server's clock, runs what falls due."""

    async def settle(self) -> None:
        """Waits for background work."""

    async def call(self, request: Request) -> Response: ...

    async def open(self, request: Request, by: str) -> tuple[Response, Stream | None]:
        """Opens a stream by `sse` or `ws`; no stream if it was refused."""

    async def close(self) -> None: ...
