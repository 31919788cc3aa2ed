"""List the accounts one mutes: https://docs.joinmastodon.org/methods/mutes/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import SinceCursor


@operation(
    "GET /api/v1/mutes",
    scope=("follow", "read", "read:mutes"),
    since="0.0.0",
    paging=Paging("P2", 40, 80),
)
class Get(Operation[list[entities.MutedAccount]], SinceCursor):
    """List the accounts one mutes and until when, the last muted first."""
