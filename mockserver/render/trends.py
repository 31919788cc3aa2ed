"""Trending links: a preview with its use of the last seven days (recording trends/links_paging)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from clientkit.entities import AdminTrendsLink, PreviewCardProvider, Status, TrendsLink
from mockserver import clock
from mockserver.render import cards, statuses, usage
from mockserver.store import publishers
from mockserver.store import trends as store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context


def links(ctx: Context, rows: Sequence[Row]) -> list[TrendsLink]:
    days = usage.days(ctx)
    uses = store.link_uses(ctx.db, [row.id for row in rows], days[-1])
    made = []
    for row in rows:
        fields = msgspec.structs.asdict(cards.one(ctx, row))
        made.append(TrendsLink(**(fields | {"history": usage.of(row.id, uses, days)})))
    return made


# --- for moderators


def reviewed_links(ctx: Context, rows: Sequence[Row]) -> list[AdminTrendsLink]:
    """A link wants a review while neither it nor its site has a verdict."""
    verdicts = publishers.verdicts(ctx.db, rows)
    made = []
    for link, row in zip(links(ctx, rows), rows, strict=True):
        fields = msgspec.structs.asdict(link) | {"id": row.id, "requires_review": verdicts[row.id] is None}
        made.append(AdminTrendsLink(**fields))
    return made


def reviewed_statuses(ctx: Context, rows: Sequence[Row]) -> list[Status]:
    waiting = {str(row.id) for row in rows if row.trendable is None}
    shown = statuses.many(ctx, [row.id for row in rows])
    return [msgspec.structs.replace(one, requires_review=one.id in waiting) for one in shown]


def publisher(ctx: Context, row: Row) -> PreviewCardProvider:
    return PreviewCardProvider(
        id=row.id,
        domain=row.domain,
        trendable=row.trendable,
        reviewed_at=clock.optional_iso(row.reviewed_at),
        requested_review_at=clock.optional_iso(row.requested_review_at),
        requires_review=row.reviewed_at is None,
    )
