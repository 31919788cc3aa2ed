"""Domains that the server limits or suspends: https://docs.joinmastodon.org/methods/admin/domain_blocks/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:domain_blocks", "admin:write:domain_blocks"
PAGING = Paging("P1", 100, 500)


@operation("GET /api/v1/admin/domain_blocks", scope=READ, auth="optional", since="4.0.0", paging=PAGING)
class Index(Operation[list[entities.AdminDomainBlock]], MinCursor):
    """List blocked domains."""


@operation("GET /api/v1/admin/domain_blocks/:id", scope=READ, auth="optional", since="4.0.0")
class Get(Operation[entities.AdminDomainBlock]):
    """See one blocked domain."""

    id: str


@operation(
    "POST /api/v1/admin/domain_blocks",
    scope=WRITE,
    auth="optional",
    since="4.0.0",
    required=("domain",),
    values={"severity": ("silence", "suspend", "noop")},
)
class Create(Operation[entities.AdminDomainBlock]):
    """Block a domain: `severity` silence, suspend or noop."""

    domain: Text = UNSET
    severity: Text = UNSET
    reject_media: Flag = UNSET
    reject_reports: Flag = UNSET
    private_comment: Text = UNSET
    public_comment: Text = UNSET
    obfuscate: Flag = UNSET


@operation(
    "PUT /api/v1/admin/domain_blocks/:id",
    scope=WRITE,
    auth="optional",
    since="4.0.0",
    also=("PATCH",),
    values={"severity": ("silence", "suspend", "noop")},
)
class Update(Operation[entities.AdminDomainBlock]):
    """Change a block, and with its severity what it does to accounts."""

    id: str
    severity: Text = UNSET
    reject_media: Flag = UNSET
    reject_reports: Flag = UNSET
    private_comment: Text = UNSET
    public_comment: Text = UNSET
    obfuscate: Flag = UNSET


@operation("DELETE /api/v1/admin/domain_blocks/:id", scope=WRITE, auth="optional", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """Lift a block."""

    id: str
