"""Allowed domains: https://docs.joinmastodon.org/methods/admin/domain_allows/"""

from __future__ import annotations

from clientkit.entities import AdminDomainAllow
from clientkit.operations import admin_domain_allows as ops
from mockserver.context import Context
from mockserver.domain import server_domains
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, listing, text
from mockserver.handlers.binding import Page, handles
from mockserver.render import admin_blocks as render
from mockserver.store import admin as store
from mockserver.store.schema import domain_allows as TABLE

PERMISSION = Permission.MANAGE_FEDERATION


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    return listing(ctx, op, TABLE, PERMISSION, render.domain_allow)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminDomainAllow:
    return render.domain_allow(ctx, found(ctx, TABLE, op.id, PERMISSION))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> AdminDomainAllow:
    require(ctx, PERMISSION)
    number = server_domains.allow(ctx, text(op.domain))
    return render.domain_allow(ctx, store.record(ctx, TABLE, str(number)))


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    ctx.db.delete(TABLE, id=found(ctx, TABLE, op.id, PERMISSION).id)
