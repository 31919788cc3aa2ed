"""What of an account may be reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.schema import statuses, tombstones
from mockserver.store.statuses import gated, viewing

if TYPE_CHECKING:
    from mockserver.context import Context

_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_TARGET = sa.bindparam("target", type_=sa.BigInteger)
_LIVING = sa.select(statuses.c.id).where(statuses.c.id.in_(_IDS), statuses.c.account_id == _TARGET)
_DELETED = sa.select(tombstones.c.status_id).where(
    tombstones.c.status_id.in_(_IDS), tombstones.c.account_id == _TARGET
)


def reportable(ctx: Context, target_id: int, ids: Sequence[int]) -> set[int]:
    """Of these statuses those of the target that the viewer may see, and those deleted since."""
    given = {"ids": list(ids), "target": target_id}
    living = ctx.db.scalars(gated(ctx, _LIVING), viewing(ctx, **given))
    return {*living, *ctx.db.scalars(_DELETED, given)}
