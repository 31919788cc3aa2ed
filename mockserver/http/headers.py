"""The headers that answers of one kind share, as (name, value) pairs.

Facts: recordings errors/headers_alice, errors/no_route, errors/conditional, limits/headers and
limits/blocked_address; https://docs.joinmastodon.org/api/rate-limits/
Not here: rate limits, CORS and ETag, which have modules of their own, and what one operation alone sends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from clientkit.operations.base import Cache
from mockserver.context import is_browsers

Headers = list[tuple[str, str]]

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"

PRIVATE = "private, no-store"
CACHE_CONTROL: dict[Cache, str] = {
    "private": PRIVATE,
    "anonymous": "max-age=15, public, stale-while-revalidate=30, stale-if-error=86400",
    "always": "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400",
}

API_CSP = "default-src 'none'; frame-ancestors 'none'; form-action 'none'"
_PAGE_CSP = (
    "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; font-src 'self' {base}; "
    "img-src 'self' data: blob: {base}; media-src 'self' data: {base}; manifest-src 'self' {base}; "
    "form-action 'self'; child-src 'self' blob: {base}; worker-src 'self' blob: {base}; "
    "connect-src 'self' data: blob: {base} {streaming}; script-src 'self' {base} 'wasm-unsafe-eval'; "
    "frame-src 'self' https:; style-src 'self' {base}"
)

_SCRIPT_HASH = "sha256-Z5KW83D+6/pygIQS3h9XDpF52xW3l3BHc7JL9tj3uMs="

SECURITY: Headers = [
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-XSS-Protection", "0"),
    ("Referrer-Policy", "same-origin"),
]
"""On every answer that a controller made; not on throttles' 429 or unreadable requests."""


def page_csp(
    base_url: str,
    nonce: str,
    *,
    leads_away: bool = False,
    rendered: bool = False,
    formless: bool = False,
    framed: bool = False,
) -> str:
    """The policy of web pages, of the router's 404 and of a throttle's 429; `base_url` as `https://HOST`.
    `leads_away`: forms may end at other sites; `framed`: other sites may show it in a frame; `rendered`: a
    page of the site, whose inline script has its hash at the end (recordings oauth/authorize_errors)."""
    policy = f"{_page_csp_but_nonce(base_url)} 'nonce-{nonce}'"
    if leads_away:
        policy = policy.replace("form-action 'self'; ", "")
    if formless:
        policy = policy.replace("form-action 'self'", "form-action 'none'")
    if framed:
        policy = policy.replace("frame-ancestors 'none'; ", "")
    if rendered:
        scripts = f"script-src 'self' {base_url} 'wasm-unsafe-eval'"
        policy = f"{policy.replace(scripts + '; ', '')}; {scripts} '{_SCRIPT_HASH}'"
    return policy


@lru_cache(maxsize=64)
def _page_csp_but_nonce(base_url: str) -> str:
    scheme, _, host = base_url.partition("://")
    streaming = f"{'wss' if scheme == 'https' else 'ws'}://{host}"
    return _PAGE_CSP.format(base=base_url, streaming=streaming)


def api(
    cache: Cache,
    *,
    status: int = 200,
    authorized: bool = False,
    accept: str | None = "*/*",
    by_language: bool = False,
    content_type: str = JSON,
) -> Headers:
    """An answer of the API. `authorized`: an `Authorization` header was sent, whatever it held.

    Errors are private, but for the operations that are cached always: those keep being public (a 404 of
    instance/terms_of_service). `by_language`: the answer depends on `Accept-Language` (trends).
    """
    return [
        *SECURITY,
        ("Vary", api_vary(cache, accept, by_language)),
        ("Content-Type", content_type),
        ("Cache-Control", api_cache_control(cache, status, authorized)),
        ("Content-Security-Policy", API_CSP),
    ]


def suspended(accept: str | None = "*/*") -> Headers:
    """The 403 of a suspended account's token, refused before the operation says how it may be cached.

    Whatever the operation, `custom_emojis` included (recording moderation/suspended_own_calls).
    """
    return _private("Accept, Origin" if looks_at_accept(accept) else "Origin", JSON)


def switched_off(vary: str) -> Headers:
    """The 404 without body of what the settings switch off (recording moderation/domain_blocks_published)."""
    return _private(vary, "text/html")


def _private(vary: str, content_type: str) -> Headers:
    return [
        *SECURITY,
        ("Vary", vary),
        ("Content-Type", content_type),
        ("Cache-Control", PRIVATE),
        ("Content-Security-Policy", API_CSP),
    ]


def api_cache_control(cache: Cache, status: int = 200, authorized: bool = False) -> str:
    if cache == "anonymous" and (authorized or status >= 400):
        return PRIVATE
    return CACHE_CONTROL[cache]


def api_vary(cache: Cache, accept: str | None = "*/*", by_language: bool = False) -> str:
    if cache == "always":
        return "Accept, Origin" if looks_at_accept(accept) else "Origin"
    return "Authorization, Accept-Language, Origin" if by_language else "Authorization, Origin"


def page(base_url: str, nonce: str, *, cache_control: str = PRIVATE, vary: str = "Accept") -> Headers:
    """A web page, or a document beside the API (`cache_control` and `vary` are then its own)."""
    return [
        *SECURITY,
        ("Vary", vary),
        ("Cache-Control", cache_control),
        ("Content-Security-Policy", page_csp(base_url, nonce)),
    ]


def route_not_found(base_url: str, nonce: str, accept: str | None, *, cors: bool) -> Headers:
    """The router's 404. `cors`: the path is one of `cors.RESOURCES`."""
    vary = [name for name, holds in (("Accept", looks_at_accept(accept)), ("Origin", cors)) if holds]
    return [
        *SECURITY,
        ("Content-Type", error_page(accept).content_type),
        *([("Vary", ", ".join(vary))] if vary else []),
        ("Cache-Control", PRIVATE),
        ("Content-Security-Policy", page_csp(base_url, nonce)),
    ]


def throttled(base_url: str, nonce: str, *, cors: bool) -> Headers:
    """A throttle's 429, which no controller made: JSON without charset, none of `SECURITY`."""
    return _from_rack("application/json", base_url, nonce, cors)


def blocked_address(base_url: str, nonce: str, *, cors: bool) -> Headers:
    """The 403 of an address that has no access: the text `Forbidden` and a newline, whatever Accept says."""
    return _from_rack("text/plain", base_url, nonce, cors)


def _from_rack(content_type: str, base_url: str, nonce: str, cors: bool) -> Headers:
    return [
        ("Content-Type", content_type),
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", page_csp(base_url, nonce)),
        *([("Vary", "Origin")] if cors else []),
    ]


def unreadable(accept: str | None, *, cors: bool) -> Headers:
    """A request that could not be read (400, 406), or came to another host (403): nothing but what it is."""
    content_type = "application/json; charset=UTF-8" if prefers_json(accept) else "text/html; charset=UTF-8"
    return [("Content-Type", content_type), *([("Vary", "Origin")] if cors else [])]


# What Accept says


class ErrorPage(NamedTuple):
    format: Literal["json", "html"]
    content_type: str


def error_page(accept: str | None) -> ErrorPage:
    """How the router's 404 is told: JSON where it is asked for before all, else the HTML page.

    The page asked for with `*/*` is labelled so (recording errors/no_route).
    """
    if prefers_json(accept):
        return ErrorPage("json", JSON)
    if accept is not None and accept.strip() == "*/*":
        return ErrorPage("html", "*/*; charset=utf-8")
    return ErrorPage("html", HTML)


def looks_at_accept(accept: str | None) -> bool:
    """A list with `*/*` in it, as browsers send, is not looked at, and so does not count for Vary."""
    return bool(accept) and not is_browsers(accept or "")


_MEDIA_TYPE = re.compile(r"(\*|[\w!#$&^+.-]+)/(\*|[\w!#$&^+.*-]+)")


@lru_cache(maxsize=256)
def understood(accept: str) -> bool:
    """Whether an Accept header is not looked at, or all of it are media types: others are refused with 406
    on every route (recording errors/no_route)."""
    if not looks_at_accept(accept):
        return True
    types = (part.partition(";")[0].strip() for part in accept.split(","))
    return all(_MEDIA_TYPE.fullmatch(one) for one in types if one)


def prefers_json(accept: str | None) -> bool:
    """Whether the first type asked for is a JSON one; of a list with `*/*` nothing is asked for."""
    if not accept or not looks_at_accept(accept):
        return False
    first = accept.split(",")[0].split(";")[0].strip().lower()
    return first in JSON_ACCEPTED


JSON_ACCEPTED = frozenset(
    {
        "application/json",
        "text/x-json",
        "application/jsonrequest",
        "application/activity+json",
        "application/ld+json",
    }
)
