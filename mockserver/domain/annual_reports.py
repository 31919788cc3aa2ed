"""A year summed up (app/lib/annual_report.rb; reference: entities.md, AnnualReport). Reports are made only
because a scenario says so: on a real server, nobody who has hardly posted is eligible for one."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mockserver.domain.events import AnnualReportGenerated
from mockserver.store import annual_reports as store
from mockserver.store.schema import generated_annual_reports as TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockserver.context import Context
    from mockserver.store.database import Row

SCHEMA_VERSION = 2
MANY = 113
"""Posts of an ordinary user in a year."""


def generate(ctx: Context, account_id: int, year: int) -> int:
    """Sum a year up, and tell the account; the report's id."""
    start, end = (int(datetime(one, 1, 1, tzinfo=UTC).timestamp() * 1000) for one in (year, year + 1))
    number = ctx.db.insert(
        TABLE,
        account_id=account_id,
        year=year,
        data=_data(ctx, account_id, start, end),
        share_key=ctx.instance.ids.hex(),
        created_at=ctx.now,
    )
    ctx.emit(AnnualReportGenerated(number, account_id))
    return number


def _data(ctx: Context, account_id: int, start: int, end: int) -> dict[str, Any]:
    posts = store.posts(ctx.db, account_id, start, end)
    tags = Counter(store.tags_used(ctx.db, [row.id for row in posts]))
    named = [{"name": name, "count": count} for name, count in tags.most_common(1) if count > 1]
    liked = [row for row in posts if row.visibility == "public" and row.reblogs_count]
    best = max(liked, key=lambda row: row.reblogs_count, default=None)
    return {
        "archetype": _archetype(posts, account_id),
        "time_series": [
            {
                "month": 12,
                "statuses": len(posts),
                "followers": store.followers_won(ctx.db, account_id, start, end),
            }
        ],
        "top_hashtags": named,
        "top_statuses": {
            "by_reblogs": None if best is None else str(best.id),
            "by_replies": None,
            "by_favourites": None,
        },
    }


def _archetype(posts: Sequence[Row], account_id: int) -> str:
    boosts = sum(row.reblog_of_id is not None for row in posts)
    replies = sum(row.in_reply_to_account_id not in (None, account_id) for row in posts)
    polls = sum(row.poll_id is not None for row in posts)
    own = sum(row.reblog_of_id is None and row.in_reply_to_id is None for row in posts)
    if own + replies + boosts < MANY:
        return "lurker"
    if boosts > own * 2:
        return "booster"
    if polls > own / 10:
        return "pollster"
    return "replier" if replies > own * 2 else "oracle"
