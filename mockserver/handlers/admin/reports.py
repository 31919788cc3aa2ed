"""Handling reports: https://docs.joinmastodon.org/methods/admin/reports/

The report is looked for before the caller's role is judged (recording admin/report_handling).
"""

from __future__ import annotations

from typing import Any

from clientkit.entities import AdminReport
from clientkit.operations import admin_reports as ops
from mockserver.context import Context
from mockserver.domain import moderation
from mockserver.domain.staff import Permission, require
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import admin as render
from mockserver.store import admin as store
from mockserver.store.database import Row
from mockserver.store.paging import cursor, record_id

FALSE = ("false", "0", "f", "off", "F", "FALSE", "OFF")


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    """Without filters: the open ones; `resolved` and `unresolved` together: all."""
    require(ctx, Permission.MANAGE_REPORTS)
    resolved, unresolved = _truthy(op.resolved), _truthy(op.unresolved)
    filters: dict[str, int | None] = {}
    if not (resolved and unresolved):
        filters["resolved" if resolved else "unresolved"] = None
    for name in ("account_id", "target_account_id"):
        value = getattr(op, name)
        if isinstance(value, str):
            filters[name] = record_id(value)
    cut = cursor(op)
    rows = store.list_reports(ctx.db, filters, cut)
    return page(render.reports(ctx, rows), [row.id for row in rows], cut.limit)


def _truthy(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value not in FALSE


def _report(ctx: Context, given: str) -> Row:
    row = store.report(ctx, given)
    require(ctx, Permission.MANAGE_REPORTS)
    return row


def _again(ctx: Context, row: Row) -> AdminReport:
    return render.report(ctx, store.report(ctx, str(row.id)))


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminReport:
    return render.report(ctx, _report(ctx, op.id))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> AdminReport:
    row = _report(ctx, op.id)
    category = op.category if isinstance(op.category, str) else None
    moderation.recategorise(ctx, row, category, _rule_ids(op.rule_ids))
    return _again(ctx, row)


def _rule_ids(given: Any) -> list[int] | None:
    """None: not sent."""
    if isinstance(given, str):
        given = [given]
    return [record_id(one) for one in given if one] if isinstance(given, list) else None


@handles(ops.AssignToSelf)
def assign_to_self(ctx: Context, op: ops.AssignToSelf) -> AdminReport:
    row = _report(ctx, op.id)
    moderation.assign(ctx, row, ctx.me.id)
    return _again(ctx, row)


@handles(ops.Unassign)
def unassign(ctx: Context, op: ops.Unassign) -> AdminReport:
    row = _report(ctx, op.id)
    moderation.assign(ctx, row, None)
    return _again(ctx, row)


@handles(ops.Resolve)
def resolve(ctx: Context, op: ops.Resolve) -> AdminReport:
    row = _report(ctx, op.id)
    moderation.resolve(ctx, row)
    return _again(ctx, row)


@handles(ops.Reopen)
def reopen(ctx: Context, op: ops.Reopen) -> AdminReport:
    row = _report(ctx, op.id)
    moderation.reopen(ctx, row)
    return _again(ctx, row)
