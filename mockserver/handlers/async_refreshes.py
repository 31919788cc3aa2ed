"""Follow work that goes on after an answer: https://docs.joinmastodon.org/methods/async_refreshes/"""

from __future__ import annotations

from clientkit.entities import AsyncRefresh
from clientkit.operations import async_refreshes
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import async_refreshes as domain
from mockserver.handlers.binding import handles


@handles(async_refreshes.Get)
def get(ctx: Context, op: async_refreshes.Get) -> dict[str, AsyncRefresh]:
    """Anybody's, by whoever has its id."""
    row = domain.find(ctx.instance, op.id)
    if row is None:
        raise errors.NotFound
    status = "finished" if row.finished else "running"
    return {"async_refresh": AsyncRefresh(id=op.id, status=status, result_count=row.result_count)}
