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
    """The former subscription is gone even when the new one is refused: a refusal is answered, not raised,
    which would bring it back."""
    domain.unsubscribe(ctx)
    try:
        return _shown(ctx, _subscribe(ctx, op))
    except errors.WireError as refusal:
        return Reply(refusal.body, refusal.status)


def _subscribe(ctx: Context, op: ops.Subscribe) -> Row:
    given = op.subscription
    if not isinstance(given, SubscriptionParams) or given == SubscriptionParams():
        raise errors.ParameterMissing("subscription")
    if given.standard is None:
        raise errors.InvalidParameter("subscription[standard] must be true or false")
    keys = given.keys if isinstance(given.keys, KeysParams) else KeysParams()
    return domain.subscribe(
        ctx,
        endpoint=_text(given.endpoint),
        p256dh=_text(keys.p256dh),
        auth=_text(keys.auth),
        standard=given.standard is True,
        data=domain.data_of(None if op.data is UNSET else op.data),
    )


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
