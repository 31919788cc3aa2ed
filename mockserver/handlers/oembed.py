"""Embed statuses elsewhere: https://docs.joinmastodon.org/methods/oembed/"""

from __future__ import annotations

from typing import Any

from clientkit.operations import oembed
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import discovery
from mockserver.handlers.binding import handles
from mockserver.render import embeds
from mockserver.store import accounts
from mockserver.store.paging import integer


@handles(oembed.Get)
def get(ctx: Context, op: oembed.Get) -> dict[str, Any]:
    status = discovery.embeddable(ctx, op.url or "")
    author = accounts.by_id(ctx.db, status.account_id)
    if author is None or author.suspended_at is not None:
        raise errors.NotFound
    width = integer(op.maxwidth) or 0 if op.maxwidth else embeds.WIDTH
    height = integer(op.maxheight) or 0 if op.maxheight else None
    return embeds.one(ctx, status, author, width=width, height=height)
