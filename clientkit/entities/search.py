"""Search results: https://docs.joinmastodon.org/entities/Search/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.account import Account
from clientkit.entities.base import Since
from clientkit.entities.collection import Collection
from clientkit.entities.status import Status
from clientkit.entities.tag import Tag


class Search(Struct, kw_only=True, gc=False):
    """What was found, by kind."""

    accounts: list[Account]
    statuses: list[Status]
    hashtags: list[Tag]
    collections: Annotated[list[Collection], Since("4.6.0")]
