"""Publish, read and interact with statuses: https://docs.joinmastodon.org/methods/statuses/

A status that is missing or hidden from the caller answers 404 on every operation that names one.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import FileParam, Flag, Number, Operation, Paging, Text, Texts, operation
from clientkit.operations.params import SinceCursor


class PollParams(msgspec.Struct, kw_only=True):
    """The poll of a status: 2 to 4 options; `expires_in` in seconds from now."""

    options: Texts = UNSET
    expires_in: Number = UNSET
    multiple: Flag = UNSET
    hide_totals: Flag = UNSET


class MediaAttributes(msgspec.Struct, kw_only=True):
    """What an edit changes on one attached file."""

    id: Text = UNSET
    description: Text = UNSET
    focus: Text = UNSET
    thumbnail: FileParam = UNSET


@operation(
    "POST /api/v1/statuses",
    scope="write:statuses",
    since="0.0.0",
    values={
        "visibility": ("public", "unlisted", "private", "direct"),
        "quote_approval_policy": ("public", "followers", "nobody"),
    },
)
class Create(Operation[entities.Status | entities.ScheduledStatus]):
    """Publish a status, or schedule it when `scheduled_at` is more than five minutes ahead.

    `sensitive`, `scheduled_at` and `poll` (see PollParams) arrive as they were sent: a scheduled status shows
    them verbatim in `params`, and a form's text `false` is not a JSON false (recording errors/bools_json).
    The header `Idempotency-Key` makes a repeat within the hour harmless.
    """

    status: Text = UNSET
    media_ids: Texts = UNSET
    poll: Any = UNSET
    in_reply_to_id: Text = UNSET
    sensitive: Any = UNSET
    spoiler_text: Text = UNSET
    visibility: Text = UNSET
    language: Text = UNSET
    scheduled_at: Any = UNSET
    quoted_status_id: Text = UNSET
    quote_approval_policy: Text = UNSET
    allowed_mentions: Texts = UNSET


@operation(
    "GET /api/v1/statuses/:id", scope="read:statuses", auth="optional", since="0.0.0", cache="anonymous"
)
class Get(Operation[entities.Status]):
    """Show one status."""

    id: str


@operation("GET /api/v1/statuses", scope="read:statuses", auth="optional", since="4.3.0")
class Index(Operation[list[entities.Status]]):
    """Show several statuses by id, 20 different ones at most."""

    id: Texts = UNSET


@operation("DELETE /api/v1/statuses/:id", scope="write:statuses", since="0.0.0")
class Delete(Operation[entities.Status]):
    """Delete one's own status; the answer holds its source as `text`, for a redraft."""

    id: str
    delete_media: Flag = UNSET


@operation(
    "GET /api/v1/statuses/:id/context",
    scope="read:statuses",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
)
class Context(Operation[entities.Context]):
    """Show what a status answers and what answers it."""

    id: str


@operation("POST /api/v1/statuses/:id/translate", scope="read:statuses", since="4.0.0")
class Translate(Operation[entities.Translation]):
    """Translate a status, into the language of the request unless `lang` names one."""

    id: str
    lang: Text = UNSET


@operation(
    "GET /api/v1/statuses/:id/reblogged_by",
    scope="read:accounts",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P2", 40, 80),
)
class RebloggedBy(Operation[list[entities.Account]], SinceCursor):
    """List the accounts that boosted a status."""

    id: str


@operation(
    "GET /api/v1/statuses/:id/favourited_by",
    scope="read:accounts",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P2", 40, 80),
)
class FavouritedBy(Operation[list[entities.Account]], SinceCursor):
    """List the accounts that favourited a status."""

    id: str


@operation("POST /api/v1/statuses/:id/favourite", scope="write:favourites", since="0.0.0")
class Favourite(Operation[entities.Status]):
    """Add a status to one's favourites."""

    id: str


@operation("POST /api/v1/statuses/:id/unfavourite", scope="write:favourites", since="0.0.0")
class Unfavourite(Operation[entities.Status]):
    """Take a status out of one's favourites."""

    id: str


@operation(
    "POST /api/v1/statuses/:id/reblog",
    scope="write:statuses",
    since="0.0.0",
    values={"visibility": ("public", "unlisted", "private")},
)
class Reblog(Operation[entities.Status]):
    """Boost a status; the answer is the boost, with the status in `reblog`."""

    id: str
    visibility: Text = UNSET


@operation("POST /api/v1/statuses/:id/unreblog", scope="write:statuses", since="0.0.0")
class Unreblog(Operation[entities.Status]):
    """Take a boost back; `id` is the boosted status, which is the answer too."""

    id: str


@operation("POST /api/v1/statuses/:id/bookmark", scope="write:bookmarks", since="3.1.0")
class Bookmark(Operation[entities.Status]):
    """Bookmark a status, seen by nobody else."""

    id: str


@operation("POST /api/v1/statuses/:id/unbookmark", scope="write:bookmarks", since="3.1.0")
class Unbookmark(Operation[entities.Status]):
    """Remove a bookmark."""

    id: str


@operation("POST /api/v1/statuses/:id/mute", scope="write:mutes", since="1.4.2")
class Mute(Operation[entities.Status]):
    """Get no more notifications from the conversation of a status."""

    id: str


@operation("POST /api/v1/statuses/:id/unmute", scope="write:mutes", since="1.4.2")
class Unmute(Operation[entities.Status]):
    """Get notifications from the conversation of a status again."""

    id: str


@operation("POST /api/v1/statuses/:id/pin", scope="write:accounts", since="1.6.0")
class Pin(Operation[entities.Status]):
    """Feature one's own status on one's profile."""

    id: str


@operation("POST /api/v1/statuses/:id/unpin", scope="write:accounts", since="1.6.0")
class Unpin(Operation[entities.Status]):
    """Feature a status on one's profile no longer."""

    id: str


@operation(
    "PUT /api/v1/statuses/:id",
    scope="write:statuses",
    since="3.5.0",
    also=("PATCH",),
    values={"quote_approval_policy": ("public", "followers", "nobody")},
)
class Edit(Operation[entities.Status]):
    """Change one's own status; text, media, poll, spoiler and `sensitive` that are left out are removed.

    `sensitive` and `poll` arrive as they were sent, as in Create.
    """

    id: str
    status: Text = UNSET
    spoiler_text: Text = UNSET
    sensitive: Any = UNSET
    language: Text = UNSET
    media_ids: Texts = UNSET
    media_attributes: list[MediaAttributes] | UnsetType | None = UNSET
    poll: Any = UNSET
    quote_approval_policy: Text = UNSET


@operation(
    "GET /api/v1/statuses/:id/history",
    scope="read:statuses",
    auth="optional",
    since="3.5.0",
    cache="anonymous",
)
class History(Operation[list[entities.StatusEdit]]):
    """List all versions of a status, the oldest first."""

    id: str


@operation("GET /api/v1/statuses/:id/source", scope="read:statuses", auth="token", since="3.5.0")
class Source(Operation[entities.StatusSource]):
    """Show a status as it was typed, to be edited."""

    id: str


@operation(
    "GET /api/v1/statuses/:id/quotes",
    scope="read:statuses",
    auth="token",
    since="4.5.0",
    paging=Paging("P2", 20, 40),
)
class Quotes(Operation[list[entities.Status]], SinceCursor):
    """List the accepted quotes of a status."""

    id: str


@operation(
    "POST /api/v1/statuses/:id/quotes/:quoting_status_id/revoke",
    scope="write:statuses",
    auth="token",
    since="4.5.0",
)
class RevokeQuote(Operation[entities.Status]):
    """Detach one's own status `id` from the status that quotes it, which is the answer."""

    id: str
    quoting_status_id: str


@operation(
    "PUT /api/v1/statuses/:id/interaction_policy",
    scope="write:statuses",
    auth="token",
    since="4.5.0",
    also=("PATCH",),
    values={"quote_approval_policy": ("public", "followers", "nobody")},
)
class EditInteractionPolicy(Operation[entities.Status]):
    """Change who may quote one's own status, without an edit."""

    id: str
    quote_approval_policy: Text = UNSET
