"""Tokens and applications (recordings oauth/apps_*, token_basic, revoke, client_credentials_noread)."""

from __future__ import annotations

import base64

import pytest

from mockserver.domain import redirect_uris, scopes
from tests.browsing import BASE, Browser, instance


@pytest.fixture
def browser() -> Browser:
    return Browser(instance())


def test_an_application_gets_the_same_token_for_the_same_set_of_scopes(browser: Browser) -> None:
    first = browser.token(grant_type="client_credentials", scope="read write")
    assert first.headers["Cache-Control"] == "no-store" and first.headers["Pragma"] == "no-cache"
    again = browser.token(grant_type="client_credentials", scope="write read write")
    other = browser.token(grant_type="client_credentials")
    assert again.json()["access_token"] == first.json()["access_token"]
    assert other.json()["scope"] == "read"
    assert other.json()["access_token"] != first.json()["access_token"]


def basic(uid: str, secret: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{uid}:{secret}'.encode()).decode()}"}


@pytest.mark.parametrize(
    ("headers", "form", "status"),
    [
        (basic("the-id", "the-secret"), {}, 200),
        (basic("the-id", "wrong"), {"client_id": "the-id", "client_secret": "the-secret"}, 401),
        (basic("the-id", "the-secret"), {"client_id": "x", "client_secret": "y"}, 200),
        ({"Authorization": "Basic %%%"}, {}, 401),
        ({}, {"client_id": "the-id"}, 401),
    ],
)
def test_basic_authorization_alone_counts_where_it_is_sent(
    browser: Browser, headers: dict[str, str], form: dict[str, str], status: int
) -> None:
    answer = browser.post("/oauth/token", data={"grant_type": "client_credentials"} | form, headers=headers)
    assert answer.status_code == status


def test_passwords_are_a_kindness_that_can_be_turned_off() -> None:
    form = {"grant_type": "password", "username": "Alice@mail.example", "password": "password-of-alice"}
    kind, real = Browser(instance()), Browser(instance(real=True))
    assert kind.token(**form).json()["scope"] == "read"
    assert kind.token(**form | {"password": "no"}).json()["error"] == "invalid_grant"
    assert real.token(**form).json()["error"] == "unsupported_grant_type"


@pytest.mark.parametrize(
    ("form", "status", "error", "words"),
    [
        ({}, 400, "invalid_request", "Missing required parameter: grant_type."),
        ({"grant_type": "refresh_token"}, 400, "unsupported_grant_type", "not supported"),
        ({"grant_type": "client_credentials", "client_secret": "x"}, 401, "invalid_client", "unknown client"),
        (
            {"grant_type": "client_credentials", "scope": "admin:read"},
            400,
            "invalid_scope",
            "invalid, unknown",
        ),
        ({"grant_type": "authorization_code"}, 400, "invalid_request", "parameter: code."),
        (
            {"grant_type": "authorization_code", "code": "x"},
            400,
            "invalid_request",
            "parameter: redirect_uri.",
        ),
    ],
)
def test_refusals_name_the_error_in_body_and_header(
    browser: Browser, form: dict[str, str], status: int, error: str, words: str
) -> None:
    answer = browser.token(**form)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert words in answer.json()["error_description"]
    assert f'error="{error}"' in answer.headers["WWW-Authenticate"]


def test_revoking_needs_the_tokens_own_application_and_is_told_before_scopes(browser: Browser) -> None:
    form = {"client_id": "the-id", "client_secret": "the-secret"}
    assert browser.post("/oauth/revoke", data={"token": "alice-token"}).status_code == 403
    assert browser.get("/api/v1/accounts/verify_credentials", token="alice-token").status_code == 200
    assert browser.post("/oauth/revoke", data=form | {"token": "alice-token"}).json() == {}
    assert browser.post("/oauth/revoke", data=form | {"token": "nonsense"}).json() == {}
    answer = browser.get("/api/v1/accounts/verify_credentials", token="alice-token")
    assert answer.json() == {"error": "The access token was revoked"}


def test_another_application_may_not_revoke_a_token(browser: Browser) -> None:
    app = browser.post("/api/v1/apps", json={"client_name": "B", "redirect_uris": "b://cb"}).json()
    form = {"client_id": app["client_id"], "client_secret": app["client_secret"], "token": "alice-token"}
    assert browser.post("/oauth/revoke", data=form).json()["error"] == "unauthorized_client"


def test_a_token_tells_of_itself_and_its_application_of_it(browser: Browser) -> None:
    info = browser.get("/oauth/token/info", token="alice-token").json()
    assert (info["scope"], info["application"]) == (["read", "write", "profile"], {"uid": "the-id"})
    assert browser.get("/oauth/token/info").json()["state"] == "unauthorized"
    form = {"client_id": "the-id", "client_secret": "the-secret"}
    known = browser.post("/oauth/introspect", data=form | {"token": "alice-token"}).json()
    assert (known["active"], known["client_id"]) == (True, "the-id")
    assert browser.post("/oauth/introspect", data=form | {"token": "no"}).json() == {"active": False}
    assert browser.post("/oauth/introspect", data={"token": "alice-token"}).status_code == 400
    user = browser.get("/oauth/userinfo", token="alice-token").json()
    assert (user["iss"], user["preferred_username"]) == (f"{BASE}/", "alice")


@pytest.mark.parametrize(
    ("asking", "about", "status", "error"),
    [
        ("app-token", "alice-token", 200, None),
        ("app-token", "old-token", 200, None),
        ("alice-token", "alice-token", 401, "The access token is invalid"),
        ("other-token", "alice-token", 401, "The access token is invalid"),
        ("app-token", "unknown", 401, "The access token is invalid"),
        ("old-token", "alice-token", 401, "The access token was revoked"),
        ("unknown", "alice-token", 400, "Request need to be authorized. Required parameter for "),
    ],
)
def test_a_token_may_ask_about_another_of_its_application(
    browser: Browser, asking: str, about: str, status: int, error: str | None
) -> None:
    more = [
        {"name": "old", "account": "alice", "value": "old-token", "scopes": "read"},
        {"name": "other", "app": "Other", "value": "other-token", "scopes": "read"},
    ]
    browser.instance.seed({"apps": [{"name": "Other", "scopes": "read"}], "tokens": more})
    form = {"client_id": "the-id", "client_secret": "the-secret"}
    assert browser.post("/oauth/revoke", data=form | {"token": "old-token"}).status_code == 200
    answer = browser.post("/oauth/introspect", token=asking, data={"token": about})
    assert answer.status_code == status
    if error is None:
        assert answer.json()["active"] is (about == "alice-token")
    else:
        assert answer.json()["error_description"].startswith(error)
        assert answer.json().get("state") == ("unauthorized" if status == 401 else None)
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("uri", "faults"),
    [
        ("urn:ietf:wg:oauth:2.0:oob", []),
        ("app://cb https://a.example/x?y=1 http://localhost:1/", []),
        ("", ["can't be blank"]),
        ("/relative", ["must be an absolute URI."]),
        ("https://a.example/#f", ["cannot contain a fragment."]),
        ("javascript:alert(1)", ["is forbidden by the server.", "must specify a scheme."]),
        ("https://", ["must be a valid URI."]),
        ("https://ä.example/", ["must be a valid URI."]),
    ],
)
def test_redirect_uris_are_checked_one_by_one(uri: str, faults: list[str]) -> None:
    assert redirect_uris.faults(uri) == faults


@pytest.mark.parametrize(
    ("uri", "registered", "meant"),
    [
        ("https://a.example/cb?x=1", "https://a.example/cb", True),
        ("https://a.example/cb/", "https://a.example/cb", False),
        ("https://a.example/cb", "https://a.example/cb?a=1", False),
        ("http://127.0.0.1:5000/cb", "http://127.0.0.1/cb", True),
        ("http://localhost:5000/cb", "http://localhost/cb", False),
        ("https://a.example.evil/cb", "https://a.example/cb", False),
        ("//a.example/cb", "https://a.example/cb", False),
    ],
)
def test_a_request_means_a_registered_uri_exactly_but_for_its_query(
    uri: str, registered: str, meant: bool
) -> None:
    assert redirect_uris.registered(uri, registered) is meant


def test_a_coarse_scope_of_an_application_does_not_open_its_parts() -> None:
    assert scopes.granted("read read", "read write") == ["read"]
    assert scopes.granted("", "read write") == ["read"]
    assert scopes.granted("", "write") is None
    assert scopes.granted("read:statuses", "read") is None


def test_the_push_key_of_applications_is_a_point_on_the_curve(browser: Browser) -> None:
    app = browser.post("/api/v1/apps", json={"client_name": "B", "redirect_uris": "b://cb"}).json()
    key = base64.urlsafe_b64decode(app["vapid_key"])
    x, y, p = int.from_bytes(key[1:33]), int.from_bytes(key[33:]), 2**256 - 2**224 + 2**192 + 2**96 - 1
    b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
    assert (len(app["vapid_key"]), key[0]) == (88, 4)
    assert (y * y - (x**3 - 3 * x + b)) % p == 0


def test_the_pages_of_all_applications_are_closed_to_everybody(browser: Browser) -> None:
    browser.sign_in()
    for path in ("", "/new", "/1", "/1/edit"):
        answer = browser.get(f"/oauth/applications{path}")
        assert (answer.status_code, answer.content) == (403, b"")
