"""List one's favourites: https://docs.joinmastodon.org/methods/favourites/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import MinCursor


@operation("GET /api/v1/favourites", scope="read:favourites", since="0.0.0", paging=Paging("P1", 20, 40))
class Get(Operation[list[entities.Status]], MinCursor):
    """List the statuses one favourited, the last favourited first; cursors come from Link alone."""
