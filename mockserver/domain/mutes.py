"""Muting accounts, for good or for a time (app/services/mute_service.rb; recordings accounts/relationships,
relations/mute_expiry)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockserver.domain.due import job, schedule
from mockserver.domain.events import Muted, Unmuted
from mockserver.store.schema import mutes

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

REMOVAL_DELAY = 5_000
"""A mute past its end stays in force until a job removes it: it comes by every few seconds (recording
relations/mute_expiry)."""


def mute(ctx: Context, me: Row, target: Row, *, notifications: bool = True, duration: int = 0) -> None:
    """`duration`: seconds, 0 for good. Muting again overwrites both. Oneself can't be muted: nothing
    happens."""
    if target.id == me.id:
        return
    expires_at = ctx.now + duration * 1000 if duration else None
    chosen = {"hide_notifications": notifications, "expires_at": expires_at}
    if not ctx.db.update(mutes, {"account_id": me.id, "target_account_id": target.id}, **chosen):
        ctx.db.insert(mutes, account_id=me.id, target_account_id=target.id, created_at=ctx.now, **chosen)
    row = ctx.db.find(mutes, account_id=me.id, target_account_id=target.id)
    assert row is not None
    ctx.emit(Muted(row))
    if expires_at is not None:
        schedule(ctx, "mute", expires_at + REMOVAL_DELAY, id=row.id)


def unmute(ctx: Context, me_id: int, target_id: int) -> None:
    if ctx.db.delete(mutes, account_id=me_id, target_account_id=target_id):
        ctx.emit(Unmuted(me_id, target_id))


@job("mute")
def expire(ctx: Context, payload: dict[str, Any]) -> None:
    """End a mute, unless it was prolonged meanwhile."""
    row = ctx.db.find(mutes, id=payload["id"])
    if row is not None and row.expires_at is not None and row.expires_at <= ctx.now:
        unmute(ctx, row.account_id, row.target_account_id)
