"""Addresses with rules of their own: https://docs.joinmastodon.org/methods/admin/ip_blocks/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:ip_blocks", "admin:write:ip_blocks"
PAGING = Paging("P1", 100, 200)


@operation("GET /api/v1/admin/ip_blocks", scope=READ, auth="optional", since="4.0.0", paging=PAGING)
class Index(Operation[list[entities.AdminIpBlock]], MinCursor):
    """List the rules."""


@operation("GET /api/v1/admin/ip_blocks/:id", scope=READ, auth="optional", since="4.0.0")
class Get(Operation[entities.AdminIpBlock]):
    """See one rule."""

    id: str


@operation(
    "POST /api/v1/admin/ip_blocks",
    scope=WRITE,
    auth="optional",
    since="4.0.0",
    required=("severity",),
    values={"severity": ("sign_up_requires_approval", "sign_up_block", "no_access")},
)
class Create(Operation[entities.AdminIpBlock]):
    """Make a rule for an address or a network: `severity` sign_up_requires_approval, sign_up_block or
    no_access; `expires_in` seconds."""

    ip: Text = UNSET
    severity: Text = UNSET
    comment: Text = UNSET
    expires_in: Text = UNSET


@operation(
    "PUT /api/v1/admin/ip_blocks/:id",
    scope=WRITE,
    auth="optional",
    since="4.0.0",
    also=("PATCH",),
    values={"severity": ("sign_up_requires_approval", "sign_up_block", "no_access")},
)
class Update(Operation[entities.AdminIpBlock]):
    """Change a rule; a blank `expires_in` lets it last."""

    id: str
    ip: Text = UNSET
    severity: Text = UNSET
    comment: Text = UNSET
    expires_in: Text = UNSET


@operation("DELETE /api/v1/admin/ip_blocks/:id", scope=WRITE, auth="optional", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """Delete a rule."""

    id: str
