"""The server as the first API described it: https://docs.joinmastodon.org/entities/V1_Instance/."""

from __future__ import annotations

from msgspec import Struct

from clientkit.entities.account import Account
from clientkit.entities.base import Url
from clientkit.entities.instance import InstancePolls, InstanceStatuses
from clientkit.entities.rule import Rule


class V1InstanceUrls(Struct, kw_only=True, gc=False):
    """Where the streaming server is."""

    streaming_api: Url


class V1InstanceStats(Struct, kw_only=True, gc=False):
    """Totals."""

    user_count: int
    status_count: int
    domain_count: int


class V1InstanceAccounts(Struct, kw_only=True, gc=False):
    """Limits of accounts."""

    max_featured_tags: int


class V1InstanceMediaAttachments(Struct, kw_only=True, gc=False):
    """Limits of media: bytes, pixels, frames per second."""

    supported_mime_types: list[str]
    image_size_limit: int
    image_matrix_limit: int
    video_size_limit: int
    video_frame_rate_limit: int
    video_matrix_limit: int


class V1InstanceConfiguration(Struct, kw_only=True, gc=False):
    """The limits a client must know."""

    accounts: V1InstanceAccounts
    statuses: InstanceStatuses
    media_attachments: V1InstanceMediaAttachments
    polls: InstancePolls


class V1Instance(Struct, kw_only=True, gc=False):
    """The server; `uri` is its domain without a scheme."""

    uri: str
    title: str
    short_description: str
    description: str
    email: str
    version: str
    urls: V1InstanceUrls
    stats: V1InstanceStats
    thumbnail: Url
    languages: list[str]
    registrations: bool
    approval_required: bool
    invites_enabled: bool
    configuration: V1InstanceConfiguration
    contact_account: Account | None
    rules: list[Rule]
