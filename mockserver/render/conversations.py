"""Conversations as they go over the wire: https://docs.joinmastodon.org/entities/Conversation/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clientkit.entities import Conversation
from mockserver.render import accounts, statuses

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def one(ctx: Context, entry: Row) -> Conversation:
    return many(ctx, [entry])[0]


def many(ctx: Context, entries: Sequence[Row]) -> list[Conversation]:
    """`accounts` are the others; in a conversation with nobody, oneself."""
    people = {entry.id: entry.participant_account_ids or [entry.account_id] for entry in entries}
    known = accounts.by_id(ctx, {i for ids in people.values() for i in ids})
    last = {status.id: status for status in statuses.many(ctx, [entry.last_status_id for entry in entries])}
    return [
        Conversation(
            id=str(entry.id),
            unread=entry.unread,
            accounts=[known[i] for i in people[entry.id] if i in known],
            last_status=last.get(str(entry.last_status_id)),
        )
        for entry in entries
    ]
