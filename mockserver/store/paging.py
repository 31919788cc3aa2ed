"""Cutting listings into pages by opaque cursors (reference: pagination.md; app/models/concerns/paginable.rb).

All bounds are exclusive and every page is newest first. `min_id` gives the page just above its cursor,
`since_id` the newest page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from msgspec import UNSET, Struct

from clientkit.operations.base import Operation
from mockserver import errors
from mockserver.store.database import Database, Row

MAX_ID = 2**63 - 1
INSTANCE_ACTOR = -99
"""The id of the account in whose name the server itself speaks: the only one below 0."""
_LEADING = re.compile(r"\s*[+-]?\d+")
_MAX_DIGITS = 40  # far beyond any id; a number of thousands of digits is slow to read, or refused


def integer(text: str | None) -> int | None:
    """The integer in front of a text as Ruby's `to_i` reads it, None when there is none."""
    found = _LEADING.match(text or "")
    return int(found.group().lstrip()[:_MAX_DIGITS]) if found else None


def record_id(text: str | None) -> int:
    """An id given by a caller: text that is none, or none that a row could have, is 0, which no row has."""
    value = integer(text) or 0
    return value if 0 < value <= MAX_ID or value == INSTANCE_ACTOR else 0


class Cursor(Struct, frozen=True):
    """Where a page is cut. `nothing`: the bounds cannot match any row."""

    limit: int
    max_id: int | None = None
    since_id: int | None = None
    min_id: int | None = None
    nothing: bool = False


def limit_of(value: Any, default: int, maximum: int) -> int:
    """Absent is the default; otherwise the absolute value, cut at the maximum; no number is 0."""
    if value is UNSET or value is None:
        return default
    return min(abs(integer(value) or 0), maximum)


def offset_of(value: Any) -> int:
    """Absent and no number are 0. Raises InvalidParameter for what a database refuses: less than 0, more
    than 64 bits."""
    offset = integer(value or None) or 0
    if not 0 <= offset <= MAX_ID:
        raise errors.InvalidParameter("offset is out of range")
    return offset


def cursor(op: Operation[Any]) -> Cursor:
    """The cursor that an operation's parameters describe. Feeds read any text as a number; in other listings
    a text without a number matches nothing. Raises BadRequest for what a real server fails on: a number
    beyond 64 bits, and `limit=0` where an empty page would count as full (P1, P2)."""
    paging = op.declaration.paging
    assert paging is not None
    limit = limit_of(getattr(op, "limit", UNSET), paging.default, paging.maximum)
    if limit == 0 and paging.style in ("P1", "P2"):
        raise errors.InvalidParameter("limit must be a number above 0")
    bounds = {name: _bound(op, name, paging.feed) for name in ("max_id", "since_id", "min_id")}
    if bounds["min_id"] is not None:
        bounds["since_id"] = None
    nothing = limit == 0 or any(value == _NO_NUMBER for value in bounds.values())
    return Cursor(limit, bounds["max_id"], bounds["since_id"], bounds["min_id"], nothing)


_NO_NUMBER = -(2**70)


def _bound(op: Operation[Any], name: str, feed: bool) -> int | None:
    text = getattr(op, name, UNSET)
    if text is UNSET or text is None or text == "":
        return None
    value = integer(text)
    if feed:
        return max(-MAX_ID, min(value or 0, MAX_ID))
    if value is None:
        return _NO_NUMBER
    if abs(value) > MAX_ID:
        raise errors.InvalidParameter(f"{name} is out of range")
    return value


@lru_cache(maxsize=1024)
def _paged(
    statement: sa.Select[Any], column: sa.ColumnElement[int], bounds: tuple[str, ...]
) -> sa.Select[Any]:
    if "max_id" in bounds:
        statement = statement.where(column < sa.bindparam("max_id"))
    if "min_id" in bounds:
        return (
            statement.where(column > sa.bindparam("min_id"))
            .order_by(None)  # whatever order a listing has otherwise, as pinned statuses do
            .order_by(column)
            .limit(sa.bindparam("page_limit"))
        )
    if "since_id" in bounds:
        statement = statement.where(column > sa.bindparam("since_id"))
    return statement.order_by(column.desc()).limit(sa.bindparam("page_limit"))


def page(
    db: Database, statement: sa.Select[Any], column: sa.ColumnElement[int], cursor: Cursor, **parameters: Any
) -> Sequence[Row]:
    """One page of a statement that is built once and kept (a module's constant), newest first."""
    if cursor.nothing:
        return []
    rows = db.rows(*_page(statement, column, cursor, parameters))
    return rows[::-1] if cursor.min_id is not None else rows


def page_of_ids(
    db: Database, statement: sa.Select[Any], column: sa.ColumnElement[int], cursor: Cursor, **parameters: Any
) -> list[int]:
    """As `page`, of a statement that selects ids."""
    if cursor.nothing:
        return []
    ids = db.scalars(*_page(statement, column, cursor, parameters))
    return ids[::-1] if cursor.min_id is not None else ids


def _page(
    statement: sa.Select[Any], column: sa.ColumnElement[int], cursor: Cursor, parameters: dict[str, Any]
) -> tuple[sa.Select[Any], dict[str, Any]]:
    given = {n: v for n in ("max_id", "since_id", "min_id") if (v := getattr(cursor, n)) is not None}
    return _paged(statement, column, tuple(given)), {**parameters, **given, "page_limit": cursor.limit}
