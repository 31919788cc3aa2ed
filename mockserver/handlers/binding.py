"""Binding handlers to operations.

A handler takes the context and the operation, and gives what is answered: an entity, a list, a `Page` of a
listing, a `Reply`
with a status of its own, or None for `{}`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from clientkit.operations.base import Operation
from mockserver.context import Context

Op = TypeVar("Op", bound=Operation[Any])


@dataclass(slots=True)
class Page:
    """One page of a listing. `first` and `last`: the cursors of its first and last row, None when there is
    none;
    `full`: as many rows as asked for, so that there may be more. Listings by offset give the parameters of
    `next` and `prev`
    themselves; `path` is where the links lead, if not to the path of the call."""

    items: Any
    first: int | None = None
    last: int | None = None
    full: bool = False
    next: dict[str, Any] | None = None
    prev: dict[str, Any] | None = None
    path: str | None = None
    refresh: str | None = None
    """Of a listing that is still being made (206): what its header Mastodon-Async-Refresh says."""


@dataclass(frozen=True, slots=True)
class PagePolicy:
    """What a web page's Content-Security-Policy says beyond the usual. `nonce`: by which the page's own
    style is let in;
    `leads_away`: its forms end at other sites; `rendered`: it is a whole page of the site, with the site's
    one inline script."""

    nonce: str | None = None
    leads_away: bool = False
    rendered: bool = False
    formless: bool = False  # no form of it may be sent anywhere
    framed: bool = False  # other sites may show it in a frame


@dataclass(slots=True)
class Reply:
    """An answer other than 200 with an entity. `body`: an entity, ready bytes, or None for no body."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str | None = None
    policy: PagePolicy | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    operation: type[Operation[Any]]
    handler: Callable[[Context, Any], Any]
    first: Callable[[Context, Any], Any] | None  # a look-up that comes before the token is judged
    prepare: (
        Callable[[Any], Any] | None
    )  # slow work on the parameters, done in a thread; its result is ctx.call.prepared


BINDINGS: dict[type[Operation[Any]], Binding] = {}


def handles(
    operation: type[Op],
    *more: type[Operation[Any]],
    first: Callable[[Context, Any], Any] | None = None,
    prepare: Callable[[Any], Any] | None = None,
) -> Callable[[Callable[[Context, Op], Any]], Callable[[Context, Op], Any]]:
    """Bind a handler to an operation (and to further ones that do the same under another path)."""

    def bind(handler: Callable[[Context, Op], Any]) -> Callable[[Context, Op], Any]:
        bound: tuple[type[Operation[Any]], ...] = (operation, *more)
        for one in bound:
            assert one not in BINDINGS, one
            BINDINGS[one] = Binding(one, handler, first, prepare)
        return handler

    return bind


def page(items: Sequence[Any], cursors: Sequence[int], limit: int) -> Page:
    """A page of `items` whose rows have these cursors, newest first."""
    if not cursors:
        return Page(items)
    return Page(items, first=cursors[0], last=cursors[-1], full=len(cursors) >= limit)
