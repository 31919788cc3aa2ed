"""Embed statuses elsewhere: https://docs.joinmastodon.org/methods/oembed/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.operations.base import Operation, Text, operation


@operation("GET /api/oembed", auth="none", since="1.0.0", required=("url",))
class Get(Operation[dict[str, Any]]):
    """Show the HTML that embeds the status at a `url` of this server."""

    url: Text = UNSET
    maxwidth: Text = UNSET
    maxheight: Text = UNSET
