"""Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/"""

from __future__ import annotations

from collections.abc import Sequence

from clientkit import entities
from clientkit.operations import annual_reports
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import async_refreshes
from mockserver.domain.annual_reports import SCHEMA_VERSION
from mockserver.handlers.binding import Reply, handles
from mockserver.render import accounts, statuses
from mockserver.store import annual_reports as store
from mockserver.store.database import Row
from mockserver.store.schema import generated_annual_reports


@handles(annual_reports.Index)
def index(ctx: Context, op: annual_reports.Index) -> entities.AnnualReports:
    return _shown(ctx, store.unviewed(ctx.db, ctx.me.id))


@handles(annual_reports.Get)
def get(ctx: Context, op: annual_reports.Get) -> entities.AnnualReports:
    return _shown(ctx, [_own(ctx, op.year)])


@handles(annual_reports.Read)
def read(ctx: Context, op: annual_reports.Read) -> None:
    ctx.db.update(generated_annual_reports, {"id": _own(ctx, op.year).id}, viewed_at=ctx.now)


def _own(ctx: Context, year: str) -> Row:
    row = store.of_year(ctx.db, ctx.me.id, year)
    if row is None:
        raise errors.RecordNotFound
    return row


def _shown(ctx: Context, rows: Sequence[Row]) -> entities.AnnualReports:
    best = [row.data["top_statuses"]["by_reblogs"] for row in rows]
    return entities.AnnualReports(
        annual_reports=[
            entities.AnnualReport(
                year=row.year,
                data=row.data,
                schema_version=SCHEMA_VERSION,
                share_url=f"{ctx.instance.base_url}/@{ctx.me.username}/wrapstodon/{row.year}/{row.share_key}",
                account_id=str(row.account_id),
            )
            for row in rows
        ],
        accounts=accounts.many(ctx, [ctx.me.id]) if rows else [],
        statuses=statuses.many(ctx, [int(one) for one in best if one is not None]),
    )


@handles(annual_reports.State)
def state(ctx: Context, op: annual_reports.State) -> Reply | dict[str, str]:
    if store.of_year(ctx.db, ctx.me.id, op.year) is not None:
        return {"state": "available"}
    key = async_refreshes.key_of_report(ctx.me.id, op.year)
    if ctx.instance.refreshes.running(key):
        header = async_refreshes.header(ctx.instance, key, retry=2)
        return Reply({"state": "generating"}, headers={"Mastodon-Async-Refresh": header})
    return {"state": "ineligible"}


@handles(annual_reports.Generate)
def generate(ctx: Context, op: annual_reports.Generate) -> None:
    """There is nothing to begin: nobody is eligible who has hardly posted."""
