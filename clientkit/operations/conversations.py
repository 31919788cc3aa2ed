"""Read direct conversations: https://docs.joinmastodon.org/methods/conversations/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import MinCursor


@operation(
    "GET /api/v1/conversations",
    scope="read:statuses",
    since="2.6.0",
    paging=Paging("P1", 20, 40),
)
class Index(Operation[list[entities.Conversation]], MinCursor):
    """List one's conversations; cursors are ids of their last statuses."""


@operation("DELETE /api/v1/conversations/:id", scope="write:conversations", since="2.6.0")
class Delete(Operation[entities.Empty]):
    """Remove a conversation from one's own list; its statuses stay."""

    id: str


@operation("POST /api/v1/conversations/:id/read", scope="write:conversations", since="2.6.0")
class Read(Operation[entities.Conversation]):
    """Mark a conversation as read."""

    id: str


@operation("POST /api/v1/conversations/:id/unread", scope="write:conversations", since="4.2.0")
class Unread(Operation[entities.Conversation]):
    """Mark a conversation as unread. Undocumented."""

    id: str
