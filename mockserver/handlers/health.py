"""Tell whether the server is up: https://docs.joinmastodon.org/methods/health/"""

from __future__ import annotations

from clientkit.operations import health
from mockserver.context import Context
from mockserver.handlers.binding import Reply, handles


@handles(health.Get)
def get(ctx: Context, op: health.Get) -> Reply:
    headers = {"Cache-Control": "max-age=0, private, must-revalidate"}
    return Reply("OK", headers=headers, content_type="text/plain; charset=utf-8")
