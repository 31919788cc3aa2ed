"""Work that falls due: scheduled statuses, ends of polls and mutes, processing of media.

Rows of the `due` table; the clock runs them in the order of their times, each in its own transaction with
its own events."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.schema import due as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Database

Job = Callable[["Context", dict[str, Any]], None]
_jobs: dict[str, Job] = {}

_NEXT = sa.select(TABLE).order_by(TABLE.c.at, TABLE.c.id).limit(1)
_NEXT_AT = sa.select(sa.func.min(TABLE.c.at))


def job(kind: str) -> Callable[[Job], Job]:
    """Register what is done when a row of this kind falls due; it gets the row's payload."""

    def register(function: Job) -> Job:
        _jobs[kind] = function
        return function

    return register


def schedule(ctx: Context, kind: str, at: int, **payload: Any) -> None:
    """Have a job run when the clock reaches `at` (ms)."""
    ctx.db.insert(TABLE, at=at, kind=kind, payload=payload)


def next_at(db: Database) -> int | None:
    at: int | None = db.scalar(_NEXT_AT)
    return at


def run_next(ctx: Context) -> None:
    row = ctx.db.row(_NEXT)
    if row is not None:
        _run(ctx, row)


def drop_next(ctx: Context) -> None:
    row = ctx.db.row(_NEXT)
    if row is not None:
        ctx.db.delete(TABLE, id=row.id)


def run_all(ctx: Context, kind: str) -> None:
    """Run every row of a kind now, whatever its time."""
    for row in ctx.db.find_all(TABLE, order="at", kind=kind):
        _run(ctx, row)


def _run(ctx: Context, row: Any) -> None:
    ctx.db.delete(TABLE, id=row.id)
    _jobs[row.kind](ctx, row.payload)
