"""Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/

A fake sums up no years: nobody is eligible for a report, as nobody is on a real server who has hardly posted.
"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import annual_reports
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import async_refreshes
from mockserver.handlers.binding import Reply, handles


@handles(annual_reports.Index)
def index(ctx: Context, op: annual_reports.Index) -> entities.AnnualReports:
    return entities.AnnualReports(annual_reports=[], accounts=[], statuses=[])


@handles(annual_reports.Get, annual_reports.Read)
def get(ctx: Context, op: annual_reports.Get) -> None:
    raise errors.RecordNotFound


@handles(annual_reports.State)
def state(ctx: Context, op: annual_reports.State) -> Reply | dict[str, str]:
    key = async_refreshes.key_of_report(ctx.me.id, op.year)
    if ctx.instance.refreshes.running(key):
        header = async_refreshes.header(ctx.instance, key, retry=2)
        return Reply({"state": "generating"}, headers={"Mastodon-Async-Refresh": header})
    return {"state": "ineligible"}


@handles(annual_reports.Generate)
def generate(ctx: Context, op: annual_reports.Generate) -> None:
    """There is nothing to begin."""
