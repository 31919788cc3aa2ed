"""Link previews: https://docs.joinmastodon.org/entities/PreviewCard/, Trends_Link/."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.base import Since, Timestamp, Url
from clientkit.entities.tag import History


class PreviewCardAuthor(Struct, kw_only=True, gc=False):
    """Who wrote a linked page; `account` when they are known here."""

    name: str
    url: Url
    account: Account | None


class PreviewCard(Struct, kw_only=True, gc=False):
    """The preview of a linked page.

    Key order is wire order, so the keys of `TrendsLink` and `AdminTrendsLink` that the real server writes
    before `authors` are declared here. `missing_attribution` needs a user.
    """

    url: Url
    title: str
    description: str
    language: str | None
    type: str
    author_name: str
    author_url: Url
    provider_name: str
    provider_url: Url
    html: str
    width: int
    height: int
    image: Url | None
    image_description: str
    embed_url: Url
    blurhash: str | None
    published_at: Timestamp | None
    missing_attribution: Annotated[bool | UnsetType, Since("4.6.0")] = UNSET
    history: list[History] | UnsetType = UNSET
    id: int | UnsetType = UNSET
    requires_review: bool | UnsetType = UNSET
    authors: list[PreviewCardAuthor]


class TrendsLink(PreviewCard, kw_only=True, gc=False):
    """A trending link with its last seven days, today first."""

    history: list[History]


class AdminTrendsLink(TrendsLink, kw_only=True, gc=False):
    """A trending link as moderators see it; `id` is a number (source of the serialiser)."""

    id: int
    requires_review: bool


class PreviewCardProvider(Struct, kw_only=True, gc=False):
    """A publisher of links, as moderators review it; `id` is a number."""

    id: int
    domain: str
    trendable: bool | None
    reviewed_at: Timestamp | None
    requested_review_at: Timestamp | None
    requires_review: bool
