"""Blocked domains: https://docs.joinmastodon.org/methods/admin/domain_blocks/"""

from __future__ import annotations

from typing import Any

from clientkit.entities import AdminDomainBlock
from clientkit.operations import admin_domain_blocks as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import server_domains
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.moderated import found, listing, sent, text
from mockserver.handlers.binding import Page, handles
from mockserver.render import admin_blocks as render
from mockserver.store import admin as store
from mockserver.store.schema import domain_blocks as TABLE

PERMISSION = Permission.MANAGE_FEDERATION
FLAGS = ("reject_media", "reject_reports", "obfuscate")
TEXTS = ("severity", "private_comment", "public_comment")


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> Page:
    return listing(ctx, op, TABLE, PERMISSION, render.domain_block)


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> AdminDomainBlock:
    return render.domain_block(ctx, found(ctx, TABLE, op.id, PERMISSION))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> AdminDomainBlock:
    require(ctx, PERMISSION)
    domain, wanted = text(op.domain), _wanted(op)
    existing = server_domains.in_the_way(ctx, domain, wanted)
    if existing is not None:
        raise errors.Unprocessable(
            f"You have already imposed stricter limits on {existing.domain}.",
            existing_domain_block=render.domain_block(ctx, existing),
        )
    return _show(ctx, server_domains.block(ctx, domain, wanted))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> AdminDomainBlock:
    row = found(ctx, TABLE, op.id, PERMISSION)
    server_domains.change(ctx, row, _wanted(op))
    return _show(ctx, row.id)


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    server_domains.lift(ctx, found(ctx, TABLE, op.id, PERMISSION))


def _wanted(op: ops.Create | ops.Update) -> dict[str, Any]:
    flags = {name: value is True for name, value in sent(op, *FLAGS).items()}
    return flags | sent(op, *TEXTS)


def _show(ctx: Context, number: int) -> AdminDomainBlock:
    return render.domain_block(ctx, store.record(ctx, TABLE, str(number)))
