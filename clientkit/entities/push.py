"""Web push subscriptions: https://docs.joinmastodon.org/entities/WebPushSubscription/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Since, Url


class WebPushSubscription(Struct, kw_only=True, gc=False):
    """A subscription.

    `id` is a number (recorded); `alerts` holds only the keys that were set, null when sent blank.
    """

    id: int
    endpoint: Url
    standard: Annotated[bool, Since("4.4.0")]
    alerts: dict[str, bool | None]
    server_key: str
    policy: str
