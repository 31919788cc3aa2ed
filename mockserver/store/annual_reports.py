"""Generated annual reports, and what they are reckoned from (app/lib/annual_report/)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.schema import (
    follows,
    generated_annual_reports,
    status_stats,
    statuses,
    statuses_tags,
    tags,
)

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row

_ACCOUNT = sa.bindparam("account", type_=sa.BigInteger)
_FROM, _TO = sa.bindparam("start", type_=sa.BigInteger), sa.bindparam("end", type_=sa.BigInteger)
_OF_YEAR = (
    statuses.c.account_id == _ACCOUNT,
    statuses.c.created_at >= _FROM,
    statuses.c.created_at < _TO,
)
_FOR_ALL = statuses.c.visibility.in_(("public", "unlisted"))
_BOOST, _REPLY = statuses.c.reblog_of_id.is_not(None), statuses.c.in_reply_to_id.is_not(None)
_TO_ONESELF = statuses.c.in_reply_to_account_id == statuses.c.account_id


def _counted(condition: sa.ColumnElement[bool], name: str) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0).label(name)


_COUNTS = sa.select(
    sa.func.count().label("statuses"),
    _counted(_FOR_ALL, "for_all"),
    _counted(_BOOST, "boosts"),
    _counted(sa.and_(_REPLY, sa.not_(_TO_ONESELF)), "replies"),
    _counted(sa.and_(sa.not_(_BOOST), sa.or_(sa.not_(_REPLY), _TO_ONESELF)), "standalone"),
    _counted(statuses.c.poll_id.is_not(None), "polls"),
).where(*_OF_YEAR)
_MOST_BOOSTED = (
    sa.select(statuses.c.id)
    .join(status_stats, status_stats.c.status_id == statuses.c.id)
    .where(*_OF_YEAR, _FOR_ALL)
    .order_by(status_stats.c.reblogs_count.desc(), statuses.c.id)
    .limit(1)
)
_SHOWN = sa.func.coalesce(sa.func.nullif(tags.c.display_name, ""), tags.c.name)
_TAGS = (
    sa.select(_SHOWN.label("name"), sa.func.count().label("count"))
    .select_from(
        statuses.join(statuses_tags, statuses_tags.c.status_id == statuses.c.id).join(
            tags, tags.c.id == statuses_tags.c.tag_id
        )
    )
    .where(*_OF_YEAR)
    .group_by(sa.text("1"))
    .having(sa.func.count() > 1)
    .order_by(sa.func.count().desc(), sa.text("1"))
    .limit(1)
)
_FOLLOWERS = sa.select(sa.func.count()).where(
    follows.c.target_account_id == _ACCOUNT, follows.c.created_at >= _FROM, follows.c.created_at < _TO
)


def find(db: Database, account_id: int, year: int) -> Row | None:
    return db.find(generated_annual_reports, account_id=account_id, year=year)


_NOT_VIEWED = (
    sa.select(generated_annual_reports)
    .where(generated_annual_reports.c.account_id == _ACCOUNT, generated_annual_reports.c.viewed_at.is_(None))
    .order_by(generated_annual_reports.c.id)
)


def not_viewed(db: Database, account_id: int) -> Sequence[Row]:
    return db.rows(_NOT_VIEWED, {"account": account_id})


def counts(db: Database, span: dict[str, int]) -> Row:
    """How many statuses there are of each kind. `span`: account, start and end (ms, the end excluded)."""
    row = db.row(_COUNTS, span)
    assert row is not None
    return row


def most_boosted(db: Database, span: dict[str, int]) -> int | None:
    """The id of the status that was boosted most, among those that have been counted at all."""
    found: int | None = db.scalar(_MOST_BOOSTED, span)
    return found


def top_tags(db: Database, span: dict[str, int]) -> list[dict[str, Any]]:
    """The hashtag used most, if it was used twice."""
    return [{"name": row.name, "count": row.count} for row in db.rows(_TAGS, span)]


def followers(db: Database, span: dict[str, int]) -> int:
    return int(db.scalar(_FOLLOWERS, span))
