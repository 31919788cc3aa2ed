"""Reports, warnings and appeals: https://docs.joinmastodon.org/entities/Report/, AccountWarning/, Appeal/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.account import Account
from clientkit.entities.base import Id, Since, Timestamp


class Report(Struct, kw_only=True, gc=False):
    """A report made by the caller."""

    id: Id
    action_taken: bool
    action_taken_at: Timestamp | None
    category: str
    comment: str
    forwarded: bool | None
    created_at: Timestamp
    status_ids: list[Id]
    rule_ids: list[Id] | None
    collection_ids: Annotated[list[Id], Since("4.6.0")]
    target_account: Account


class Appeal(Struct, kw_only=True, gc=False):
    """An objection to a warning."""

    text: str
    state: str


class AccountWarning(Struct, kw_only=True, gc=False):
    """A measure of moderation against the caller."""

    id: Id
    action: str
    text: str
    status_ids: list[Id] | None
    created_at: Timestamp
    target_account: Account
    appeal: Appeal | None
