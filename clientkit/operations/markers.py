"""Remember how far timelines were read: https://docs.joinmastodon.org/methods/markers/"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import LooseTexts, Operation, Text, operation


class MarkerParams(msgspec.Struct, kw_only=True):
    """The last item read of one timeline."""

    last_read_id: Text = UNSET


@operation(
    "GET /api/v1/markers",
    scope="read:statuses",
    since="3.0.0",
    values={"timeline": ("home", "notifications")},
)
class Get(Operation[dict[str, entities.Marker]]):
    """Show the markers of the timelines `home` and `notifications`, of those named and set."""

    timeline: LooseTexts = UNSET


@operation("POST /api/v1/markers", scope="write:statuses", since="3.0.0")
class Save(Operation[dict[str, entities.Marker]]):
    """Set markers; the answer holds those sent."""

    home: MarkerParams | UnsetType | None = UNSET
    notifications: MarkerParams | UnsetType | None = UNSET
