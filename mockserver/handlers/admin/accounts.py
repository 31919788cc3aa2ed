"""Moderating accounts: https://docs.joinmastodon.org/methods/admin/accounts/

The account is looked for before the caller's role is judged (recording admin/permissions_nobody).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import UNSET

from clientkit.entities import AdminAccount
from clientkit.operations import admin_accounts as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import moderation
from mockserver.domain.moderation import Measure
from mockserver.domain.staff import Permission, require
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import admin as render
from mockserver.store import admin as store
from mockserver.store.database import Row
from mockserver.store.paging import cursor, integer, record_id

TEXT_FILTERS = ("username", "display_name", "by_domain", "email")
LONGEST_FILTER = 1000
"""Characters; no name is as long, and a database compares no pattern of any length."""


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    """Without flags: local ones that are not suspended."""
    origin = "remote" if _given(op.remote) else "local"
    flags = [name for name in store.STATUSES if name != "sensitized" and _given(getattr(op, name))]
    filters: dict[str, Any] = {origin: None, flags[-1] if flags else "active": None}
    if _given(op.staff):
        filters["roles"] = ctx.instance.roles.that_can(Permission.MANAGE_REPORTS)
    return _listing(ctx, op, filters)


@handles(ops.IndexV2)
def index_v2(ctx: Context, op: ops.IndexV2) -> Page:
    filters: dict[str, Any] = {}
    for name, known in (("origin", store.ORIGINS), ("status", store.STATUSES)):
        value = _given(getattr(op, name))
        if value and value not in known:
            require(ctx, Permission.MANAGE_USERS)
            raise errors.InvalidParameter(f"Unknown {name}: {value}")
        if value:
            filters[value] = None
    if op.permissions == "staff":
        filters["roles"] = ctx.instance.roles.that_can(Permission.MANAGE_REPORTS)
    elif op.role_ids:
        filters["roles"] = _role_names(ctx, op.role_ids)
    inviter = _given(op.invited_by)
    if inviter:
        filters["invited_by"] = record_id(inviter)
    return _listing(ctx, op, filters)


def _listing(ctx: Context, op: ops.Index | ops.IndexV2, filters: dict[str, Any]) -> Page:
    require(ctx, Permission.MANAGE_USERS)
    for name in TEXT_FILTERS:
        value = _given(getattr(op, name))
        if len(value) > LONGEST_FILTER:
            raise errors.InvalidParameter(f"{name} is too long")
        if value:
            filters[name] = value.strip().removeprefix("@") if name == "username" else value
    if "by_domain" in filters:
        filters.pop("local", None)  # a domain says more than the origin
    address = _given(op.ip)
    if address:
        filters["ids"] = store.signed_up_within(ctx.db, address)
    cut = cursor(op)
    ids = store.list_accounts(ctx.db, filters, cut)
    return page(render.accounts(ctx, ids), ids, cut.limit)


def _given(value: Any) -> str:
    """A filter's text; blank is as good as absent."""
    return value if isinstance(value, str) and value.strip() else ""


def _role_names(ctx: Context, given: Any) -> list[str]:
    """The roles of these ids as users have them; everybody's role (-99) is nobody's own."""
    wanted = {integer(one) for one in ([given] if isinstance(given, str) else given)}
    roles = ctx.instance.roles
    return [name for name in roles.names() if roles.of(name).id in wanted]


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminAccount:
    target = store.account(ctx, op.id)
    require(ctx, Permission.MANAGE_USERS)
    return render.account(ctx, target.id)


@handles(ops.Action)
def action(ctx: Context, op: ops.Action) -> None:
    target = store.account(ctx, op.id)
    require(ctx, Permission.MANAGE_USERS)
    measure = Measure(
        type=op.type if isinstance(op.type, str) else None,
        text=op.text if isinstance(op.text, str) else None,
        report=_given(op.report_id) or None,
        preset=_given(op.warning_preset_id) or None,
        notify=op.send_email_notification is UNSET or op.send_email_notification is True,
    )
    moderation.act(ctx, target, measure)


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    target = store.account(ctx, op.id)
    require(ctx, Permission.DELETE_USER_DATA)
    moderation.delete(ctx, target)


@handles(ops.Reject)
def reject(ctx: Context, op: ops.Reject) -> None:
    target = store.account(ctx, op.id)
    require(ctx, Permission.MANAGE_USERS)
    moderation.reject(ctx, target)


def _then_show(
    change: Callable[[Context, Row], None],
) -> Callable[[Context, Any], AdminAccount]:
    """A handler that changes an account in one way and shows it."""

    def handler(ctx: Context, op: Any) -> AdminAccount:
        target = store.account(ctx, op.id)
        require(ctx, Permission.MANAGE_USERS)
        change(ctx, target)
        return render.account(ctx, target.id)

    return handler


handles(ops.Approve)(_then_show(moderation.approve))
handles(ops.Enable)(_then_show(moderation.enable))
handles(ops.Unsensitive)(_then_show(moderation.unsensitize))
handles(ops.Unsilence)(_then_show(moderation.unsilence))
handles(ops.Unsuspend)(_then_show(moderation.unsuspend))
