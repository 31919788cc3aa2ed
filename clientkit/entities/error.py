"""What a refusal says: https://docs.joinmastodon.org/entities/Error/."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account
from clientkit.entities.admin import AdminDomainBlock


class Error(Struct, kw_only=True, gc=False):
    """A refusal.

    What stands besides `error` depends on the operation. The `error` of a collection's validation is an
    object.
    """

    status: int | UnsetType = UNSET
    error: str | dict[str, Any]
    details: dict[str, Any] | UnsetType = UNSET
    unexpected_accounts: list[Account] | UnsetType = UNSET
    existing_domain_block: AdminDomainBlock | UnsetType = UNSET


class OAuthError(Struct, kw_only=True, gc=False):
    """A refusal of the OAuth endpoints; `state` stands in the answer of GET /oauth/token/info."""

    error: str
    error_description: str | UnsetType = UNSET
    state: str | UnsetType = UNSET


class Empty(Struct, kw_only=True, gc=False):
    """`{}`: it is done and there is nothing to tell."""
