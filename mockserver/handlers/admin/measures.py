"""Figures over time (recordings admin/measures*)."""

from __future__ import annotations

from clientkit.entities import AdminMeasure
from clientkit.operations import admin_measures as ops
from mockserver import errors
from mockserver.clock import DAY
from mockserver.context import Context
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.dashboard import keys_of, require_parameters, required_moment, subject_of
from mockserver.handlers.binding import handles
from mockserver.render import metrics as render
from mockserver.store.measures import MEASURES
from mockserver.store.schema import tags

LONGEST = 2 * 365 * DAY


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> list[AdminMeasure]:
    require_parameters(op, "keys", "start_at", "end_at")
    end = required_moment(op.end_at, "end_at")
    start = max(required_moment(op.start_at, "start_at"), end - LONGEST)
    asked = [(key, subject_of(op, key, MEASURES[key].subject)) for key in keys_of(op.keys, MEASURES)]
    require(ctx, Permission.VIEW_DASHBOARD)
    for _, subject in asked:
        if "tag" in subject and ctx.db.find(tags, id=subject["tag"]) is None:
            raise errors.RecordNotFound
    return [render.measure(ctx, key, subject, start, end) for key, subject in asked]
