"""Statuses and what belongs to them.

https://docs.joinmastodon.org/entities/Status/, Quote/, StatusEdit/, StatusSource/, Context/, Translation/.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.base import Html, Id, Since, Timestamp, Url
from clientkit.entities.card import PreviewCard
from clientkit.entities.collection import Collection
from clientkit.entities.emoji import CustomEmoji
from clientkit.entities.filter import FilterResult
from clientkit.entities.media import MediaAttachment
from clientkit.entities.poll import Poll, PollOptionTitle
from clientkit.entities.tag import ShallowTag


class Mention(Struct, kw_only=True, gc=False):
    """An account named in a status or announcement."""

    id: Id
    username: str
    url: Url
    acct: str


class StatusApplication(Struct, kw_only=True, gc=False):
    """What a status was posted with."""

    name: str
    website: str | None


class QuoteApproval(Struct, kw_only=True, gc=False):
    """Who may quote the status, and whether the caller may."""

    automatic: Annotated[list[str], Since("4.5.0")]
    manual: Annotated[list[str], Since("4.5.0")]
    current_user: Annotated[str, Since("4.5.0")]


class Quote(Struct, kw_only=True, gc=False):
    """The quote a status makes: with `quoted_status`, or shallow with `quoted_status_id` inside a quoted
    status.
    """

    state: str
    quoted_status: Status | UnsetType | None = UNSET
    quoted_status_id: Id | UnsetType | None = UNSET


class Status(Struct, kw_only=True, gc=False):
    """A status.

    `favourited`, `reblogged`, `muted`, `bookmarked` and `filtered` need a user; `pinned` stands on own
    statuses that can be pinned. Deleting answers `text` in place of `content`. `requires_review` stands
    in the trends of moderators.
    """

    id: Id
    created_at: Timestamp
    in_reply_to_id: Id | None
    in_reply_to_account_id: Id | None
    sensitive: bool
    spoiler_text: str
    visibility: str
    language: str | None
    uri: Url
    url: Url | None
    replies_count: int
    reblogs_count: int
    favourites_count: int
    quotes_count: Annotated[int, Since("4.5.0")]
    edited_at: Timestamp | None
    favourited: bool | UnsetType = UNSET
    reblogged: bool | UnsetType = UNSET
    muted: bool | UnsetType = UNSET
    bookmarked: bool | UnsetType = UNSET
    pinned: bool | UnsetType = UNSET
    content: Html | UnsetType = UNSET
    text: str | UnsetType = UNSET
    requires_review: bool | UnsetType = UNSET
    filtered: list[FilterResult] | UnsetType = UNSET
    reblog: Status | None
    application: StatusApplication | UnsetType | None = UNSET
    account: Account
    media_attachments: list[MediaAttachment]
    mentions: list[Mention]
    tags: list[ShallowTag]
    emojis: list[CustomEmoji]
    tagged_collections: Annotated[list[Collection], Since("4.6.0")]
    quote: Annotated[Quote | None, Since("4.4.0")]
    card: PreviewCard | None
    poll: Poll | None
    quote_approval: Annotated[QuoteApproval, Since("4.5.0")]


class Context(Struct, kw_only=True, gc=False):
    """The thread around a status."""

    ancestors: list[Status]
    descendants: list[Status]


class StatusEditPoll(Struct, kw_only=True, gc=False):
    """A poll as one revision had it."""

    options: list[PollOptionTitle]


class StatusEdit(Struct, kw_only=True, gc=False):
    """One revision of a status."""

    content: Html
    spoiler_text: str
    sensitive: bool
    created_at: Timestamp
    poll: StatusEditPoll | UnsetType = UNSET
    account: Account
    media_attachments: list[MediaAttachment]
    emojis: list[CustomEmoji]
    quote: Annotated[Quote | UnsetType, Since("4.4.0")] = UNSET


class StatusSource(Struct, kw_only=True, gc=False):
    """A status as its author typed it."""

    id: Id
    text: str
    spoiler_text: str


class TranslatedPoll(Struct, kw_only=True, gc=False):
    """The translated choices of a poll."""

    id: Id
    options: list[PollOptionTitle]


class TranslatedMedia(Struct, kw_only=True, gc=False):
    """The translated description of a file."""

    id: Id
    description: str


class Translation(Struct, kw_only=True, gc=False):
    """A translated status; `poll` is null when it has none."""

    detected_source_language: str | None
    language: str
    provider: str
    spoiler_text: str
    content: Html
    poll: TranslatedPoll | None
    media_attachments: list[TranslatedMedia]
