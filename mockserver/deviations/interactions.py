"""What goes wrong with favourites, with deleting, and with what belongs to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from clientkit.operations import statuses
from mockserver import errors
from mockserver.context import Context
from mockserver.deviations.base import (
    Handler,
    in_handlers,
    remembered,
    status_of,
    take_for,
)
from mockserver.render import statuses as render
from mockserver.store import statuses as store
from mockserver.store.paging import record_id
from mockserver.store.schema import favourites

if TYPE_CHECKING:
    pass

# --- interactions


@in_handlers("favourite_twice_422", "A repeated favourite is refused with 422.", statuses.Favourite)
def _favourite_twice(inner: Handler, ctx: Context, op: Any) -> Any:
    if _favourited(ctx, op):
        raise errors.ValidationFailed("Status has already been taken")
    return inner(ctx, op)


@in_handlers("favourite_counts_every_time", "Every repeated favourite counts again.", statuses.Favourite)
def _favourite_counts(inner: Handler, ctx: Context, op: Any) -> Any:
    if _favourited(ctx, op):
        store.count(ctx.db, record_id(op.id), favourites_count=1)
    return inner(ctx, op)


@in_handlers(
    "unfavourite_only_says_so",
    "Unfavourite answers as if it had worked, and changes nothing.",
    statuses.Unfavourite,
)
def _unfavourite_says_so(inner: Handler, ctx: Context, op: Any) -> Any:
    return msgspec.structs.replace(render.one(ctx, store.get(ctx, op.id)), favourited=False)


def _favourited(ctx: Context, op: Any) -> bool:
    return ctx.db.find(favourites, account_id=ctx.me.id, status_id=record_id(op.id)) is not None


# --- deleting, and what belongs to others


@in_handlers(
    "deleted_still_readable", "Delete answers as if it had worked, and changes nothing.", statuses.Delete
)
def _not_deleted(inner: Handler, ctx: Context, op: Any) -> Any:
    row = store.own(ctx, op.id)
    return msgspec.structs.replace(render.one(ctx, row), text=row.text)


@in_handlers(
    "deleted_only_by_id", "A deleted status is not found by its id, but listed.",
    statuses.Delete, statuses.Get, statuses.Context, statuses.History, statuses.FavouritedBy,
)  # fmt: skip
def _still_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    gone = remembered(ctx.instance)["gone"]
    if op.id in gone:
        raise errors.RecordNotFound
    if not isinstance(op, statuses.Delete):
        return inner(ctx, op)
    gone.add(op.id)
    return _not_deleted(inner, ctx, op)


@in_handlers("delete_forgets_text", "The answer to delete lacks the source.", statuses.Delete)
def _no_redraft(inner: Handler, ctx: Context, op: Any) -> Any:
    return msgspec.structs.replace(inner(ctx, op), text=UNSET)


def _as_author(inner: Handler, ctx: Context, op: Any) -> Any:
    row = status_of(ctx, op)
    if row is not None:
        take_for(ctx, row.account_id)
    return inner(ctx, op)


in_handlers("anyone_deletes", "Anybody may delete a status.", statuses.Delete)(_as_author)
in_handlers("anyone_edits", "Anybody may edit a status.", statuses.Edit)(_as_author)
