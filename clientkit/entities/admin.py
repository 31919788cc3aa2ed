"""What moderators see.

https://docs.joinmastodon.org/entities/Admin_Account/, Admin_Report/, Admin_DomainBlock/ and so on.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.base import Id, Timestamp
from clientkit.entities.role import Role
from clientkit.entities.rule import Rule
from clientkit.entities.status import Status
from clientkit.entities.tag import History


class AdminIp(Struct, kw_only=True, gc=False):
    """An address an account was used from."""

    ip: str
    used_at: Timestamp


class AdminAccount(Struct, kw_only=True, gc=False):
    """An account with what only moderators may know, null for remote ones."""

    id: Id
    username: str
    domain: str | None
    created_at: Timestamp
    email: str | None
    ip: str | None
    confirmed: bool | None
    suspended: bool
    silenced: bool
    sensitized: bool
    disabled: bool | None
    approved: bool | None
    locale: str | None
    invite_request: str | None
    created_by_application_id: Id | UnsetType = UNSET
    invited_by_account_id: Id | UnsetType = UNSET
    ips: list[AdminIp] | None
    account: Account
    role: Role | None


class AdminReport(Struct, kw_only=True, gc=False):
    """A report as moderators see it."""

    id: Id
    action_taken: bool
    action_taken_at: Timestamp | None
    category: str
    comment: str
    forwarded: bool | None
    created_at: Timestamp
    updated_at: Timestamp
    account: AdminAccount
    target_account: AdminAccount
    assigned_account: AdminAccount | None
    action_taken_by_account: AdminAccount | None
    statuses: list[Status]
    rules: list[Rule]


class AdminDomainBlock(Struct, kw_only=True, gc=False):
    """A moderated domain."""

    id: Id
    domain: str
    digest: str
    created_at: Timestamp
    severity: str
    reject_media: bool
    reject_reports: bool
    private_comment: str | None
    public_comment: str | None
    obfuscate: bool


class AdminDomainAllow(Struct, kw_only=True, gc=False):
    """A domain that limited federation admits."""

    id: Id
    domain: str
    created_at: Timestamp


class AdminEmailDomainBlock(Struct, kw_only=True, gc=False):
    """A mail domain that may not sign up, with the attempts of seven days."""

    id: Id
    domain: str
    created_at: Timestamp
    history: list[History]
    allow_with_approval: bool


class AdminIpBlock(Struct, kw_only=True, gc=False):
    """A barred network; `ip` always with its prefix."""

    id: Id
    ip: str
    severity: str
    comment: str
    created_at: Timestamp
    expires_at: Timestamp | None


class AdminCanonicalEmailBlock(Struct, kw_only=True, gc=False):
    """A barred mail address, by the sha256 of its canonical form."""

    id: Id
    canonical_email_hash: str
