"""Blocked mail addresses: https://docs.joinmastodon.org/methods/admin/canonical_email_blocks/"""

from __future__ import annotations

from clientkit.entities import AdminCanonicalEmailBlock
from clientkit.operations import admin_canonical_email_blocks as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import sign_up_blocks
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, listing, text
from mockserver.handlers.binding import Page, handles
from mockserver.render import admin_blocks as render
from mockserver.store import admin as store
from mockserver.store.schema import canonical_email_blocks as TABLE

PERMISSION = Permission.MANAGE_BLOCKS


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    return listing(ctx, op, TABLE, PERMISSION, render.canonical_email_block)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminCanonicalEmailBlock:
    return render.canonical_email_block(ctx, found(ctx, TABLE, op.id, PERMISSION))


@handles(ops.Test)
def test(ctx: Context, op: ops.Test) -> list[AdminCanonicalEmailBlock]:
    """The address is asked for before the role is judged."""
    if not text(op.email).strip():
        raise errors.ParameterMissing("email")
    require(ctx, PERMISSION)
    digest = sign_up_blocks.canonical_hash(text(op.email))
    rows = ctx.db.find_all(TABLE, canonical_email_hash=digest)
    return [render.canonical_email_block(ctx, row) for row in rows]


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> AdminCanonicalEmailBlock:
    require(ctx, PERMISSION)
    digest = text(op.canonical_email_hash)
    if isinstance(op.email, str):
        digest = sign_up_blocks.canonical_hash(op.email)
    number = sign_up_blocks.block_address(ctx, digest)
    return render.canonical_email_block(ctx, store.record(ctx, TABLE, str(number)))


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    ctx.db.delete(TABLE, id=found(ctx, TABLE, op.id, PERMISSION).id)
