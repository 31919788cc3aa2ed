"""Scheduled statuses: https://docs.joinmastodon.org/entities/ScheduledStatus/."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Id, Since, Timestamp
from clientkit.entities.media import MediaAttachment


class ScheduledStatusParams(Struct, kw_only=True, gc=False):
    """The stored request: values as they were sent, so a form's flags are strings.

    `spoiler_text` is absent when it was to be the text. Two ids are numbers (recorded). The order of keys is
    that of a fresh answer; a stored one is read back in another (recorded).
    """

    text: str | None
    quote_approval_policy: Annotated[str, Since("4.5.0")]
    media_ids: list[Id] | None
    sensitive: bool | str | None
    spoiler_text: str | UnsetType | None = UNSET
    visibility: str | None
    language: str | None
    scheduled_at: None
    poll: dict[str, Any] | None
    allowed_mentions: list[Any] | None
    idempotency: None
    with_rate_limit: bool
    in_reply_to_id: int | None
    application_id: int | None
    quoted_status_id: Annotated[Id | None, Since("4.5.0")]


class ScheduledStatus(Struct, kw_only=True, gc=False):
    """A status to be published at `scheduled_at`."""

    id: Id
    scheduled_at: Timestamp | None
    params: ScheduledStatusParams
    media_attachments: list[MediaAttachment]
