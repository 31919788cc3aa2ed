"""Blocking accounts (app/services/block_service.rb; recordings accounts/block,
relations/mute_block_elsewhere)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain import follows
from mockserver.domain.events import Blocked, Unblocked
from mockserver.store import relations
from mockserver.store.schema import blocks

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def block(ctx: Context, me: Row, target: Row) -> None:
    """Ends following in both directions and what the other one asked for; one's own request to follow stays.
    Oneself can't be blocked: nothing happens."""
    if target.id == me.id:
        return
    if relations.follows_account(ctx.db, me.id, target.id):
        follows.unfollow(ctx, me.id, target.id)
    follows.unfollow(ctx, target.id, me.id)
    if not relations.blocks_account(ctx.db, me.id, target.id):
        ctx.db.insert(blocks, account_id=me.id, target_account_id=target.id, created_at=ctx.now)
        ctx.emit(Blocked(me.id, target.id))


def unblock(ctx: Context, me: Row, target: Row) -> None:
    if ctx.db.delete(blocks, account_id=me.id, target_account_id=target.id):
        ctx.emit(Unblocked(me.id, target.id))
