"""What one is to other accounts, as it goes over the wire (reference: entities.md, Relationship)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clientkit.entities import Relationship
from mockserver import clock
from mockserver.store import relations

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def one(ctx: Context, account: Row) -> Relationship:
    return many(ctx, [account.id])[0]


def many(ctx: Context, ids: Sequence[int]) -> list[Relationship]:
    """The caller's relations to the accounts of these ids, in this order."""
    if not ids:
        return []
    me, db = ctx.me.id, ctx.db
    flags = relations.flags(db, me, ids)
    follows, requests = relations.follows_to(db, me, ids), relations.requests_to(db, me, ids)
    mutes, notes = relations.mutes_of(db, me, ids), relations.notes_on(db, me, ids)
    return [
        _relationship(i, flags.get(i, set()), follows.get(i), requests.get(i), mutes.get(i), notes.get(i, ""))
        for i in ids
    ]


def _relationship(
    account_id: int, flags: set[str], follow: Row | None, request: Row | None, mute: Row | None, note: str
) -> Relationship:
    # A request shows its options too (recording accounts/follow_requests).
    options = follow if follow is not None else request
    return Relationship(
        id=str(account_id),
        following=follow is not None,
        showing_reblogs=options is not None and options.show_reblogs,
        notifying=options is not None and options.notify,
        languages=options.languages if options is not None else None,
        followed_by="followed_by" in flags,
        blocking="blocking" in flags,
        blocked_by="blocked_by" in flags,
        muting=mute is not None,
        muting_notifications=mute is not None and mute.hide_notifications,
        muting_expires_at=_to_the_second(mute),
        requested=request is not None,
        requested_by="requested_by" in flags,
        domain_blocking="domain_blocking" in flags,
        endorsed="endorsed" in flags,
        note=note,
    )


def _to_the_second(mute: Row | None) -> str | None:
    """`2026-01-01T00:00:00Z`: unlike all other times without a fraction."""
    return None if mute is None or mute.expires_at is None else clock.iso(mute.expires_at)[:19] + "Z"
