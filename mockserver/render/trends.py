"""Trending links: a preview with its use of the last seven days (recording trends/links_paging)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from clientkit.entities import History, TrendsLink
from mockserver.render import cards
from mockserver.store import trends as store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context

DAYS = 7


def links(ctx: Context, rows: Sequence[Row]) -> list[TrendsLink]:
    today = ctx.now - ctx.now % store.DAY
    days = [today - back * store.DAY for back in range(DAYS)]
    uses = store.link_uses(ctx.db, [row.id for row in rows], days[-1])
    made = []
    for row in rows:
        history = [
            History(day=str(day // 1000), accounts=str(accounts), uses=str(count))
            for day in days
            for accounts, count in [uses.get((row.id, day), (0, 0))]
        ]
        fields = msgspec.structs.asdict(cards.one(ctx, row))
        made.append(TrendsLink(**(fields | {"history": history})))
    return made
