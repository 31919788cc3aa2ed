"""Direct conversations: https://docs.joinmastodon.org/methods/conversations/"""

from __future__ import annotations

from msgspec.structs import replace

from clientkit.entities import Conversation
from clientkit.operations import conversations as ops
from mockserver.context import Context
from mockserver.domain import conversations as domain
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import conversations as render
from mockserver.store import conversations as store
from mockserver.store.paging import cursor


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    cut = cursor(op)
    if op.min_id == "":
        # Blank counts as given here, unlike in other listings (recording pagination/conversations).
        cut = replace(cut, min_id=0, since_id=None)
    rows = store.listing(ctx.db, ctx.me.id, cut)
    return page(render.many(ctx, rows), [row.last_status_id for row in rows], cut.limit)


@handles(ops.Read)
def read(ctx: Context, op: ops.Read) -> Conversation:
    return render.one(ctx, domain.mark(ctx, domain.own(ctx, op.id), unread=False))


@handles(ops.Unread)
def unread(ctx: Context, op: ops.Unread) -> Conversation:
    return render.one(ctx, domain.mark(ctx, domain.own(ctx, op.id), unread=True))


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    domain.remove(ctx, domain.own(ctx, op.id))
