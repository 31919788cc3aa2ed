"""Polls: https://docs.joinmastodon.org/entities/Poll/."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Id, Timestamp
from clientkit.entities.emoji import CustomEmoji


class PollOption(Struct, kw_only=True, gc=False):
    """A choice; `votes_count` is null while totals are hidden."""

    title: str
    votes_count: int | None


class Poll(Struct, kw_only=True, gc=False):
    """A poll. `voted` and `own_votes` need a user; the author counts as having voted."""

    id: Id
    expires_at: Timestamp | None
    expired: bool
    multiple: bool
    votes_count: int
    voters_count: int | None
    voted: bool | UnsetType = UNSET
    own_votes: list[int] | UnsetType = UNSET
    options: list[PollOption]
    emojis: list[CustomEmoji]


class PollOptionTitle(Struct, kw_only=True, gc=False):
    """A choice by its text only, in edits and translations."""

    title: str
