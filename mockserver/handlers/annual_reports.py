"""Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import annual_reports
from mockserver.context import Context
from mockserver.domain import annual_reports as domain
from mockserver.domain import async_refreshes
from mockserver.handlers.binding import Reply, handles
from mockserver.render import annual_reports as render
from mockserver.store import annual_reports as store
from mockserver.store.database import Row
from mockserver.store.paging import record_id

RETRY = 2  # seconds


@handles(annual_reports.Index)
def index(ctx: Context, op: annual_reports.Index) -> entities.AnnualReports:
    return render.many(ctx, store.not_viewed(ctx.db, ctx.me.id))


@handles(annual_reports.Get)
def get(ctx: Context, op: annual_reports.Get) -> entities.AnnualReports:
    return render.many(ctx, [domain.get(ctx, record_id(op.year))])


@handles(annual_reports.Read)
def read(ctx: Context, op: annual_reports.Read) -> None:
    domain.view(ctx, domain.get(ctx, record_id(op.year)))


@handles(annual_reports.State)
def state(ctx: Context, op: annual_reports.State) -> Reply:
    year = record_id(op.year)
    found = domain.state(ctx, year)
    under_way = domain.running(ctx, year) if found == "generating" else None
    return Reply({"state": found}, headers=_told(ctx, under_way))


@handles(annual_reports.Generate)
def generate(ctx: Context, op: annual_reports.Generate) -> Reply | None:
    """202 without a body while it goes on; `{}` when there is nothing to do."""
    under_way = domain.begin(ctx, record_id(op.year))
    if under_way is None:
        return None
    return Reply(status=202, headers=_told(ctx, under_way), content_type="text/html")


def _told(ctx: Context, under_way: Row | None) -> dict[str, str]:
    if under_way is None:
        return {}
    return {async_refreshes.HEADER: async_refreshes.header(ctx.instance, under_way, RETRY)}
