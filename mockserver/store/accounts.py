"""Finding accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver import errors
from mockserver.store.admin import is_domain_suspended
from mockserver.store.database import Database, Row
from mockserver.store.paging import INSTANCE_ACTOR, record_id
from mockserver.store.schema import account_stats, accounts, users
from mockserver.text.entities import split_handle

if TYPE_CHECKING:
    from mockserver.context import Context

_LOCAL = sa.and_(sa.func.lower(accounts.c.username) == sa.bindparam("username"), accounts.c.domain.is_(None))
_REMOTE = sa.and_(
    sa.func.lower(accounts.c.username) == sa.bindparam("username"),
    accounts.c.domain == sa.bindparam("domain"),
)
_BY_LOCAL_NAME = sa.select(accounts).where(_LOCAL)
_BY_REMOTE_NAME = sa.select(accounts).where(_REMOTE)

_REMOTE_BY_NAME = sa.select(accounts).where(
    sa.func.lower(accounts.c.username) == sa.bindparam("username"), accounts.c.domain.is_not(None)
)


SHOWN = sa.and_(
    accounts.c.suspended_at.is_(None),
    accounts.c.moved_to_account_id.is_(None),
    sa.not_(
        sa.exists().where(
            users.c.account_id == accounts.c.id,
            sa.or_(users.c.approved.is_(False), users.c.confirmed_at.is_(None)),
        )
    ),
)
"""What makes an account one to be pointed at: it is there, has not moved away and waits for nobody."""


def make_instance_actor(db: Database, base_url: str, now: int) -> None:
    """The account in whose name the server itself speaks; nobody signs in as it, so that to others it is like
    one that waits for its confirmation (recordings admin/account_show, moderation/*)."""
    db.insert(
        accounts,
        id=INSTANCE_ACTOR,
        username="mastodon.internal",
        uri=f"{base_url}/actor",
        url=f"{base_url}/about/more?instance_actor=true",
        locked=True,
        bot=True,
        created_at=now,
    )


def by_id(db: Database, account_id: int) -> Row | None:
    return db.find(accounts, id=account_id)


def reload(db: Database, account: Row) -> Row:
    """The same account as it is now."""
    row = by_id(db, account.id)
    assert row is not None
    return row


def by_ids(db: Database, ids: Iterable[int]) -> dict[int, Row]:
    wanted = list(set(ids))
    return {row.id: row for row in db.find_all(accounts, id=wanted)} if wanted else {}


def by_handle(db: Database, username: str, domain: str | None = None) -> Row | None:
    """`domain` None: a local account. Letter case does not matter."""
    if domain is None:
        return db.row(_BY_LOCAL_NAME, {"username": username.lower()})
    return db.row(_BY_REMOTE_NAME, {"username": username.lower(), "domain": domain.lower()})


def remote_by_name(db: Database, username: str) -> Row | None:
    """The first remote account of this name, whatever its domain."""
    return db.row(_REMOTE_BY_NAME, {"username": username.lower()})


def usable(ctx: Context, account: Row) -> bool:
    """Not an account that waits for its e-mail's confirmation or for approval: to others such a one does
    not exist."""
    if account.domain is not None:
        return True
    user = ctx.db.find(users, account_id=account.id)
    return user is not None and user.confirmed_at is not None and bool(user.approved)


def get(ctx: Context, given: str) -> Row:
    """The account of an id in a path; raises RecordNotFound, for unconfirmed and unapproved ones too.
    Suspended ones are found."""
    account = by_id(ctx.db, record_id(given))
    if account is None or not usable(ctx, account):
        raise errors.RecordNotFound
    return account


def by_acct(ctx: Context, acct: str) -> Row:
    """The account of a handle, with or without `@` and the server's own domain; unconfirmed and suspended
    ones too. Raises RecordNotFound, also for all of a domain that the server has suspended."""
    username, domain = split_handle(acct.strip().removeprefix("@"), ctx.instance.domain)
    found = by_handle(ctx.db, username, domain)
    if found is None or (found.domain is not None and is_domain_suspended(ctx.db, found.domain)):
        raise errors.RecordNotFound
    return found


def user_of(db: Database, account_id: int) -> Row | None:
    return db.find(users, account_id=account_id)


def stats_of(db: Database, ids: Sequence[int]) -> dict[int, Row]:
    return {row.account_id: row for row in db.find_all(account_stats, account_id=ids)} if ids else {}


def count(db: Database, account_id: int, **by: int) -> None:
    """Add to the counters of an account; the row appears at the first."""
    if not db.increment(account_stats, {"account_id": account_id}, **by):
        db.insert(account_stats, account_id=account_id, **{name: max(value, 0) for name, value in by.items()})


_COUNT_STATUS = (
    sa.update(account_stats)
    .where(account_stats.c.account_id == sa.bindparam("account"))
    .values(
        statuses_count=account_stats.c.statuses_count + sa.bindparam("by", type_=sa.Integer),
        last_status_at=sa.bindparam("at"),
    )
)


def count_status(db: Database, account_id: int, by: int, at: int | None) -> None:
    """One status more or less; `at`: when it was posted, None when one went."""
    if at is None:
        count(db, account_id, statuses_count=by)
    elif not db.write(
        _COUNT_STATUS, {"account": account_id, "by": by, "at": at}, table=account_stats, account_id=account_id
    ):
        db.insert(account_stats, account_id=account_id, statuses_count=max(by, 0), last_status_at=at)
