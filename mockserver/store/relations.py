"""What accounts are to each other: follows, requests, blocks, mutes, notes, endorsements, read in batches.

Changing them is the business of `mockserver.domain` (follows, blocks, mutes, …), which says what follows from
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver import errors
from mockserver.store import accounts as account_store
from mockserver.store.paging import Cursor, page, page_of_ids, record_id
from mockserver.store.schema import (
    account_domain_blocks,
    account_notes,
    account_pins,
    account_stats,
    accounts,
    blocks,
    follow_requests,
    follows,
    mutes,
)

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Database, Row

_ME = sa.bindparam("me", type_=sa.BigInteger)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)


def _flags_statement() -> sa.CompoundSelect[Any]:
    """All plain yes-or-no relations to some accounts in one statement: (what, account id)."""
    parts = [
        sa.select(sa.literal_column(f"'{what}'"), table.c.target_account_id).where(
            table.c.account_id == _ME, table.c.target_account_id.in_(_IDS)
        )
        for what, table in (("blocking", blocks), ("endorsed", account_pins))
    ]
    parts += [
        sa.select(sa.literal_column(f"'{what}'"), table.c.account_id).where(
            table.c.target_account_id == _ME, table.c.account_id.in_(_IDS)
        )
        for what, table in (
            ("followed_by", follows),
            ("blocked_by", blocks),
            ("requested_by", follow_requests),
        )
    ]
    parts.append(
        sa.select(sa.literal_column("'domain_blocking'"), accounts.c.id)
        .join(account_domain_blocks, account_domain_blocks.c.domain == accounts.c.domain)
        .where(accounts.c.id.in_(_IDS), account_domain_blocks.c.account_id == _ME)
    )
    return sa.union_all(*parts)


_FLAGS = _flags_statement()


def flags(db: Database, me: int, ids: Sequence[int]) -> dict[int, set[str]]:
    """For each account the names of those fields of a Relationship that are true without more to say."""
    found: dict[int, set[str]] = {}
    for row in db.rows(_FLAGS, {"me": me, "ids": list(ids)}):
        what, account_id = tuple(row)
        found.setdefault(account_id, set()).add(what)
    return found


def _towards(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).where(table.c.account_id == _ME, table.c.target_account_id.in_(_IDS))


_FOLLOWS, _REQUESTS, _MUTES, _NOTES = (
    _towards(table) for table in (follows, follow_requests, mutes, account_notes)
)


def follows_to(db: Database, me: int, ids: Sequence[int]) -> dict[int, Row]:
    return {row.target_account_id: row for row in db.rows(_FOLLOWS, {"me": me, "ids": list(ids)})}


def requests_to(db: Database, me: int, ids: Sequence[int]) -> dict[int, Row]:
    return {row.target_account_id: row for row in db.rows(_REQUESTS, {"me": me, "ids": list(ids)})}


def mutes_of(db: Database, me: int, ids: Sequence[int]) -> dict[int, Row]:
    return {row.target_account_id: row for row in db.rows(_MUTES, {"me": me, "ids": list(ids)})}


def notes_on(db: Database, me: int, ids: Sequence[int]) -> dict[int, str]:
    return {row.target_account_id: row.comment for row in db.rows(_NOTES, {"me": me, "ids": list(ids)})}


# --- single questions


def follows_account(db: Database, account_id: int, target_id: int) -> bool:
    return db.find(follows, account_id=account_id, target_account_id=target_id) is not None


def blocks_account(db: Database, account_id: int, target_id: int) -> bool:
    return db.find(blocks, account_id=account_id, target_account_id=target_id) is not None


def blocks_domain(db: Database, account_id: int, domain: str | None) -> bool:
    return (
        domain is not None
        and db.find(account_domain_blocks, account_id=account_id, domain=domain) is not None
    )


def known(ctx: Context, given: str) -> Row:
    """The account of an id in a path, where it only has to exist (endorse, note); raises RecordNotFound."""
    account = account_store.by_id(ctx.db, record_id(given))
    if account is None:
        raise errors.RecordNotFound
    return account


# --- listings: pages of (row id, account id)


def _listing(table: sa.Table, account: sa.Column[int], owner: sa.Column[int], *more: Any) -> sa.Select[Any]:
    return (
        sa.select(table.c.id.label("row_id"), account.label("account_id"), *more)
        .join(accounts, accounts.c.id == account)
        .where(owner == _ME, accounts.c.suspended_at.is_(None))
    )


_BLOCKS_PAGE = _listing(blocks, blocks.c.target_account_id, blocks.c.account_id)
_MUTES_PAGE = _listing(mutes, mutes.c.target_account_id, mutes.c.account_id, mutes.c.expires_at)
_REQUESTS_PAGE = _listing(follow_requests, follow_requests.c.account_id, follow_requests.c.target_account_id)
_DOMAINS_PAGE = sa.select(account_domain_blocks.c.id.label("row_id"), account_domain_blocks.c.domain).where(
    account_domain_blocks.c.account_id == _ME
)


def blocks_page(db: Database, me: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _BLOCKS_PAGE, blocks.c.id, cursor, me=me)


def mutes_page(db: Database, me: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _MUTES_PAGE, mutes.c.id, cursor, me=me)


def requests_page(db: Database, me: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _REQUESTS_PAGE, follow_requests.c.id, cursor, me=me)


def domains_page(db: Database, me: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _DOMAINS_PAGE, account_domain_blocks.c.id, cursor, me=me)


_PINNED = (
    sa.select(account_pins.c.target_account_id)
    .join(accounts, accounts.c.id == account_pins.c.target_account_id)
    .where(account_pins.c.account_id == _ME, accounts.c.suspended_at.is_(None))
)
_ALL_PINNED = _PINNED.order_by(account_pins.c.target_account_id)


def endorsed_page(db: Database, owner: int, cursor: Cursor) -> list[int]:
    """Ids of endorsed accounts, by account id."""
    return page_of_ids(db, _PINNED, account_pins.c.target_account_id, cursor, me=owner)


def all_endorsed(db: Database, owner: int) -> list[int]:
    return db.scalars(_ALL_PINNED, {"me": owner})


# --- who else knows them


_mine, _theirs = follows.alias(), follows.alias()
_FAMILIAR = (
    sa.select(_theirs.c.target_account_id.label("target"), accounts.c.id)
    .select_from(_mine)
    .join(_theirs, _theirs.c.account_id == _mine.c.target_account_id)
    .join(accounts, accounts.c.id == _theirs.c.account_id)
    .where(
        _mine.c.account_id == _ME,
        _theirs.c.target_account_id.in_(_IDS),
        sa.or_(accounts.c.hide_collections.is_(None), accounts.c.hide_collections.is_(False)),
    )
    .order_by(accounts.c.id)
)


def familiar_followers(db: Database, me: int, ids: Sequence[int]) -> dict[int, list[int]]:
    """For each account the ids of those whom `me` follows, who follow it too and do not hide that."""
    found: dict[int, list[int]] = {}
    for row in db.rows(_FAMILIAR, {"me": me, "ids": list(ids)}):
        found.setdefault(row.target, []).append(row.id)
    return found


_EXISTING = sa.select(accounts).where(accounts.c.id.in_(_IDS)).order_by(accounts.c.id)


def in_order(db: Database, ids: Iterable[int]) -> Sequence[Row]:
    """The accounts of these ids in the order of the database."""
    wanted = [i for i in set(ids) if i]
    return db.rows(_EXISTING, {"ids": wanted}) if wanted else []


# --- a whole domain


def _of_domain(table: sa.Table, mine: sa.Column[int], other: sa.Column[int]) -> sa.Select[Any]:
    return (
        sa.select(table)
        .join(accounts, accounts.c.id == other)
        .where(mine == _ME, accounts.c.domain == sa.bindparam("domain"))
        .order_by(table.c.id)
    )


_FOLLOWING_DOMAIN = _of_domain(follows, follows.c.account_id, follows.c.target_account_id)
_FOLLOWED_BY_DOMAIN = _of_domain(follows, follows.c.target_account_id, follows.c.account_id)
_REQUESTED_BY_DOMAIN = _of_domain(
    follow_requests, follow_requests.c.target_account_id, follow_requests.c.account_id
)


def following_domain(db: Database, me: int, domain: str) -> Sequence[Row]:
    return db.rows(_FOLLOWING_DOMAIN, {"me": me, "domain": domain})


def followed_by_domain(db: Database, me: int, domain: str) -> Sequence[Row]:
    return db.rows(_FOLLOWED_BY_DOMAIN, {"me": me, "domain": domain})


def requested_by_domain(db: Database, me: int, domain: str) -> Sequence[Row]:
    return db.rows(_REQUESTED_BY_DOMAIN, {"me": me, "domain": domain})


# --- limits

_COUNTS = sa.select(account_stats).where(account_stats.c.account_id == _ME)


def follow_counts(db: Database, account_id: int) -> tuple[int, int]:
    """(following, followers)"""
    row = db.row(_COUNTS, {"me": account_id})
    return (row.following_count, row.followers_count) if row is not None else (0, 0)
