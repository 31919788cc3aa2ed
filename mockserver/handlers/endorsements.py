"""List the accounts on one's profile: https://docs.joinmastodon.org/methods/endorsements/"""

from __future__ import annotations

from clientkit.operations import endorsements as ops
from mockserver.context import Context
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as render
from mockserver.store import relations
from mockserver.store.paging import cursor


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    if op.limit == "0":
        return Page(render.many(ctx, relations.all_endorsed(ctx.db, ctx.me.id)))
    cut = cursor(op)
    ids = relations.endorsed_page(ctx.db, ctx.me.id, cut)
    return page(render.many(ctx, ids), ids, cut.limit)
