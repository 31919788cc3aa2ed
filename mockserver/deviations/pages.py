"""What goes wrong with pages: https://docs.joinmastodon.org/api/guidelines/#pagination"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Declaration
from mockserver.context import Context
from mockserver.deviations.base import (
    Handler,
    in_handlers,
)
from mockserver.handlers.binding import Page
from mockserver.store.paging import record_id

if TYPE_CHECKING:
    pass


def _paged(declaration: Declaration) -> bool:
    return declaration.paging is not None and declaration.paging.style in ("P1", "P3")


@in_handlers("min_id_as_since_id", "min_id gives the newest page above it, as since_id does.", where=_paged)
def _min_as_since(inner: Handler, ctx: Context, op: Any) -> Any:
    given = op.min_id
    return inner(ctx, op if given is UNSET else msgspec.structs.replace(op, min_id=UNSET, since_id=given))


@in_handlers(
    "page_overlap",
    "max_id is inclusive: each page begins with the last item of the one before.",
    where=_paged,
)
def _overlap(inner: Handler, ctx: Context, op: Any) -> Any:
    below = record_id(op.max_id) if isinstance(op.max_id, str) else 0
    return inner(ctx, msgspec.structs.replace(op, max_id=str(below + 1)) if below else op)


@in_handlers("page_gap", "Below a max_id the first item is left out.", where=_paged)
def _gap(inner: Handler, ctx: Context, op: Any) -> Any:
    result = inner(ctx, op)
    if isinstance(result, Page) and op.max_id is not UNSET:
        return dataclasses.replace(result, items=result.items[1:])
    return result


@in_handlers("page_limit_plus_one", "Pages hold one item more than asked for.", where=_paged)
def _one_more(inner: Handler, ctx: Context, op: Any) -> Any:
    limit = record_id(str(op.limit))
    return inner(ctx, msgspec.structs.replace(op, limit=type(op.limit)(limit + 1)) if limit else op)


@in_handlers("page_next_loops", "The `next` link leads to the page it is on.", where=_paged)
def _next_loops(inner: Handler, ctx: Context, op: Any) -> Any:
    result = inner(ctx, op)
    if isinstance(result, Page) and result.first is not None:
        return dataclasses.replace(result, last=result.first + 1)
    return result
