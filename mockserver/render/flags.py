"""What a viewer has done with the statuses of a page: the flags that stand in each of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from mockserver.clock import DAY
from mockserver.store.schema import bookmarks, conversation_mutes, favourites, status_pins, statuses

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

NAMES = ("favourited", "reblogged", "muted", "bookmarked", "pinned")
FAVOURITED, REBLOGGED, MUTED, BOOKMARKED, PINNED = (1 << bit for bit in range(len(NAMES)))

OF_A_BOOST_ALONE = FAVOURITED | REBLOGGED | BOOKMARKED
"""What a boost alone shows of the status within it."""


class Flags(Struct, frozen=True):
    """`marks`: sums of the constants above, by status; `muted`: conversations."""

    marks: dict[int, int]
    muted: set[int]

    def of(self, row: Row) -> int:
        mark = self.marks.get(row.id, 0)
        return mark | MUTED if row.conversation_id in self.muted else mark


NONE = Flags({}, set())


def pinnable(row: Row) -> bool:
    """Whether its author is told if it is pinned."""
    return row.reblog_of_id is None and row.visibility in ("public", "unlisted", "private")


def _statement(chosen: Callable[[sa.Column[Any]], sa.ColumnElement[bool]]) -> sa.CompoundSelect[Any]:
    """All flags of a page in one statement; `chosen`: whether a column names a status of the page."""
    viewer = sa.bindparam("viewer", type_=sa.BigInteger)
    parts = [
        sa.select(sa.literal_column(str(flag)), column).where(
            column.table.c.account_id == viewer, chosen(column)
        )
        for flag, column in (
            (FAVOURITED, favourites.c.status_id),
            (REBLOGGED, statuses.c.reblog_of_id),
            (BOOKMARKED, bookmarks.c.status_id),
            (PINNED, status_pins.c.status_id),
        )
    ]
    parts.append(
        sa.select(sa.literal_column(str(MUTED)), conversation_mutes.c.conversation_id).where(
            conversation_mutes.c.account_id == viewer
        )
    )
    return sa.union_all(*parts)


LONG = DAY << 16
"""How far apart the ids of a day's first and last status are."""

_BY_RANGE = _statement(
    lambda column: column.between(
        sa.bindparam("low", type_=sa.BigInteger), sa.bindparam("high", type_=sa.BigInteger)
    )
)
_BY_ID = _statement(lambda column: column.in_(sa.bindparam("ids", expanding=True)))


def by_status(ctx: Context, ids: Collection[int]) -> Flags:
    """The viewer's flags of these statuses; none without a viewer."""
    if ctx.viewer_id is None or not ids:
        return NONE
    found = Flags({}, set())
    for flag, value in _marked(ctx, ids):
        if flag == MUTED:
            found.muted.add(value)
        else:
            found.marks[value] = found.marks.get(value, 0) | flag
    return found


def _marked(ctx: Context, ids: Collection[int]) -> Sequence[tuple[Any, ...]]:
    """Pairs of a flag and what has it. A range is the cheapest to ask for, and what a viewer has done within
    a day is little; statuses that are far apart may have thousands of others between them."""
    low, high = min(ids), max(ids)
    if high - low < LONG:
        return ctx.db.tuples(_BY_RANGE, {"viewer": ctx.viewer_id, "low": low, "high": high})
    return ctx.db.tuples(_BY_ID, {"viewer": ctx.viewer_id, "ids": ids})
