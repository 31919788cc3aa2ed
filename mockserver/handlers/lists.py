"""Gather accounts in lists: https://docs.joinmastodon.org/methods/lists/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.entities import List
from clientkit.operations import lists as ops
from clientkit.operations.base import Texts
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import lists
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as render_accounts
from mockserver.render import lists as render
from mockserver.store import timelines as store
from mockserver.store.paging import cursor, record_id
from mockserver.store.schema import lists as TABLE


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> list[List]:
    return render.many(ctx.db.find_all(TABLE, order="id", account_id=ctx.me.id))


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> List:
    return render.one(lists.own(ctx, op.id))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> List:
    policy = "" if op.replies_policy is None else None if op.replies_policy is UNSET else op.replies_policy
    title = op.title if isinstance(op.title, str) else None
    return render.one(lists.create(ctx, ctx.me, title, policy, _exclusive(op.exclusive) is True))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> List:
    row = lists.own(ctx, op.id)
    given = {"title": op.title, "replies_policy": op.replies_policy}
    changes: dict[str, Any] = {name: value or "" for name, value in given.items() if value is not UNSET}
    if op.exclusive is not UNSET:
        changes["exclusive"] = _exclusive(op.exclusive)
    return render.one(lists.update(ctx, row, **changes))


def _exclusive(value: Any) -> bool:
    if value is None:
        raise errors.InvalidParameter("exclusive must be true or false")
    return value is True


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    lists.delete(ctx, lists.own(ctx, op.id))


@handles(ops.Accounts)
def accounts(ctx: Context, op: ops.Accounts) -> Page:
    row = lists.own(ctx, op.id)
    if op.limit == "0":
        return Page(render_accounts.many(ctx, store.all_members(ctx.db, row.id)))
    cut = cursor(op)
    ids = store.members_page(ctx.db, row.id, cut)
    return page(render_accounts.many(ctx, ids), ids, cut.limit)


@handles(ops.AddAccounts)
def add_accounts(ctx: Context, op: ops.AddAccounts) -> None:
    lists.add_members(ctx, lists.own(ctx, op.id), _ids(op.account_ids))


@handles(ops.RemoveAccounts)
def remove_accounts(ctx: Context, op: ops.RemoveAccounts) -> None:
    lists.remove_members(ctx, lists.own(ctx, op.id), _ids(op.account_ids))


def _ids(given: Texts) -> list[int]:
    return [record_id(text) for text in given] if isinstance(given, list) else []
