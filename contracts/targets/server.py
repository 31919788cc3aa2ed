"""What laws need of a server: requests that cannot go astray, people, time, and streams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx

from contracts.effects import Effects


@dataclass(frozen=True)
class Credential:
    """An account to act with. `scoped`: narrower tokens of the same account, by their scope."""

    name: str
    token: str
    scoped: Mapping[str, str] = field(default_factory=dict)


class Listening(Protocol):
    """An open event stream."""

    def read(self) -> list[tuple[str, Any]]:
        """What came since the last read: the event's name, and its payload (decoded where it is an
        object)."""

    def close(self) -> None: ...


class Server(Protocol):
    title: str
    base_url: str
    isolated: bool  # nobody else acts on it: order is total, and many examples are welcome
    effects: Effects
    patience: float  # seconds within which effects must show
    http: httpx.Client

    def people(self, count: int, wishes: int) -> list[Credential]:
        """At least `count` accounts, at most `wishes`. On a server of our own they are new. Raises Unable."""

    def scoped_token(self, person: Credential, scope: str) -> str | None:
        """A token of this account with only this scope; None if there is no way to get one."""

    def own(self, id: str) -> None:
        """Say that an id is the suite's own, and may be acted on."""

    def wait(self, seconds: float) -> None:
        """Let time pass on the server."""

    def listen(self, token: str, path: str) -> Listening: ...

    def close(self) -> None: ...
