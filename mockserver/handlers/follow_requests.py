"""Answer requests to follow: https://docs.joinmastodon.org/methods/follow_requests/"""

from __future__ import annotations

from clientkit.entities import Relationship
from clientkit.operations import follow_requests as ops
from mockserver.context import Context
from mockserver.domain import follows
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as render_accounts
from mockserver.render import relationships as render
from mockserver.store import relations
from mockserver.store.paging import cursor, record_id


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    cut = cursor(op)
    rows = relations.requests_page(ctx.db, ctx.me.id, cut)
    return page(
        render_accounts.many(ctx, [row.account_id for row in rows]), [row.row_id for row in rows], cut.limit
    )


@handles(ops.Accept)
def accept(ctx: Context, op: ops.Accept) -> Relationship:
    request = follows.request_from(ctx, ctx.me, record_id(op.account_id))
    follows.authorize(ctx, request)
    return render.many(ctx, [request.account_id])[0]


@handles(ops.Reject)
def reject(ctx: Context, op: ops.Reject) -> Relationship:
    request = follows.request_from(ctx, ctx.me, record_id(op.account_id))
    follows.reject(ctx, request)
    return render.many(ctx, [request.account_id])[0]
