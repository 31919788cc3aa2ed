"""The server itself: https://docs.joinmastodon.org/entities/Instance/."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.base import Date, Html, Since, Timestamp, Url
from clientkit.entities.rule import Rule


class InstanceUsers(Struct, kw_only=True, gc=False):
    """Active users."""

    active_month: int


class InstanceUsage(Struct, kw_only=True, gc=False):
    """How much the server is used."""

    users: InstanceUsers


class InstanceThumbnailVersions(Struct, kw_only=True, gc=False):
    """The thumbnail by density of pixels."""

    at_1x: Url = msgspec.field(name="@1x")
    at_2x: Url = msgspec.field(name="@2x")


class InstanceThumbnail(Struct, kw_only=True, gc=False):
    """The banner; the default image has no blurhash and no versions."""

    url: Url
    blurhash: str | UnsetType | None = UNSET
    versions: InstanceThumbnailVersions | UnsetType = UNSET
    description: str


class InstanceIcon(Struct, kw_only=True, gc=False):
    """An icon; `size` as `36x36`."""

    src: Url
    size: str


class InstanceUrls(Struct, kw_only=True, gc=False):
    """Addresses of the server's own pages and of streaming."""

    streaming: Url
    status: Url | None
    about: Url
    privacy_policy: Url | None
    terms_of_service: Annotated[Url | None, Since("4.4.0")]


class InstanceVapid(Struct, kw_only=True, gc=False):
    """The key that web push is signed with."""

    public_key: str


class InstanceAccounts(Struct, kw_only=True, gc=False):
    """Limits of accounts; lengths in characters."""

    max_display_name_length: Annotated[int, Since("4.6.0")]
    max_note_length: Annotated[int, Since("4.6.0")]
    max_avatar_description_length: Annotated[int, Since("4.6.0")]
    max_header_description_length: Annotated[int, Since("4.6.0")]
    max_featured_tags: int
    max_pinned_statuses: int
    max_profile_fields: Annotated[int, Since("4.6.0")]
    profile_field_name_limit: Annotated[int, Since("4.6.0")]
    profile_field_value_limit: Annotated[int, Since("4.6.0")]


class InstanceStatuses(Struct, kw_only=True, gc=False):
    """Limits of statuses."""

    max_characters: int
    max_media_attachments: int
    characters_reserved_per_url: int


class InstanceMediaAttachments(Struct, kw_only=True, gc=False):
    """Limits of media: characters, pixels, bytes, frames per second."""

    description_limit: Annotated[int, Since("4.4.0")]
    image_matrix_limit: int
    image_size_limit: int
    supported_mime_types: list[str]
    video_frame_rate_limit: int
    video_matrix_limit: int
    video_size_limit: int


class InstancePolls(Struct, kw_only=True, gc=False):
    """Limits of polls; expirations in seconds."""

    max_options: int
    max_characters_per_option: int
    min_expiration: int
    max_expiration: int


class InstanceTranslation(Struct, kw_only=True, gc=False):
    """Whether the server translates."""

    enabled: bool


class InstanceFeedAccess(Struct, kw_only=True, gc=False):
    """Who may read a kind of feed: public, authenticated, disabled."""

    local: str
    remote: str


class InstanceTimelinesAccess(Struct, kw_only=True, gc=False):
    """Who may read which feeds."""

    live_feeds: InstanceFeedAccess
    hashtag_feeds: InstanceFeedAccess
    trending_link_feeds: InstanceFeedAccess


class InstanceConfiguration(Struct, kw_only=True, gc=False):
    """The limits a client must know."""

    urls: InstanceUrls
    vapid: InstanceVapid
    accounts: InstanceAccounts
    statuses: InstanceStatuses
    media_attachments: InstanceMediaAttachments
    polls: InstancePolls
    translation: InstanceTranslation
    timelines_access: Annotated[InstanceTimelinesAccess, Since("4.5.0")]
    limited_federation: Annotated[bool, Since("4.4.0")]


class InstanceRegistrations(Struct, kw_only=True, gc=False):
    """How one may join; `message` is null while registrations are open."""

    enabled: bool
    approval_required: bool
    reason_required: Annotated[bool | None, Since("4.4.0")]
    message: Html | None
    min_age: Annotated[int | None, Since("4.4.0")]
    url: Url | None


class InstanceApiVersions(Struct, kw_only=True, gc=False):
    """The version of the API by family; forks add keys of their own."""

    mastodon: int


class InstanceContact(Struct, kw_only=True, gc=False):
    """Whom to write to; `email` is empty when unset."""

    email: str
    account: Account | None


class Instance(Struct, kw_only=True, gc=False):
    """The server."""

    domain: str
    title: str
    version: str
    source_url: Url
    description: str
    usage: InstanceUsage
    thumbnail: InstanceThumbnail
    icon: list[InstanceIcon]
    languages: list[str]
    configuration: InstanceConfiguration
    registrations: InstanceRegistrations
    api_versions: InstanceApiVersions
    wrapstodon: Annotated[int | None, Since("4.6.0")]
    contact: InstanceContact
    rules: list[Rule]


class DomainBlock(Struct, kw_only=True, gc=False):
    """A domain the server moderates; `domain` may be obscured with `*`, `digest` is its sha256."""

    domain: str
    digest: str
    severity: str
    comment: str | None


class ExtendedDescription(Struct, kw_only=True, gc=False):
    """The long description; `updated_at` to the second."""

    updated_at: Timestamp | None
    content: Html


class PrivacyPolicy(Struct, kw_only=True, gc=False):
    """The privacy policy; `updated_at` to the second, with an offset for the stock text."""

    updated_at: Timestamp
    content: Html


class TermsOfService(Struct, kw_only=True, gc=False):
    """The terms; without a date `effective_date` is the time of publishing and `effective` null."""

    effective_date: Annotated[Date, Since("4.4.0")]
    effective: Annotated[bool | None, Since("4.4.0")]
    content: Annotated[Html, Since("4.4.0")]
    succeeded_by: Annotated[Date | None, Since("4.4.0")]


class InstanceActivity(Struct, kw_only=True, gc=False):
    """A week in numbers, all strings; `week` in unix seconds."""

    week: str
    statuses: str
    logins: str
    registrations: str


class Language(Struct, kw_only=True, gc=False):
    """A language the server can translate from or to, or post in."""

    code: str
    name: str
