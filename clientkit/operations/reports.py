"""Report accounts to the moderators: https://docs.joinmastodon.org/methods/reports/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Text, Texts, operation


@operation(
    "POST /api/v1/reports",
    scope="write:reports",
    since="1.1.0",
    required=("account_id",),
    values={"category": ("spam", "legal", "violation", "other")},
)
class Create(Operation[entities.Report]):
    """Report an account, with statuses, collections and broken rules; `forward` tells its server too."""

    account_id: Text = UNSET
    status_ids: Texts = UNSET
    collection_ids: Texts = UNSET
    comment: Text = UNSET
    forward: Flag = UNSET
    forward_to_domains: Texts = UNSET
    category: Text = UNSET
    rule_ids: Texts = UNSET
