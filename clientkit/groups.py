"""What the generated facade (clientkit/facade.py) stands on: a group of operations that a client sends."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from clientkit.operations.base import Operation

R = TypeVar("R")


class Sends(Protocol):
    def send(self, operation: Operation[R]) -> R: ...


class AsyncSends(Protocol):
    async def send(self, operation: Operation[R]) -> R: ...


class Group:
    """The operations of one page of the documentation."""

    __slots__ = ("_client",)

    def __init__(self, client: Sends) -> None:
        self._client = client


class AsyncGroup:
    """As Group, for an asynchronous client."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncSends) -> None:
        self._client = client


def sendable(operation: type[Operation[Any]]) -> bool:
    """Whether a method makes sense: not for what browsers and other servers read, nor for streams (see
    `client.stream`)."""
    declaration = operation.declaration
    if declaration.page == "streaming":
        return declaration.name == "health"
    return declaration.auth != "session" and declaration.page not in ("site", "activitypub")
