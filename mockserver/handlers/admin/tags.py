"""Reviewing hashtags (recordings admin/tags*)."""

from __future__ import annotations

from clientkit.entities import AdminTag
from clientkit.operations import admin_tags as ops
from mockserver.context import Context
from mockserver.domain import tag_reviews
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, sent
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import tags as render
from mockserver.store import admin as store
from mockserver.store.paging import cursor
from mockserver.store.schema import tags as TABLE

PERMISSION = Permission.MANAGE_TAXONOMIES


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    require(ctx, PERMISSION)
    cut = cursor(op)
    ids = [row.id for row in store.list_records(ctx.db, TABLE, cut)]
    return page(render.for_moderators(ctx, ids), ids, cut.limit)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminTag:
    return render.for_moderators(ctx, [found(ctx, TABLE, op.id, PERMISSION).id])[0]


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> AdminTag:
    row = found(ctx, TABLE, op.id, PERMISSION)
    name = op.display_name if isinstance(op.display_name, str) else None
    tag_reviews.review(ctx, row, name, sent(op, "listable", "trendable", "usable"))
    return render.for_moderators(ctx, [row.id])[0]
