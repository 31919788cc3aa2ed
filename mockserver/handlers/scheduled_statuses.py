"""Statuses to be posted later: https://docs.joinmastodon.org/methods/scheduled_statuses/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit.entities import ScheduledStatus
from clientkit.operations import scheduled_statuses
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import scheduling
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import history as render
from mockserver.store import scheduled
from mockserver.store.database import Row
from mockserver.store.paging import cursor, record_id


@handles(scheduled_statuses.Index)
def index(ctx: Context, op: scheduled_statuses.Index) -> Page:
    at = cursor(op)
    rows = scheduled.page_of(ctx.db, ctx.me.id, at)
    return page([render.scheduled(ctx, row) for row in rows], [row.id for row in rows], at.limit)


@handles(scheduled_statuses.Get)
def get(ctx: Context, op: scheduled_statuses.Get) -> ScheduledStatus:
    return render.scheduled(ctx, _own(ctx, op.id))


@handles(scheduled_statuses.Update)
def update(ctx: Context, op: scheduled_statuses.Update) -> ScheduledStatus:
    row = _own(ctx, op.id)
    if op.scheduled_at is UNSET:
        scheduling.check(ctx, row.account_id, row.scheduled_at)
        return render.scheduled(ctx, row)
    scheduling.move(ctx, row, _moment(op.scheduled_at))
    return render.scheduled(ctx, _own(ctx, op.id))


def _moment(given: str | None) -> int | None:
    """Blank and unparsable take the time away (recording polls/scheduled_errors_publish)."""
    try:
        return scheduling.moment(given)
    except errors.RecordInvalid:
        return None


@handles(scheduled_statuses.Cancel)
def cancel(ctx: Context, op: scheduled_statuses.Cancel) -> None:
    scheduling.cancel(ctx, _own(ctx, op.id))


def _own(ctx: Context, given: str) -> Row:
    row = scheduled.find(ctx.db, record_id(given))
    if row is None or row.account_id != ctx.me.id:
        raise errors.RecordNotFound
    return row
