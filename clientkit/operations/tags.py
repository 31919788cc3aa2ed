"""Show, follow and feature hashtags: https://docs.joinmastodon.org/methods/tags/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1/tags/:name", auth="optional", since="4.0.0", cache="anonymous")
class Get(Operation[entities.Tag]):
    """Show a hashtag, one that nobody used too; any token adds what its user has to do with it."""

    name: str


@operation("POST /api/v1/tags/:name/follow", scope=("follow", "write", "write:follows"), since="4.0.0")
class Follow(Operation[entities.Tag]):
    """Get public statuses with a hashtag into one's home timeline."""

    name: str


@operation("POST /api/v1/tags/:name/unfollow", scope=("follow", "write", "write:follows"), since="4.0.0")
class Unfollow(Operation[entities.Tag]):
    """Follow a hashtag no longer."""

    name: str


@operation("POST /api/v1/tags/:name/feature", scope="write:accounts", since="4.4.0")
class Feature(Operation[entities.Tag]):
    """Feature a hashtag on one's profile."""

    name: str


@operation("POST /api/v1/tags/:name/unfeature", scope="write:accounts", since="4.4.0")
class Unfeature(Operation[entities.Tag]):
    """Feature a hashtag no longer."""

    name: str
