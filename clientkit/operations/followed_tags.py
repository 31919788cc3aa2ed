"""List the hashtags one follows: https://docs.joinmastodon.org/methods/followed_tags/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import MinCursor


# Link leads back by since_id, yet min_id is read (recording pagination/followed_tags).
@operation(
    "GET /api/v1/followed_tags",
    scope=("follow", "read", "read:follows"),
    since="4.0.0",
    paging=Paging("P2", 100, 200),
)
class Get(Operation[list[entities.Tag]], MinCursor):
    """List the hashtags one follows, the last followed first."""
