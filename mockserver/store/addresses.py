"""Rows that hold the server's own address: moving a world from one address to another."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.database import Database
from mockserver.store.schema import accounts, status_edits, statuses

_COLUMNS = ((accounts, ("uri", "url")), (statuses, ("uri", "url", "content")), (status_edits, ("content",)))
_MOVE = [
    (
        table,
        sa.update(table).values(
            {
                name: sa.func.replace(table.c[name], sa.bindparam("old"), sa.bindparam("new"))
                for name in columns
            }
        ),
    )
    for table, columns in _COLUMNS
]


def move(db: Database, old: str, new: str) -> None:
    """Write `new` wherever the world says `old`, both as `http://HOST`.

    What is the server's own always goes on with a path: without the slash a port's digits would be taken
    for the beginning of a longer port."""
    with db.transaction():
        for table, statement in _MOVE:
            db.write(statement, {"old": f"{old}/", "new": f"{new}/"}, table=table)
