"""List one's bookmarks: https://docs.joinmastodon.org/methods/bookmarks/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import MinCursor


@operation("GET /api/v1/bookmarks", scope="read:bookmarks", since="3.1.0", paging=Paging("P1", 20, 40))
class Get(Operation[list[entities.Status]], MinCursor):
    """List the statuses one bookmarked, the last bookmarked first; cursors come from Link alone."""
