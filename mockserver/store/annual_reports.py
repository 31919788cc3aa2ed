"""What a year's report counts, and the reports that there are."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import follows, status_stats, statuses, statuses_tags, tags
from mockserver.store.schema import generated_annual_reports as TABLE

_START, _END = sa.bindparam("start", type_=sa.BigInteger), sa.bindparam("end", type_=sa.BigInteger)
_POSTS = (
    sa.select(statuses, status_stats.c.reblogs_count)
    .outerjoin(status_stats, status_stats.c.status_id == statuses.c.id)
    .where(
        statuses.c.account_id == sa.bindparam("account_id", type_=sa.BigInteger),
        statuses.c.created_at >= _START,
        statuses.c.created_at < _END,
    )
    .order_by(statuses.c.id)
)
_TAGS = (
    sa.select(sa.func.coalesce(tags.c.display_name, tags.c.name))
    .join(statuses_tags, statuses_tags.c.tag_id == tags.c.id)
    .where(statuses_tags.c.status_id.in_(sa.bindparam("ids", expanding=True)))
)
_FOLLOWERS = sa.select(sa.func.count()).where(
    follows.c.target_account_id == sa.bindparam("account_id", type_=sa.BigInteger),
    follows.c.created_at >= _START,
    follows.c.created_at < _END,
)


def posts(db: Database, account_id: int, start: int, end: int) -> Sequence[Row]:
    """With how often they were boosted. `start`, `end`: in ms, the end excluded."""
    return db.rows(_POSTS, {"account_id": account_id, "start": start, "end": end})


def tags_used(db: Database, status_ids: list[int]) -> list[str]:
    """A name for each use."""
    return db.scalars(_TAGS, {"ids": status_ids}) if status_ids else []


def followers_won(db: Database, account_id: int, start: int, end: int) -> int:
    return int(db.scalar(_FOLLOWERS, {"account_id": account_id, "start": start, "end": end}))


def unviewed(db: Database, account_id: int) -> list[Row]:
    return [row for row in db.find_all(TABLE, order="id", account_id=account_id) if row.viewed_at is None]


def of_year(db: Database, account_id: int, year: str) -> Row | None:
    if not year.isdecimal() or len(year) > 4:
        return None
    return db.find(TABLE, account_id=account_id, year=int(year))
