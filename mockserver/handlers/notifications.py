"""Notifications, the policy of what is held back, and requests:
https://docs.joinmastodon.org/methods/notifications/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.entities import (
    Notification,
    NotificationPolicy,
    NotificationPolicySummary,
    NotificationRequest,
    V1NotificationPolicy,
)
from clientkit.operations import notifications as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import notification_requests as requests_domain
from mockserver.domain import notifications as domain
from mockserver.handlers.binding import Page, handles, page
from mockserver.handlers.browsing import chosen, supported
from mockserver.render import notifications as render
from mockserver.store import notifications as store
from mockserver.store.database import Row
from mockserver.store.paging import cursor, limit_of, record_id
from mockserver.store.schema import notification_requests


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    cut = cursor(op)
    rows = store.browse(ctx.db, ctx.me.id, chosen(op, op.account_id), cut)
    return page(render.many(ctx, rows, supported(op)), [row.id for row in rows], cut.limit)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Notification:
    return render.one(ctx, _own(ctx, op.id), supported(op))


def _own(ctx: Context, given: str) -> Row:
    row = store.own(ctx.db, ctx.me.id, record_id(given))
    if row is None:
        raise errors.RecordNotFound
    return row


@handles(ops.Clear)
def clear(ctx: Context, op: ops.Clear) -> None:
    domain.clear(ctx, ctx.me.id)


@handles(ops.Dismiss)
def dismiss(ctx: Context, op: ops.Dismiss) -> None:
    row = store.of_anybody(ctx.db, ctx.me.id, record_id(op.id))
    if row is None:
        raise errors.RecordNotFound
    domain.dismiss(ctx, row)


@handles(ops.UnreadCount)
def unread_count(ctx: Context, op: ops.UnreadCount) -> dict[str, int]:
    limit = limit_of(op.limit, 100, 1000)
    return {"count": store.unread(ctx.db, ctx.me.id, chosen(op, op.account_id), limit) if limit else 0}


# --- policy

_SWITCHES = {
    "filter_not_following": "for_not_following",
    "filter_not_followers": "for_not_followers",
    "filter_new_accounts": "for_new_accounts",
    "filter_private_mentions": "for_private_mentions",
    "filter_bots": "for_bots",
}


@handles(ops.Policy)
def policy(ctx: Context, op: ops.Policy) -> NotificationPolicy:
    return NotificationPolicy(**requests_domain.policy_of(ctx.user), summary=_summary(ctx))


@handles(ops.UpdatePolicy)
def update_policy(ctx: Context, op: ops.UpdatePolicy) -> NotificationPolicy:
    given = {kind: value for kind in domain.POLICY if (value := getattr(op, kind)) is not UNSET}
    verdicts = {kind: requests_domain.verdict(value) for kind, value in given.items()}
    return NotificationPolicy(**requests_domain.choose(ctx, ctx.user, verdicts), summary=_summary(ctx))


@handles(ops.PolicyV1)
def policy_v1(ctx: Context, op: ops.PolicyV1) -> V1NotificationPolicy:
    return _switches(ctx, requests_domain.policy_of(ctx.user))


@handles(ops.UpdatePolicyV1)
def update_policy_v1(ctx: Context, op: ops.UpdatePolicyV1) -> V1NotificationPolicy:
    given = {kind: value for switch, kind in _SWITCHES.items() if (value := getattr(op, switch)) is not UNSET}
    # Any text is on, "false" too (recording notifications/policy).
    verdicts = {
        kind: "accept" if value is None or value is False else "filter" for kind, value in given.items()
    }
    return _switches(ctx, requests_domain.choose(ctx, ctx.user, verdicts))


def _switches(ctx: Context, chosen: dict[str, str]) -> V1NotificationPolicy:
    switches = {switch: chosen[kind] != "accept" for switch, kind in _SWITCHES.items()}
    return V1NotificationPolicy(**switches, summary=_summary(ctx))


def _summary(ctx: Context) -> NotificationPolicySummary:
    requests, notifications = store.pending(ctx.db, ctx.me.id)
    return NotificationPolicySummary(
        pending_requests_count=requests, pending_notifications_count=notifications
    )


# --- requests


@handles(ops.Requests)
def requests(ctx: Context, op: ops.Requests) -> Page:
    cut = cursor(op)
    rows = store.requests_page(ctx.db, ctx.me.id, cut)
    return page(render.requests(ctx, rows), [row.id for row in rows], cut.limit)


@handles(ops.GetRequest)
def get_request(ctx: Context, op: ops.GetRequest) -> NotificationRequest:
    return render.requests(ctx, [requests_domain.own(ctx, op.id)])[0]


@handles(ops.AcceptRequest)
def accept_request(ctx: Context, op: ops.AcceptRequest) -> None:
    requests_domain.accept(ctx, [requests_domain.own(ctx, op.id)])


@handles(ops.DismissRequest)
def dismiss_request(ctx: Context, op: ops.DismissRequest) -> None:
    requests_domain.dismiss(ctx, requests_domain.own(ctx, op.id))


@handles(ops.AcceptRequests)
def accept_requests(ctx: Context, op: ops.AcceptRequests) -> None:
    requests_domain.accept(ctx, _named(ctx, op.id))


@handles(ops.DismissRequests)
def dismiss_requests(ctx: Context, op: ops.DismissRequests) -> None:
    requests_domain.forget(ctx, _named(ctx, op.id))


def _named(ctx: Context, given: Any) -> list[Row]:
    """Unknown ids, and others' requests, are passed over."""
    texts = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    ids = list({record_id(text) for text in texts})
    return (
        list(ctx.db.find_all(notification_requests, order="id", account_id=ctx.me.id, id=ids)) if ids else []
    )


@handles(ops.RequestsMerged)
def requests_merged(ctx: Context, op: ops.RequestsMerged) -> dict[str, bool]:
    """Always: accepting is done before it is answered."""
    return {"merged": True}
