"""What moderators look up: accounts of any state, and reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver import errors
from mockserver.store.database import Database, Row
from mockserver.store.dialect import LONGEST_PATTERN
from mockserver.store.paging import INSTANCE_ACTOR, Cursor, page, record_id
from mockserver.store.schema import accounts, domain_blocks, invites, reports, users

if TYPE_CHECKING:
    from mockserver.context import Context


def record(ctx: Context, table: sa.Table, given: str) -> Row:
    """The row of an id. Raises RecordNotFound."""
    row = ctx.db.find(table, id=record_id(given))
    if row is None:
        raise errors.RecordNotFound
    return row


@lru_cache(maxsize=16)
def _all(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table)


def list_records(db: Database, table: sa.Table, cursor: Cursor) -> Sequence[Row]:
    """Newest first."""
    return page(db, _all(table), table.c.id, cursor)


def account(ctx: Context, given: str) -> Row:
    """The account of an id, whatever its state: waiting, suspended, deleted. Raises RecordNotFound."""
    return record(ctx, accounts, given)


# --- listing accounts


def _starts_with(column: sa.ColumnElement[str], name: str) -> sa.ColumnElement[bool]:
    """Whatever the letter case; `%` and `_` of the caller's text count (recording admin/accounts_v2_text)."""
    return sa.func.lower(column).like(sa.func.lower(sa.bindparam(name)) + "%")


_STATUSES: dict[str, sa.ColumnElement[bool]] = {
    "active": accounts.c.suspended_at.is_(None),
    "pending": users.c.approved.is_(False),
    "disabled": users.c.disabled.is_(True),
    "silenced": accounts.c.silenced_at.is_not(None),
    "suspended": accounts.c.suspended_at.is_not(None),
    "sensitized": accounts.c.sensitized_at.is_not(None),
}
STATUSES = tuple(_STATUSES)
ORIGINS = ("local", "remote")

_CONDITIONS: dict[str, sa.ColumnElement[bool]] = {
    "local": accounts.c.domain.is_(None),
    "remote": accounts.c.domain.is_not(None),
    **_STATUSES,
    "roles": users.c.role.in_(sa.bindparam("roles", expanding=True)),
    "by_domain": accounts.c.domain == sa.bindparam("by_domain"),
    "username": _starts_with(accounts.c.username, "username"),
    "display_name": _starts_with(accounts.c.display_name, "display_name"),
    "email": _starts_with(users.c.email, "email"),
    "ids": accounts.c.id.in_(sa.bindparam("ids", expanding=True)),
    "invited_by": users.c.invite_id.in_(
        sa.select(invites.c.id).where(invites.c.user_id == sa.bindparam("invited_by"))
    ),
}


@lru_cache(maxsize=256)
def _listing(conditions: tuple[str, ...]) -> sa.Select[Any]:
    statement = sa.select(accounts.c.id).outerjoin(users, users.c.account_id == accounts.c.id)
    statement = statement.where(accounts.c.id != INSTANCE_ACTOR)
    return statement.where(*(_CONDITIONS[name] for name in conditions))


def list_accounts(db: Database, filters: Mapping[str, Any], cursor: Cursor) -> list[int]:
    """Ids, newest first. `filters`: names of _CONDITIONS, with the value of those that compare, else None."""
    values = {name: value for name, value in filters.items() if value is not None}
    rows = page(db, _listing(tuple(sorted(filters))), accounts.c.id, cursor, **values)
    return [row.id for row in rows]


_ADDRESSES = sa.select(users.c.account_id, users.c.sign_up_ip).where(users.c.sign_up_ip.is_not(None))


def signed_up_within(db: Database, network: str) -> list[int]:
    """Ids of accounts whose sign-up came from an address or a network; none when that is no such thing."""
    try:
        wanted = ip_network(network, strict=False)
    except ValueError:
        return []
    return [row.account_id for row in db.rows(_ADDRESSES) if _within(row.sign_up_ip, wanted)]


def _within(address: str, network: IPv4Network | IPv6Network) -> bool:
    try:
        return ip_address(address) in network
    except ValueError:
        return False


_INVITERS = (
    sa.select(users.c.account_id, invites.c.id)
    .join(invites, invites.c.user_id == users.c.id)
    .where(invites.c.id.in_(sa.bindparam("ids", expanding=True)))
)


def inviters(db: Database, invite_ids: Sequence[int]) -> dict[int, int]:
    """By invite: the account that made it."""
    return {row.id: row.account_id for row in db.rows(_INVITERS, {"ids": list(invite_ids)})}


# --- reports


def report(ctx: Context, given: str) -> Row:
    """The report of an id. Raises RecordNotFound."""
    return record(ctx, reports, given)


_REPORT_CONDITIONS: dict[str, sa.ColumnElement[bool]] = {
    "resolved": reports.c.action_taken_at.is_not(None),
    "unresolved": reports.c.action_taken_at.is_(None),
    "account_id": reports.c.account_id == sa.bindparam("account_id"),
    "target_account_id": reports.c.target_account_id == sa.bindparam("target_account_id"),
}


@lru_cache(maxsize=64)
def _reports(conditions: tuple[str, ...]) -> sa.Select[Any]:
    return sa.select(reports).where(*(_REPORT_CONDITIONS[name] for name in conditions))


def list_reports(db: Database, filters: Mapping[str, int | None], cursor: Cursor) -> Sequence[Row]:
    """Newest first. `filters`: names of _REPORT_CONDITIONS, the ids of those that compare."""
    values = {name: value for name, value in filters.items() if value is not None}
    return page(db, _reports(tuple(sorted(filters))), reports.c.id, cursor, **values)


_OPEN = sa.select(reports).where(
    reports.c.target_account_id == sa.bindparam("target"), reports.c.action_taken_at.is_(None)
)


def open_reports(db: Database, target_id: int) -> Sequence[Row]:
    return db.rows(_OPEN, {"target": target_id})


# --- domains

_OF_DOMAIN = sa.select(accounts).where(
    sa.or_(accounts.c.domain == sa.bindparam("domain"), accounts.c.domain.like(sa.bindparam("below")))
)


def accounts_of_domain(db: Database, domain: str) -> Sequence[Row]:
    """Those of subdomains too."""
    return db.rows(_OF_DOMAIN, {"domain": domain, "below": f"%.{domain[:LONGEST_PATTERN]}"})


def is_domain_suspended(db: Database, domain: str) -> bool:
    """By a block of it or of a parent."""
    return db.find(domain_blocks, domain=with_parents(domain), severity="suspend") is not None


def with_parents(domain: str) -> list[str]:
    """`a.b.example` → itself, `b.example`, `example`."""
    if len(domain) > LONGEST_PATTERN:  # no domain at all, whose parents would fill the memory
        return [domain]
    labels = domain.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]
