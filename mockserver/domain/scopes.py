"""The scopes of 4.6, and how a wish is checked against them (config/initializers/doorkeeper.rb; recordings
oauth/*, errors/headers_alice)."""

from __future__ import annotations

_READ = (
    "accounts",
    "blocks",
    "bookmarks",
    "collections",
    "favourites",
    "filters",
    "follows",
    "lists",
    "mutes",
    "notifications",
    "search",
    "statuses",
)
_WRITE = (
    "accounts",
    "blocks",
    "bookmarks",
    "collections",
    "conversations",
    "favourites",
    "filters",
    "follows",
    "lists",
    "media",
    "mutes",
    "notifications",
    "reports",
    "statuses",
)
_ADMIN = (
    "accounts",
    "reports",
    "domain_allows",
    "domain_blocks",
    "ip_blocks",
    "email_domain_blocks",
    "canonical_email_blocks",
)

SUPPORTED = (
    "read",
    "profile",
    "write",
    *(f"write:{name}" for name in _WRITE),
    *(f"read:{name}" for name in _READ),
    "follow",
    "push",
    "admin:read",
    *(f"admin:read:{name}" for name in _ADMIN),
    "admin:write",
    *(f"admin:write:{name}" for name in _ADMIN),
)
"""In the order in which the server names them."""

DEFAULT = "read"


def parse(text: str) -> list[str]:
    """Each scope once, in the order asked."""
    return list(dict.fromkeys(text.split()))


def known(scopes: list[str]) -> bool:
    return all(scope in SUPPORTED for scope in scopes)


def granted(text: str | None, application_scopes: str) -> list[str] | None:
    """What is asked of an application, absent or empty meaning the default; None when it goes beyond. A
    scope of an application does
    not open its parts: names must be the same (recording oauth/authorize_errors)."""
    scopes = parse(text or "") or [DEFAULT]
    allowed = application_scopes.split() or SUPPORTED
    return scopes if known(scopes) and all(scope in allowed for scope in scopes) else None
