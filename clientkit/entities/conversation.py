"""Conversations: https://docs.joinmastodon.org/entities/Conversation/."""

from __future__ import annotations

from msgspec import Struct

from clientkit.entities.account import Account
from clientkit.entities.base import Id
from clientkit.entities.status import Status


class Conversation(Struct, kw_only=True, gc=False):
    """A thread of direct statuses. `id` belongs to the caller's row of it."""

    id: Id
    unread: bool
    accounts: list[Account]
    last_status: Status | None
