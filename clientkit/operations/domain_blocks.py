"""Block whole servers for oneself: https://docs.joinmastodon.org/methods/domain_blocks/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Paging, Text, operation
from clientkit.operations.params import SinceCursor


@operation(
    "GET /api/v1/domain_blocks",
    scope=("follow", "read", "read:blocks"),
    since="1.4.0",
    paging=Paging("P2", 100, 200),
)
class Get(Operation[list[str]], SinceCursor):
    """List the domains one blocks, the last blocked first."""


@operation(
    "POST /api/v1/domain_blocks",
    scope=("follow", "write", "write:blocks"),
    since="1.4.0",
    required=("domain",),
)
class Block(Operation[entities.Empty]):
    """Hide all accounts of a domain; ends following in both directions."""

    domain: Text = UNSET


@operation("DELETE /api/v1/domain_blocks", scope=("follow", "write", "write:blocks"), since="1.4.0")
class Unblock(Operation[entities.Empty]):
    """Block a domain no longer."""

    domain: Text = UNSET


@operation("GET /api/v1/domain_blocks/preview", scope=("follow", "write", "write:blocks"), since="4.3.0")
class Preview(Operation[dict[str, int]]):
    """Count as `following_count` and `followers_count` what blocking a domain would end. Undocumented."""

    domain: Text = UNSET
