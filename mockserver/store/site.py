"""The newest posts that the web site shows to anybody."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from mockserver.store.database import Database
from mockserver.store.schema import accounts, status_pins, statuses, statuses_tags, tags
from mockserver.store.visibility import visible

SHOWN = 20
_NEWEST = visible(
    sa.select(statuses.c.id)
    .where(statuses.c.reblog_of_id.is_(None))
    .order_by(statuses.c.id.desc())
    .limit(SHOWN),
    anonymous=True,
)
_OF_ACCOUNT = _NEWEST.where(statuses.c.account_id == sa.bindparam("account_id"))
_LOCAL = _NEWEST.where(
    statuses.c.visibility == "public",
    statuses.c.account_id.in_(
        sa.select(accounts.c.id).where(accounts.c.domain.is_(None), accounts.c.silenced_at.is_(None))
    ),
)
_OF_TAG = _NEWEST.where(
    statuses.c.visibility == "public",
    statuses.c.id.in_(
        sa.select(statuses_tags.c.status_id)
        .join(tags, tags.c.id == statuses_tags.c.tag_id)
        .where(tags.c.name == sa.bindparam("name"))
    ),
)


_PINNED = _NEWEST.join(status_pins, status_pins.c.status_id == statuses.c.id).where(
    status_pins.c.account_id == sa.bindparam("account_id")
)


def pinned(db: Database, account_id: int) -> list[int]:
    """Posts pinned to a profile that anybody may see."""
    return db.scalars(_PINNED, {"account_id": account_id})


def of_account(db: Database, account_id: int) -> list[int]:
    return db.scalars(_OF_ACCOUNT, {"account_id": account_id})


def local(db: Database) -> list[int]:
    return db.scalars(_LOCAL)


def of_tag(db: Database, name: str) -> list[Any]:
    return db.scalars(_OF_TAG, {"name": name})
