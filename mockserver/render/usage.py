"""How much something was used, day by day: the `history` of hashtags, links and blocked mail providers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from clientkit.entities import History
from mockserver.clock import DAY

if TYPE_CHECKING:
    from mockserver.context import Context

DAYS = 7


def days(ctx: Context) -> list[int]:
    """The midnights of the last seven days in ms, newest first."""
    today = ctx.now - ctx.now % DAY
    return [today - DAY * back for back in range(DAYS)]


def of(subject: int, uses: Mapping[tuple[int, int], tuple[int, int]], days: Sequence[int]) -> list[History]:
    """Of one thing. `uses`: for (id, midnight) by how many it was used, and how often."""
    found = (uses.get((subject, day), (0, 0)) for day in days)
    return [
        History(day=str(day // 1000), accounts=str(accounts), uses=str(count))
        for day, (accounts, count) in zip(days, found, strict=True)
    ]
