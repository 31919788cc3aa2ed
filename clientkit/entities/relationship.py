"""What one account is to another: https://docs.joinmastodon.org/entities/Relationship/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Id, Since, Timestamp


class Relationship(Struct, kw_only=True, gc=False):
    """The caller's relation to the account `id`.

    `muting_expires_at` has no fraction of seconds; `languages` null is all.
    """

    id: Id
    following: bool
    showing_reblogs: bool
    notifying: bool
    languages: list[str] | None
    followed_by: bool
    blocking: bool
    blocked_by: bool
    muting: bool
    muting_notifications: bool
    muting_expires_at: Annotated[Timestamp | None, Since("4.6.0")]
    requested: bool
    requested_by: bool
    domain_blocking: bool
    endorsed: bool
    note: str
