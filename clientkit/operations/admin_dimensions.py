"""Wholes by their parts: https://docs.joinmastodon.org/methods/admin/dimensions/"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.admin_measures import DomainParams, TagParams
from clientkit.operations.base import Count, LooseTexts, Operation, Text, operation


@operation("POST /api/v1/admin/dimensions", scope=("admin:read",), auth="optional", since="3.5.0")
class Get(Operation[list[entities.AdminDimension]]):
    """Show wholes by their parts, the greatest first; unknown keys are skipped. Those of a hashtag or a
    server need the parameter of their own name."""

    keys: LooseTexts = UNSET
    start_at: Text = UNSET
    end_at: Text = UNSET
    limit: Count = UNSET
    tag_servers: TagParams | UnsetType | None = UNSET
    tag_languages: TagParams | UnsetType | None = UNSET
    instance_accounts: DomainParams | UnsetType | None = UNSET
    instance_languages: DomainParams | UnsetType | None = UNSET
