"""Filters of an account with what they hold."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import custom_filter_keywords as KEYWORDS
from mockserver.store.schema import custom_filter_statuses as STATUSES
from mockserver.store.schema import custom_filters as TABLE

_ACCOUNT = sa.bindparam("account_id", type_=sa.BigInteger)
_ID = sa.bindparam("id", type_=sa.BigInteger)
_KEYWORD = (
    sa.select(KEYWORDS)
    .join(TABLE, TABLE.c.id == KEYWORDS.c.custom_filter_id)
    .where(KEYWORDS.c.id == _ID, TABLE.c.account_id == _ACCOUNT)
)
_STATUS = (
    sa.select(STATUSES)
    .join(TABLE, TABLE.c.id == STATUSES.c.custom_filter_id)
    .where(STATUSES.c.id == _ID, TABLE.c.account_id == _ACCOUNT)
)
_ALL_KEYWORDS = (
    sa.select(KEYWORDS)
    .join(TABLE, TABLE.c.id == KEYWORDS.c.custom_filter_id)
    .where(TABLE.c.account_id == _ACCOUNT)
    .order_by(KEYWORDS.c.updated_at, KEYWORDS.c.id)
)


def of_account(db: Database, account_id: int) -> Sequence[Row]:
    return db.find_all(TABLE, order="id", account_id=account_id)


def keywords(db: Database, filter_ids: Sequence[int]) -> Sequence[Row]:
    return db.find_all(KEYWORDS, order="id", custom_filter_id=list(filter_ids)) if filter_ids else []


def statuses(db: Database, filter_ids: Sequence[int]) -> Sequence[Row]:
    return db.find_all(STATUSES, order="id", custom_filter_id=list(filter_ids)) if filter_ids else []


def keyword(db: Database, account_id: int, keyword_id: int) -> Row | None:
    return db.row(_KEYWORD, {"id": keyword_id, "account_id": account_id})


def status(db: Database, account_id: int, place_id: int) -> Row | None:
    return db.row(_STATUS, {"id": place_id, "account_id": account_id})


def all_keywords(db: Database, account_id: int) -> Sequence[Row]:
    """Of all filters, the last changed one last (recording filters/v1_crud)."""
    return db.rows(_ALL_KEYWORDS, {"account_id": account_id})
