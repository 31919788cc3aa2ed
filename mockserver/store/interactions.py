"""Who did what with a status, and what somebody keeps: pages by the ids of those rows, not of statuses or
accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.database import Row
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import accounts, bookmarks, favourites, quotes, statuses
from mockserver.store.statuses import gated, viewing
from mockserver.store.visibility import one_of, unfiltered, wanted

if TYPE_CHECKING:
    from mockserver.context import Context

_KEPT = {
    table: sa.select(table.c.id, table.c.status_id).where(table.c.account_id == sa.bindparam("account"))
    for table in (favourites, bookmarks)
}


def kept(ctx: Context, table: sa.Table, cursor: Cursor) -> Sequence[Row]:
    """Rows (id, status_id) of the caller's favourites or bookmarks. Statuses that can no longer be seen
    stay listed (recording statuses/favourites_list)."""
    return page(ctx.db, _KEPT[table], table.c.id, cursor, account=ctx.me.id)


def _by(
    account: sa.Column[int], row_id: sa.Column[int], *conditions: Any
) -> tuple[sa.Select[Any], sa.Select[Any]]:
    """For anonymous callers and for a viewer."""
    alive = sa.exists().where(accounts.c.id == account, accounts.c.suspended_at.is_(None))
    columns: list[Any] = [row_id.label("id"), account.label("account_id")]
    everyone = sa.select(*columns).where(*conditions, alive)
    return everyone, wanted(everyone, account)


_FAVOURITED_BY = _by(
    favourites.c.account_id, favourites.c.id, favourites.c.status_id == sa.bindparam("status")
)
_REBLOGGED_BY = _by(
    statuses.c.account_id,
    statuses.c.id,
    statuses.c.reblog_of_id == sa.bindparam("status"),
    one_of(statuses.c.visibility, "public", "unlisted"),
)


def favourited_by(ctx: Context, status_id: int, cursor: Cursor) -> Sequence[Row]:
    return _people(ctx, _FAVOURITED_BY, favourites.c.id, status_id, cursor)


def reblogged_by(ctx: Context, status_id: int, cursor: Cursor) -> Sequence[Row]:
    """Only public and unlisted boosts show who made them; the count has all."""
    return _people(ctx, _REBLOGGED_BY, statuses.c.id, status_id, cursor)


def _people(
    ctx: Context,
    forms: tuple[sa.Select[Any], sa.Select[Any]],
    column: sa.Column[int],
    status_id: int,
    cursor: Cursor,
) -> Sequence[Row]:
    everyone, mine = forms
    if ctx.viewer_id is None:
        return page(ctx.db, everyone, column, cursor, status=status_id)
    return page(ctx.db, mine, column, cursor, status=status_id, viewer=ctx.viewer_id)


_QUOTES = sa.select(quotes.c.id, quotes.c.status_id).where(
    quotes.c.quoted_status_id == sa.bindparam("status"), quotes.c.state == "accepted"
)
_QUOTES_BY = (_QUOTES, wanted(_QUOTES, quotes.c.account_id))


def quotes_of(ctx: Context, status_id: int, cursor: Cursor) -> Sequence[Row]:
    """Rows (id, status_id) of accepted quotes, whether the viewer may see them or not; not of accounts that
    the viewer blocks or mutes, or is blocked by."""
    return _people(ctx, _QUOTES_BY, quotes.c.id, status_id, cursor)


_LISTED = (
    sa.select(statuses.c.id)
    .where(statuses.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(statuses.c.id.desc())
)


def listed(ctx: Context, ids: Iterable[int]) -> list[int]:
    """Of these statuses those that the viewer may see and would hear of, the newest first."""
    statement = unfiltered(_LISTED, statuses.c.account_id, anonymous=ctx.viewer_id is None)
    return ctx.db.scalars(gated(ctx, statement), viewing(ctx, ids=list(ids)))
