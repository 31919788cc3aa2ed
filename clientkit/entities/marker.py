"""Reading positions: https://docs.joinmastodon.org/entities/Marker/."""

from __future__ import annotations

from msgspec import Struct

from clientkit.entities.base import Id, Timestamp


class Marker(Struct, kw_only=True, gc=False):
    """How far a timeline was read; `version` grows with each write."""

    last_read_id: Id
    version: int
    updated_at: Timestamp
