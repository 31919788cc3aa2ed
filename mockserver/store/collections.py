"""Collections and who is in them (https://docs.joinmastodon.org/methods/collections/)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver import errors
from mockserver.store import relations
from mockserver.store.paging import record_id
from mockserver.store.schema import blocks, collection_items, collections, status_collections

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Database, Row

_ACCOUNT = sa.bindparam("account_id", type_=sa.BigInteger)
_VIEWER = sa.bindparam("viewer_id", type_=sa.BigInteger)
_OTHER = sa.bindparam("other_id", type_=sa.BigInteger)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_LIMIT = sa.bindparam("page_limit", type_=sa.BigInteger)
_OFFSET = sa.bindparam("page_offset", type_=sa.BigInteger)


def by_id(db: Database, collection_id: int) -> Row | None:
    return db.find(collections, id=collection_id)


def by_ids(db: Database, ids: Sequence[int]) -> Sequence[Row]:
    """In no order."""
    return db.find_all(collections, id=list(ids)) if ids else ()


def get(ctx: Context, given: str) -> Row:
    """The collection of an id in a path; raises RecordNotFound."""
    row = by_id(ctx.db, record_id(given))
    if row is None:
        raise errors.RecordNotFound
    return row


def item(ctx: Context, collection: Row, given: str) -> Row:
    """The item of an id in a path, in any state; raises RecordNotFound."""
    row = ctx.db.find(collection_items, id=record_id(given), collection_id=collection.id)
    if row is None:
        raise errors.RecordNotFound
    return row


def hidden_from(ctx: Context, owner_id: int) -> bool:
    """Whether the owner blocks the viewer. Nothing else hides a collection: whoever has its id may see it."""
    viewer = ctx.viewer_id
    return viewer is not None and relations.blocks_account(ctx.db, owner_id, viewer)


_OF_STATUSES = (
    sa.select(status_collections.c.status_id, collections)
    .join(collections, collections.c.id == status_collections.c.collection_id)
    .where(status_collections.c.status_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(collections.c.id)
)


def of_statuses(db: Database, status_ids: Sequence[int]) -> Sequence[Row]:
    """The collections whose addresses they hold, each with its `status_id`."""
    return db.rows(_OF_STATUSES, {"ids": status_ids})


# --- lists

_ALL_MADE = sa.select(collections).where(collections.c.account_id == _ACCOUNT)
_MADE, _SHOWN = (
    made.order_by(collections.c.id.desc()).limit(_LIMIT).offset(_OFFSET)
    for made in (_ALL_MADE, _ALL_MADE.where(collections.c.discoverable.is_(True)))
)
_HOLDING = (
    sa.select(collections)
    .join(collection_items, collection_items.c.collection_id == collections.c.id)
    .where(collection_items.c.account_id == _ACCOUNT)
    .order_by(collection_items.c.id)
    .limit(_LIMIT)
    .offset(_OFFSET)
)
_COUNT_MADE, _COUNT_HOLDING = (
    sa.select(sa.func.count()).where(table.c.account_id == _ACCOUNT)
    for table in (collections, collection_items)
)
_COUNT_SHOWN = _COUNT_MADE.where(collections.c.discoverable.is_(True))


def made_by(db: Database, owner_id: int, limit: int, offset: int, *, everything: bool) -> Sequence[Row]:
    """The collections of an owner, newest first; `everything`: those not discoverable too."""
    given = {"account_id": owner_id, "page_limit": limit, "page_offset": offset}
    return db.rows(_MADE if everything else _SHOWN, given)


def count_made(db: Database, owner_id: int, *, everything: bool = True) -> int:
    return int(db.scalar(_COUNT_MADE if everything else _COUNT_SHOWN, {"account_id": owner_id}))


def holding(db: Database, account_id: int, limit: int, offset: int) -> Sequence[Row]:
    """The collections that an account was ever put in and not taken out of by the owner, in that order."""
    return db.rows(_HOLDING, {"account_id": account_id, "page_limit": limit, "page_offset": offset})


def count_holding(db: Database, account_id: int) -> int:
    return int(db.scalar(_COUNT_HOLDING, {"account_id": account_id}))


# --- items

_BLOCKED = sa.exists().where(
    blocks.c.account_id == _VIEWER, blocks.c.target_account_id == collection_items.c.account_id
)
_ITEMS = (
    sa.select(collection_items)
    .join(collections, collections.c.id == collection_items.c.collection_id)
    .where(
        collection_items.c.collection_id.in_(_IDS),
        sa.or_(
            collection_items.c.state == "accepted",
            sa.and_(collection_items.c.state == "pending", collections.c.account_id == _VIEWER),
        ),
        sa.not_(_BLOCKED),
    )
    .order_by(collection_items.c.id)
)
_BETWEEN = (
    sa.select(collection_items.c.id)
    .join(collections, collections.c.id == collection_items.c.collection_id)
    .where(collections.c.account_id == _ACCOUNT, collection_items.c.account_id == _OTHER)
)


def items_for(db: Database, viewer_id: int | None, ids: Sequence[int]) -> dict[int, list[Row]]:
    """By collection, the items that a viewer sees: accepted ones, to the owner pending ones too, none of
    accounts that the viewer blocks (recording collections/show)."""
    found: dict[int, list[Row]] = {number: [] for number in ids}
    if found:
        for row in db.rows(_ITEMS, {"viewer_id": viewer_id or 0, "ids": list(found)}):
            found[row.collection_id].append(row)
    return found


def members(db: Database, collection_id: int) -> list[int]:
    """Ids of the accepted accounts."""
    rows = db.find_all(collection_items, order="id", collection_id=collection_id, state="accepted")
    return [row.account_id for row in rows]


def items_between(db: Database, owner_id: int, account_id: int) -> list[int]:
    """Ids of the items by which one's collections hold an account."""
    return db.scalars(_BETWEEN, {"account_id": owner_id, "other_id": account_id})
