"""What the server's own web client uses, and other undocumented addresses beside the API."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /invite/:code", auth="none", since="4.3.0")
class Invite(Operation[dict[str, str]]):
    """Show which server an invite is for, as JSON if that is accepted; else the form that signs up."""

    code: str


@operation("GET /api/v1/donation_campaigns", since="4.6.0")
class DonationCampaigns(Operation[dict[str, Any]]):
    """Show a call for donations; 204 when there is none. Any user's token will do, none answers 422."""


@operation("GET /api/web/embeds/:id", auth="session", since="1.0.0")
class Embed(Operation[dict[str, Any]]):
    """Show the HTML that embeds a status."""

    id: str


@operation("PUT /api/web/settings", auth="session", since="1.0.0", also=("PATCH",))
class Settings(Operation[entities.Empty]):
    """Keep the settings of the web client."""

    data: Any = UNSET


@operation("POST /api/web/push_subscriptions", auth="session", since="2.4.0")
class Subscribe(Operation[entities.WebPushSubscription]):
    """Subscribe the browser to notifications."""

    subscription: Any = UNSET
    data: Any = UNSET


@operation("PUT /api/web/push_subscriptions/:id", auth="session", since="2.4.0", also=("PATCH",))
class UpdateSubscription(Operation[entities.WebPushSubscription]):
    """Choose what the browser is notified of."""

    id: str
    data: Any = UNSET


@operation("DELETE /api/web/push_subscriptions/:id", auth="none", since="4.4.0")
class Unsubscribe(Operation[None]):
    """Delete the subscription that a signed id names; the answer has no body."""

    id: str


@operation("GET /manifest", auth="none", since="1.0.0")
class Manifest(Operation[dict[str, Any]]):
    """Describe the web client to a browser that installs it."""
