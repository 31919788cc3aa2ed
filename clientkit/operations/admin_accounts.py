"""Moderate accounts: https://docs.joinmastodon.org/methods/admin/accounts/

The token layer lets everybody pass who does not lack the scope; the caller's role decides (reference:
admin.md).
"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, LooseTexts, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

V1_FILTERS = ("local", "remote", "by_domain", "active", "pending", "disabled", "sensitized", "silenced",
              "suspended", "username", "display_name", "email", "ip", "staff")  # fmt: skip
V2_FILTERS = ("origin", "status", "permissions", "username", "by_domain", "display_name", "email", "ip",
              "invited_by", "role_ids")  # fmt: skip

V1_PAGING = Paging("P1", 100, 200, keep=("limit", *V1_FILTERS))
V2_PAGING = Paging("P1", 100, 200, keep=("limit", *V2_FILTERS))

READ, WRITE = "admin:read:accounts", "admin:write:accounts"


@operation("GET /api/v1/admin/accounts", scope=READ, auth="optional", since="2.9.1", paging=V1_PAGING)
class Index(Operation[list[entities.AdminAccount]], MinCursor):
    """List accounts by state; a flag counts as set by any text but a blank one."""

    local: Text = UNSET
    remote: Text = UNSET
    by_domain: Text = UNSET
    active: Text = UNSET
    pending: Text = UNSET
    disabled: Text = UNSET
    sensitized: Text = UNSET
    silenced: Text = UNSET
    suspended: Text = UNSET
    username: Text = UNSET
    display_name: Text = UNSET
    email: Text = UNSET
    ip: Text = UNSET
    staff: Text = UNSET


@operation(
    "GET /api/v2/admin/accounts",
    scope=READ,
    auth="optional",
    since="3.5.0",
    paging=V2_PAGING,
    values={
        "origin": ("local", "remote"),
        "status": ("active", "pending", "suspended", "disabled", "silenced"),
    },
)
class IndexV2(Operation[list[entities.AdminAccount]], MinCursor):
    """List accounts by origin, status, role, name, address and inviter (the id of a user row)."""

    origin: Text = UNSET
    status: Text = UNSET
    permissions: Text = UNSET
    role_ids: LooseTexts = UNSET
    invited_by: Text = UNSET
    username: Text = UNSET
    display_name: Text = UNSET
    by_domain: Text = UNSET
    email: Text = UNSET
    ip: Text = UNSET


@operation("GET /api/v1/admin/accounts/:id", scope=READ, auth="optional", since="2.9.1")
class Get(Operation[entities.AdminAccount]):
    """See what moderators know of an account."""

    id: str


@operation("POST /api/v1/admin/accounts/:id/approve", scope=WRITE, auth="optional", since="2.9.1")
class Approve(Operation[entities.AdminAccount]):
    """Approve a sign-up that is waiting."""

    id: str


@operation("POST /api/v1/admin/accounts/:id/reject", scope=WRITE, auth="optional", since="2.9.1")
class Reject(Operation[entities.Empty]):
    """Reject a sign-up that is waiting; the account is deleted at once."""

    id: str


@operation("DELETE /api/v1/admin/accounts/:id", scope=WRITE, auth="optional", since="3.3.0")
class Delete(Operation[entities.Empty]):
    """Delete a suspended account's data for good."""

    id: str


@operation(
    "POST /api/v1/admin/accounts/:id/action",
    scope=WRITE,
    auth="optional",
    since="2.9.1",
    required=("type",),
    values={"type": ("none", "sensitive", "disable", "silence", "suspend")},
)
class Action(Operation[entities.Empty]):
    """Act against an account: `type` none (a warning), sensitive, disable, silence, suspend."""

    id: str
    type: Text = UNSET
    report_id: Text = UNSET
    warning_preset_id: Text = UNSET
    text: Text = UNSET
    send_email_notification: Flag = UNSET


@operation("POST /api/v1/admin/accounts/:id/enable", scope=WRITE, auth="optional", since="2.9.1")
class Enable(Operation[entities.AdminAccount]):
    """Give a disabled user the login back."""

    id: str


@operation("POST /api/v1/admin/accounts/:id/unsilence", scope=WRITE, auth="optional", since="2.9.1")
class Unsilence(Operation[entities.AdminAccount]):
    """Lift a limit."""

    id: str


@operation("POST /api/v1/admin/accounts/:id/unsuspend", scope=WRITE, auth="optional", since="2.9.1")
class Unsuspend(Operation[entities.AdminAccount]):
    """Lift a suspension."""

    id: str


@operation("POST /api/v1/admin/accounts/:id/unsensitive", scope=WRITE, auth="optional", since="3.3.0")
class Unsensitive(Operation[entities.AdminAccount]):
    """No longer mark all media of an account as sensitive."""

    id: str
