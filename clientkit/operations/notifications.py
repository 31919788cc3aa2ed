"""Read and clear notifications, and decide which arrive: https://docs.joinmastodon.org/methods/notifications/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Count, Flag, LooseTexts, Operation, Paging, Text, Texts, operation
from clientkit.operations.params import MinCursor


@operation(
    "GET /api/v1/notifications",
    scope="read:notifications",
    since="0.0.0",
    paging=Paging(
        "P3",
        40,
        80,
        keep=("limit", "account_id", "types[]", "exclude_types[]", "include_filtered", "supported_types[]"),
        picks=True,
    ),
)
class Index(Operation[list[entities.Notification]], MinCursor):
    """List one's notifications; those of types not in `supported_types` get a `fallback` text."""

    types: Texts = UNSET
    exclude_types: Texts = UNSET
    account_id: Text = UNSET
    include_filtered: Flag = UNSET
    supported_types: LooseTexts = UNSET


@operation("GET /api/v1/notifications/:id", scope="read:notifications", since="0.0.0")
class Get(Operation[entities.Notification]):
    """Show one notification."""

    id: str
    supported_types: LooseTexts = UNSET


@operation("POST /api/v1/notifications/clear", scope="write:notifications", since="0.0.0")
class Clear(Operation[entities.Empty]):
    """Delete all of one's notifications."""


@operation("POST /api/v1/notifications/:id/dismiss", scope="write:notifications", since="1.3.0")
class Dismiss(Operation[entities.Empty]):
    """Delete one notification."""

    id: str


@operation("GET /api/v1/notifications/unread_count", scope="read:notifications", since="4.3.0")
class UnreadCount(Operation[dict[str, int]]):
    """Count the notifications above one's marker as `count`, up to `limit` (by default 100, 1000 at most)."""

    limit: Count = UNSET
    types: Texts = UNSET
    exclude_types: Texts = UNSET
    account_id: Text = UNSET
    include_filtered: Flag = UNSET


@operation("GET /api/v2/notifications/policy", scope="read:notifications", since="4.3.0")
class Policy(Operation[entities.NotificationPolicy]):
    """Show whose notifications are held back or dropped."""


@operation(
    "PATCH /api/v2/notifications/policy",
    scope="write:notifications",
    since="4.3.0",
    also=("PUT",),
    values={
        "for_not_following": ("accept", "filter", "drop"),
        "for_not_followers": ("accept", "filter", "drop"),
        "for_new_accounts": ("accept", "filter", "drop"),
        "for_private_mentions": ("accept", "filter", "drop"),
        "for_limited_accounts": ("accept", "filter", "drop"),
        "for_bots": ("accept", "filter", "drop"),
    },
)
class UpdatePolicy(Operation[entities.NotificationPolicy]):
    """Decide whose notifications to `accept`, `filter` or `drop`.

    Values arrive as they were sent, since the JSON number 1 stands for `filter` but the text "1" for nothing.
    """

    for_not_following: Any = UNSET
    for_not_followers: Any = UNSET
    for_new_accounts: Any = UNSET
    for_private_mentions: Any = UNSET
    for_limited_accounts: Any = UNSET
    for_bots: Any = UNSET


@operation(
    "GET /api/v1/notifications/requests",
    scope="read:notifications",
    since="4.3.0",
    paging=Paging("P1", 40, 80),
)
class Requests(Operation[list[entities.NotificationRequest]], MinCursor):
    """List the accounts whose notifications are held back."""


@operation("GET /api/v1/notifications/requests/:id", scope="read:notifications", since="4.3.0")
class GetRequest(Operation[entities.NotificationRequest]):
    """Show one account whose notifications are held back."""

    id: str


@operation("POST /api/v1/notifications/requests/:id/accept", scope="write:notifications", since="4.3.0")
class AcceptRequest(Operation[entities.Empty]):
    """Let the notifications of a request in, and those that its account causes from now on."""

    id: str


@operation("POST /api/v1/notifications/requests/:id/dismiss", scope="write:notifications", since="4.3.0")
class DismissRequest(Operation[entities.Empty]):
    """Delete a request and the notifications it held back."""

    id: str


@operation("POST /api/v1/notifications/requests/accept", scope="write:notifications", since="4.3.0")
class AcceptRequests(Operation[entities.Empty]):
    """Accept several requests; unknown ids are passed over."""

    id: LooseTexts = UNSET


@operation("POST /api/v1/notifications/requests/dismiss", scope="write:notifications", since="4.3.0")
class DismissRequests(Operation[entities.Empty]):
    """Dismiss several requests; unknown ids are passed over."""

    id: LooseTexts = UNSET


@operation("GET /api/v1/notifications/requests/merged", scope="read:notifications", since="4.3.0")
class RequestsMerged(Operation[dict[str, bool]]):
    """Show as `merged` whether the notifications of all accepted requests have been let in."""


@operation("GET /api/v1/notifications/policy", scope="read:notifications", since="4.3.0")
class PolicyV1(Operation[entities.V1NotificationPolicy]):
    """Show the policy as switches. Undocumented."""


@operation("PATCH /api/v1/notifications/policy", scope="write:notifications", since="4.3.0", also=("PUT",))
class UpdatePolicyV1(Operation[entities.V1NotificationPolicy]):
    """Change the policy by switches. Undocumented.

    Values arrive as they were sent: any text, "false" too, switches on, a JSON false or null off.
    """

    filter_not_following: Any = UNSET
    filter_not_followers: Any = UNSET
    filter_new_accounts: Any = UNSET
    filter_private_mentions: Any = UNSET
    filter_bots: Any = UNSET
