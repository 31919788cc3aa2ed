"""Threads: what stands above and below a status (app/models/concerns/status/threading_concern.rb;
recordings statuses/context*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver.store.database import Row
from mockserver.store.schema import statuses
from mockserver.store.statuses import gated, viewing
from mockserver.store.visibility import unfiltered

if TYPE_CHECKING:
    from mockserver.context import Context

MOST = 4096
ANONYMOUS_ANCESTORS, ANONYMOUS_DESCENDANTS, ANONYMOUS_DEPTH = 40, 60, 20

_PARENT = sa.select(statuses.c.id, statuses.c.in_reply_to_id).where(statuses.c.id == sa.bindparam("id"))
_CHILDREN = (
    sa.select(statuses.c.id, statuses.c.in_reply_to_id)
    .where(
        statuses.c.in_reply_to_id.in_(sa.bindparam("ids", expanding=True)), statuses.c.reblog_of_id.is_(None)
    )
    .order_by(statuses.c.id)
)
_SHOWN = sa.select(statuses.c.id, statuses.c.account_id, statuses.c.in_reply_to_account_id).where(
    statuses.c.id.in_(sa.bindparam("ids", expanding=True))
)


def ancestors(ctx: Context, status: Row) -> list[int]:
    """Ids from the root down to the parent, of those that the viewer may see and wants to."""
    most = ANONYMOUS_ANCESTORS if ctx.viewer_id is None else MOST
    chain: list[int] = []
    parent = status.in_reply_to_id
    while parent is not None and len(chain) < most:
        row = ctx.db.row(_PARENT, {"id": parent})
        if row is None:
            break
        chain.append(row.id)
        parent = row.in_reply_to_id
    shown = _shown(ctx, chain)
    return [i for i in reversed(chain) if i in shown]


def descendants(ctx: Context, status: Row) -> list[int]:
    """Ids depth first; the answers of authors to themselves come first of all."""
    anonymous = ctx.viewer_id is None
    most, depth = (ANONYMOUS_DESCENDANTS, ANONYMOUS_DEPTH) if anonymous else (MOST, MOST)
    children: dict[int, list[int]] = {}
    level = [status.id]
    while level and depth:
        rows = ctx.db.rows(_CHILDREN, {"ids": level})
        for row in rows:
            children.setdefault(row.in_reply_to_id, []).append(row.id)
        level = [row.id for row in rows]
        depth -= 1
    order: list[int] = []
    stack = list(reversed(children.get(status.id, [])))
    while stack and len(order) < most:
        one = stack.pop()
        order.append(one)
        stack += reversed(children.get(one, []))
    shown = _shown(ctx, order)
    listed = [shown[i] for i in order if i in shown]
    own = [row.id for row in listed if row.in_reply_to_account_id == row.account_id]
    return own + [row.id for row in listed if row.in_reply_to_account_id != row.account_id]


def _shown(ctx: Context, ids: list[int]) -> dict[int, Row]:
    if not ids:
        return {}
    statement = unfiltered(_SHOWN, statuses.c.account_id, anonymous=ctx.viewer_id is None)
    return {row.id: row for row in ctx.db.rows(gated(ctx, statement), viewing(ctx, ids=ids))}
