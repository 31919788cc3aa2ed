"""What the server knows of itself: totals, the weeks' activity, other servers, rules and terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import (
    account_stats,
    accounts,
    domain_blocks,
    rules,
    statuses,
    terms_of_services,
    users,
)

_FROM, _TO = sa.bindparam("start", type_=sa.BigInteger), sa.bindparam("end", type_=sa.BigInteger)
_COUNTED_USERS = (
    sa.select(sa.func.count())
    .select_from(users.join(accounts, accounts.c.id == users.c.account_id))
    .where(accounts.c.suspended_at.is_(None), users.c.confirmed_at.is_not(None))
)
_STATUSES = (
    sa.select(sa.func.coalesce(sa.func.sum(account_stats.c.statuses_count), 0))
    .select_from(account_stats.join(accounts, accounts.c.id == account_stats.c.account_id))
    .where(accounts.c.domain.is_(None))
)
_KNOWN_DOMAINS = sa.union(
    sa.select(accounts.c.domain).where(accounts.c.domain.is_not(None)), sa.select(domain_blocks.c.domain)
).subquery()
_DOMAINS = sa.select(sa.func.count()).select_from(_KNOWN_DOMAINS)
_PEERS = (
    sa.select(accounts.c.domain)
    .where(accounts.c.domain.is_not(None), accounts.c.domain.not_in(sa.select(domain_blocks.c.domain)))
    .group_by(accounts.c.domain)
    .order_by(sa.func.min(accounts.c.id))
)
_REGISTERED = sa.select(sa.func.count()).where(users.c.confirmed_at >= _FROM, users.c.confirmed_at < _TO)
_POSTED = (
    sa.select(sa.func.count())
    .select_from(statuses.join(accounts, accounts.c.id == statuses.c.account_id))
    .where(
        accounts.c.domain.is_(None),
        statuses.c.reblog_of_id.is_(None),
        statuses.c.visibility.in_(("public", "unlisted")),
        statuses.c.created_at >= _FROM,
        statuses.c.created_at < _TO,
    )
)
_RULES = sa.select(rules).order_by(rules.c.priority, rules.c.id)
_SEVERITY = sa.case((domain_blocks.c.severity == "silence", 0), else_=1)
_PUBLISHED_BLOCKS = (
    sa.select(domain_blocks)
    .where(domain_blocks.c.severity.in_(("silence", "suspend")))
    .order_by(_SEVERITY, domain_blocks.c.domain)
)
_TERMS = sa.select(terms_of_services).where(terms_of_services.c.published_at.is_not(None))
_DATED = sa.func.coalesce(terms_of_services.c.effective_date, sa.literal(""))
_TODAY = sa.bindparam("today", type_=sa.Text)
_TERMS_IN_EFFECT = (
    _TERMS.where(_DATED <= _TODAY).order_by(_DATED.desc(), terms_of_services.c.id.desc()).limit(1)
)
_TERMS_TO_COME = _TERMS.where(_DATED > _TODAY).order_by(_DATED).limit(1)


def user_count(db: Database) -> int:
    """Local users, without suspended and unconfirmed ones."""
    return int(db.scalar(_COUNTED_USERS))


def status_count(db: Database) -> int:
    """Local statuses as profiles count them: without direct ones."""
    return int(db.scalar(_STATUSES))


def domain_count(db: Database) -> int:
    return int(db.scalar(_DOMAINS))


def peers(db: Database) -> list[str]:
    """Known domains without a block of any severity, in the order in which they came."""
    return db.scalars(_PEERS)


def registered(db: Database, start: int, end: int) -> int:
    return int(db.scalar(_REGISTERED, {"start": start, "end": end}))


def posted(db: Database, start: int, end: int) -> int:
    """Public and unlisted posts of local accounts; boosts are none."""
    return int(db.scalar(_POSTED, {"start": start, "end": end}))


def rules_in_order(db: Database) -> Sequence[Row]:
    return db.rows(_RULES)


def published_blocks(db: Database) -> Sequence[Row]:
    return db.rows(_PUBLISHED_BLOCKS)


def current_terms(db: Database, today: str) -> Row | None:
    """The latest in effect, else the next to come; drafts are never shown. `today`: YYYY-MM-DD."""
    return db.row(_TERMS_IN_EFFECT, {"today": today}) or upcoming_terms(db, today)


def upcoming_terms(db: Database, today: str) -> Row | None:
    """The next terms after a date."""
    return db.row(_TERMS_TO_COME, {"today": today})


def terms_of(db: Database, date: str) -> Row | None:
    row: Any = db.find(terms_of_services, effective_date=date)
    return row if row is not None and row.published_at is not None else None
