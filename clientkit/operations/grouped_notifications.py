"""Read notifications of the same kind as groups: https://docs.joinmastodon.org/methods/grouped_notifications/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Count, Flag, LooseTexts, Operation, Paging, Text, Texts, operation
from clientkit.operations.params import MinCursor, SinceCursor


@operation(
    "GET /api/v2/notifications",
    scope="read:notifications",
    since="4.3.0",
    paging=Paging(
        "P3",
        40,
        80,
        keep=(
            "limit",
            "include_filtered",
            "types[]",
            "exclude_types[]",
            "grouped_types[]",
            "supported_types[]",
        ),
        picks=True,
    ),
    values={"expand_accounts": ("full", "partial_avatars")},
)
class Index(Operation[entities.GroupedNotificationsResults], MinCursor):
    """List one's notifications in groups; cursors are ids of notifications, `limit` counts groups.

    `account_id` is documented but has no effect on real servers (recording notifications/v2_params).
    """

    types: Texts = UNSET
    exclude_types: Texts = UNSET
    account_id: Text = UNSET
    include_filtered: Flag = UNSET
    grouped_types: Texts = UNSET
    expand_accounts: Text = UNSET
    supported_types: LooseTexts = UNSET


@operation("GET /api/v2/notifications/:group_key", scope="read:notifications", since="4.3.0")
class Get(Operation[entities.GroupedNotificationsResults]):
    """Show one group."""

    group_key: str
    supported_types: LooseTexts = UNSET


@operation("POST /api/v2/notifications/:group_key/dismiss", scope="write:notifications", since="4.3.0")
class Dismiss(Operation[entities.Empty]):
    """Delete the notifications of a group."""

    group_key: str


# Link leads back by min_id, which is not read: so there is no such field.
@operation(
    "GET /api/v2/notifications/:group_key/accounts",
    scope="read:notifications",
    since="4.3.0",
    paging=Paging("P1", 40, 80),
)
class Accounts(Operation[list[entities.Account]], SinceCursor):
    """List the accounts behind a group."""

    group_key: str


@operation("GET /api/v2/notifications/unread_count", scope="read:notifications", since="4.3.0")
class UnreadCount(Operation[dict[str, int]]):
    """Count the groups above one's marker as `count`, up to `limit` (by default 100, 1000 at most)."""

    limit: Count = UNSET
    types: Texts = UNSET
    exclude_types: Texts = UNSET
    account_id: Text = UNSET
    include_filtered: Flag = UNSET
    grouped_types: Texts = UNSET


@operation("POST /api/v2/notifications/clear", scope="write:notifications", since="4.3.0")
class Clear(Operation[entities.Empty]):
    """Delete all of one's notifications. Undocumented."""
