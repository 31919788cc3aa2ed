"""List the server's own emoji: https://docs.joinmastodon.org/methods/custom_emojis/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import custom_emojis
from mockserver.context import Context
from mockserver.handlers.binding import handles
from mockserver.render import emojis as render
from mockserver.store.schema import custom_emojis as TABLE


@handles(custom_emojis.Get)
def get(ctx: Context, op: custom_emojis.Get) -> list[entities.CustomEmoji]:
    rows = ctx.db.find_all(TABLE, order="id", disabled=False, visible_in_picker=True)
    return [render.listed(ctx, row) for row in rows if row.domain is None]
