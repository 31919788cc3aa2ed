"""Scheduled statuses, by id: the order of their making, not of their times."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import scheduled_statuses

_OWN = sa.select(scheduled_statuses).where(scheduled_statuses.c.account_id == sa.bindparam("account"))


def page_of(db: Database, account_id: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _OWN, scheduled_statuses.c.id, cursor, account=account_id)


def find(db: Database, row_id: int) -> Row | None:
    return db.find(scheduled_statuses, id=row_id)
