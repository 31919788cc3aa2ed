"""A server with alice and bob, spoken to over ASGI within the loop of the test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest

from mockserver import fixtures
from mockserver.instance import Instance
from mockserver.options import Options, Processing

BASE = "https://fake.example"


class Server:
    """An instance and calls to it; `run` plays a coroutine that makes them."""

    def __init__(self, **media_processing: Processing) -> None:
        options = Options(base_url=BASE, start_at=1_800_000_000, seed=1)
        if media_processing:
            options = Options(
                base_url=BASE, start_at=1_800_000_000, seed=1, media_processing=media_processing
            )
        self.instance = Instance(options)
        self.instance.seed(
            {
                "accounts": [
                    {"username": name, "email": f"{name}@mail.example", "password": "x" * 12}
                    for name in ("alice", "bob")
                ],
                "apps": [{"name": "App", "scopes": "read write"}],
                "tokens": [
                    {"name": name, "account": name, "scopes": "read write"} for name in ("alice", "bob")
                ],
            }
        )

    def run(self, play: Callable[[httpx.AsyncClient], Coroutine[Any, Any, None]]) -> None:
        async def scene() -> None:
            transport = httpx.ASGITransport(self.instance.app)
            headers = {"Authorization": f"Bearer {self.instance.names['tokens']['alice']}"}
            async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
                await play(client)

        asyncio.run(scene())
        self.instance.close()

    async def work_done(self) -> None:
        """Wait for the threads, without letting anything be shown earlier than its rule says."""
        while self.instance.jobs:
            await asyncio.gather(*self.instance.jobs)


def upload(name: str, content_type: str = "") -> dict[str, Any]:
    return {"file": (name, fixtures.media(name), content_type)}


@pytest.fixture
def server() -> Server:
    return Server()
