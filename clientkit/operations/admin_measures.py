"""Figures over time: https://docs.joinmastodon.org/methods/admin/measures/"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import Flag, LooseTexts, Operation, Text, operation


class TagParams(msgspec.Struct, kw_only=True):
    """The hashtag that a figure is about."""

    id: Text = UNSET


class DomainParams(msgspec.Struct, kw_only=True):
    """The server that a figure is about; without `domain`, the one that is asked."""

    domain: Text = UNSET
    include_subdomains: Flag = UNSET


@operation(
    "POST /api/v1/admin/measures",
    scope=("admin:read",),
    auth="optional",
    since="3.5.0",
    required=("keys", "start_at", "end_at"),
)
class Get(Operation[list[entities.AdminMeasure]]):
    """Show figures of a span of time, by day; unknown keys are skipped. Figures of a hashtag or a server need
    the parameter of their own name. `keys` and both dates are required."""

    keys: LooseTexts = UNSET
    start_at: Text = UNSET
    end_at: Text = UNSET
    tag_accounts: TagParams | UnsetType | None = UNSET
    tag_uses: TagParams | UnsetType | None = UNSET
    tag_servers: TagParams | UnsetType | None = UNSET
    instance_accounts: DomainParams | UnsetType | None = UNSET
    instance_media_attachments: DomainParams | UnsetType | None = UNSET
    instance_reports: DomainParams | UnsetType | None = UNSET
    instance_statuses: DomainParams | UnsetType | None = UNSET
    instance_follows: DomainParams | UnsetType | None = UNSET
    instance_followers: DomainParams | UnsetType | None = UNSET
