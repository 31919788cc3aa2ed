"""The profile directory: who lets others discover them (reference: apps-oauth-accounts.md, directory)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.accounts import SHOWN
from mockserver.store.schema import account_domain_blocks, account_stats, accounts, blocks, mutes
from mockserver.store.visibility import VIEWER

if TYPE_CHECKING:
    from mockserver.store.database import Database

_LISTED = (
    sa.select(accounts.c.id)
    .join(account_stats, account_stats.c.account_id == accounts.c.id)
    .where(
        accounts.c.discoverable.is_(True),
        accounts.c.silenced_at.is_(None),
        SHOWN,
    )
    .limit(sa.bindparam("limit"))
    .offset(sa.bindparam("offset"))
)


@lru_cache(maxsize=16)
def _statement(*, newest: bool, local: bool, anonymous: bool) -> sa.Select[Any]:
    statement = _LISTED
    if local:
        statement = statement.where(accounts.c.domain.is_(None))
    if not anonymous:
        statement = statement.where(
            sa.not_(
                sa.exists().where(blocks.c.account_id == VIEWER, blocks.c.target_account_id == accounts.c.id)
            ),
            sa.not_(
                sa.exists().where(blocks.c.target_account_id == VIEWER, blocks.c.account_id == accounts.c.id)
            ),
            sa.not_(
                sa.exists().where(mutes.c.account_id == VIEWER, mutes.c.target_account_id == accounts.c.id)
            ),
            sa.not_(
                sa.exists().where(
                    account_domain_blocks.c.account_id == VIEWER,
                    account_domain_blocks.c.domain == accounts.c.domain,
                )
            ),
        )
    if newest:
        return statement.order_by(accounts.c.id.desc())
    return statement.order_by(account_stats.c.last_status_at.desc().nulls_last(), accounts.c.id.desc())


def ids(
    db: Database, *, newest: bool, local: bool, viewer_id: int | None, limit: int, offset: int
) -> list[int]:
    statement = _statement(newest=newest, local=local, anonymous=viewer_id is None)
    parameters: dict[str, Any] = {"limit": limit, "offset": offset}
    if viewer_id is not None:
        parameters["viewer"] = viewer_id
    return db.scalars(statement, parameters)
