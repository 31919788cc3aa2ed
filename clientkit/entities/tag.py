"""Hashtags as entities: https://docs.joinmastodon.org/entities/Tag/, FeaturedTag/."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Date, Id, Since, Url


class History(Struct, kw_only=True, gc=False):
    """One day's use of a tag or link: `day` in unix seconds of UTC midnight; all three are strings."""

    day: str
    accounts: str
    uses: str


class ShallowTag(Struct, kw_only=True, gc=False):
    """A tag by name and page only, as statuses, announcements and collections carry it."""

    name: str
    url: Url


class Tag(Struct, kw_only=True, gc=False):
    """A hashtag with its last seven days, newest first.

    `id` is empty for a tag nobody ever used; `following` and `featuring` need a user.
    """

    id: Id
    name: str
    url: Url
    history: list[History]
    following: bool | UnsetType = UNSET
    featuring: Annotated[bool | UnsetType, Since("4.4.0")] = UNSET


class AdminTag(Tag, kw_only=True, gc=False):
    """A tag as moderators see it."""

    trendable: bool
    usable: bool
    requires_review: bool
    listable: bool


class AdminTrendsTag(Tag, kw_only=True, gc=False):
    """A trending tag in the ranking for moderators; who may not review gets the public one."""

    trendable: bool | UnsetType = UNSET
    usable: bool | UnsetType = UNSET
    requires_review: bool | UnsetType = UNSET
    listable: bool | UnsetType = UNSET


class FeaturedTag(Struct, kw_only=True, gc=False):
    """A tag on a profile. `id` is the feature's own; `statuses_count` is a string (recorded)."""

    id: Id
    name: str
    url: Url
    statuses_count: str
    last_status_at: Date | None
