"""Notifications, alone and in groups, as they go over the wire
(https://docs.joinmastodon.org/entities/Notification/; recordings notifications/types_*,
notifications/v2_*)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities import (
    Account,
    AnnualReportYear,
    GroupedNotificationsResults,
    Notification,
    NotificationGroup,
    NotificationRequest,
    PartialAccountWithAvatar,
)
from mockserver import clock
from mockserver.render import accounts, collections, reports, statuses
from mockserver.render.fallbacks import fallback
from mockserver.store import collections as collection_store
from mockserver.store import notifications as store
from mockserver.store.schema import (
    account_warnings,
    collection_items,
    generated_annual_reports,
    severance_events,
)
from mockserver.store.schema import reports as report_table

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

WITH_STATUS = ("favourite", "reblog", "status", "mention", "poll", "update", "quote", "quoted_update")
SAMPLED = 8
"""Accounts that a group shows."""

Supported = frozenset[str] | None
"""The types that the client says it knows; None when it says nothing."""


def one(ctx: Context, row: Row, supported: Supported = None) -> Notification:
    return many(ctx, [row], supported)[0]


def many(ctx: Context, rows: Sequence[Row], supported: Supported = None) -> list[Notification]:
    people = accounts.by_id(ctx, {row.from_account_id for row in rows})
    shown = {status.id: status for status in statuses.many(ctx, _status_ids(rows))}
    return [
        Notification(
            id=str(row.id),
            type=row.type,
            created_at=clock.iso(row.created_at),
            group_key=row.group_key or f"ungrouped-{row.id}",
            filtered=True if row.filtered else UNSET,
            fallback=fallback(ctx, row, supported),
            account=people[row.from_account_id],
            status=shown.get(str(row.status_id), UNSET) if row.type in WITH_STATUS else UNSET,
            **_more(ctx, row),
        )
        for row in rows
    ]


def _status_ids(rows: Sequence[Row]) -> list[int]:
    return list(
        dict.fromkeys(row.status_id for row in rows if row.type in WITH_STATUS and row.status_id is not None)
    )


def _more(ctx: Context, row: Row) -> dict[str, Any]:
    """What the rarer types carry."""
    render = _MORE.get(row.type)
    return {} if render is None else render(ctx, row.activity_id)


def _report(ctx: Context, report_id: int) -> dict[str, Any]:
    row = ctx.db.find(report_table, id=report_id)
    return {} if row is None else {"report": reports.one(ctx, row)}


def _warning(ctx: Context, warning_id: int) -> dict[str, Any]:
    row = ctx.db.find(account_warnings, id=warning_id)
    return {} if row is None else {"moderation_warning": reports.warning(ctx, row)}


def _severance(ctx: Context, event_id: int) -> dict[str, Any]:
    row = ctx.db.find(severance_events, id=event_id)
    return {} if row is None else {"event": reports.severance(row)}


def _item(ctx: Context, item_id: int) -> dict[str, Any]:
    row = ctx.db.find(collection_items, id=item_id)
    return {"collection": None} if row is None else _collection(ctx, row.collection_id)


def _collection(ctx: Context, collection_id: int) -> dict[str, Any]:
    row = collection_store.by_id(ctx.db, collection_id)
    return {"collection": None if row is None else collections.one(ctx, row)}


def _year(ctx: Context, report_id: int) -> AnnualReportYear | UnsetType:
    """Groups alone tell it (recording notifications/types_annual_report)."""
    row = ctx.db.find(generated_annual_reports, id=report_id)
    return UNSET if row is None else AnnualReportYear(year=str(row.year))


_MORE: dict[str, Callable[[Context, int], dict[str, Any]]] = {
    "added_to_collection": _item,
    "admin.report": _report,
    "collection_update": _collection,
    "moderation_warning": _warning,
    "severed_relationships": _severance,
}


# --- groups


class Range(Struct, frozen=True):
    """What of a group belongs to a page: members up to `newest` count, `oldest` bounds what the page covers;
    None is no bound."""

    oldest: int | None
    newest: int | None


class _Group(Struct):
    entity: NotificationGroup
    sampled: list[int]
    status_id: int | None


def groups(
    ctx: Context,
    heads: Sequence[Row],
    *,
    grouped: tuple[str, ...] | None = None,
    page: Range | None = None,
    partial_avatars: bool = False,
    supported: Supported = None,
) -> GroupedNotificationsResults:
    """The groups that these notifications stand for, with the accounts and statuses they name. `page` None: a
    group alone."""
    kinds = store.GROUPABLE if grouped is None else grouped
    together = {row.id for row in heads if row.group_key is not None and row.type in kinds}
    keys = list(dict.fromkeys(row.group_key for row in heads if row.id in together))
    members = store.members(ctx.db, heads[0].account_id, keys) if heads else {}
    made = []
    for row in heads:
        if row.id in together:
            made.append(_group(ctx, row, members[row.group_key], row.group_key, page, supported))
        else:
            made.append(_group(ctx, row, [row], f"ungrouped-{row.id}", page and Range(None, None), supported))
    first, rest = _people(ctx, made, partial_avatars)
    status_ids = list(dict.fromkeys(group.status_id for group in made if group.status_id is not None))
    return GroupedNotificationsResults(
        accounts=first,
        partial_accounts=rest if partial_avatars else UNSET,
        statuses=statuses.many(ctx, status_ids),
        notification_groups=[group.entity for group in made],
    )


def _group(
    ctx: Context, row: Row, members: Sequence[Row], key: str, page: Range | None, supported: Supported
) -> _Group:
    within = [m for m in members if page is None or page.newest is None or m.id <= page.newest]
    newest = within[0] if within else row
    sampled = [member.from_account_id for member in within[:SAMPLED]]
    entity = NotificationGroup(
        group_key=key,
        notifications_count=len(within),
        type=row.type,
        most_recent_notification_id=newest.id,
        fallback=fallback(ctx, row, supported, len(within)),
        sample_account_ids=[str(i) for i in sampled],
        annual_report=_year(ctx, row.activity_id) if row.type == "annual_report" else UNSET,
        **_more(ctx, row),
    )
    if page is not None:
        oldest = min(m.id for m in members if page.oldest is None or m.id >= page.oldest)
        entity.page_min_id, entity.page_max_id = str(oldest), str(newest.id)
        entity.latest_page_notification_at = clock.iso(newest.created_at)
    status_id = row.status_id if row.type in WITH_STATUS else None
    if row.type in WITH_STATUS:
        entity.status_id = None if status_id is None else str(status_id)
    return _Group(entity, sampled, status_id)


def _people(
    ctx: Context, made: Sequence[_Group], partial: bool
) -> tuple[list[Account], list[PartialAccountWithAvatar]]:
    """Whole accounts, and cut ones: with `partial` only the first of each group is whole."""
    everybody = list(dict.fromkeys(i for group in made for i in group.sampled))
    if not partial:
        return accounts.many(ctx, everybody), []
    first = list(dict.fromkeys(group.sampled[0] for group in made if group.sampled))
    rest = [i for i in everybody if i not in first]
    return accounts.many(ctx, first), [_partial(account) for account in accounts.many(ctx, rest)]


def _partial(account: Account) -> PartialAccountWithAvatar:
    return PartialAccountWithAvatar(
        id=account.id,
        acct=account.acct,
        locked=account.locked,
        bot=account.bot,
        url=account.url,
        avatar=account.avatar,
        avatar_static=account.avatar_static,
        avatar_description=account.avatar_description,
    )


# --- requests


def requests(ctx: Context, rows: Sequence[Row]) -> list[NotificationRequest]:
    people = accounts.by_id(ctx, {row.from_account_id for row in rows})
    last = {
        s.id: s
        for s in statuses.many(ctx, [row.last_status_id for row in rows if row.last_status_id is not None])
    }
    return [
        NotificationRequest(
            id=str(row.id),
            created_at=clock.iso(row.created_at),
            updated_at=clock.iso(row.updated_at),
            notifications_count=str(row.notifications_count),
            account=people[row.from_account_id],
            last_status=last.get(str(row.last_status_id)),
        )
        for row in rows
    ]
