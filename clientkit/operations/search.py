"""Search accounts, statuses, hashtags and collections: https://docs.joinmastodon.org/methods/search/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, operation
from clientkit.operations.params import Offset


@operation(
    "GET /api/v2/search",
    scope="read:search",
    auth="optional",
    since="2.4.1",
    paging=Paging("offset-plain", 20, 40),
    required=("q",),
    values={"type": ("accounts", "hashtags", "statuses", "collections")},
)
class Search(Operation[entities.Search], Offset):
    """Search by text, handle or address; `resolve` asks other servers, `offset` needs a `type`."""

    q: Text = UNSET
    type: Text = UNSET
    resolve: Flag = UNSET
    following: Flag = UNSET
    account_id: Text = UNSET
    exclude_unreviewed: Flag = UNSET
    max_id: Text = UNSET
    min_id: Text = UNSET
