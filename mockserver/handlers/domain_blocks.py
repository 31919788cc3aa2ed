"""Block whole servers for oneself: https://docs.joinmastodon.org/methods/domain_blocks/"""

from __future__ import annotations

from clientkit.operations import domain_blocks as ops
from clientkit.operations.base import Text
from mockserver.context import Context
from mockserver.domain import domain_blocks
from mockserver.handlers.binding import Page, handles, page
from mockserver.store import relations
from mockserver.store.paging import cursor


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    cut = cursor(op)
    rows = relations.domains_page(ctx.db, ctx.me.id, cut)
    return page([row.domain for row in rows], [row.row_id for row in rows], cut.limit)


@handles(ops.Block)
def block(ctx: Context, op: ops.Block) -> None:
    domain_blocks.block(ctx, ctx.me, _text(op.domain))


@handles(ops.Unblock)
def unblock(ctx: Context, op: ops.Unblock) -> None:
    domain_blocks.unblock(ctx, ctx.me, _text(op.domain))


@handles(ops.Preview)
def preview(ctx: Context, op: ops.Preview) -> dict[str, int]:
    domain, me = domain_blocks.normalise(_text(op.domain)), ctx.me.id
    return {
        "following_count": len(relations.following_domain(ctx.db, me, domain)),
        "followers_count": len(relations.followed_by_domain(ctx.db, me, domain)),
    }


def _text(given: Text) -> str:
    return given if isinstance(given, str) else ""
