"""List the server's own emoji: https://docs.joinmastodon.org/methods/custom_emojis/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1/custom_emojis", auth="none", since="2.0.0", cache="always")
class Get(Operation[list[entities.CustomEmoji]]):
    """List the emoji that a picker should offer."""
