"""What passes between the sans-IO part of the client and the drivers that do the I/O (docs/client.md).

A flow is a generator: it yields what is to be done, is sent what came of it, and returns its result. httpx's
`auth_flow` is the model. Nothing here or in the flows knows httpx, sockets or the event loop.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Request:
    """One HTTP request. `url` is absolute; `body` None sends none."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class Response:
    """One HTTP answer, read to its end. `headers` looks names up whatever their case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Failure:
    """The network's fault: no answer. `sent`: whether the server may have seen the request nevertheless."""

    error: Exception
    sent: bool = True


@dataclass(frozen=True)
class Sleep:
    """Wait for some seconds."""

    seconds: float


Step: TypeAlias = Request | Sleep
Outcome: TypeAlias = Response | Failure | None
"""What a flow is sent: an answer or a failure for a Request, None after a Sleep."""

Flow: TypeAlias = Generator[Step, Outcome, T]
