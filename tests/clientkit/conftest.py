"""A server that answers from a list, and a client of it whose clock stands still but for its sleeping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from clientkit import Client

NOW = 1_800_000_000.0


class Scripted:
    """`answers`: an httpx.Response or an exception for each request, the last one for all further ones."""

    def __init__(self) -> None:
        self.answers: list[httpx.Response | Exception] = []
        self.requests: list[httpx.Request] = []
        self.slept: list[float] = []
        self.now = NOW

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def client(self, **options: Any) -> Client:
        transport = httpx.MockTransport(self.answer)
        client = Client("https://h.example", "secret", transport=transport, sleep=self.sleep, **options)
        client.session.now = lambda: self.now
        client.session.jitter = lambda: 0.0
        return client

    @property
    def paths(self) -> list[str]:
        return [request.url.raw_path.decode() for request in self.requests]


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    yield Scripted()


Reply = Callable[..., httpx.Response]


@pytest.fixture
def reply() -> Reply:
    def make(status: int = 200, json: Any = None, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.Response(status, json={} if json is None else json, headers=named)

    return make
