"""What of an account may be reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import collections, discarded_statuses, reports, statuses, tombstones
from mockserver.store.statuses import gated, viewing

if TYPE_CHECKING:
    from mockserver.context import Context

_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_TARGET = sa.bindparam("target", type_=sa.BigInteger)
_LIVING = sa.select(statuses.c.id).where(statuses.c.id.in_(_IDS), statuses.c.account_id == _TARGET)
_DELETED = sa.select(tombstones.c.status_id).where(
    tombstones.c.status_id.in_(_IDS), tombstones.c.account_id == _TARGET
)


def is_reported(db: Database, status: Row) -> bool:
    """Whether an open report names the status."""
    rows = db.find_all(reports, target_account_id=status.account_id)
    return any(row.action_taken_at is None and status.id in row.status_ids for row in rows)


def discard(db: Database, status: Row) -> None:
    """Keep what a status says that is about to be deleted."""
    columns = {name: getattr(status, name) for name in statuses.c.keys()}  # noqa: SIM118 (no mapping)
    db.upsert(discarded_statuses, {"status_id": status.id}, columns=columns)


def discarded(db: Database, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The columns of those among these statuses that were kept."""
    return [row.columns for row in db.find_all(discarded_statuses, status_id=ids)] if ids else []


def reportable(ctx: Context, target_id: int, ids: Sequence[int]) -> set[int]:
    """Of these statuses those of the target that the viewer may see, and those deleted since."""
    given = {"ids": list(ids), "target": target_id}
    living = ctx.db.scalars(gated(ctx, _LIVING), viewing(ctx, **given))
    return {*living, *ctx.db.scalars(_DELETED, given)}


def are_collections_of(ctx: Context, target_id: int, ids: Sequence[int]) -> bool:
    """Whether these ids, each named once, are all of collections that the target has made."""
    return not ids or len(ctx.db.find_all(collections, id=list(ids), account_id=target_id)) == len(ids)
