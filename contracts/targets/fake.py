"""The fake as a target: a fresh instance in this process, told to be as strict as a real server."""

from __future__ import annotations

from typing import Any

from contracts.recordings.answers import Response
from contracts.recordings.requests import Request
from contracts.targets import asgi
from contracts.targets.base import Stream
from mockserver.instance import Instance
from mockserver.options import Options

BASE_URL = "https://mastodon.example"


class Fake:
    """One fresh instance of the fake. `start_at`: Unix seconds at which its clock stands until moved."""

    def __init__(self, start_at: float | None = None) -> None:
        self._instance = Instance(Options.real(base_url=BASE_URL, start_at=start_at))

    def seed(self, scenario: dict[str, Any]) -> dict[str, Any]:
        made = self._instance.seed(scenario)
        names: dict[str, Any] = {f"{name}.id": id for name, id in made.get("accounts", {}).items()}
        names |= {f"{name}.token": token for name, token in made.get("tokens", {}).items()}
        for app in made.get("apps", {}).values():
            names |= {"app.client_id": app["client_id"], "app.client_secret": app["client_secret"]}
        return names | made.get("saved", {})

    def now(self) -> float:
        return self._instance.clock.seconds()

    async def advance(self, seconds: float) -> None:
        self._instance.clock.advance(seconds)
        await asgi.run_idle()

    async def settle(self) -> None:
        await self._instance.settle()

    async def call(self, request: Request) -> Response:
        return await asgi.call(self._instance.app, request)

    async def open(self, request: Request, by: str) -> tuple[Response, Stream | None]:
        if by == "ws":
            return await asgi.open_socket(self._instance.app, request)
        return await asgi.open_events(self._instance.app, request)

    async def close(self) -> None:
        self._instance.close()
