"""What people do with statuses: favourite, bookmark, pin, mute the conversation. All can be repeated and
undone at will, but for pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver import errors
from mockserver.domain.events import StatusFavourited, StatusUnfavourited
from mockserver.store import relations, statuses
from mockserver.store.database import Row
from mockserver.store.schema import bookmarks, conversation_mutes, favourites, status_pins
from mockserver.store.schema import statuses as status_rows

if TYPE_CHECKING:
    from mockserver.context import Context

MOST_PINS = 5
PINNABLE = ("public", "unlisted", "private")


def add(ctx: Context, status: Row) -> None:
    """Favourite `status`, or what it boosts. Raises NotPermitted for an author whom the caller blocks,
    ValidationFailed when it is repeated on a boost (recording statuses/favourite)."""
    target = statuses.original(ctx, status)
    refuse_blocked(ctx, target)
    if not _keep(ctx, favourites, status, target):
        return
    row = ctx.db.find(favourites, account_id=ctx.me.id, status_id=target.id)
    assert row is not None
    statuses.count(ctx.db, target.id, favourites_count=1)
    ctx.emit(StatusFavourited(row.id, target, ctx.me.id))


def remove(ctx: Context, status_id: int) -> None:
    """Works on a status that can no longer be seen, too; that of a boost does nothing."""
    row = ctx.db.find(favourites, account_id=ctx.me.id, status_id=status_id)
    status = statuses.by_id(ctx.db, status_id)
    if row is None or status is None:
        return
    ctx.db.delete(favourites, account_id=ctx.me.id, status_id=status_id)
    statuses.count(ctx.db, status_id, favourites_count=-1)
    ctx.emit(StatusUnfavourited(row.id, status, ctx.me.id))


def bookmark(ctx: Context, status: Row) -> None:
    _keep(ctx, bookmarks, status, statuses.original(ctx, status))


def unbookmark(ctx: Context, status_id: int) -> None:
    ctx.db.delete(bookmarks, account_id=ctx.me.id, status_id=status_id)


def _keep(ctx: Context, table: sa.Table, status: Row, target: Row) -> bool:
    """Whether it is new."""
    if ctx.db.find(table, account_id=ctx.me.id, status_id=target.id) is not None:
        if status.id != target.id:
            raise errors.ValidationFailed("Status has already been taken")
        return False
    ctx.db.insert(table, account_id=ctx.me.id, status_id=target.id, created_at=ctx.now)
    return True


def refuse_blocked(ctx: Context, status: Row) -> None:
    if relations.blocks_account(ctx.db, ctx.me.id, status.account_id):
        raise errors.NotPermitted


def pin(ctx: Context, status: Row) -> None:
    """Raises ValidationFailed with all that stands against it, DuplicateRecord when it is pinned already."""
    me = ctx.me
    found = []
    if status.reblog_of_id is not None:
        found.append("A boost cannot be pinned")
    if status.account_id != me.id:
        found.append("Someone else's post cannot be pinned")
    if status.visibility not in PINNABLE:
        found.append("Posts that are only visible to mentioned users cannot be pinned")
    pinned = {row.status_id for row in ctx.db.find_all(status_pins, account_id=me.id)}
    if len(pinned) >= MOST_PINS:
        found.append("You have already pinned the maximum number of posts")
    if found:
        raise errors.ValidationFailed(*found)
    if status.id in pinned:
        raise errors.DuplicateRecord
    ctx.db.insert(status_pins, account_id=me.id, status_id=status.id, created_at=ctx.now)


def unpin(ctx: Context, status: Row) -> None:
    ctx.db.delete(status_pins, account_id=ctx.me.id, status_id=status.id)


def mute(ctx: Context, status: Row) -> None:
    """Be told no more of the conversation."""
    if status.conversation_id is None:
        raise errors.TooManyIds  # what a status without conversation gets: the class name of the error
    row = {"account_id": ctx.me.id, "conversation_id": status.conversation_id}
    ctx.db.insert_many(conversation_mutes, [row], ignore=True)


def unmute(ctx: Context, status: Row) -> None:
    ctx.db.delete(conversation_mutes, account_id=ctx.me.id, conversation_id=status.conversation_id)


def has_favourited(ctx: Context, status_id: int) -> bool:
    return ctx.db.find(favourites, account_id=ctx.me.id, status_id=status_id) is not None


def has_bookmarked(ctx: Context, status_id: int) -> bool:
    return ctx.db.find(bookmarks, account_id=ctx.me.id, status_id=status_id) is not None


def has_reblogged(ctx: Context, status_id: int) -> bool:
    return ctx.db.find(status_rows, account_id=ctx.me.id, reblog_of_id=status_id) is not None
