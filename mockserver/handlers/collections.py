"""Recommend accounts as collections: https://docs.joinmastodon.org/methods/collections/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from clientkit.entities import Collection, CollectionItem, CollectionWithAccounts
from clientkit.operations import collections as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import collections as domain
from mockserver.handlers.binding import Page, Reply, handles
from mockserver.render import collections as render
from mockserver.store import collections as store
from mockserver.store import relations
from mockserver.store.database import Row
from mockserver.store.paging import limit_of, offset_of, record_id

DEFAULT, LONGEST_STEP = 40, 80
FIELDS = ("name", "description", "language", "tag_name", "sensitive", "discoverable")


@handles(ops.AccountCollections, ops.AccountCollectionsAlpha)
def account_collections(ctx: Context, op: ops.AccountCollections) -> Page:
    owner = relations.known(ctx, op.account_id)
    limit, offset = limit_of(op.limit, DEFAULT, 100), offset_of(op.offset)
    rows: Sequence[Row] = []
    if not store.hidden_from(ctx, owner.id):
        everything = ctx.viewer_id == owner.id
        rows = store.made_by(ctx.db, owner.id, limit, offset, everything=everything)
    path = f"/api/v1/accounts/{owner.username}/collections"
    return _page(ctx, op, rows, store.count_made(ctx.db, owner.id), path)


@handles(ops.InCollections, ops.InCollectionsAlpha)
def in_collections(ctx: Context, op: ops.InCollections) -> Page:
    if ctx.viewer_id is None:
        raise errors.UserRequired
    account = relations.known(ctx, op.account_id)
    if account.id != ctx.viewer_id:
        raise errors.NotPermitted
    limit, offset = limit_of(op.limit, DEFAULT, LONGEST_STEP), offset_of(op.offset)
    rows = store.holding(ctx.db, account.id, limit, offset)
    path = f"/api/v1/accounts/{account.username}/in_collections"
    return _page(ctx, op, rows, store.count_holding(ctx.db, account.id), path)


def _page(
    ctx: Context, op: ops.AccountCollections | ops.InCollections, rows: Sequence[Row], total: int, path: str
) -> Page:
    """The links go by the user name, which leads nowhere, and count otherwise than one would expect
    (recordings collections/notes_on_links, collections/show)."""
    step, offset = limit_of(op.limit, DEFAULT, LONGEST_STEP), offset_of(op.offset)
    made = Page({"collections": render.many(ctx, rows)}, path=path)
    if offset * step + len(rows) < total:
        made.next = {"offset": offset + step}
    if offset:
        made.prev = {"offset": offset - step}
    return made


@handles(ops.Get, ops.GetAlpha)
def get(ctx: Context, op: ops.Get) -> CollectionWithAccounts:
    row = store.get(ctx, op.id)
    if store.hidden_from(ctx, row.account_id):
        raise errors.NotPermitted
    return render.with_accounts(ctx, row)


@handles(ops.Create, ops.CreateAlpha)
def create(ctx: Context, op: ops.Create) -> dict[str, Collection]:
    members = [record_id(text) for text in op.account_ids] if isinstance(op.account_ids, list) else []
    return {"collection": render.one(ctx, domain.create(ctx, ctx.me, _given(op), members))}


@handles(ops.Update, ops.UpdateAlpha)
def update(ctx: Context, op: ops.Update) -> dict[str, Collection]:
    return {"collection": render.one(ctx, domain.update(ctx, domain.own(ctx, op.id), _given(op)))}


def _given(op: ops.Create | ops.Update) -> dict[str, Any]:
    return {name: value for name in FIELDS if (value := getattr(op, name)) is not UNSET}


@handles(ops.Delete, ops.DeleteAlpha)
def delete(ctx: Context, op: ops.Delete) -> Reply:
    domain.delete(ctx, domain.own(ctx, op.id))
    return _nothing()


@handles(ops.AddItem, ops.AddItemAlpha)
def add_item(ctx: Context, op: ops.AddItem) -> dict[str, CollectionItem]:
    row = store.get(ctx, op.collection_id)
    if not isinstance(op.account_id, str) or not op.account_id.strip():
        raise errors.Unprocessable("`account_id` parameter is missing")
    account = relations.known(ctx, op.account_id)
    domain.must_own(ctx, row)
    return {"collection_item": render.item(domain.add(ctx, row, account))}


@handles(ops.DeleteItem, ops.DeleteItemAlpha)
def delete_item(ctx: Context, op: ops.DeleteItem) -> Reply:
    row = store.get(ctx, op.collection_id)
    item = store.item(ctx, row, op.id)
    domain.must_own(ctx, row)
    domain.remove(ctx, item)
    return _nothing()


@handles(ops.RevokeItem, ops.RevokeItemAlpha)
def revoke_item(ctx: Context, op: ops.RevokeItem) -> Reply:
    item = store.item(ctx, store.get(ctx, op.collection_id), op.id)
    if item.account_id != ctx.me.id:
        raise errors.NotPermitted
    domain.revoke(ctx, [item.id])
    return _nothing()


def _nothing() -> Reply:
    return Reply(content_type="text/html")
