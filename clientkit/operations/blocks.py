"""List the accounts one blocks: https://docs.joinmastodon.org/methods/blocks/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import SinceCursor


@operation(
    "GET /api/v1/blocks",
    scope=("follow", "read", "read:blocks"),
    since="0.0.0",
    paging=Paging("P2", 40, 80),
)
class Get(Operation[list[entities.Account]], SinceCursor):
    """List the accounts one blocks, the last blocked first."""
