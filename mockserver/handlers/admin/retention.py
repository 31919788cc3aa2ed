"""Who stayed (recording admin/retention)."""

from __future__ import annotations

from clientkit.entities import AdminCohort
from clientkit.operations import admin_retention as ops
from mockserver.context import Context
from mockserver.domain.staff import Permission, require
from mockserver.handlers.admin.dashboard import require_parameters, required_moment
from mockserver.handlers.binding import handles
from mockserver.render import metrics as render


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> list[AdminCohort]:
    require_parameters(op, "start_at", "end_at")
    start, end = required_moment(op.start_at, "start_at"), required_moment(op.end_at, "end_at")
    require(ctx, Permission.VIEW_DASHBOARD)
    return render.cohorts(ctx, start, end, "month" if op.frequency == "month" else "day")
