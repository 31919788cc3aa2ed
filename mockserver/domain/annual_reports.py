"""The year in review (app/lib/annual_report.rb): on offer in the last weeks of a year, reckoned once, a
moment after it was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from mockserver import clock, errors
from mockserver.domain import async_refreshes, due
from mockserver.store import annual_reports as store
from mockserver.store.schema import generated_annual_reports as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

SCHEMA = 2
TAKES = 1000
"""Milliseconds until a report is ready."""
FEW, MANY_TIMES, SOME = 113, 2, 0.1
"""Statuses of a year below which one is a lurker; what makes boosts and replies, and polls, what one is."""
FIRST_DAY = 10

State = Literal["available", "generating", "eligible", "ineligible"]


def campaign(ctx: Context) -> int | None:
    """The year whose reports are on offer: in the last weeks of that year only."""
    year, month, day = (int(part) for part in clock.day(ctx.now).split("-"))
    return year if ctx.instance.settings["wrapstodon"] and month == 12 and day >= FIRST_DAY else None


def get(ctx: Context, year: int) -> Row:
    """One's own report. Raises RecordNotFound."""
    row = store.find(ctx.db, ctx.me.id, year)
    if row is None:
        raise errors.RecordNotFound
    return row


def state(ctx: Context, year: int) -> State:
    if store.find(ctx.db, ctx.me.id, year) is not None:
        return "available"
    if running(ctx, year) is not None:
        return "generating"
    return "eligible" if campaign(ctx) == year and _eligible(ctx, ctx.me.id, year) else "ineligible"


def running(ctx: Context, year: int) -> Row | None:
    """The work on one's report, while it goes on."""
    return ctx.instance.refreshes.running(async_refreshes.key_of_report(ctx.me.id, year))


def begin(ctx: Context, year: int) -> Row | None:
    """The work on the report, begun if it is not under way; None when there is nothing to do."""
    if campaign(ctx) != year or store.find(ctx.db, ctx.me.id, year) is not None:
        return None
    if running(ctx, year) is None:
        async_refreshes.put(ctx.instance, async_refreshes.key_of_report(ctx.me.id, year))
        due.schedule(ctx, "annual_report", ctx.now + TAKES, account_id=ctx.me.id, year=year)
    return running(ctx, year)


@due.job("annual_report")
def finish(ctx: Context, payload: dict[str, Any]) -> None:
    account_id, year = payload["account_id"], payload["year"]
    if store.find(ctx.db, account_id, year) is None:
        generate(ctx, account_id, year)
    async_refreshes.put(ctx.instance, async_refreshes.key_of_report(account_id, year), finished=True)


def generate(ctx: Context, account_id: int, year: int) -> int:
    """The id of the new report."""
    return ctx.db.insert(
        TABLE,
        account_id=account_id,
        year=year,
        data=_data(ctx, account_id, year),
        schema_version=SCHEMA,
        share_key=ctx.instance.ids.hex(),
        created_at=ctx.now,
    )


def view(ctx: Context, row: Row) -> None:
    ctx.db.update(TABLE, {"id": row.id}, viewed_at=ctx.now)


def _span(account_id: int, year: int) -> dict[str, int]:
    bounds = (datetime(each, 1, 1, tzinfo=UTC) for each in (year, year + 1))
    start, end = (round(each.timestamp() * 1000) for each in bounds)
    return {"account": account_id, "start": start, "end": end}


def _eligible(ctx: Context, account_id: int, year: int) -> bool:
    """Who has posted for everybody to see."""
    return bool(store.counts(ctx.db, _span(account_id, year)).for_all)


def _data(ctx: Context, account_id: int, year: int) -> dict[str, Any]:
    span = _span(account_id, year)
    counts = store.counts(ctx.db, span)
    best = store.most_boosted(ctx.db, span)
    return {
        "archetype": _archetype(counts),
        "time_series": [
            {"month": 12, "statuses": counts.statuses, "followers": store.followers(ctx.db, span)}
        ],
        "top_hashtags": store.top_tags(ctx.db, span),
        "top_statuses": {
            "by_reblogs": None if best is None else str(best),
            "by_replies": None,
            "by_favourites": None,
        },
    }


def _archetype(counts: Row) -> str:
    if counts.standalone + counts.replies + counts.boosts < FEW:
        return "lurker"
    if counts.boosts > counts.standalone * MANY_TIMES:
        return "booster"
    if counts.polls > counts.standalone * SOME:
        return "pollster"
    return "replier" if counts.replies > counts.standalone * MANY_TIMES else "oracle"
