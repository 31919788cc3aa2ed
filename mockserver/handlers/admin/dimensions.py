"""Wholes by their parts (recording admin/dimensions)."""

from __future__ import annotations

from clientkit.entities import AdminDimension
from clientkit.operations import admin_dimensions as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.dashboard import keys_of, moment, subject_of
from mockserver.handlers.binding import handles
from mockserver.render import metrics as render
from mockserver.store.dimensions import DIMENSIONS
from mockserver.store.paging import MAX_ID, integer

EVERYTHING = MAX_ID


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> list[AdminDimension]:
    """Raises InvalidParameter for a limit below 0, and Unprocessable where statuses are counted in no span of
    time: a real server fails on both."""
    start, end = moment(op.start_at), moment(op.end_at)
    asked = [
        (key, subject_of(op, key, DIMENSIONS[key].subject if key in DIMENSIONS else None))
        for key in keys_of(op.keys, render.DIMENSION_KEYS)
    ]
    require(ctx, Permission.VIEW_DASHBOARD)
    limit = (integer(op.limit) or 0) if isinstance(op.limit, str) else EVERYTHING
    if not 0 <= limit <= EVERYTHING:
        raise errors.InvalidParameter("limit is out of range")
    if (start is None or end is None) and any(_counts_statuses(key) for key, _ in asked):
        raise errors.Unprocessable("Invalid date supplied")
    return [render.dimension(ctx, key, subject, start, end, limit) for key, subject in asked]


def _counts_statuses(key: str) -> bool:
    """Whether a span of time becomes one of ids."""
    found = DIMENSIONS.get(key)
    return found is not None and not found.times and not found.timeless
