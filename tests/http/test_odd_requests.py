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


@pytest.mark.parametrize(
    "path", ["/api/v1/instance", "/api/v1/nothing", "/@alice", "/auth/sign_in", "/health"]
)
@pytest.mark.parametrize(
    ("accept", "refused"),
    [
        ("garbage", True),
        ("text/html, garbage", True),
        ("image/png", False),
        ("application/xml;q=0.9", False),
        ("garbage, */*", False),  # as a browser's, it is not looked at
        (";;", False),
    ],
)
def test_an_accept_that_is_no_media_type_is_refused_everywhere(
    browser: Browser, path: str, accept: str, refused: bool
) -> None:
    answer = browser.get(path, headers={"Accept": accept})
    assert (answer.status_code == 406) is refused
    if refused:
        assert (answer.content, answer.headers["content-type"]) == (b"", "text/html; charset=UTF-8")
        assert not {"x-ratelimit-limit", "cache-control"} & set(answer.headers)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/activity+json", "application/activity+json; charset=utf-8"),
        ("application/json, text/plain, */*", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
    ],
)
def test_a_browsers_accept_gets_the_page(browser: Browser, accept: str, kind: str) -> None:
    assert browser.get("/@alice", headers={"Accept": accept}).headers["content-type"] == kind


def test_what_cannot_be_read_is_told_in_json_or_not_at_all(browser: Browser) -> None:
    headers = {"Content-Type": "application/json", "Accept": "*/*"}
    answer = browser.post("/api/v1/statuses", headers=headers, content=b"{")
    assert (answer.status_code, answer.content) == (400, b"")
    answer = browser.post("/api/v1/x", headers=headers | {"Accept": "application/json"}, content=b"{")
    assert answer.json() == {"status": 400, "error": "Bad Request"}


def test_a_request_keeps_the_name_that_it_was_given(browser: Browser) -> None:
    given = browser.get("/health", headers={"X-Request-Id": "my own-id@1;\u00e4".encode()})
    assert given.headers["x-request-id"] == "myown-id@1"
    made = [browser.get("/health").headers["x-request-id"] for _ in range(2)]
    assert made[0] != made[1] and len(made[0]) == 36
