"""Idempotency keys: one header, one status, for an hour (reference: statuses_text.md §3).

A real 4.6.5 fails on every repeat of a posted status; what is meant, and what others do, is the first
answer again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store import statuses
from mockserver.store.database import Row
from mockserver.store.schema import idempotency_keys

if TYPE_CHECKING:
    from mockserver.context import Context

KEPT = 3600 * 1000  # ms


def recall(ctx: Context) -> Row | None:
    """The status that this key made before. Raises RecordNotFound for one that is gone, or was scheduled."""
    key = ctx.call.idempotency_key
    if key is None:
        return None
    known = ctx.db.find(idempotency_keys, account_id=ctx.me.id, key=key)
    if known is None or known.created_at + KEPT <= ctx.now:
        return None
    status = statuses.by_id(ctx.db, known.status_id) if known.status_id is not None else None
    if status is None:
        raise errors.RecordNotFound
    return status


def remember(ctx: Context, *, status_id: int | None = None, scheduled_status_id: int | None = None) -> None:
    key = ctx.call.idempotency_key
    if key is not None:
        ctx.db.upsert(
            idempotency_keys,
            {"account_id": ctx.me.id, "key": key},
            status_id=status_id,
            scheduled_status_id=scheduled_status_id,
            created_at=ctx.now,
        )
