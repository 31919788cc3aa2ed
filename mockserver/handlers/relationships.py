"""What one does to other accounts: https://docs.joinmastodon.org/methods/accounts/#follow and what follows it
there."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from clientkit.entities import FamiliarFollowers, Relationship
from clientkit.operations import accounts as ops
from clientkit.operations.base import LooseTexts
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import blocks, follows, mutes
from mockserver.domain.follows import Choices
from mockserver.handlers.binding import handles
from mockserver.render import accounts as render_accounts
from mockserver.render import relationships as render
from mockserver.store import accounts as store
from mockserver.store import relations
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import account_notes, account_pins

LONGEST_MUTE = 6 * 10**10
"""Seconds either way beyond which there are no dates."""


@handles(ops.Follow)
def follow(ctx: Context, op: ops.Follow) -> Relationship:
    target = store.get(ctx, op.id)
    follows.follow(ctx, ctx.me, target, _choices(op))
    relationship = render.one(ctx, target)
    if target.locked or ctx.me.silenced_at is not None:
        return relationship
    # For a remote account too, though that one has only been asked (recording accounts/follow_remote).
    return msgspec.structs.replace(relationship, following=True, requested=False)


def _choices(op: ops.Follow) -> Choices:
    languages = None
    if op.languages is not UNSET and op.languages is not None:
        languages = [str(code) for code in op.languages] if isinstance(op.languages, list) else []
    return Choices(
        reblogs=op.reblogs if isinstance(op.reblogs, bool) else None,
        notify=op.notify if isinstance(op.notify, bool) else None,
        languages=languages,
    )


@handles(ops.Unfollow)
def unfollow(ctx: Context, op: ops.Unfollow) -> Relationship:
    target = store.get(ctx, op.id)
    follows.unfollow(ctx, ctx.me.id, target.id)
    return render.one(ctx, target)


@handles(ops.RemoveFromFollowers)
def remove_from_followers(ctx: Context, op: ops.RemoveFromFollowers) -> Relationship:
    target = store.get(ctx, op.id)
    follows.remove_follower(ctx, ctx.me, target)
    return render.one(ctx, target)


@handles(ops.Block)
def block(ctx: Context, op: ops.Block) -> Relationship:
    target = store.get(ctx, op.id)
    blocks.block(ctx, ctx.me, target)
    return render.one(ctx, target)


@handles(ops.Unblock)
def unblock(ctx: Context, op: ops.Unblock) -> Relationship:
    target = store.get(ctx, op.id)
    blocks.unblock(ctx, ctx.me, target)
    return render.one(ctx, target)


@handles(ops.Mute)
def mute(ctx: Context, op: ops.Mute) -> Relationship:
    target = store.get(ctx, op.id)
    notifications = op.notifications if isinstance(op.notifications, bool) else True
    duration = op.duration if isinstance(op.duration, int) else 0
    if abs(duration) > LONGEST_MUTE:
        raise errors.InvalidParameter("duration is out of range")
    mutes.mute(ctx, ctx.me, target, notifications=notifications, duration=duration)
    return render.one(ctx, target)


@handles(ops.Unmute)
def unmute(ctx: Context, op: ops.Unmute) -> Relationship:
    target = store.get(ctx, op.id)
    mutes.unmute(ctx, ctx.me.id, target.id)
    return render.one(ctx, target)


@handles(ops.Endorse, ops.Pin)
def endorse(ctx: Context, op: ops.Endorse) -> Relationship:
    target, me = relations.known(ctx, op.id), ctx.me.id
    if not relations.follows_account(ctx.db, me, target.id):
        raise errors.ValidationFailed("You must be already following the person you want to endorse")
    if ctx.db.find(account_pins, account_id=me, target_account_id=target.id) is None:
        ctx.db.insert(account_pins, account_id=me, target_account_id=target.id, created_at=ctx.now)
    return render.one(ctx, target)


@handles(ops.Unendorse, ops.Unpin)
def unendorse(ctx: Context, op: ops.Unendorse) -> Relationship:
    target = relations.known(ctx, op.id)
    ctx.db.delete(account_pins, account_id=ctx.me.id, target_account_id=target.id)
    return render.one(ctx, target)


@handles(ops.Note)
def note(ctx: Context, op: ops.Note) -> Relationship:
    target = relations.known(ctx, op.id)
    comment = op.comment if isinstance(op.comment, str) else ""
    if len(comment) > 2000:
        raise errors.ValidationFailed("Comment is too long (maximum is 2000 characters)")
    keys = {"account_id": ctx.me.id, "target_account_id": target.id}
    if not comment.strip():
        ctx.db.delete(account_notes, **keys)
    elif not ctx.db.update(account_notes, keys, comment=comment):
        ctx.db.insert(account_notes, **keys, comment=comment, created_at=ctx.now)
    return render.one(ctx, target)


@handles(ops.Relationships)
def relationships(ctx: Context, op: ops.Relationships) -> list[Relationship]:
    """In the order of the database, each once; suspended accounts only when asked for."""
    rows = _named(ctx, op.id)
    if op.with_suspended is not True:
        rows = [row for row in rows if row.suspended_at is None]
    return render.many(ctx, [row.id for row in rows])


@handles(ops.FamiliarFollowers)
def familiar_followers(ctx: Context, op: ops.FamiliarFollowers) -> list[FamiliarFollowers]:
    rows = [row for row in _named(ctx, op.id) if row.suspended_at is None]
    open_ids = [row.id for row in rows if not row.hide_collections]
    found = relations.familiar_followers(ctx.db, ctx.me.id, open_ids) if open_ids else {}
    return [
        FamiliarFollowers(id=str(row.id), accounts=render_accounts.many(ctx, found.get(row.id, [])))
        for row in rows
    ]


def _named(ctx: Context, ids: LooseTexts) -> list[Row]:
    given = [ids] if isinstance(ids, str) else ids if isinstance(ids, list) else []
    return list(relations.in_order(ctx.db, (record_id(text) for text in given)))
