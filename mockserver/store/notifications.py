"""Notifications, alone and in groups, and the requests of those whose notifications are held back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from mockserver.store.database import Database, Row
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import (
    accounts,
    markers,
    notification_requests,
    statuses,
)
from mockserver.store.schema import notifications as TABLE

TYPES = (
    "mention",
    "status",
    "reblog",
    "follow",
    "follow_request",
    "favourite",
    "poll",
    "update",
    "severed_relationships",
    "moderation_warning",
    "annual_report",
    "admin.sign_up",
    "admin.report",
    "quote",
    "quoted_update",
    "added_to_collection",
    "collection_update",
)
GROUPABLE = ("favourite", "reblog", "follow", "admin.sign_up")
MEANINGFUL_COUNT = 100
"""Requests count no further."""

_ACCOUNT = sa.bindparam("account_id", type_=sa.BigInteger)
_SENDER = sa.bindparam("sender_id", type_=sa.BigInteger)
_STATUS = sa.bindparam("status_id", type_=sa.BigInteger)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)


# --- taking back

_OF_STATUS = sa.select(TABLE.c.account_id, TABLE.c.from_account_id).where(
    sa.or_(
        TABLE.c.status_id == _STATUS,
        sa.and_(TABLE.c.activity_type == "Status", TABLE.c.activity_id == _STATUS),
    ),
    TABLE.c.filtered.is_(True),
)
_DELETE_OF_STATUS = sa.delete(TABLE).where(
    sa.or_(
        TABLE.c.status_id == _STATUS,
        sa.and_(TABLE.c.activity_type == "Status", TABLE.c.activity_id == _STATUS),
    )
)


def delete_of_status(db: Database, status_id: int) -> set[tuple[int, int]]:
    """Delete what shows a status or stems from it; (recipient, sender) of those that were held back."""
    held_back = {
        (row.account_id, row.from_account_id) for row in db.rows(_OF_STATUS, {"status_id": status_id})
    }
    db.write(_DELETE_OF_STATUS, {"status_id": status_id}, table=TABLE)
    return held_back


_OF_DOMAIN = sa.select(accounts.c.id).where(accounts.c.domain == sa.bindparam("domain"))
_DELETE_OF_DOMAIN = sa.delete(TABLE).where(
    TABLE.c.account_id == _ACCOUNT, TABLE.c.from_account_id.in_(_OF_DOMAIN)
)


def delete_of_domain(db: Database, account_id: int, domain: str) -> None:
    db.write(_DELETE_OF_DOMAIN, {"account_id": account_id, "domain": domain}, table=TABLE)


# --- listings


class Chosen(Struct, frozen=True):
    """Which notifications are listed. `types` None: all."""

    types: tuple[str, ...] | None = None
    from_account_id: int | None = None
    include_filtered: bool = False

    def shape(self) -> tuple[bool, bool, bool]:
        return self.types is not None, self.from_account_id is not None, self.include_filtered

    def parameters(self, account_id: int) -> dict[str, Any]:
        given: dict[str, Any] = {"account_id": account_id}
        if self.types is not None:
            given["types"] = list(self.types)
        if self.from_account_id is not None:
            given["sender_id"] = self.from_account_id
        return given


@lru_cache
def _conditions(typed: bool, by_sender: bool, include_filtered: bool) -> tuple[sa.ColumnElement[bool], ...]:
    sender = sa.exists().where(accounts.c.id == TABLE.c.from_account_id, accounts.c.suspended_at.is_(None))
    conditions: list[sa.ColumnElement[bool]] = [TABLE.c.account_id == _ACCOUNT, sender]
    if typed:
        conditions.append(TABLE.c.type.in_(sa.bindparam("types", expanding=True)))
    if by_sender:
        conditions.append(TABLE.c.from_account_id == _SENDER)
    if not include_filtered:
        conditions.append(TABLE.c.filtered.is_(False))
    return tuple(conditions)


@lru_cache
def _browse(shape: tuple[bool, bool, bool]) -> sa.Select[Any]:
    return sa.select(TABLE).where(*_conditions(*shape))


def browse(db: Database, account_id: int, chosen: Chosen, cursor: Cursor) -> Sequence[Row]:
    """One page of somebody's notifications, those of suspended senders left out."""
    return page(db, _browse(chosen.shape()), TABLE.c.id, cursor, **chosen.parameters(account_id))


_ONE = sa.select(TABLE).where(
    *_conditions(False, False, True), TABLE.c.id == sa.bindparam("id", type_=sa.BigInteger)
)
_OF_GROUP = (
    sa.select(TABLE)
    .where(*_conditions(False, False, True), TABLE.c.group_key == sa.bindparam("group_key"))
    .order_by(TABLE.c.id.desc())
)


def own(db: Database, account_id: int, notification_id: int) -> Row | None:
    """Somebody's notification, unless its sender is suspended."""
    return db.row(_ONE, {"account_id": account_id, "id": notification_id}) if notification_id else None


def of_anybody(db: Database, account_id: int, notification_id: int) -> Row | None:
    """Somebody's notification, also one of a suspended sender: it can be dismissed, not seen."""
    return db.find(TABLE, id=notification_id, account_id=account_id) if notification_id else None


def newest_of_group(db: Database, account_id: int, group_key: str) -> Row | None:
    return db.row(_OF_GROUP, {"account_id": account_id, "group_key": group_key})


_GROUP_PAGE = sa.select(TABLE.c.id, TABLE.c.from_account_id).where(
    TABLE.c.account_id == _ACCOUNT, TABLE.c.group_key == sa.bindparam("group_key")
)


def group_page(db: Database, account_id: int, group_key: str, cursor: Cursor) -> Sequence[Row]:
    """(id, from_account_id) of the members of a group."""
    return page(db, _GROUP_PAGE, TABLE.c.id, cursor, account_id=account_id, group_key=group_key)


_MARKER = sa.select(markers.c.last_read_id).where(
    markers.c.account_id == _ACCOUNT, markers.c.timeline == "notifications"
)


@lru_cache
def _unread(shape: tuple[bool, bool, bool]) -> sa.Select[Any]:
    above = TABLE.c.id > sa.bindparam("above", type_=sa.BigInteger)
    return sa.select(TABLE.c.id).where(*_conditions(*shape), above).limit(sa.bindparam("most"))


def marker(db: Database, account_id: int) -> int:
    return db.scalar(_MARKER, {"account_id": account_id}) or 0


def unread(db: Database, account_id: int, chosen: Chosen, limit: int) -> int:
    above = marker(db, account_id)
    return len(
        db.rows(_unread(chosen.shape()), {**chosen.parameters(account_id), "above": above, "most": limit})
    )


# --- groups


def _key(everything: bool) -> sa.ColumnElement[str]:
    """What a notification is grouped by; unless all kinds are, the parameter `grouped` names those that
    are."""
    alone = sa.literal("ungrouped-") + sa.cast(TABLE.c.id, sa.Text)
    if everything:
        return sa.func.coalesce(TABLE.c.group_key, alone)
    kept = sa.case((TABLE.c.type.in_(sa.bindparam("grouped", expanding=True)), TABLE.c.group_key), else_=None)
    return sa.func.coalesce(kept, alone)


@lru_cache
def _heads(
    shape: tuple[bool, bool, bool], everything: bool, ascending: bool, bounds: tuple[str, ...]
) -> sa.Select[Any]:
    """One row for each group, the first that is met: the newest, or with `min_id` the oldest above it."""
    conditions = list(_conditions(*shape))
    if "max_id" in bounds:
        conditions.append(TABLE.c.id < sa.bindparam("max_id"))
    if "since_id" in bounds:
        conditions.append(TABLE.c.id > sa.bindparam("since_id"))
    met = sa.func.min(TABLE.c.id) if ascending else sa.func.max(TABLE.c.id)
    key = _key(everything)
    order = met if ascending else met.desc()
    return sa.select(met).where(*conditions).group_by(key).order_by(order).limit(sa.bindparam("most"))


_BY_IDS = sa.select(TABLE).where(TABLE.c.id.in_(_IDS)).order_by(TABLE.c.id.desc())


def heads(
    db: Database, account_id: int, chosen: Chosen, grouped: tuple[str, ...] | None, cursor: Cursor
) -> Sequence[Row]:
    """One page of groups, each by the notification that stands for it; `grouped` None: all kinds that can be
    are grouped."""
    if cursor.nothing:
        return []
    ascending = cursor.min_id is not None
    bounds = {"max_id": cursor.max_id, "since_id": cursor.min_id if ascending else cursor.since_id}
    given = {name: value for name, value in bounds.items() if value is not None}
    statement = _heads(chosen.shape(), grouped is None, ascending, tuple(given))
    parameters = {**chosen.parameters(account_id), **given, "most": cursor.limit}
    if grouped is not None:
        parameters["grouped"] = list(grouped)
    ids = db.scalars(statement, parameters)
    return db.rows(_BY_IDS, {"ids": ids}) if ids else []


_MEMBERS = (
    sa.select(TABLE.c.id, TABLE.c.group_key, TABLE.c.from_account_id, TABLE.c.created_at)
    .where(TABLE.c.account_id == _ACCOUNT, TABLE.c.group_key.in_(sa.bindparam("keys", expanding=True)))
    .order_by(TABLE.c.id.desc())
)


def members(db: Database, account_id: int, keys: Sequence[str]) -> dict[str, list[Row]]:
    """All notifications of some groups, newest first."""
    found: dict[str, list[Row]] = {key: [] for key in keys}
    if keys:
        for row in db.rows(_MEMBERS, {"account_id": account_id, "keys": list(keys)}):
            found[row.group_key].append(row)
    return found


# --- requests

_SHOWN = sa.exists().where(
    accounts.c.id == notification_requests.c.from_account_id, accounts.c.suspended_at.is_(None)
)
_REQUESTS = sa.select(notification_requests).where(notification_requests.c.account_id == _ACCOUNT, _SHOWN)
_HELD_BACK = (
    sa.select(TABLE.c.id)
    .where(
        TABLE.c.account_id == _ACCOUNT,
        TABLE.c.from_account_id == _SENDER,
        TABLE.c.type.in_(("mention", "quote")),
        TABLE.c.filtered.is_(True),
    )
    .limit(MEANINGFUL_COUNT)
)


def requests_page(db: Database, account_id: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _REQUESTS, notification_requests.c.id, cursor, account_id=account_id)


_PENDING = _REQUESTS.limit(MEANINGFUL_COUNT)


def pending(db: Database, account_id: int) -> tuple[int, int]:
    """(requests, notifications) that wait, at most a hundred requests."""
    rows = db.rows(_PENDING, {"account_id": account_id})
    return len(rows), sum(row.notifications_count for row in rows)


def held_back(db: Database, account_id: int, sender_id: int) -> int:
    """How many mentions and quotes of a sender are held back, up to a hundred."""
    return len(db.rows(_HELD_BACK, {"account_id": account_id, "sender_id": sender_id}))


_HELD_BACK_MENTIONS = (
    sa.select(statuses)
    .join(TABLE, TABLE.c.status_id == statuses.c.id)
    .where(
        TABLE.c.account_id == _ACCOUNT,
        TABLE.c.from_account_id == _SENDER,
        TABLE.c.type == "mention",
        TABLE.c.filtered.is_(True),
        statuses.c.visibility == "direct",
    )
    .order_by(TABLE.c.id)
)


def held_back_direct(db: Database, account_id: int, sender_id: int) -> Sequence[Row]:
    """The direct statuses behind a sender's held back mentions."""
    return db.rows(_HELD_BACK_MENTIONS, {"account_id": account_id, "sender_id": sender_id})
