"""Filters: https://docs.joinmastodon.org/entities/Filter/, V1_Filter/."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Id, Timestamp


class FilterKeyword(Struct, kw_only=True, gc=False):
    """A word of a filter."""

    id: Id
    keyword: str
    whole_word: bool


class FilterStatus(Struct, kw_only=True, gc=False):
    """A status named by a filter."""

    id: Id
    status_id: Id


class Filter(Struct, kw_only=True, gc=False):
    """A filter; `keywords` and `statuses` are left out inside a `FilterResult`."""

    id: Id
    title: str
    context: list[str]
    expires_at: Timestamp | None
    filter_action: str
    keywords: list[FilterKeyword] | UnsetType = UNSET
    statuses: list[FilterStatus] | UnsetType = UNSET


class FilterResult(Struct, kw_only=True, gc=False):
    """Why a status is filtered: the matched text or status, null when that kind did not match."""

    filter: Filter
    keyword_matches: list[str] | None
    status_matches: list[str] | None


class V1Filter(Struct, kw_only=True, gc=False):
    """One keyword of a filter as the first API shows it; `id` is the keyword's."""

    id: Id
    phrase: str
    context: list[str]
    whole_word: bool
    expires_at: Timestamp | None
    irreversible: bool
