"""Requests that hardly are any (recordings errors/bools_query, errors/strange_text, errors/wrong_method)."""

from __future__ import annotations

import asyncio

import pytest

from contracts.recordings.requests import Request
from contracts.targets import asgi
from tests.browsing import Browser, instance


@pytest.fixture
def browser() -> Browser:
    return Browser(instance())


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("only_media=%00", 200),  # a flag, and a true one
        ("no_such_parameter=%00", 200),
        ("tagged=%00", 400),
    ],
)
def test_a_nul_is_refused_only_where_a_text_is_read(browser: Browser, query: str, status: int) -> None:
    browser.post("/api/v1/statuses", token="alice-token", data={"status": "text only"})
    account = browser.get("/api/v1/accounts/lookup?acct=alice").json()["id"]
    answer = browser.get(f"/api/v1/accounts/{account}/statuses?{query}")
    assert answer.status_code == status
    if query.startswith("only_media"):
        assert answer.json() == []


def test_a_nul_in_a_path_names_nothing(browser: Browser) -> None:
    assert browser.get("/api/v1/statuses/1%00?x=%00").status_code == 404
    assert browser.get("/api/v1/timelines/tag/a%00b").json() == []


def test_a_nul_deep_in_a_body_is_refused(browser: Browser) -> None:
    body = {"status": "x", "poll": {"options": ["a\0", "b"], "expires_in": 600}}
    assert browser.post("/api/v1/statuses", token="alice-token", json=body).status_code == 400


def test_a_verb_in_lower_case_is_refused_without_a_word(browser: Browser) -> None:
    headers = {"host": "fake.example", "accept": "application/json"}
    answer = asyncio.run(asgi.call(browser.instance.app, Request("get", "/api/v1/instance", headers)))
    assert (answer.status, answer.body) == (400, b"")
    assert not {name for name in answer.headers if name.startswith(("x-ratelimit", "content-type"))}


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [
        ("/api/v1/nothing", "PATCH", True),
        ("/api/v1/instance", "PURGE", False),
        ("/oauth/token", "POST", True),
        ("/oauth/token", "GET", False),
        ("/oauth/authorize", "GET", False),
        ("/@alice", "GET", True),
        ("/@alice/1", "GET", False),
    ],
)
def test_a_preflight_of_what_is_not_allowed_has_no_cors_headers(
    browser: Browser, path: str, method: str, allowed: bool
) -> None:
    headers = {"Origin": "https://app.example", "Access-Control-Request-Method": method}
    answer = browser.ask("OPTIONS", path, headers=headers)
    assert (answer.status_code, answer.content) == (200, b"")
    assert any(name.startswith("access-control") for name in answer.headers) is allowed
