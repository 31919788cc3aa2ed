"""Wholes by their parts for the dashboard of moderators (app/lib/admin/metrics/dimension/), and what
retention is reckoned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import accounts, applications, files, follows, statuses, statuses_tags, users

DEFAULT_LOCALE = "en"  # of who has chosen none
_FROM, _TO = sa.bindparam("start", type_=sa.BigInteger), sa.bindparam("end", type_=sa.BigInteger)


@dataclass(frozen=True)
class Dimension:
    """`subject`: what its parts belong to: a tag, a domain, or the whole server. `times`: moments bound it,
    else whole days; `timeless`: nothing does."""

    statement: sa.Select[Any]
    subject: str | None = None
    times: bool = False
    timeless: bool = False


def _parts(key: sa.ColumnElement[Any], source: sa.FromClause, *, of: Any = None) -> sa.Select[Any]:
    """Parts, greatest first."""
    counted = sa.func.count() if of is None else sa.func.count(of)
    return (
        sa.select(key.label("key"), counted.label("value"))
        .select_from(source)
        .group_by("key")
        .order_by(counted.desc(), sa.desc("key"))
        .limit(sa.bindparam("size"))
    )


def _within(column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return column.between(_FROM, _TO)


_BY_ACCOUNT = statuses.join(accounts, accounts.c.id == statuses.c.account_id)
_TAGGED = _BY_ACCOUNT.join(statuses_tags, statuses_tags.c.status_id == statuses.c.id)
_OF_TAG = statuses_tags.c.tag_id == sa.bindparam("tag", type_=sa.BigInteger)
_IN_TIME = _within(statuses.c.created_at)
_LANGUAGE = sa.func.coalesce(statuses.c.language, "und")
_SIGNED_UP_BY = users.outerjoin(applications, applications.c.id == users.c.created_by_application_id)
_OF_DOMAIN = accounts.c.domain == sa.bindparam("domain", type_=sa.Text)
_FOLLOWED = accounts.outerjoin(follows, follows.c.target_account_id == accounts.c.id)

DIMENSIONS: dict[str, Dimension] = {
    "languages": Dimension(
        _parts(sa.func.coalesce(users.c.locale, DEFAULT_LOCALE), users).where(
            _within(users.c.current_sign_in_at)
        ),
        times=True,
    ),
    "sources": Dimension(
        _parts(applications.c.name, _SIGNED_UP_BY).where(_within(users.c.created_at)), times=True
    ),
    "servers": Dimension(_parts(accounts.c.domain, _BY_ACCOUNT).where(_IN_TIME)),
    "tag_servers": Dimension(_parts(accounts.c.domain, _TAGGED).where(_IN_TIME, _OF_TAG), "tag"),
    "tag_languages": Dimension(_parts(_LANGUAGE, _TAGGED).where(_IN_TIME, _OF_TAG), "tag"),
    "instance_accounts": Dimension(
        _parts(accounts.c.username, _FOLLOWED, of=follows.c.id).where(_OF_DOMAIN), "domain", timeless=True
    ),
    "instance_languages": Dimension(
        _parts(_LANGUAGE, _BY_ACCOUNT).where(_IN_TIME, _OF_DOMAIN, statuses.c.reblog_of_id.is_(None)),
        "domain",
    ),
}
"""Those that are counted in the tables."""


def parts(db: Database, key: str, parameters: dict[str, Any]) -> Sequence[Row]:
    return db.rows(DIMENSIONS[key].statement, parameters)


_STORED = sa.select(sa.func.coalesce(sa.func.sum(sa.func.length(files.c.data)), 0))


def stored_bytes(db: Database) -> int:
    """How much the media take."""
    return int(db.scalar(_STORED))


_JOINED = sa.select(users.c.created_at, users.c.current_sign_in_at).where(_within(users.c.created_at))


def joined(db: Database, start: int, end: int) -> Sequence[Row]:
    """Who signed up in a span of time, both bounds in it, and when they were last here."""
    return db.rows(_JOINED, {"start": start, "end": end})
