"""Collections of accounts, since 4.6.0: https://docs.joinmastodon.org/entities/Collection/."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.base import Id, Since, Timestamp, Url
from clientkit.entities.tag import ShallowTag


class CollectionItem(Struct, kw_only=True, gc=False):
    """A member; `account_id` stands only while pending or accepted."""

    id: Annotated[Id, Since("4.6.0")]
    state: Annotated[str, Since("4.6.0")]
    created_at: Annotated[Timestamp, Since("4.6.0")]
    account_id: Annotated[Id | UnsetType, Since("4.6.0")] = UNSET


class Collection(Struct, kw_only=True, gc=False):
    """A curated list of accounts. `item_count` counts what the viewer may see."""

    id: Annotated[Id, Since("4.6.0")]
    uri: Annotated[Url, Since("4.6.0")]
    name: Annotated[str, Since("4.6.0")]
    description: Annotated[str | None, Since("4.6.0")]
    language: Annotated[str | None, Since("4.6.0")]
    account_id: Annotated[Id, Since("4.6.0")]
    local: Annotated[bool, Since("4.6.0")]
    sensitive: Annotated[bool, Since("4.6.0")]
    discoverable: Annotated[bool, Since("4.6.0")]
    url: Annotated[Url | None, Since("4.6.0")]
    item_count: Annotated[int, Since("4.6.0")]
    created_at: Annotated[Timestamp, Since("4.6.0")]
    updated_at: Annotated[Timestamp, Since("4.6.0")]
    tag: Annotated[ShallowTag | None, Since("4.6.0")]
    items: Annotated[list[CollectionItem], Since("4.6.0")]


class CollectionWithAccounts(Struct, kw_only=True, gc=False):
    """A collection and its accounts, the owner first."""

    collection: Annotated[Collection, Since("4.6.0")]
    accounts: Annotated[list[Account], Since("4.6.0")]
