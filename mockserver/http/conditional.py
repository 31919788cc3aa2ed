"""ETags and conditional requests: https://www.rfc-editor.org/rfc/rfc9110#section-13

Every 200 of the API carries a weak ETag of its body. Of the conditions only a single `If-None-Match` is
looked at: lists, `*`, `If-Match`, `If-Modified-Since` and `Range` are not (recording errors/conditional).
"""

from __future__ import annotations

from hashlib import sha256

ONLY_IN_FULL = frozenset({"content-type", "content-length", "content-security-policy"})
"""Lower-case names of the headers that a 304 lacks."""


def etag(body: bytes, digest: str | None = None) -> str:
    """`W/"…"` with the first 32 hex digits of the body's SHA-256 (`digest`, where it is known), as Rack
    makes it."""
    return f'W/"{(digest or sha256(body).hexdigest())[:32]}"'


def not_modified(method: str, status: int, tag: str, if_none_match: str | None) -> bool:
    """Whether the answer shrinks to a 304 without body."""
    return if_none_match == tag and status == 200 and method in ("GET", "HEAD")
