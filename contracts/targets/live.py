"""Any server at a URL, with the tokens that its owner gave: careful, slow, and cleaning up after itself."""

from __future__ import annotations

import os
import time
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from contracts.effects import Effects
from contracts.law import Unable
from contracts.targets.guard import Guard
from contracts.targets.http_stream import HttpListening
from contracts.targets.server import Credential, Listening

PAUSE = 0.2
"""Seconds between requests, out of courtesy; the limits of a server are heeded by what the laws cost."""

USER_AGENT = "fakestodon-check (contract tests of the Mastodon API)"


class ActorsError(ValueError):
    """A mistake in what was said about accounts: tells what would be right."""


class Live:
    """Without tokens it is only read, whatever `effects` allows."""

    isolated = False
    patience = 30.0

    def __init__(
        self,
        base_url: str,
        people: list[Credential],
        effects: Effects,
        *,
        pause: float = PAUSE,
        most: int = 1500,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.title = self.base_url
        self.effects = effects if people else Effects.READ
        self.given = people
        self._host = urlsplit(self.base_url).hostname or ""
        self.guard = Guard(_Paced(httpx.HTTPTransport(retries=1), pause), {self._host}, self.effects, most)
        headers = {"User-Agent": USER_AGENT, "Cache-Control": "no-cache"}
        self.http = httpx.Client(transport=self.guard, base_url=self.base_url, headers=headers, timeout=30)

    def people(self, count: int, wishes: int) -> list[Credential]:
        if len(self.given) < count:
            raise Unable("actors", f"needs the tokens of {count} accounts, {len(self.given)} given")
        return self.given[:wishes]

    def scoped_token(self, person: Credential, scope: str) -> str | None:
        return person.scoped.get(scope)

    def own(self, id: str) -> None:
        self.guard.own.add(id)

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)

    def listen(self, token: str, path: str) -> Listening:
        return HttpListening(f"{self._streaming_url()}{path}", token)

    def _streaming_url(self) -> str:
        """Where the instance says that its streams are: the same host, one below or above it; else no token
        is sent there."""
        told: Any = self.http.get("/api/v2/instance").json()
        url = str(told.get("configuration", {}).get("urls", {}).get("streaming") or self.base_url)
        host = urlsplit(url).hostname or ""
        if not (host == self._host or _same_site(host, self._host)):
            raise Unable("stream-host", f"streams are at {host}, which tokens are not sent to")
        return url.replace("wss://", "https://").replace("ws://", "http://").rstrip("/")

    def close(self) -> None:
        self.http.close()


def _same_site(one: str, other: str) -> bool:
    return one.endswith(f".{other}") or other.endswith(f".{one}")


class _Paced(httpx.BaseTransport):
    def __init__(self, inner: httpx.BaseTransport, pause: float) -> None:
        self._inner, self._pause = inner, pause

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        time.sleep(self._pause)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def people_of(tokens: tuple[str, ...], file: Path | None) -> list[Credential]:
    """Accounts from `NAME=TOKEN` and `NAME[SCOPE]=TOKEN`, and from a TOML file of tables `[NAME]` with
    `token` or `token_env`, and `[NAME.scoped]` with tokens by scope."""
    full: dict[str, str] = {}
    scoped: dict[str, dict[str, str]] = {}
    for text in tokens:
        name, equals, value = text.partition("=")
        if not equals or not name or not value:
            raise ActorsError(
                f"{text.partition('=')[0]!r} is not understood; write NAME=TOKEN or NAME[SCOPE]=TOKEN"
            )
        who, bracket, scope = name.partition("[")
        if bracket:
            scoped.setdefault(who, {})[scope.rstrip("]")] = value
        else:
            full[who] = value
    for name, table in (tomllib.loads(file.read_text()) if file is not None else {}).items():
        full[name] = _token_in(name, table)
        scoped.setdefault(name, {}).update(table.get("scoped", {}))
    for name in scoped:
        if name not in full:
            raise ActorsError(f"{name} has only narrow tokens; give {name}=TOKEN with all scopes too")
    return [Credential(name, token, scoped.get(name, {})) for name, token in full.items()]


def _token_in(name: str, table: Any) -> str:
    if isinstance(table, dict):
        token = table.get("token") or os.environ.get(table.get("token_env", ""))
        if token:
            return str(token)
    raise ActorsError(
        f'[{name}] needs token = "…", or token_env = the name of an environment variable that is set'
    )
