"""Accounts and what hangs on them.

https://docs.joinmastodon.org/entities/Account/, MutedAccount/, Profile/.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Date, Html, Id, Since, Timestamp, Url
from clientkit.entities.emoji import CustomEmoji
from clientkit.entities.role import AccountRole, Role
from clientkit.entities.tag import FeaturedTag


class Field(Struct, kw_only=True, gc=False):
    """A row of a profile's table.

    `verified_at` is written with an offset: `2019-08-29T04:14:55.571+00:00`.
    """

    name: str
    value: str
    verified_at: Timestamp | None


class FeatureApproval(Struct, kw_only=True, gc=False):
    """Who may put the account into a collection, and whether the caller may."""

    automatic: list[str]
    manual: list[str]
    current_user: str


class CredentialSource(Struct, kw_only=True, gc=False):
    """What its owner edits: raw texts and the defaults of new posts. `follow_requests_count` ends at 40."""

    privacy: str
    sensitive: bool
    language: str | None
    note: str
    fields: list[Field]
    follow_requests_count: int
    hide_collections: bool | None
    discoverable: bool | None
    indexable: bool
    attribution_domains: Annotated[list[str], Since("4.4.0")]
    quote_policy: Annotated[str, Since("4.5.0")]


class Account(Struct, kw_only=True, gc=False):
    """An account.

    Key order is wire order, so the keys of `CredentialAccount` and `MutedAccount` that the real server
    writes amid the others are declared here. `created_at` is cut to midnight UTC. `suspended`, `limited`,
    `memorial` and `moved` stand only when so; `noindex` and `roles` only for local accounts.
    """

    id: Id
    username: str
    acct: str
    display_name: str
    locked: bool
    bot: bool
    discoverable: bool | None
    indexable: bool
    group: bool
    created_at: Timestamp
    note: Html
    url: Url
    uri: Url
    avatar: Url
    avatar_static: Url
    avatar_description: Annotated[str, Since("4.6.0")]
    header: Url
    header_static: Url
    header_description: Annotated[str, Since("4.6.0")]
    followers_count: int
    following_count: int
    statuses_count: int
    last_status_at: Date | None
    hide_collections: bool | None
    show_media: Annotated[bool, Since("4.6.0")]
    show_media_replies: Annotated[bool, Since("4.6.0")]
    show_featured: Annotated[bool, Since("4.6.0")]
    suspended: bool | UnsetType = UNSET
    limited: bool | UnsetType = UNSET
    noindex: bool | UnsetType | None = UNSET
    memorial: bool | UnsetType = UNSET
    feature_approval: Annotated[FeatureApproval, Since("4.6.0")]
    email_subscriptions: Annotated[bool | UnsetType, Since("4.6.0")] = UNSET
    source: CredentialSource | UnsetType = UNSET
    mute_expires_at: Timestamp | UnsetType | None = UNSET
    moved: Account | UnsetType | None = UNSET
    emojis: list[CustomEmoji]
    roles: list[AccountRole] | UnsetType = UNSET
    fields: list[Field]


class CredentialAccount(Account, kw_only=True, gc=False):
    """The caller's own account: verify_credentials and the edits of it."""

    source: CredentialSource
    role: Role


class MutedAccount(Account, kw_only=True, gc=False):
    """An account in the list of mutes; null never expires."""

    mute_expires_at: Timestamp | None


class PartialAccountWithAvatar(Struct, kw_only=True, gc=False):
    """An account cut to what a row of avatars needs (grouped notifications)."""

    id: Id
    acct: str
    locked: bool
    bot: bool
    url: Url
    avatar: Url
    avatar_static: Url
    avatar_description: Annotated[str, Since("4.6.0")]


class Profile(Struct, kw_only=True, gc=False):
    """The caller's own profile, raw and formatted, since 4.6.0. An image is null when unset."""

    id: Annotated[Id, Since("4.6.0")]
    display_name: Annotated[str, Since("4.6.0")]
    note: Annotated[str, Since("4.6.0")]
    fields: Annotated[list[Field], Since("4.6.0")]
    formatted_note: Annotated[Html, Since("4.6.0")]
    formatted_fields: Annotated[list[Field], Since("4.6.0")]
    avatar: Annotated[Url | None, Since("4.6.0")]
    avatar_static: Annotated[Url | None, Since("4.6.0")]
    avatar_description: Annotated[str, Since("4.6.0")]
    header: Annotated[Url | None, Since("4.6.0")]
    header_static: Annotated[Url | None, Since("4.6.0")]
    header_description: Annotated[str, Since("4.6.0")]
    locked: Annotated[bool, Since("4.6.0")]
    bot: Annotated[bool, Since("4.6.0")]
    hide_collections: Annotated[bool | None, Since("4.6.0")]
    discoverable: Annotated[bool | None, Since("4.6.0")]
    indexable: Annotated[bool, Since("4.6.0")]
    show_media: Annotated[bool, Since("4.6.0")]
    show_media_replies: Annotated[bool, Since("4.6.0")]
    show_featured: Annotated[bool, Since("4.6.0")]
    attribution_domains: Annotated[list[str], Since("4.6.0")]
    featured_tags: Annotated[list[FeaturedTag], Since("4.6.0")]


class Suggestion(Struct, kw_only=True, gc=False):
    """An account to follow and why. `source` is the old single reason, null when it has no old name."""

    source: str | None
    sources: list[str]
    account: Account


class FamiliarFollowers(Struct, kw_only=True, gc=False):
    """The accounts one follows that follow the account `id`."""

    id: Id
    accounts: list[Account]


class IdentityProof(Struct, kw_only=True, gc=False):
    """A proof of identity by Keybase: never emitted since 3.5.0, the endpoint answers an empty list."""

    provider: str
    provider_username: str
    updated_at: Timestamp
    proof_url: Url
    profile_url: Url
