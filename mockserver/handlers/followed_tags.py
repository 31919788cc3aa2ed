"""List the hashtags one follows: https://docs.joinmastodon.org/methods/followed_tags/"""

from __future__ import annotations

from msgspec.structs import replace

from clientkit.operations import followed_tags as ops
from mockserver.context import Context
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import tags as render
from mockserver.store import tags as store
from mockserver.store.paging import cursor, integer


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    cut = cursor(op)
    # `min_id` is honoured though the links lead back by `since_id` (recording pagination/followed_tags).
    if isinstance(op.min_id, str) and (lowest := integer(op.min_id)) is not None:
        cut = replace(cut, min_id=lowest, since_id=None)
    rows = store.followed_page(ctx.db, ctx.me.id, cut)
    return page(render.many(ctx, [row.tag_id for row in rows]), [row.id for row in rows], cut.limit)
