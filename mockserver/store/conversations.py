"""The entries of direct conversations: one for each account, thread and set of participants (table
account_conversations)."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import account_conversations as TABLE

_OF_ACCOUNT = sa.select(TABLE).where(TABLE.c.account_id == sa.bindparam("account_id", type_=sa.BigInteger))


def listing(db: Database, account_id: int, cursor: Cursor) -> Sequence[Row]:
    """One page of somebody's conversations, by their last statuses."""
    return page(db, _OF_ACCOUNT, TABLE.c.last_status_id, cursor, account_id=account_id)


def own(db: Database, account_id: int, entry_id: int) -> Row | None:
    return db.find(TABLE, id=entry_id, account_id=account_id) if entry_id else None


def by_id(db: Database, entry_id: int) -> Row | None:
    return db.find(TABLE, id=entry_id)


def of_thread(db: Database, account_id: int, conversation_id: int) -> Sequence[Row]:
    """Somebody's entries of one thread."""
    return db.find_all(TABLE, order="id", account_id=account_id, conversation_id=conversation_id)


def holding(db: Database, conversation_id: int, status_id: int) -> list[Row]:
    """Everybody's entries of a thread that hold a status."""
    return [
        row
        for row in db.find_all(TABLE, order="id", conversation_id=conversation_id)
        if status_id in row.status_ids
    ]


def with_participant(db: Database, account_id: int, other_id: int) -> list[Row]:
    """Somebody's entries in which another takes part."""
    return [
        row for row in db.find_all(TABLE, account_id=account_id) if other_id in row.participant_account_ids
    ]
