"""Rules for addresses: https://docs.joinmastodon.org/methods/admin/ip_blocks/"""

from __future__ import annotations

from typing import Any

import msgspec

from clientkit.entities import AdminIpBlock
from clientkit.operations import admin_ip_blocks as ops
from mockserver import clock
from mockserver.context import Context
from mockserver.domain import sign_up_blocks
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, listing, sent
from mockserver.handlers.binding import Page, handles
from mockserver.render import admin_blocks as render
from mockserver.store import admin as store
from mockserver.store.schema import ip_blocks as TABLE

PERMISSION = Permission.MANAGE_BLOCKS
PARAMETERS = ("ip", "severity", "comment", "expires_in")


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    return listing(ctx, op, TABLE, PERMISSION, render.ip_block)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminIpBlock:
    return render.ip_block(ctx, found(ctx, TABLE, op.id, PERMISSION))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> AdminIpBlock:
    require(ctx, PERMISSION)
    number = sign_up_blocks.make_rule(ctx, sent(op, *PARAMETERS))
    return render.ip_block(ctx, store.record(ctx, TABLE, str(number)))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> AdminIpBlock:
    """What is not valid is not saved, and yet shown (recording admin/ip_blocks)."""
    row = found(ctx, TABLE, op.id, PERMISSION)
    values = sign_up_blocks.rule_values(ctx, sent(op, *PARAMETERS))
    whole: dict[str, Any] = {"ip": row.ip, "severity": row.severity} | values
    if sign_up_blocks.rule_problems(ctx, whole, row.id):
        return _unsaved(render.ip_block(ctx, row), values)
    if values:
        ctx.db.update(TABLE, {"id": row.id}, **values)
    return render.ip_block(ctx, store.record(ctx, TABLE, str(row.id)))


def _unsaved(entity: AdminIpBlock, values: dict[str, Any]) -> AdminIpBlock:
    shown = {name: value for name, value in values.items() if name != "expires_at"}
    if "expires_at" in values:
        shown["expires_at"] = clock.optional_iso(values["expires_at"])
    return msgspec.structs.replace(entity, **shown)


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    ctx.db.delete(TABLE, id=found(ctx, TABLE, op.id, PERMISSION).id)
