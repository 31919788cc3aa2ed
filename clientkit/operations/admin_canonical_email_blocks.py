"""Mail addresses that may not sign up again, kept as hashes:
https://docs.joinmastodon.org/methods/admin/canonical_email_blocks/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = "admin:read:canonical_email_blocks", "admin:write:canonical_email_blocks"
PAGING = Paging("P1", 100, 200)
PATH = "/api/v1/admin/canonical_email_blocks"


@operation(f"GET {PATH}", scope=READ, auth="optional", since="4.0.0", paging=PAGING)
class Index(Operation[list[entities.AdminCanonicalEmailBlock]], MinCursor):
    """List blocked addresses."""


@operation(f"GET {PATH}/:id", scope=READ, auth="optional", since="4.0.0")
class Get(Operation[entities.AdminCanonicalEmailBlock]):
    """See one blocked address."""

    id: str


@operation(f"POST {PATH}/test", scope=READ, auth="optional", since="4.0.0", required=("email",))
class Test(Operation[list[entities.AdminCanonicalEmailBlock]]):
    """Ask which blocks an address would meet."""

    email: Text = UNSET


@operation(f"POST {PATH}", scope=WRITE, auth="optional", since="4.0.0")
class Create(Operation[entities.AdminCanonicalEmailBlock]):
    """Block an address, or the hash of one; `email` counts more."""

    email: Text = UNSET
    canonical_email_hash: Text = UNSET


@operation(f"DELETE {PATH}/:id", scope=WRITE, auth="optional", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """Lift a block."""

    id: str
