"""Filters, in the present form and in that of the first API:
https://docs.joinmastodon.org/methods/filters/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.entities import Filter, FilterKeyword, FilterStatus, V1Filter
from clientkit.operations import filters as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import filters as domain
from mockserver.domain.filters import Keyword
from mockserver.handlers.binding import handles
from mockserver.render import filters as render
from mockserver.store import filters as store
from mockserver.store.paging import record_id


@handles(ops.Index)
def index(ctx: Context, op: ops.Index) -> list[Filter]:
    return render.many(ctx, store.of_account(ctx.db, ctx.me.id))


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Filter:
    return render.one(ctx, domain.own(ctx, op.id))


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> Filter:
    return render.one(ctx, domain.create(ctx, _values(ctx, op), _keywords(op)))


@handles(ops.Update)
def update(ctx: Context, op: ops.Update) -> Filter:
    return render.one(ctx, domain.update(ctx, domain.own(ctx, op.id), _values(ctx, op), _keywords(op)))


@handles(ops.Delete)
def delete(ctx: Context, op: ops.Delete) -> None:
    domain.delete(ctx, domain.own(ctx, op.id))


def _values(ctx: Context, op: ops.Create | ops.Update) -> dict[str, Any]:
    given = {"title": op.title, "context": op.context, "action": op.filter_action}
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not UNSET}
    if op.expires_in is not UNSET:
        values["expires_at"] = domain.expiry(ctx, op.expires_in)
    return values


def _keywords(op: ops.Create | ops.Update) -> list[Keyword]:
    """Entries whose values are all blank count for nothing."""
    given = op.keywords_attributes if isinstance(op.keywords_attributes, list) else []
    return [
        _keyword(
            one.keyword,
            one.whole_word,
            record_id(one.id) if isinstance(one.id, str) and one.id.isdigit() else None,
            one.destroy is True,
        )
        for one in given
        if isinstance(one.id, str)
        or (isinstance(one.keyword, str) and one.keyword.strip())
        or isinstance(one.whole_word, bool)
    ]


def _keyword(keyword: Any, whole_word: Any, keyword_id: int | None = None, destroy: bool = False) -> Keyword:
    """Refuses a blank `whole_word`, on which a real server fails (recording filters/v2_encodings)."""
    if whole_word is None and not destroy:
        raise errors.InvalidParameter("whole_word must be true or false")
    return Keyword(
        id=keyword_id,
        keyword="" if keyword is None else keyword if isinstance(keyword, str) else None,
        whole_word=whole_word if isinstance(whole_word, bool) else None,
        destroy=destroy,
    )


# --- keywords and statuses


@handles(ops.Keywords)
def keywords(ctx: Context, op: ops.Keywords) -> list[FilterKeyword]:
    return [render.keyword(row) for row in store.keywords(ctx.db, [domain.own(ctx, op.filter_id).id])]


@handles(ops.AddKeyword)
def add_keyword(ctx: Context, op: ops.AddKeyword) -> FilterKeyword:
    row = domain.own(ctx, op.filter_id)
    return render.keyword(domain.add_keyword(ctx, row, _keyword(op.keyword, op.whole_word)))


@handles(ops.GetKeyword)
def get_keyword(ctx: Context, op: ops.GetKeyword) -> FilterKeyword:
    return render.keyword(domain.own_keyword(ctx, op.id))


@handles(ops.UpdateKeyword)
def update_keyword(ctx: Context, op: ops.UpdateKeyword) -> FilterKeyword:
    row = domain.own_keyword(ctx, op.id)
    return render.keyword(domain.update_keyword(ctx, row, _keyword(op.keyword, op.whole_word)))


@handles(ops.RemoveKeyword)
def remove_keyword(ctx: Context, op: ops.RemoveKeyword) -> None:
    domain.remove_keyword(ctx, domain.own_keyword(ctx, op.id))


@handles(ops.Statuses)
def statuses(ctx: Context, op: ops.Statuses) -> list[FilterStatus]:
    return [render.status(row) for row in store.statuses(ctx.db, [domain.own(ctx, op.filter_id).id])]


@handles(ops.AddStatus)
def add_status(ctx: Context, op: ops.AddStatus) -> FilterStatus:
    given = op.status_id if isinstance(op.status_id, str) else None
    return render.status(domain.add_status(ctx, domain.own(ctx, op.filter_id), given))


@handles(ops.GetStatus)
def get_status(ctx: Context, op: ops.GetStatus) -> FilterStatus:
    return render.status(domain.own_status(ctx, op.id))


@handles(ops.RemoveStatus)
def remove_status(ctx: Context, op: ops.RemoveStatus) -> None:
    domain.remove_status(ctx, domain.own_status(ctx, op.id))


# --- the first API


@handles(ops.IndexV1)
def index_v1(ctx: Context, op: ops.IndexV1) -> list[V1Filter]:
    return render.v1(ctx, store.all_keywords(ctx.db, ctx.me.id))


@handles(ops.GetV1)
def get_v1(ctx: Context, op: ops.GetV1) -> V1Filter:
    return render.v1(ctx, [domain.own_keyword(ctx, op.id)])[0]


@handles(ops.CreateV1)
def create_v1(ctx: Context, op: ops.CreateV1) -> V1Filter:
    values = _values_v1(ctx, op)
    title = values.setdefault("title", "")
    # A blank phrase makes no keyword, so that the title alone is complained of (recording filters/v1_crud).
    keyword = (
        [_keyword(title, op.whole_word)]
        if (title or "").strip() and len(title) <= domain.LONGEST_TITLE
        else []
    )
    row = domain.create(ctx, values, keyword)
    return render.v1(ctx, store.keywords(ctx.db, [row.id]))[0]


@handles(ops.UpdateV1)
def update_v1(ctx: Context, op: ops.UpdateV1) -> V1Filter:
    row = domain.own_keyword(ctx, op.id)
    whole_word = _keyword(None, op.whole_word).whole_word
    return render.v1(ctx, [domain.update_v1(ctx, row, _values_v1(ctx, op), whole_word)])[0]


@handles(ops.DeleteV1)
def delete_v1(ctx: Context, op: ops.DeleteV1) -> None:
    domain.remove_keyword(ctx, domain.own_keyword(ctx, op.id))


def _values_v1(ctx: Context, op: ops.CreateV1 | ops.UpdateV1) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if op.phrase is not UNSET:
        values["title"] = op.phrase or ""
    if op.context is not UNSET:
        values["context"] = op.context
    if isinstance(op.irreversible, bool):
        values["action"] = "hide" if op.irreversible else "warn"
    if op.expires_in is not UNSET:
        values["expires_at"] = domain.expiry(ctx, op.expires_in)
    return values
