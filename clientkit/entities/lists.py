"""Lists: https://docs.joinmastodon.org/entities/List/."""

from __future__ import annotations

from msgspec import Struct

from clientkit.entities.base import Id


class List(Struct, kw_only=True, gc=False):
    """A list of accounts with its own timeline."""

    id: Id
    title: str
    replies_policy: str
    exclusive: bool
