"""Recommend accounts as collections: https://docs.joinmastodon.org/methods/collections/

Each operation also answers under `/api/v1_alpha`, where it was first and is deprecated.
"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, Texts, operation
from clientkit.operations.params import Offset

ALPHA = 1781049600
"""When the paths under v1_alpha were deprecated (the Deprecation header that real servers send)."""


@operation(
    "GET /api/v1/accounts/:account_id/collections",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    cache="anonymous",
    paging=Paging("offset", 40, 100),
)
class AccountCollections(Operation[dict[str, list[entities.Collection]]], Offset):
    """List the `collections` that an account made."""

    account_id: str


# The token is checked as if none were needed, but without a user the answer is 422.
@operation(
    "GET /api/v1/accounts/:account_id/in_collections",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    paging=Paging("offset", 40, 80),
)
class InCollections(Operation[dict[str, list[entities.Collection]]], Offset):
    """List the `collections` that one's own account is in."""

    account_id: str


@operation(
    "GET /api/v1/collections/:id",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    cache="anonymous",
)
class Get(Operation[entities.CollectionWithAccounts]):
    """Show a collection with its owner and members."""

    id: str


@operation(
    "POST /api/v1/collections",
    scope="write:collections",
    since="4.6.0",
    required=("name", "sensitive", "discoverable"),
)
class Create(Operation[dict[str, entities.Collection]]):
    """Make a `collection`, with members if wanted."""

    name: Text = UNSET
    description: Text = UNSET
    language: Text = UNSET
    sensitive: Flag = UNSET
    discoverable: Flag = UNSET
    tag_name: Text = UNSET
    account_ids: Texts = UNSET


@operation("PATCH /api/v1/collections/:id", scope="write:collections", since="4.6.0", also=("PUT",))
class Update(Operation[dict[str, entities.Collection]]):
    """Change one's own `collection`, but not its members."""

    id: str
    name: Text = UNSET
    description: Text = UNSET
    language: Text = UNSET
    sensitive: Flag = UNSET
    discoverable: Flag = UNSET
    tag_name: Text = UNSET


@operation("DELETE /api/v1/collections/:id", scope="write:collections", since="4.6.0")
class Delete(Operation[None]):
    """Delete one's own collection; the answer has no body."""

    id: str


@operation(
    "POST /api/v1/collections/:collection_id/items",
    scope="write:collections",
    since="4.6.0",
    required=("account_id",),
)
class AddItem(Operation[dict[str, entities.CollectionItem]]):
    """Add an account to one's own collection, as `collection_item`."""

    collection_id: str
    account_id: Text = UNSET


@operation("DELETE /api/v1/collections/:collection_id/items/:id", scope="write:collections", since="4.6.0")
class DeleteItem(Operation[None]):
    """Take a member out of one's own collection; the answer has no body."""

    collection_id: str
    id: str


@operation(
    "POST /api/v1/collections/:collection_id/items/:id/revoke", scope="write:collections", since="4.6.0"
)
class RevokeItem(Operation[None]):
    """Leave somebody's collection; the answer has no body."""

    collection_id: str
    id: str


@operation(
    "GET /api/v1_alpha/accounts/:account_id/collections",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
    cache="anonymous",
    paging=Paging("offset", 40, 100),
)
class AccountCollectionsAlpha(AccountCollections):
    """The former address of AccountCollections."""


@operation(
    "GET /api/v1_alpha/accounts/:account_id/in_collections",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    deprecated="4.6.0",
    paging=Paging("offset", 40, 80),
)
class InCollectionsAlpha(InCollections):
    """The former address of InCollections; it sends no Deprecation header."""


@operation(
    "GET /api/v1_alpha/collections/:id",
    scope="read:collections",
    auth="optional",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
    cache="anonymous",
)
class GetAlpha(Get):
    """The former address of Get."""


@operation(
    "POST /api/v1_alpha/collections",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
    required=("name", "sensitive", "discoverable"),
)
class CreateAlpha(Create):
    """The former address of Create."""


@operation(
    "PATCH /api/v1_alpha/collections/:id",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
    also=("PUT",),
)
class UpdateAlpha(Update):
    """The former address of Update."""


@operation(
    "DELETE /api/v1_alpha/collections/:id",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
)
class DeleteAlpha(Delete):
    """The former address of Delete."""


@operation(
    "POST /api/v1_alpha/collections/:collection_id/items",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
    required=("account_id",),
)
class AddItemAlpha(AddItem):
    """The former address of AddItem."""


@operation(
    "DELETE /api/v1_alpha/collections/:collection_id/items/:id",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
)
class DeleteItemAlpha(DeleteItem):
    """The former address of DeleteItem."""


@operation(
    "POST /api/v1_alpha/collections/:collection_id/items/:id/revoke",
    scope="write:collections",
    since="4.6.0",
    deprecated="4.6.0",
    deprecation=ALPHA,
)
class RevokeItemAlpha(RevokeItem):
    """The former address of RevokeItem."""
