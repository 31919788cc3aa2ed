"""Handle reports: https://docs.joinmastodon.org/methods/admin/reports/

As in admin_accounts, the caller's role decides, not the token alone.
"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import LooseTexts, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:reports", "admin:write:reports"
PAGING = Paging("P1", 100, 200, keep=("limit", "resolved", "unresolved", "account_id", "target_account_id"))


@operation("GET /api/v1/admin/reports", scope=READ, auth="optional", since="2.9.1", paging=PAGING)
class Index(Operation[list[entities.AdminReport]], MinCursor):
    """List reports; without filters those that are open."""

    resolved: Text = UNSET
    unresolved: Text = UNSET
    account_id: Text = UNSET
    target_account_id: Text = UNSET


@operation("GET /api/v1/admin/reports/:id", scope=READ, auth="optional", since="2.9.1")
class Get(Operation[entities.AdminReport]):
    """See a report with its statuses."""

    id: str


@operation(
    "PUT /api/v1/admin/reports/:id",
    scope=WRITE,
    auth="optional",
    since="3.5.0",
    also=("PATCH",),
    values={"category": ("other", "spam", "legal", "violation")},
)
class Update(Operation[entities.AdminReport]):
    """Change what a report is about: its category and the rules that were broken."""

    id: str
    category: Text = UNSET
    rule_ids: LooseTexts = UNSET


@operation("POST /api/v1/admin/reports/:id/assign_to_self", scope=WRITE, auth="optional", since="2.9.1")
class AssignToSelf(Operation[entities.AdminReport]):
    """Take a report over."""

    id: str


@operation("POST /api/v1/admin/reports/:id/unassign", scope=WRITE, auth="optional", since="2.9.1")
class Unassign(Operation[entities.AdminReport]):
    """Give a report back, or take it from another moderator."""

    id: str


@operation("POST /api/v1/admin/reports/:id/resolve", scope=WRITE, auth="optional", since="2.9.1")
class Resolve(Operation[entities.AdminReport]):
    """Close a report without acting."""

    id: str


@operation("POST /api/v1/admin/reports/:id/reopen", scope=WRITE, auth="optional", since="2.9.1")
class Reopen(Operation[entities.AdminReport]):
    """Open a closed report again."""

    id: str
