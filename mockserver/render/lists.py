"""Lists as they go over the wire (reference: entities.md, List)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clientkit.entities import List

if TYPE_CHECKING:
    from mockserver.store.database import Row


def one(row: Row) -> List:
    return List(id=str(row.id), title=row.title, replies_policy=row.replies_policy, exclusive=row.exclusive)


def many(rows: Iterable[Row]) -> list[List]:
    return [one(row) for row in rows]
