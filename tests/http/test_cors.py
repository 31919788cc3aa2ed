"""CORS; the truth is recordings of 4.6.5: misc/unknown_paths, limits/headers, errors/path_spelling."""

from __future__ import annotations

import pytest

from mockserver.http.cors import cors_headers, is_preflight, preflight_headers, varies

API = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "POST, PUT, DELETE, GET, PATCH, OPTIONS",
    "Access-Control-Expose-Headers": (
        "Link, Mastodon-Async-Refresh, "
        "X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id"
    ),
    "Access-Control-Max-Age": "7200",
}


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/v1/nothing",
        "/apinothing",
        "//api//v1/instance",
        "/api/v1/../v1/instance",
        "/api/v1/instance/.",
    ],
)
@pytest.mark.parametrize("origin", ["https://web.example", "null", ""])
def test_any_origin_may_call_the_api(path: str, origin: str) -> None:
    assert dict(cors_headers(path, origin)) == API


def test_without_an_origin_only_vary_tells_of_it() -> None:
    assert cors_headers("/api/v1/instance", None) == []
    assert varies("/api/v1/instance")


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/.well-known/webfinger", "GET"),
        ("/nodeinfo/2.0", "GET"),
        ("/@alice", "GET"),
        ("/users/alice", "GET"),
        ("/oauth/token", "POST"),
        ("/oauth/revoke", "POST"),
        ("/oauth/userinfo", "GET, POST"),
    ],
)
def test_other_resources_expose_nothing(path: str, methods: str) -> None:
    headers = dict(cors_headers(path, "x"))
    assert headers["Access-Control-Allow-Methods"] == methods
    assert headers["Access-Control-Expose-Headers"] == ""


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/API/v1/instance",
        "/oauth/authorize",
        "/oauth/token/info",
        "/health",
        "/media_proxy/1/original",
        "/system/x.png",
        "/@alice/1",
    ],
)
def test_other_paths_know_nothing_of_origins(path: str) -> None:
    assert cors_headers(path, "x") == []
    assert not varies(path)
    assert preflight_headers(path, "GET", None) == []


def test_a_preflight_echoes_the_headers_asked_for() -> None:
    asked = "authorization,content-type,idempotency-key"
    assert dict(preflight_headers("/api/v1/nothing", "POST", asked)) == {
        **API,
        "Access-Control-Allow-Headers": asked,
    }
    assert dict(preflight_headers("/api/v1/nothing", "POST", None)) == API


@pytest.mark.parametrize(("path", "method"), [("/api/v1/instance", "PURGE"), ("/oauth/token", "GET")])
def test_a_preflight_of_a_method_not_allowed_gets_no_headers(path: str, method: str) -> None:
    assert preflight_headers(path, method, "authorization") == []


def test_an_options_without_both_headers_is_no_preflight() -> None:
    assert is_preflight("OPTIONS", "", "GET")
    assert not is_preflight("OPTIONS", None, "GET")
    assert not is_preflight("OPTIONS", "x", None)
    assert not is_preflight("GET", "x", "GET")
