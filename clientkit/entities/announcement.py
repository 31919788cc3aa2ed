"""Announcements: https://docs.joinmastodon.org/entities/Announcement/, Reaction/."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Html, Id, Timestamp, Url
from clientkit.entities.emoji import CustomEmoji
from clientkit.entities.status import Mention, Status
from clientkit.entities.tag import ShallowTag


class Reaction(Struct, kw_only=True, gc=False):
    """The uses of one emoji.

    The streamed form has `announcement_id` and no `me`; addresses only for custom emojis.
    """

    name: str
    count: int
    me: bool | UnsetType = UNSET
    url: Url | UnsetType = UNSET
    static_url: Url | UnsetType = UNSET
    announcement_id: Id | UnsetType = UNSET


class Announcement(Struct, kw_only=True, gc=False):
    """A notice of the server; `read` is left out of the stream."""

    id: Id
    content: Html
    starts_at: Timestamp | None
    ends_at: Timestamp | None
    all_day: bool
    published_at: Timestamp
    updated_at: Timestamp
    read: bool | UnsetType = UNSET
    mentions: list[Mention]
    statuses: list[Status]
    tags: list[ShallowTag]
    emojis: list[CustomEmoji]
    reactions: list[Reaction]
