"""Notifications in groups: https://docs.joinmastodon.org/methods/grouped_notifications/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from clientkit.entities import GroupedNotificationsResults
from clientkit.operations import grouped_notifications as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import notifications as domain
from mockserver.handlers.binding import Page, handles, page
from mockserver.handlers.browsing import chosen, supported
from mockserver.render import accounts as render_accounts
from mockserver.render import notifications as render
from mockserver.render.notifications import Range
from mockserver.store import notifications as store
from mockserver.store.database import Row
from mockserver.store.paging import Cursor, cursor, limit_of, record_id

EXPANSIONS = ("full", "partial_avatars")
ALONE = "ungrouped-"


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    expand = op.expand_accounts
    if expand is not UNSET and expand not in EXPANSIONS:
        given = expand or ""
        raise errors.InvalidParameter(
            f"Invalid value for 'expand_accounts': '{given}', allowed values are 'full' and 'partial_avatars'"
        )
    cut, grouped = cursor(op), _grouped(op)
    heads = store.heads(ctx.db, ctx.me.id, chosen(op), grouped, cut)
    results = render.groups(
        ctx,
        heads,
        grouped=grouped,
        page=_covered(heads, cut),
        partial_avatars=expand == "partial_avatars",
        supported=supported(op),
    )
    return page_of(results, heads, cut)


def page_of(results: GroupedNotificationsResults, heads: Sequence[Row], cut: Cursor) -> Page:
    made = page([], [row.id for row in heads], cut.limit)
    made.items = results
    return made


def _grouped(op: Any) -> tuple[str, ...] | None:
    """Which types are grouped; None: all that can be."""
    if not isinstance(op.grouped_types, list) or not op.grouped_types:
        return None
    return tuple(name for name in store.GROUPABLE if name in op.grouped_types)


def _covered(heads: Sequence[Row], cut: Cursor) -> Range:
    """What of the groups belongs to the page: on a page that is not full, all beyond its end too (recording
    notifications/v2_paging)."""
    if not heads:
        return Range(None, None)
    newest, oldest = heads[0].id, heads[-1].id
    if len(heads) >= cut.limit:
        return Range(oldest, newest)
    if cut.min_id is not None:
        return Range(oldest, None if cut.max_id is None else cut.max_id - 1)
    return Range(None if cut.since_id is None else cut.since_id + 1, newest)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> GroupedNotificationsResults:
    return render.groups(ctx, [_of_key(ctx, op.group_key)], supported=supported(op))


def _of_key(ctx: Context, key: str) -> Row:
    """A notification of a group; `ungrouped-ID` names any notification, one in a group too. Raises
    RecordNotFound."""
    if key.startswith(ALONE):
        row = store.own(ctx.db, ctx.me.id, record_id(key.removeprefix(ALONE)))
    else:
        row = store.newest_of_group(ctx.db, ctx.me.id, key)
    if row is None:
        raise errors.RecordNotFound
    return row


@handles(ops.Dismiss)
def dismiss(ctx: Context, op: ops.Dismiss) -> None:
    """Of a key that is none, nothing."""
    key = op.group_key
    if not key.startswith(ALONE):
        domain.dismiss_group(ctx, ctx.me.id, key)
    elif (row := store.of_anybody(ctx.db, ctx.me.id, record_id(key.removeprefix(ALONE)))) is not None:
        domain.dismiss(ctx, row)


@handles(ops.Accounts)
def accounts(ctx: Context, op: ops.Accounts) -> Page:
    cut = cursor(op)
    rows = store.group_page(ctx.db, ctx.me.id, op.group_key, cut)
    people = render_accounts.many(ctx, [row.from_account_id for row in rows])
    return page(people, [row.id for row in rows], cut.limit)


@handles(ops.UnreadCount)
def unread_count(ctx: Context, op: ops.UnreadCount) -> dict[str, int]:
    limit = limit_of(op.limit, 100, 1000)
    above = Cursor(limit, min_id=store.marker(ctx.db, ctx.me.id), nothing=limit == 0)
    return {"count": len(store.heads(ctx.db, ctx.me.id, chosen(op), _grouped(op), above))}


@handles(ops.Clear)
def clear(ctx: Context, op: ops.Clear) -> None:
    domain.clear(ctx, ctx.me.id)
