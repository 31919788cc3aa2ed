"""List the accounts one blocks: https://docs.joinmastodon.org/methods/blocks/"""

from __future__ import annotations

from clientkit.operations import blocks as ops
from mockserver.context import Context
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as render
from mockserver.store import relations
from mockserver.store.paging import cursor


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    cut = cursor(op)
    rows = relations.blocks_page(ctx.db, ctx.me.id, cut)
    return page(render.many(ctx, [row.account_id for row in rows]), [row.row_id for row in rows], cut.limit)
