"""What a client should do by default: https://docs.joinmastodon.org/methods/preferences/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import preferences
from mockserver.context import Context
from mockserver.handlers.binding import handles
from mockserver.render import credentials


@handles(preferences.Get)
def get(ctx: Context, op: preferences.Get) -> entities.Preferences:
    return credentials.preferences(ctx.me, ctx.user)
