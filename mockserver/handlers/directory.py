"""The profile directory: https://docs.joinmastodon.org/methods/directory/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import directory
from mockserver import errors
from mockserver.context import Context
from mockserver.handlers.binding import handles
from mockserver.render import accounts as render
from mockserver.store import directory as store
from mockserver.store.paging import limit_of, offset_of

ORDERS = ("active", "new")


@handles(directory.Get)
def get(ctx: Context, op: directory.Get) -> list[entities.Account]:
    if not ctx.instance.settings["profile_directory"]:
        raise errors.NotFound
    order, offset = op.order or "active", offset_of(op.offset)
    if order not in ORDERS:
        raise errors.InvalidParameter(f"order must be one of {', '.join(ORDERS)}")
    ids = store.ids(
        ctx.db,
        newest=order == "new",
        local=op.local is True,
        viewer_id=ctx.viewer_id,
        limit=limit_of(op.limit, 40, 80),
        offset=offset,
    )
    return render.many(ctx, ids)
