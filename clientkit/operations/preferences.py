"""Show the user's preferences: https://docs.joinmastodon.org/methods/preferences/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1/preferences", scope="read:accounts", since="2.8.0")
class Get(Operation[entities.Preferences]):
    """Show how one's client should post and show statuses."""
