"""Show and move statuses that wait to be published: https://docs.joinmastodon.org/methods/scheduled_statuses/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor


@operation(
    "GET /api/v1/scheduled_statuses",
    scope="read:statuses",
    since="2.7.0",
    paging=Paging("P1", 20, 40),
)
class Index(Operation[list[entities.ScheduledStatus]], MinCursor):
    """List one's scheduled statuses, the last made first."""


@operation("GET /api/v1/scheduled_statuses/:id", scope="read:statuses", since="2.7.0")
class Get(Operation[entities.ScheduledStatus]):
    """Show one scheduled status."""

    id: str


@operation("PUT /api/v1/scheduled_statuses/:id", scope="write:statuses", since="2.7.0", also=("PATCH",))
class Update(Operation[entities.ScheduledStatus]):
    """Move a scheduled status to another time, its only part that can change."""

    id: str
    scheduled_at: Text = UNSET


@operation("DELETE /api/v1/scheduled_statuses/:id", scope="write:statuses", since="2.7.0")
class Cancel(Operation[entities.Empty]):
    """Delete a scheduled status unpublished."""

    id: str
