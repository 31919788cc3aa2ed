"""Tell whether the server is up: https://docs.joinmastodon.org/methods/health/"""

from __future__ import annotations

from clientkit.operations.base import Operation, operation


@operation("GET /health", auth="none", since="3.0.0")
class Get(Operation[str]):
    """Answer `OK` as plain text."""
