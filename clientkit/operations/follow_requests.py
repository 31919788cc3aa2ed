"""Answer requests to follow: https://docs.joinmastodon.org/methods/follow_requests/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import SinceCursor


@operation(
    "GET /api/v1/follow_requests",
    scope=("follow", "read", "read:follows"),
    since="0.0.0",
    paging=Paging("P2", 40, 80),
)
class Get(Operation[list[entities.Account]], SinceCursor):
    """List the accounts that ask to follow one."""


@operation(
    "POST /api/v1/follow_requests/:account_id/authorize",
    scope=("follow", "write", "write:follows"),
    since="0.0.0",
)
class Accept(Operation[entities.Relationship]):
    """Let an account follow one."""

    account_id: str


@operation(
    "POST /api/v1/follow_requests/:account_id/reject",
    scope=("follow", "write", "write:follows"),
    since="0.0.0",
)
class Reject(Operation[entities.Relationship]):
    """Refuse an account's request."""

    account_id: str
