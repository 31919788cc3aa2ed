"""Reviewing what is popular (recordings admin/trends_statuses, admin/permissions_*)."""

from __future__ import annotations

from typing import Any

from clientkit.entities import AdminTag, AdminTrendsLink, PreviewCardProvider, Status
from clientkit.operations import admin_trends as ops
from clientkit.operations import trends as public
from mockserver.context import Context
from mockserver.domain.staff import Permission, can, require
from mockserver.handlers import trends as public_handlers
from mockserver.handlers.admin.moderated import listing
from mockserver.handlers.binding import Page, handles
from mockserver.handlers.trends import cut
from mockserver.render import tags as tag_render
from mockserver.render import trends as render
from mockserver.store import admin
from mockserver.store import trends as store
from mockserver.store.database import Row, Table
from mockserver.store.schema import preview_card_providers, preview_cards
from mockserver.store.schema import statuses as statuses_table
from mockserver.store.schema import tags as tags_table

PERMISSION = Permission.MANAGE_TAXONOMIES


# --- rankings


@handles(ops.Tags)
def tags(ctx: Context, op: ops.Tags) -> Page | list[Any]:
    if not can(ctx, PERMISSION):
        return _at(public_handlers.tags(ctx, public.Tags(limit=op.limit, offset=op.offset)), public.Tags)
    part, ways = cut(op, store.tag_ids(ctx.db, ctx.now, by_default=True, reviewing=True), 10, 20)
    return Page(tag_render.for_moderators(ctx, part), path=public.Tags.declaration.path, **ways)


@handles(ops.Statuses)
def statuses(ctx: Context, op: ops.Statuses) -> Page | list[Any]:
    if not can(ctx, PERMISSION):
        found = public_handlers.statuses(ctx, public.Statuses(limit=op.limit, offset=op.offset))
        return _at(found, public.Statuses)
    ranking = store.posts(ctx.db, ctx.now, ctx.viewer_id, by_default=True, reviewing=True)
    part, ways = cut(op, ranking, 20, 40)
    return Page(render.reviewed_statuses(ctx, part), path=public.Statuses.declaration.path, **ways)


@handles(ops.Links)
def links(ctx: Context, op: ops.Links) -> Page | list[Any]:
    if not can(ctx, PERMISSION):
        found = public_handlers.links(ctx, public.Links(limit=op.limit, offset=op.offset))
        return _at(found, public.Links)
    part, ways = cut(op, store.links(ctx.db, ctx.now, by_default=True, reviewing=True), 10, 20)
    return Page(render.reviewed_links(ctx, part), path=public.Links.declaration.path, **ways)


def _at(found: Page | list[Any], operation: Any) -> Page | list[Any]:
    """A public ranking; its links lead to the public address."""
    if isinstance(found, Page):
        found.path = operation.declaration.path
    return found


# --- verdicts


def _review(ctx: Context, table: Table, given: str, **values: Any) -> Row:
    """The changed row. Raises NotPermitted before RecordNotFound."""
    require(ctx, PERMISSION)
    row = admin.record(ctx, table, given)
    ctx.db.update(table, {"id": row.id}, **values)
    return admin.record(ctx, table, given)


@handles(ops.ApproveTag, ops.RejectTag)
def review_tag(ctx: Context, op: ops.ApproveTag | ops.RejectTag) -> AdminTag:
    approved = isinstance(op, ops.ApproveTag)
    row = _review(ctx, tags_table, op.id, trendable=approved, reviewed_at=ctx.now)
    return tag_render.for_moderators(ctx, [row.id])[0]


@handles(ops.ApproveStatus, ops.RejectStatus)
def review_status(ctx: Context, op: ops.ApproveStatus | ops.RejectStatus) -> Status:
    row = _review(ctx, statuses_table, op.id, trendable=isinstance(op, ops.ApproveStatus))
    return render.reviewed_statuses(ctx, [row])[0]


@handles(ops.ApproveLink, ops.RejectLink)
def review_link(ctx: Context, op: ops.ApproveLink | ops.RejectLink) -> AdminTrendsLink:
    row = _review(ctx, preview_cards, op.id, trendable=isinstance(op, ops.ApproveLink))
    return render.reviewed_links(ctx, [row])[0]


# --- publishers


@handles(ops.Publishers)
def list_publishers(ctx: Context, op: ops.Publishers) -> Page:
    return listing(ctx, op, preview_card_providers, PERMISSION, render.publisher)


@handles(ops.ApprovePublisher, ops.RejectPublisher)
def review_publisher(ctx: Context, op: ops.ApprovePublisher | ops.RejectPublisher) -> PreviewCardProvider:
    approved = isinstance(op, ops.ApprovePublisher)
    changed = {"trendable": approved, "reviewed_at": ctx.now, "updated_at": ctx.now}
    return render.publisher(ctx, _review(ctx, preview_card_providers, op.id, **changed))
