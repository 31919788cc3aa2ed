"""Direct statuses gathered to conversations, for each who takes part (app/models/account_conversation.rb;
recordings conversations/*).

The author gets an entry by posting; whom a status names gets one by being notified (`notifications.notify`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain.events import StatusDeleting, StatusPosted, on
from mockserver.domain.outbox import Message
from mockserver.store import accounts as account_store
from mockserver.store import conversations as store
from mockserver.store import notifying
from mockserver.store.paging import record_id
from mockserver.store.schema import account_conversations as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def add(ctx: Context, account_id: int, status: Row) -> None:
    """Put a direct status into the conversation of an account with all others who take part in it."""
    named = {row.account_id for row in notifying.mentions_of(ctx.db, status.id)}
    participants = sorted((named | {status.account_id}) - {account_id})
    entry = next(
        (
            row
            for row in store.of_thread(ctx.db, account_id, status.conversation_id)
            if row.participant_account_ids == participants
        ),
        None,
    )
    unread = status.account_id != account_id
    if entry is None:
        entry_id = ctx.db.insert(
            TABLE,
            account_id=account_id,
            conversation_id=status.conversation_id,
            participant_account_ids=participants,
            status_ids=[status.id],
            last_status_id=status.id,
            unread=unread,
        )
    elif status.id in entry.status_ids:
        return
    else:
        entry_id = entry.id
        status_ids = sorted([*entry.status_ids, status.id])
        ctx.db.update(
            TABLE, {"id": entry_id}, status_ids=status_ids, last_status_id=status_ids[-1], unread=unread
        )
    _tell(ctx, account_id, entry_id)


def _tell(ctx: Context, account_id: int, entry_id: int) -> None:
    ctx.publish(Message((("direct", account_id),), "conversation", "conversation", entry_id))


@on(StatusPosted)
def posted(ctx: Context, event: StatusPosted) -> None:
    status = event.status
    if status.visibility == "direct" and account_store.user_of(ctx.db, status.account_id) is not None:
        add(ctx, status.account_id, status)


@on(StatusDeleting)
def deleting(ctx: Context, event: StatusDeleting) -> None:
    """The one before becomes the last; without any the entry goes, of which nobody is told."""
    status = event.status
    if status.visibility != "direct":
        return
    for entry in store.holding(ctx.db, status.conversation_id, status.id):
        left = [i for i in entry.status_ids if i != status.id]
        if left:
            ctx.db.update(TABLE, {"id": entry.id}, status_ids=left, last_status_id=left[-1])
            _tell(ctx, entry.account_id, entry.id)
        else:
            ctx.db.delete(TABLE, id=entry.id)


def remove_with(ctx: Context, account_id: int, other_id: int) -> None:
    """All conversations of an account in which another takes part, whom it blocks or mutes now."""
    for entry in store.with_participant(ctx.db, account_id, other_id):
        ctx.db.delete(TABLE, id=entry.id)


def own(ctx: Context, given: str) -> Row:
    """A conversation of the caller; raises RecordNotFound."""
    row = store.own(ctx.db, ctx.me.id, record_id(given))
    if row is None:
        raise errors.RecordNotFound
    return row


def mark(ctx: Context, entry: Row, *, unread: bool) -> Row:
    """Told on the stream even when it changes nothing."""
    ctx.db.update(TABLE, {"id": entry.id}, unread=unread)
    _tell(ctx, entry.account_id, entry.id)
    row = store.by_id(ctx.db, entry.id)
    assert row is not None
    return row


def remove(ctx: Context, entry: Row) -> None:
    """From one's own list only."""
    ctx.db.delete(TABLE, id=entry.id)
