"""Follow work that goes on after an answer: https://docs.joinmastodon.org/methods/async_refreshes/"""

from __future__ import annotations

from clientkit.operations import async_refreshes
from mockserver import errors
from mockserver.context import Context
from mockserver.handlers.binding import handles


@handles(async_refreshes.Get)
def get(ctx: Context, op: async_refreshes.Get) -> None:
    """A fake has all at hand when it answers, so that no header of it ever names a refresh."""
    raise errors.NotFound
