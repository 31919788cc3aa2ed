"""How far timelines were read: https://docs.joinmastodon.org/methods/markers/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit.entities import Marker
from clientkit.operations import markers as ops
from clientkit.operations.markers import MarkerParams
from mockserver import clock
from mockserver.context import Context
from mockserver.domain import markers as domain
from mockserver.handlers.binding import handles


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> dict[str, Marker]:
    given = [op.timeline] if isinstance(op.timeline, str) else op.timeline
    return _shown(ctx, given if isinstance(given, list) else [])


@handles(ops.Save)
def save(ctx: Context, op: ops.Save) -> dict[str, Marker]:
    sent = [
        (name, params) for name in domain.TIMELINES if isinstance(params := getattr(op, name), MarkerParams)
    ]
    for name, params in sent:
        if params.last_read_id is UNSET:
            domain.find_or_create(ctx, name)
        else:
            domain.save(ctx, name, params.last_read_id)
    return _shown(ctx, [name for name, _ in sent])


def _shown(ctx: Context, timelines: list[str]) -> dict[str, Marker]:
    return {
        row.timeline: Marker(
            last_read_id=str(row.last_read_id), version=row.version, updated_at=clock.iso(row.updated_at)
        )
        for row in domain.named(ctx, timelines)
    }
