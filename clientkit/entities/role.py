"""Roles of accounts: https://docs.joinmastodon.org/entities/Role/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Id, Since


class Role(Struct, kw_only=True, gc=False):
    """A role with its effective `permissions`: a decimal bitmask in a string. Id -99 is everyone's."""

    id: Id
    name: str
    permissions: str
    color: str
    highlighted: bool
    collection_limit: Annotated[int, Since("4.6.0")]


class AccountRole(Struct, kw_only=True, gc=False):
    """A highlighted role, as a public profile shows it; `color` is empty or `#rrggbb`."""

    id: Id
    name: str
    color: str
