"""What the lists of moderators have in common: paging, and looking for a row before the role is judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Operation
from mockserver.context import Context
from mockserver.domain.staff import Permission, require
from mockserver.handlers.binding import Page, page
from mockserver.store import admin as store
from mockserver.store.database import Row, Table
from mockserver.store.paging import cursor


def listing(
    ctx: Context,
    op: Operation[Any],
    table: Table,
    permission: Permission,
    render: Callable[[Context, Row], Any],
) -> Page:
    require(ctx, permission)
    cut = cursor(op)
    rows: Sequence[Row] = store.list_records(ctx.db, table, cut)
    return page([render(ctx, row) for row in rows], [row.id for row in rows], cut.limit)


def found(ctx: Context, table: Table, given: str, permission: Permission) -> Row:
    """Raises RecordNotFound before NotPermitted."""
    row = store.record(ctx, table, given)
    require(ctx, permission)
    return row


def sent(op: Operation[Any], *names: str) -> dict[str, Any]:
    """Those of these parameters that were sent."""
    values = {name: getattr(op, name) for name in names}
    return {name: value for name, value in values.items() if value is not UNSET}


def text(value: str | msgspec.UnsetType | None) -> str:
    return value if isinstance(value, str) else ""
