"""What a law is: a statement about every Mastodon-compatible server, as a function that tries to see it
broken.

    @law("FAV-INVERSE", "Unfavourite undoes favourite", actors=2, …)
    def favourite_inverse(world: World) -> None: …

Where truth comes from is said by `source`: documentation or recordings of real servers, never our own
server. docs/laws.md lists all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from contracts.effects import Effects

if TYPE_CHECKING:
    from contracts.world import World

Run: TypeAlias = "Callable[[World], None]"


class Spec(Enum):
    """How firmly the API's documentation demands it."""

    MUST = "must"
    SHOULD = "should"
    IMPLIED = "implied"
    UNSPECIFIED = "unspecified"


class Interop(Enum):
    """What breaking it does to clients."""

    PROBLEM = "problem"
    DEGRADED = "degraded"
    UNAFFECTED = "unaffected"


@dataclass(frozen=True, kw_only=True)
class Law:
    id: str
    says: str  # the statement in one line
    run: Run
    actors: int  # accounts without which it cannot be tried
    wishes: int  # accounts with which all of it can be tried
    effects: Effects
    examples: int  # worth trying where the server is ours alone; 1 for a law that draws nothing
    since: str  # the Mastodon version that has all of what it calls
    spec: Spec
    interop: Interop
    source: str
    broken_by: tuple[str, ...]  # deviations of the fake that it must see
    seen_in: tuple[str, ...]  # public reports of servers that broke it


LAWS: dict[str, Law] = {}
"""All laws by id, in the order of declaration."""


def law(
    id: str,
    says: str,
    *,
    source: str,
    broken_by: tuple[str, ...],
    actors: int = 1,
    wishes: int | None = None,
    effects: Effects = Effects.OWN,
    examples: int = 1,
    since: str = "3.5.0",
    spec: Spec = Spec.MUST,
    interop: Interop = Interop.PROBLEM,
    seen_in: tuple[str, ...] = (),
) -> Callable[[Run], Law]:
    """Declare a law. `broken_by`: names of the fake's seeded deviations that prove it can fail."""

    def declare(run: Run) -> Law:
        assert id not in LAWS, id
        LAWS[id] = Law(
            id=id,
            says=says,
            run=run,
            actors=actors,
            wishes=wishes or actors,
            effects=effects,
            examples=examples,
            since=since,
            spec=spec,
            interop=interop,
            source=source,
            broken_by=broken_by,
            seen_in=seen_in,
        )
        return LAWS[id]

    return declare


class Broken(Exception):
    """A law is broken: the server answered against it."""

    def __init__(self, what: str, expected: object = None, got: object = None) -> None:
        super().__init__(what)
        self.what, self.expected, self.got = what, expected, got


class Unable(Exception):
    """A law cannot be tried here. `code`: a word for machines, such as `actors` or `version`."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Unsure(Exception):
    """Something other than the law stood in the way: limits, an overloaded server, the network."""
