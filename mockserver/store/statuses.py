"""Finding statuses. Whatever shows a status to somebody finds it here, behind the gate of
`store.visibility`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver import errors
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import status_stats, statuses
from mockserver.store.visibility import visible

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Database


class Extra(IntEnum):
    """What belongs to a status beside its row; saves rendering the look into empty tables."""

    MEDIA = 1
    MENTIONS = 2
    TAGS = 4
    POLL = 8
    QUOTE = 16
    CARD = 32
    COLLECTIONS = 128


_ID = sa.select(statuses.c.id).where(statuses.c.id == sa.bindparam("id"))
_BY_ID = sa.select(statuses).where(statuses.c.id == sa.bindparam("id"))
_WITH_COUNTERS = sa.select(
    statuses,
    status_stats.c.replies_count,
    status_stats.c.reblogs_count,
    status_stats.c.favourites_count,
    status_stats.c.quotes_count,
).outerjoin(status_stats, status_stats.c.status_id == statuses.c.id)
_ONE_WITH_COUNTERS = _WITH_COUNTERS.where(statuses.c.id == sa.bindparam("id"))
_MANY_WITH_COUNTERS = _WITH_COUNTERS.where(statuses.c.id.in_(sa.bindparam("ids", expanding=True)))
_VISIBLE_IDS = sa.select(statuses.c.id).where(statuses.c.id.in_(sa.bindparam("ids", expanding=True)))


def viewing(ctx: Context, **parameters: Any) -> dict[str, Any]:
    """Parameters for a statement behind the gate."""
    viewer = ctx.viewer_id
    return parameters if viewer is None else {**parameters, "viewer": viewer}


def gated(ctx: Context, statement: sa.Select[Any]) -> sa.Select[Any]:
    """The statement behind the gate for this viewer; to be run with `viewing(ctx, …)`."""
    return visible(statement, anonymous=ctx.viewer_id is None)


def find_visible(ctx: Context, status_id: int) -> Row | None:
    return ctx.db.row(gated(ctx, _BY_ID), viewing(ctx, id=status_id)) if status_id else None


def get(ctx: Context, given: str) -> Row:
    """The status of an id in a path, if the viewer may see it; raises NotFound."""
    status = find_visible(ctx, record_id(given))
    if status is None:
        raise errors.NotFound
    return status


def visible_id(ctx: Context, given: str) -> int:
    """As `get`, for who needs no more than to know that it may be seen."""
    found = ctx.db.scalar(gated(ctx, _ID), viewing(ctx, id=record_id(given)))
    if found is None:
        raise errors.NotFound
    return int(found)


def own(ctx: Context, given: str) -> Row:
    """The caller's own status; raises RecordNotFound."""
    status = ctx.db.row(_BY_ID, {"id": record_id(given)})
    if status is None or status.account_id != ctx.viewer_id:
        raise errors.RecordNotFound
    return status


def original(ctx: Context, status: Row) -> Row:
    """What a boost boosts; any other status itself."""
    if status.reblog_of_id is None:
        return status
    found = by_id(ctx.db, status.reblog_of_id)
    assert found is not None
    return found


def by_id(db: Database, status_id: int) -> Row | None:
    """Past the gate: for effects, never to show."""
    return db.row(_BY_ID, {"id": status_id})


def by_ids(db: Database, ids: Iterable[int]) -> dict[int, Row]:
    """Past the gate: for effects, and for rendering what has passed it."""
    wanted = list(set(ids))
    return {row.id: row for row in db.find_all(statuses, id=wanted)} if wanted else {}


def with_counters(db: Database, ids: Iterable[int]) -> dict[int, Row]:
    """As `by_ids`, with the counters beside, null where nothing was counted yet."""
    wanted = list(set(ids))
    if len(wanted) == 1:
        row = db.row(_ONE_WITH_COUNTERS, {"id": wanted[0]})
        return {} if row is None else {row.id: row}
    return {row.id: row for row in db.rows(_MANY_WITH_COUNTERS, {"ids": wanted})} if wanted else {}


def visible_ids(ctx: Context, ids: Iterable[int]) -> set[int]:
    wanted = list(set(ids))
    return set(ctx.db.scalars(gated(ctx, _VISIBLE_IDS), viewing(ctx, ids=wanted))) if wanted else set()


def count(db: Database, status_id: int, **by: int) -> None:
    """Add to the counters of a status; the row appears at the first."""
    if not db.increment(status_stats, {"status_id": status_id}, **by):
        db.insert(status_stats, status_id=status_id, **{name: max(value, 0) for name, value in by.items()})
