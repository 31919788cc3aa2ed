"""Mail providers whose users may not sign up:
https://docs.joinmastodon.org/methods/admin/email_domain_blocks/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:email_domain_blocks", "admin:write:email_domain_blocks"
PAGING = Paging("P1", 100, 200)


@operation("GET /api/v1/admin/email_domain_blocks", scope=READ, auth="optional", since="4.0.0", paging=PAGING)
class Index(Operation[list[entities.AdminEmailDomainBlock]], MinCursor):
    """List blocked mail providers."""


@operation("GET /api/v1/admin/email_domain_blocks/:id", scope=READ, auth="optional", since="4.1.0")
class Get(Operation[entities.AdminEmailDomainBlock]):
    """See one blocked mail provider."""

    id: str


@operation(
    "POST /api/v1/admin/email_domain_blocks",
    scope=WRITE,
    auth="optional",
    since="4.0.0",
    required=("domain",),
)
class Create(Operation[entities.AdminEmailDomainBlock]):
    """Block a mail provider, subdomains included; `allow_with_approval`: its users wait for approval."""

    domain: Text = UNSET
    allow_with_approval: Flag = UNSET


@operation("DELETE /api/v1/admin/email_domain_blocks/:id", scope=WRITE, auth="optional", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """Lift a block."""

    id: str
