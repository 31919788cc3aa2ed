"""Web Push subscriptions: https://docs.joinmastodon.org/methods/push/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.entities import WebPushSubscription
from clientkit.operations import push as ops
from clientkit.operations.push import KeysParams, SubscriptionParams
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import push as domain
from mockserver.domain import vapid
from mockserver.handlers.binding import Reply, handles
from mockserver.store.database import Row


@handles(ops.Subscribe)
def subscribe(ctx: Context, op: ops.Subscribe) -> WebPushSubscription | Reply:
    given = op.subscription
    if not isinstance(given, SubscriptionParams) or given == SubscriptionParams():
        raise errors.ParameterMissing("subscription")
    if not isinstance(given.keys, KeysParams):
        raise errors.InvalidParameter("subscription[keys] must hold p256dh and auth")
    if given.standard is None:
        raise errors.InvalidParameter("subscription[standard] must be true or false")
    made = domain.subscribe(
        ctx,
        endpoint=_text(given.endpoint),
        p256dh=_text(given.keys.p256dh),
        auth=_text(given.keys.auth),
        standard=given.standard is True,
        data=domain.data_of(None if op.data is UNSET else op.data),
    )
    return Reply(made.body, made.status) if isinstance(made, errors.ValidationFailed) else _shown(ctx, made)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> WebPushSubscription:
    return _shown(ctx, domain.current(ctx))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> WebPushSubscription:
    domain.current(ctx)
    return _shown(ctx, domain.update(ctx, domain.data_of(None if op.data is UNSET else op.data)))


@handles(ops.Unsubscribe)
def unsubscribe(ctx: Context, op: ops.Unsubscribe) -> None:
    domain.unsubscribe(ctx)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _shown(ctx: Context, row: Row) -> WebPushSubscription:
    policy = row.data.get("policy")
    return WebPushSubscription(
        id=row.id,
        endpoint=row.endpoint,
        standard=row.standard,
        alerts=row.data.get("alerts", {}),
        server_key=vapid.public_key(ctx.instance),
        policy="all" if policy is None else str(policy),
    )
