"""Get notifications by Web Push: https://docs.joinmastodon.org/methods/push/

A token has one subscription at most.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Text, operation


class KeysParams(msgspec.Struct, kw_only=True):
    """The browser's keys, in base64."""

    p256dh: Text = UNSET
    auth: Text = UNSET


class SubscriptionParams(msgspec.Struct, kw_only=True):
    """Where to send, and whether encrypted as the standard (RFC 8291) says."""

    endpoint: Text = UNSET
    keys: KeysParams | UnsetType | None = UNSET
    standard: Flag = UNSET


@operation(
    "POST /api/v1/push/subscription",
    scope="push",
    since="2.4.0",
    required=("subscription[endpoint]", "subscription[keys][p256dh]", "subscription[keys][auth]"),
)
class Subscribe(Operation[entities.WebPushSubscription]):
    """Subscribe, in place of the token's former subscription.

    `data` is `{"alerts": {type: bool}, "policy": text}` and arrives as it was sent: the answer repeats
    the alerts that were named, a blank one as null.
    """

    subscription: SubscriptionParams | UnsetType | None = UNSET
    data: Any = UNSET


@operation("GET /api/v1/push/subscription", scope="push", since="2.4.0")
class Get(Operation[entities.WebPushSubscription]):
    """Show the token's subscription."""


@operation("PUT /api/v1/push/subscription", scope="push", since="2.4.0", also=("PATCH",))
class Update(Operation[entities.WebPushSubscription]):
    """Replace the `data` of the subscription, all of it; as it was sent, as in Subscribe."""

    data: Any = UNSET


@operation("DELETE /api/v1/push/subscription", scope="push", since="2.4.0")
class Unsubscribe(Operation[entities.Empty]):
    """Delete the token's subscription."""
