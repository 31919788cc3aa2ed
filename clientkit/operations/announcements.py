"""Show the server's announcements and react to them: https://docs.joinmastodon.org/methods/announcements/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1/announcements", since="3.1.0")
class Get(Operation[list[entities.Announcement]]):
    """List the published announcements. Any user's token will do, none answers 422."""


@operation("POST /api/v1/announcements/:id/dismiss", scope="write:accounts", since="3.1.0")
class Dismiss(Operation[entities.Empty]):
    """Mark an announcement as read."""

    id: str


@operation(
    "PUT /api/v1/announcements/:id/reactions/:name",
    scope="write:favourites",
    since="3.1.0",
    also=("PATCH",),
)
class AddReaction(Operation[entities.Empty]):
    """React to an announcement with an emoji or the name of one of the server's own."""

    id: str
    name: str


@operation("DELETE /api/v1/announcements/:id/reactions/:name", scope="write:favourites", since="3.1.0")
class RemoveReaction(Operation[entities.Empty]):
    """Take a reaction back."""

    id: str
    name: str
