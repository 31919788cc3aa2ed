"""Suggest whom to follow: https://docs.joinmastodon.org/methods/suggestions/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import Offset


@operation(
    "GET /api/v2/suggestions",
    scope="read:accounts",
    since="3.4.0",
    paging=Paging("offset-plain", 40, 80),
)
class Get(Operation[list[entities.Suggestion]], Offset):
    """List accounts one might want to follow, and why."""


@operation("DELETE /api/v1/suggestions/:account_id", scope="write:accounts", since="2.4.3")
class Remove(Operation[entities.Empty]):
    """Suggest an account no more."""

    account_id: str


@operation(
    "GET /api/v1/suggestions",
    scope="read:accounts",
    since="2.4.3",
    deprecated="3.4.0",
    deprecation=1621123200,
    paging=Paging("offset-plain", 40, 80),
)
class GetV1(Operation[list[entities.Account]], Offset):
    """List accounts one might want to follow."""
