"""Who stayed: https://docs.joinmastodon.org/methods/admin/retention/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Text, operation


@operation(
    "POST /api/v1/admin/retention",
    scope=("admin:read",),
    auth="optional",
    since="3.5.0",
    required=("start_at", "end_at"),
    values={"frequency": ("day", "month")},
)
class Get(Operation[list[entities.AdminCohort]]):
    """Show how many of those who joined in each period were still there later. Both dates are
    required; `frequency`: day or month."""

    start_at: Text = UNSET
    end_at: Text = UNSET
    frequency: Text = UNSET
