"""Domains that limited federation lets in: https://docs.joinmastodon.org/methods/admin/domain_allows/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:domain_allows", "admin:write:domain_allows"
PAGING = Paging("P1", 100, 500)


@operation("GET /api/v1/admin/domain_allows", scope=READ, auth="optional", since="4.0.0", paging=PAGING)
class Index(Operation[list[entities.AdminDomainAllow]], MinCursor):
    """List allowed domains."""


@operation("GET /api/v1/admin/domain_allows/:id", scope=READ, auth="optional", since="4.0.0")
class Get(Operation[entities.AdminDomainAllow]):
    """See one allowed domain."""

    id: str


@operation(
    "POST /api/v1/admin/domain_allows", scope=WRITE, auth="optional", since="4.0.0", required=("domain",)
)
class Create(Operation[entities.AdminDomainAllow]):
    """Allow a domain; one that is allowed already is given back."""

    domain: Text = UNSET


@operation("DELETE /api/v1/admin/domain_allows/:id", scope=WRITE, auth="optional", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """No longer allow a domain."""

    id: str
