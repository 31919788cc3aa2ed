"""List accounts that wish to be found: https://docs.joinmastodon.org/methods/directory/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, operation
from clientkit.operations.params import Offset


@operation(
    "GET /api/v1/directory",
    auth="optional",
    since="3.0.0",
    cache="anonymous",
    paging=Paging("offset-plain", 40, 80),
    values={"order": ("active", "new")},
)
class Get(Operation[list[entities.Account]], Offset):
    """List accounts by their last post (`order` active) or the newest first (`order` new)."""

    order: Text = UNSET
    local: Flag = UNSET
