"""Whom one might want to follow: those whom one's followees follow, and the staff's picks
(app/models/account_suggestions/*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver.store.accounts import SHOWN
from mockserver.store.schema import (
    account_domain_blocks,
    accounts,
    blocks,
    follow_recommendation_mutes,
    follow_requests,
    follows,
    mutes,
)

if TYPE_CHECKING:
    from mockserver.store.database import Database

_ME = sa.bindparam("me", type_=sa.BigInteger)
_followee = accounts.alias()
_second = follows.alias()

_FRIENDS_OF_FRIENDS = (
    sa.select(accounts.c.id)
    .join(_second, _second.c.target_account_id == accounts.c.id)
    .join(follows, sa.and_(follows.c.account_id == _ME, follows.c.target_account_id == _second.c.account_id))
    .join(_followee, _followee.c.id == follows.c.target_account_id)
    # Whoever never chose whether to show them does not count as showing them.
    .where(_followee.c.hide_collections.is_(False))
    .group_by(accounts.c.id)
    .order_by(sa.func.count().desc(), accounts.c.id)
)


def _excluded(mine: sa.Column[int], other: sa.Column[int]) -> sa.ColumnElement[bool]:
    return sa.not_(sa.exists().where(mine == _ME, other == accounts.c.id))


_SUITABLE = (
    SHOWN,
    accounts.c.id != _ME,
    accounts.c.discoverable.is_(True),
    accounts.c.silenced_at.is_(None),
    accounts.c.memorial.is_(False),
    *(
        _excluded(table.c.account_id, table.c.target_account_id)
        for table in (follows, follow_requests, blocks, mutes, follow_recommendation_mutes)
    ),
    _excluded(blocks.c.target_account_id, blocks.c.account_id),
    sa.not_(
        sa.exists().where(
            account_domain_blocks.c.account_id == _ME, account_domain_blocks.c.domain == accounts.c.domain
        )
    ),
)


_CHECK = sa.select(accounts.c.id).where(accounts.c.id.in_(sa.bindparam("ids", expanding=True)), *_SUITABLE)


def friends_of_friends(db: Database, account_id: int) -> list[int]:
    """Ids, those first whom the most of one's followees follow."""
    return suitable(db, account_id, db.scalars(_FRIENDS_OF_FRIENDS, {"me": account_id}))


def suitable(db: Database, account_id: int, ids: Sequence[int]) -> list[int]:
    """Those of the accounts who let others discover them and have nothing to do with this one yet."""
    if not ids:
        return []
    kept = set(db.scalars(_CHECK, {"me": account_id, "ids": list(ids)}))
    return [number for number in ids if number in kept]
