"""Gather accounts in lists: https://docs.joinmastodon.org/methods/lists/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, Texts, operation
from clientkit.operations.params import SinceCursor


@operation("GET /api/v1/lists", scope="read:lists", since="2.1.0")
class Index(Operation[list[entities.List]]):
    """List one's lists."""


@operation("GET /api/v1/lists/:id", scope="read:lists", since="2.1.0")
class Get(Operation[entities.List]):
    """Show one list."""

    id: str


@operation(
    "POST /api/v1/lists",
    scope="write:lists",
    since="2.1.0",
    required=("title",),
    values={"replies_policy": ("followed", "list", "none")},
)
class Create(Operation[entities.List]):
    """Make a list; an `exclusive` one keeps its members' statuses out of the home timeline."""

    title: Text = UNSET
    replies_policy: Text = UNSET
    exclusive: Flag = UNSET


@operation(
    "PUT /api/v1/lists/:id",
    scope="write:lists",
    since="2.1.0",
    also=("PATCH",),
    values={"replies_policy": ("followed", "list", "none")},
)
class Update(Operation[entities.List]):
    """Change a list; what is not sent stays."""

    id: str
    title: Text = UNSET
    replies_policy: Text = UNSET
    exclusive: Flag = UNSET


@operation("DELETE /api/v1/lists/:id", scope="write:lists", since="2.1.0")
class Delete(Operation[entities.Empty]):
    """Delete a list."""

    id: str


@operation(
    "GET /api/v1/lists/:id/accounts",
    scope="read:lists",
    since="2.1.0",
    paging=Paging("P2", 40, 80),
)
class Accounts(Operation[list[entities.Account]], SinceCursor):
    """List the members of a list; all of them with the limit 0."""

    id: str


@operation("POST /api/v1/lists/:id/accounts", scope="write:lists", since="2.1.0")
class AddAccounts(Operation[entities.Empty]):
    """Add accounts that one follows to a list: all of them or, if one can't be added, none."""

    id: str
    account_ids: Texts = UNSET


@operation("DELETE /api/v1/lists/:id/accounts", scope="write:lists", since="2.1.0")
class RemoveAccounts(Operation[entities.Empty]):
    """Take accounts out of a list."""

    id: str
    account_ids: Texts = UNSET
