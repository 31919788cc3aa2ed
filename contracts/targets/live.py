"""Any server at a URL, with the tokens that its owner gave: careful, slow, and cleaning up after itself."""

from __future__ import annotations

import os
import re
import time
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from contracts.answers import decoded, hindrance
from contracts.effects import Effects
from contracts.law import Unable
from contracts.targets.guard import Guard
from contracts.targets.http_stream import HttpListening, StreamRefused
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
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """`transport`: what is called in the place of the network."""
        self.base_url = base_url.rstrip("/")
        self.title = self.base_url
        self.effects = effects if people else Effects.READ
        self.given = people
        self._host = httpx.URL(self.base_url).host
        paced = _Paced(transport or httpx.HTTPTransport(retries=1), pause)
        self.guard = Guard(paced, {self._host}, self.effects, most)
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
        try:
            return HttpListening(f"{self._streaming_url()}{path}", token)
        except StreamRefused as refused:
            hindrance(refused.answer, next((one.name for one in self.given if one.token == token), None))
            raise

    def _streaming_url(self) -> str:
        """Where the instance says that its streams are: the same host, one below or above it, and no less
        safe; else no token is sent there."""
        url = streaming_url(self._described()) or self.base_url
        url = url.replace("wss://", "https://").replace("ws://", "http://").rstrip("/")
        host = urlsplit(url).hostname or ""
        if not (host == self._host or _same_site(host, self._host)):
            raise Unable("stream-host", f"streams are at {host}, which tokens are not sent to")
        if self.base_url.startswith("https:") and not url.startswith("https:"):
            raise Unable("stream-host", f"streams are at {url}, where tokens would be sent in the clear")
        return url

    def _described(self) -> Any:
        for version in ("v2", "v1"):
            told = decoded(self.http.get(f"/api/{version}/instance"))
            if isinstance(told, dict) and "error" not in told:
                return told
        return {}

    def close(self) -> None:
        self.http.close()


def streaming_url(instance: Any) -> str:
    """The address of streams in the description of an instance, of either version; "" where it is not
    told."""
    for path in (("configuration", "urls", "streaming"), ("urls", "streaming_api")):
        told = instance
        for key in path:
            told = told.get(key) if isinstance(told, dict) else None
        if isinstance(told, str):
            return told
    return ""


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
    `token` or `token_env`, and `[NAME.scoped]` with tokens by scope. Raises ActorsError."""
    full: dict[str, str] = {}
    scoped: dict[str, dict[str, str]] = {}
    for text in tokens:
        found = _TOKEN.fullmatch(text)
        if found is None:
            raise ActorsError(
                f"{text.partition('=')[0]!r} is not understood; write NAME=TOKEN or NAME[SCOPE]=TOKEN"
            )
        name, scope, value = found["name"], found["scope"], found["token"]
        held, key = (full, name) if scope is None else (scoped.setdefault(name, {}), scope)
        if key in held:
            raise ActorsError(f"{text.partition('=')[0]!r} is given twice")
        held[key] = value
    if file is not None:
        tables = _tables(file)
        if not tables:
            raise ActorsError(f"{file}: names no account")
        for name, table in tables.items():
            full[name] = _token_in(file, name, table)
            scoped.setdefault(name, {}).update(_narrow_in(file, name, table))
    for name in scoped:
        if name not in full:
            raise ActorsError(f"{name} has only narrow tokens; give {name}=TOKEN with all scopes too")
    for token in (*full.values(), *(token for narrow in scoped.values() for token in narrow.values())):
        if not _IN_A_HEADER.fullmatch(token):
            raise ActorsError("a token has characters that no token has; is it quoted or cut off?")
    return [Credential(name, token, scoped.get(name, {})) for name, token in full.items()]


_TOKEN = re.compile(r"(?P<name>[^=\[\]]+)(\[(?P<scope>[^=\[\]]+)\])?=(?P<token>.+)")
_IN_A_HEADER = re.compile(r"[!-~]+")


def _tables(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text())
    except (OSError, ValueError) as error:
        raise ActorsError(f"{file}: cannot be read: {error}") from error


def _narrow_in(file: Path, name: str, table: dict[str, Any]) -> dict[str, str]:
    narrow = table.get("scoped", {})
    if not isinstance(narrow, dict) or not all(isinstance(token, str) for token in narrow.values()):
        raise ActorsError(f"{file}: [{name}.scoped] must be a table of tokens by scope")
    return narrow


def _token_in(file: Path, name: str, table: Any) -> str:
    unset = ""
    if isinstance(table, dict):
        variable = table.get("token_env")
        token = table.get("token") or (os.environ.get(variable) if isinstance(variable, str) else None)
        if isinstance(token, str) and token:
            return token
        unset = f"; {variable} is not set" if variable else ""
    raise ActorsError(
        f'{file}: [{name}] needs token = "…", or token_env = the name of an environment variable that is '
        f"set{unset}"
    )
