"""The fake under the laws: in this process, stepped without threads; and over HTTP on the loopback."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import httpx

from contracts.effects import Effects
from contracts.law import Broken
from contracts.recordings.requests import Request
from contracts.targets import asgi
from contracts.targets.fake import BASE_URL
from contracts.targets.http_stream import HttpListening, events
from contracts.targets.server import Credential, Listening
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.testing import fake

ALL_SCOPES = "read write follow push profile"
APP = {"apps": [{"name": "Laws", "scopes": ALL_SCOPES}]}
PROCESSING = 30.0
"""Seconds of the fake's clock within which effects show; nobody waits them."""

REAL_WAIT = 0.05
"""Real seconds that are waited instead, over HTTP."""


class Stepping(httpx.BaseTransport):
    """Runs the application in the caller's thread, one request at a time, and nothing between requests."""

    def __init__(self, app: asgi.Application) -> None:
        self.loop = asyncio.new_event_loop()
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        headers = {name.decode().lower(): value.decode("utf-8") for name, value in request.headers.raw}
        target = request.url.raw_path.decode("ascii")
        step = asgi.call(self._app, Request(request.method, target, headers, request.read()))
        response = self.loop.run_until_complete(step)
        return httpx.Response(
            response.status, headers=response.headers, stream=httpx.ByteStream(response.body)
        )

    def close(self) -> None:
        self.loop.close()


class _People:
    """New accounts for every law."""

    def __init__(self, seed: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self._seed = seed
        self._numbers = itertools.count(1)
        seed(APP)

    def make(self, count: int) -> list[Credential]:
        names = [f"person{next(self._numbers)}" for _ in range(count)]
        made = self._seed(
            {
                "accounts": [{"username": name, "days_old": 30} for name in names],
                "tokens": [{"name": name, "account": name, "scopes": ALL_SCOPES} for name in names],
            }
        )
        return [Credential(name, made["tokens"][name]) for name in names]

    def token(self, person: Credential, scope: str) -> str:
        name = f"{person.name} {scope}"
        made = self._seed({"tokens": [{"name": name, "account": person.name, "scopes": scope}]})
        return str(made["tokens"][name])


class InProcess:
    """A fake in this process. Deterministic: no threads, a clock that only the laws move."""

    title = "a fake, in this process"
    isolated = True
    effects = Effects.PUBLIC
    patience = PROCESSING
    base_url = BASE_URL

    def __init__(self, deviations: frozenset[str] = frozenset(), **options: Any) -> None:
        self._instance = Instance(Options(base_url=BASE_URL, deviations=deviations, **options))
        self._transport = Stepping(self._instance.app)
        self._people = _People(self._instance.seed)
        self.http = httpx.Client(transport=self._transport, base_url=BASE_URL)

    def people(self, count: int, wishes: int) -> list[Credential]:
        return self._people.make(wishes)

    def scoped_token(self, person: Credential, scope: str) -> str | None:
        return self._people.token(person, scope)

    def own(self, id: str) -> None:
        """All of it is our own."""

    def wait(self, seconds: float) -> None:
        self._instance.clock.advance(seconds)
        self._transport.loop.run_until_complete(self._work())

    async def _work(self) -> None:
        """Let everything finish that runs beside the requests."""
        await asyncio.gather(*self._instance.jobs, return_exceptions=True)
        await asgi.run_idle()

    def listen(self, token: str, path: str) -> Listening:
        headers = {"host": "mastodon.example", "authorization": f"Bearer {token}"}
        opening = asgi.open_events(self._instance.app, Request("GET", path, headers))
        response, stream = self._transport.loop.run_until_complete(opening)
        if stream is None:
            raise Broken("the stream opens", 200, response.status)
        return _Stepped(self._transport.loop, stream)

    def close(self) -> None:
        self._transport.loop.run_until_complete(self._work())
        self.http.close()
        self._instance.close()


class _Stepped:
    """A stream that is read after the application has run idle."""

    def __init__(self, loop: asyncio.AbstractEventLoop, stream: asgi.EventStream) -> None:
        self._loop, self._stream = loop, stream

    def read(self) -> list[tuple[str, Any]]:
        self._loop.run_until_complete(asgi.run_idle())
        return events(self._stream.read())

    def close(self) -> None:
        self._loop.run_until_complete(self._stream.close())


class OverHttp:
    """A fake that answers on a port of the loopback."""

    title = "a fake, over HTTP"
    isolated = True
    effects = Effects.PUBLIC
    patience = PROCESSING

    def __init__(self, deviations: frozenset[str] = frozenset(), **options: Any) -> None:
        self._closing = ExitStack()
        self._fake = self._closing.enter_context(fake(None, deviations=deviations, **options))
        self.base_url = self._fake.base_url
        self._people = _People(self._fake.seed)
        self.http = self._closing.enter_context(httpx.Client(base_url=self.base_url, timeout=30))

    def people(self, count: int, wishes: int) -> list[Credential]:
        return self._people.make(wishes)

    def scoped_token(self, person: Credential, scope: str) -> str | None:
        return self._people.token(person, scope)

    def own(self, id: str) -> None:
        """All of it is our own."""

    def wait(self, seconds: float) -> None:
        """The fake's clock moves by all of it, ours by as much as threads and sockets need."""
        self._fake.advance(seconds)
        time.sleep(REAL_WAIT)

    def listen(self, token: str, path: str) -> Listening:
        return HttpListening(f"{self.base_url}{path}", token)

    def close(self) -> None:
        self._closing.close()
