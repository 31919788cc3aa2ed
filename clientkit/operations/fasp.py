"""What auxiliary service providers call (FASP), experimental, off on a stock server and undocumented.

Requests carry HTTP message signatures instead of tokens.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Operation, Text, operation


@operation("POST /api/fasp/registration", auth="none", since="4.4.0")
class Register(Operation[dict[str, Any]]):
    """Offer a service."""

    name: Text = UNSET
    base_url: Text = msgspec.field(default=UNSET, name="baseUrl")
    server_id: Text = msgspec.field(default=UNSET, name="serverId")
    public_key: Text = msgspec.field(default=UNSET, name="publicKey")


@operation("POST /api/fasp/debug/v0/callback/responses", auth="none", since="4.4.0")
class DebugResponse(Operation[None]):
    """Answer a test call."""


@operation("POST /api/fasp/data_sharing/v0/event_subscriptions", auth="none", since="4.4.0")
class SubscribeEvents(Operation[dict[str, Any]]):
    """Subscribe to what happens on the server."""

    category: Text = UNSET
    subscription_type: Text = msgspec.field(default=UNSET, name="subscriptionType")


@operation("DELETE /api/fasp/data_sharing/v0/event_subscriptions/:id", auth="none", since="4.4.0")
class UnsubscribeEvents(Operation[None]):
    """End a subscription."""

    id: str


@operation("POST /api/fasp/data_sharing/v0/backfill_requests", auth="none", since="4.4.0")
class RequestBackfill(Operation[dict[str, Any]]):
    """Ask for what happened before."""

    category: Text = UNSET
    max_count: Text = msgspec.field(default=UNSET, name="maxCount")


@operation("POST /api/fasp/data_sharing/v0/backfill_requests/:id/continuation", auth="none", since="4.4.0")
class ContinueBackfill(Operation[None]):
    """Ask for more of what happened before."""

    id: str
