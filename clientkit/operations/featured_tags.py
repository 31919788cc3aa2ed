"""Show hashtags on one's profile: https://docs.joinmastodon.org/methods/featured_tags/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Text, operation


@operation("GET /api/v1/featured_tags", scope="read:accounts", since="3.0.0")
class Get(Operation[list[entities.FeaturedTag]]):
    """List the hashtags one features, the most used first."""


@operation("POST /api/v1/featured_tags", scope="write:accounts", since="3.0.0", required=("name",))
class Feature(Operation[entities.FeaturedTag]):
    """Feature a hashtag on one's profile."""

    name: Text = UNSET


@operation("DELETE /api/v1/featured_tags/:id", scope="write:accounts", since="3.0.0")
class Unfeature(Operation[entities.Empty]):
    """Feature a hashtag no longer."""

    id: str


@operation("GET /api/v1/featured_tags/suggestions", scope="read:accounts", since="3.0.0")
class Suggestions(Operation[list[entities.Tag]]):
    """List up to 10 hashtags that one uses and could feature."""
