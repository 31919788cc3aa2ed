"""What the pages of the dashboard have in common: spans of time, and what a figure is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from clientkit.operations.base import Operation
from mockserver import clock, errors
from mockserver.store.dialect import LONGEST_PATTERN
from mockserver.store.paging import record_id

EARLIEST, LATEST = -60_000_000_000_000, 250_000_000_000_000
"""From the year 68 to the year 9892, in ms: a year before and after them there are dates yet."""


def moment(given: Any) -> int | None:
    """In ms; None when nothing is given. Raises Unprocessable."""
    if not isinstance(given, str) or not given.strip():
        return None
    try:
        found = clock.parse(given)
    except (ValueError, TypeError, OverflowError):
        raise errors.Unprocessable("Invalid date supplied") from None
    if not EARLIEST <= found <= LATEST:
        raise errors.Unprocessable("Invalid date supplied")
    return found


def require_parameters(op: Operation[Any], *names: str) -> None:
    """Raises ParameterMissing for the first that is absent or blank."""
    for name in names:
        given = getattr(op, name)
        if not given or (isinstance(given, str) and not given.strip()):
            raise errors.ParameterMissing(name)


def required_moment(given: Any, name: str) -> int:
    """Raises Unprocessable, and ParameterMissing for what is no text."""
    found = moment(given)
    if found is None:
        raise errors.ParameterMissing(name)
    return found


def keys_of(given: Any, known: Any) -> list[str]:
    """The known ones among the asked ones."""
    asked: Sequence[str] = [given] if isinstance(given, str) else given or []
    return [key for key in asked if key in known]


def subject_of(op: Operation[Any], key: str, kind: str | None) -> dict[str, Any]:
    """What a figure is about, as its statement wants it. Raises ParameterMissing."""
    if kind is None:
        return {}
    given = getattr(op, key)
    if given is UNSET or given is None:
        raise errors.ParameterMissing(key)
    if kind == "tag":
        return {"tag": record_id(given.id if isinstance(given.id, str) else None)}
    domain = given.domain if isinstance(given.domain, str) else None
    if domain is None or given.include_subdomains is not True:
        return {"domain": domain, "below": None}
    return {"domain": domain, "below": f"%.{domain[:LONGEST_PATTERN]}"}
