"""Follow work that goes on after an answer: https://docs.joinmastodon.org/methods/async_refreshes/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1_alpha/async_refreshes/:id", scope="read", since="4.4.0")
class Get(Operation[dict[str, entities.AsyncRefresh]]):
    """Show as `async_refresh` how far the work is that a Mastodon-Async-Refresh header named."""

    id: str
