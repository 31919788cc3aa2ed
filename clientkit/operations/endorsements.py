"""List the accounts on one's profile: https://docs.joinmastodon.org/methods/endorsements/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import SinceCursor


@operation("GET /api/v1/endorsements", scope="read:accounts", since="2.5.0", paging=Paging("P2", 40, 80))
class Get(Operation[list[entities.Account]], SinceCursor):
    """List the accounts one features on one's profile; all of them with the limit 0."""
