"""Blocked mail providers: https://docs.joinmastodon.org/methods/admin/email_domain_blocks/"""

from __future__ import annotations

from clientkit.entities import AdminEmailDomainBlock
from clientkit.operations import admin_email_domain_blocks as ops
from mockserver.context import Context
from mockserver.domain import sign_up_blocks
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, text
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import admin_blocks as render
from mockserver.store import admin as store
from mockserver.store.database import Row
from mockserver.store.paging import cursor
from mockserver.store.schema import email_domain_blocks as TABLE

PERMISSION = Permission.MANAGE_BLOCKS


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    require(ctx, PERMISSION)
    cut = cursor(op)
    rows = store.list_records(ctx.db, TABLE, cut)
    return page(render.email_domain_blocks(ctx, rows), [row.id for row in rows], cut.limit)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminEmailDomainBlock:
    return _show(ctx, found(ctx, TABLE, op.id, PERMISSION))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> AdminEmailDomainBlock:
    require(ctx, PERMISSION)
    number = sign_up_blocks.block_provider(
        ctx, text(op.domain), allow_with_approval=op.allow_with_approval is True
    )
    return _show(ctx, store.record(ctx, TABLE, str(number)))


def _show(ctx: Context, row: Row) -> AdminEmailDomainBlock:
    return render.email_domain_blocks(ctx, [row])[0]


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    sign_up_blocks.unblock_provider(ctx, found(ctx, TABLE, op.id, PERMISSION).id)
