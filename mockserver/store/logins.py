"""Who was here on which day (app/lib/activity_tracker.rb)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store.schema import logins, users

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row

_DAY = logins.c.day
_BETWEEN = sa.select(sa.func.count(sa.distinct(logins.c.user_id))).where(
    sa.bindparam("start", type_=sa.BigInteger) <= _DAY, sa.bindparam("end", type_=sa.BigInteger) > _DAY
)


def is_due(user: Row, now: int) -> bool:
    """Whether a user is here for the first time in 24 hours."""
    last: int | None = user.current_sign_in_at
    return last is None or last < now - DAY


def note(db: Database, user: Row, now: int) -> None:
    """A user is here; the day counts once the e-mail address is confirmed."""
    db.update(users, {"id": user.id, "account_id": user.account_id}, current_sign_in_at=now)
    if user.confirmed_at is not None:
        count(db, user.id, now)


def count(db: Database, user_id: int, now: int) -> None:
    db.insert_many(logins, [{"user_id": user_id, "day": now - now % DAY}], ignore=True)


def between(db: Database, start: int, end: int) -> int:
    """How many users were here on the days from one midnight to another, which is excluded."""
    return int(db.scalar(_BETWEEN, {"start": start, "end": end}))
