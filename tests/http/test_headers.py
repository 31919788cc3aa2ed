"""Header sets; the truth is recordings of 4.6.5: errors/headers_alice, errors/no_route, limits/*."""

from __future__ import annotations

import pytest

from clientkit.operations.base import Cache
from mockserver.http.headers import (
    API_CSP,
    api,
    blocked_address,
    error_page,
    page,
    page_csp,
    route_not_found,
    suspended,
    switched_off,
    throttled,
    unreadable,
)

BASE = "https://mastodon.example"
SECURITY = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "X-XSS-Protection": "0",
    "Referrer-Policy": "same-origin",
}
PRIVATE = "private, no-store"
BRIEF = "max-age=15, public, stale-while-revalidate=30, stale-if-error=86400"
LONG = "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400"
RECORDED_CSP = (
    "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; font-src 'self' https://mastodon.example; "
    "img-src 'self' data: blob: https://mastodon.example; media-src 'self' data: https://mastodon.example; "
    "manifest-src 'self' https://mastodon.example; form-action 'self'; "
    "child-src 'self' blob: https://mastodon.example; worker-src 'self' blob: https://mastodon.example; "
    "connect-src 'self' data: blob: https://mastodon.example wss://mastodon.example; "
    "script-src 'self' https://mastodon.example 'wasm-unsafe-eval'; frame-src 'self' https:; "
    "style-src 'self' https://mastodon.example 'nonce-VGqp8HRGqF1Uj8r1H+ceIQ=='"
)
NONCE = "VGqp8HRGqF1Uj8r1H+ceIQ=="


@pytest.mark.parametrize(
    ("cache", "status", "authorized", "cache_control"),
    [
        ("private", 200, False, PRIVATE),
        ("private", 200, True, PRIVATE),
        ("anonymous", 200, False, BRIEF),
        ("anonymous", 200, True, PRIVATE),
        ("anonymous", 404, False, PRIVATE),
        ("always", 200, False, LONG),
        ("always", 200, True, LONG),
        ("always", 404, False, LONG),
    ],
)
def test_what_may_be_cached(cache: Cache, status: int, authorized: bool, cache_control: str) -> None:
    headers = dict(api(cache, status=status, authorized=authorized))
    assert headers.pop("Vary") == ("Accept, Origin" if cache == "always" else "Authorization, Origin")
    assert headers == {
        **SECURITY,
        "Content-Type": "application/json; charset=utf-8",
        "Cache-Control": cache_control,
        "Content-Security-Policy": API_CSP,
    }


def test_vary_names_accept_only_where_there_is_one_and_the_language_for_trends() -> None:
    assert dict(api("always", accept=None))["Vary"] == "Origin"
    assert dict(api("anonymous", by_language=True))["Vary"] == "Authorization, Accept-Language, Origin"


def test_what_is_refused_before_the_operation_speaks_is_private() -> None:
    common = {**SECURITY, "Cache-Control": PRIVATE, "Content-Security-Policy": API_CSP}
    json = "application/json; charset=utf-8"
    assert dict(suspended("*/*")) == {**common, "Vary": "Accept, Origin", "Content-Type": json}
    assert dict(suspended(None)) == {**common, "Vary": "Origin", "Content-Type": json}
    assert dict(switched_off("Origin")) == {**common, "Vary": "Origin", "Content-Type": "text/html"}


def test_the_policy_of_pages_is_the_recorded_one() -> None:
    assert page_csp(BASE, NONCE) == RECORDED_CSP
    assert "ws://localhost:3000;" in page_csp("http://localhost:3000", NONCE)
    assert dict(page(BASE, NONCE)) == {
        **SECURITY,
        "Vary": "Accept",
        "Cache-Control": PRIVATE,
        "Content-Security-Policy": RECORDED_CSP,
    }


@pytest.mark.parametrize(
    ("accept", "cors", "content_type", "vary"),
    [
        ("*/*", True, "*/*; charset=utf-8", "Accept, Origin"),
        ("*/*", False, "*/*; charset=utf-8", "Accept"),
        ("application/json", True, "application/json; charset=utf-8", "Accept, Origin"),
        ("application/activity+json", False, "application/json; charset=utf-8", "Accept"),
        ("text/html", True, "text/html; charset=utf-8", "Accept, Origin"),
        ("application/xml", True, "text/html; charset=utf-8", "Accept, Origin"),
        ("application/json, text/plain, */*", True, "text/html; charset=utf-8", "Origin"),
        ("application/json,*/*;q=0.8", True, "text/html; charset=utf-8", "Origin"),
        (None, True, "text/html; charset=utf-8", "Origin"),
        (None, False, "text/html; charset=utf-8", None),
    ],
)
def test_the_routers_404(accept: str | None, cors: bool, content_type: str, vary: str | None) -> None:
    headers = dict(route_not_found(BASE, NONCE, accept, cors=cors))
    assert headers.pop("Vary", None) == vary
    assert headers == {
        **SECURITY,
        "Content-Type": content_type,
        "Cache-Control": PRIVATE,
        "Content-Security-Policy": RECORDED_CSP,
    }
    assert (error_page(accept).format == "json") is content_type.startswith("application/json")


def test_a_throttles_429_and_a_blocked_addresss_403_come_from_outside_the_controllers() -> None:
    outside = {"Cache-Control": "no-cache", "Content-Security-Policy": RECORDED_CSP, "Vary": "Origin"}
    assert dict(throttled(BASE, NONCE, cors=True)) == {"Content-Type": "application/json", **outside}
    assert dict(blocked_address(BASE, NONCE, cors=True)) == {"Content-Type": "text/plain", **outside}
    assert "Vary" not in dict(throttled(BASE, NONCE, cors=False))


def test_an_unreadable_request_is_told_little() -> None:
    assert unreadable("*/*", cors=True) == [("Content-Type", "text/html; charset=UTF-8"), ("Vary", "Origin")]
    assert unreadable("application/json", cors=False) == [("Content-Type", "application/json; charset=UTF-8")]
