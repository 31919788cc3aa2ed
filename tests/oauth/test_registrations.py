"""Signing up in a browser, invites, and the pages around a login (reference: oauth.md §8,
rate_limits.md §2)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsing import BASE, Browser, fields_of, instance

SETUP, EDIT = f"{BASE}/auth/setup", f"{BASE}/auth/edit"
NEW = {
    "user[account_attributes][username]": "newbie",
    "user[email]": "newbie@mail.example",
    "user[password]": "password-of-newbie",
    "user[agreement]": "1",
}


def real(**settings: Any) -> Browser:
    made = instance(real=True, **settings)
    made.seed(
        {
            "accounts": [{"username": "una", "email": "una@mail.example", "confirmed": False}],
            "invites": [
                {"code": "good", "account": "alice", "max_uses": 1},
                {"code": "late", "account": "alice", "expired": True},
            ],
        }
    )
    return Outside(made)


class Outside(Browser):
    """Behind a proxy that speaks https."""

    def ask(self, method: str, path: str, *, token: str | None = None, **more: Any) -> Any:
        headers = {"host": "fake.example", "x-forwarded-proto": "https"} | more.pop("headers", {})
        return super().ask(method, path, token=token, headers=headers, **more)


def sign_up(browser: Browser, page: str = "/auth/sign_up", **more: str) -> Any:
    return browser.post("/auth", data=fields_of(browser.get(page), "/auth") | NEW | more)


def test_a_sign_up_leads_to_the_setup_and_waits_for_the_mail() -> None:
    browser = real(registrations_mode="open")
    assert sign_up(browser).headers["location"] == SETUP
    assert "newbie@mail.example is not confirmed" in browser.get("/auth/setup").text
    change = fields_of(browser.get("/auth/setup"), "/auth/setup", "put")
    assert browser.post("/auth/setup", data=change | {"user[email]": "new@mail.example"}).status_code == 302
    assert "new@mail.example is not confirmed" in browser.get("/auth/setup").text
    taken = browser.post("/auth/setup", data=change | {"user[email]": "alice@mail.example"})
    assert "E-mail address has already been taken" in taken.text


def test_the_browser_of_a_new_account_may_ask_whether_it_is_confirmed() -> None:
    browser = real(registrations_mode="open")
    assert browser.get("/api/v1/emails/check_confirmation").status_code == 401
    sign_up(browser)
    assert browser.get("/api/v1/emails/check_confirmation").json() is False
    assert Outside(browser.instance).get("/api/v1/emails/check_confirmation").status_code == 401


def test_a_bad_sign_up_shows_the_form_again_with_what_was_given() -> None:
    browser = real(registrations_mode="open")
    page = sign_up(browser, **{"user[password]": "short", "user[account_attributes][username]": "<b>"})
    assert page.status_code == 200
    assert "Password is too short (minimum is 8 characters)" in page.text
    assert 'value="&lt;b&gt;"' in page.text and "short" not in page.text.replace("too short", "")


def test_closed_registrations_open_to_an_invite_once() -> None:
    browser = real(registrations_mode="none")
    assert browser.get("/auth/sign_up").headers["location"] == f"{BASE}/"
    assert browser.get("/invite/late").headers["location"] == f"{BASE}/"
    assert sign_up(browser, "/invite/good").headers["location"] == SETUP
    stranger = Outside(browser.instance)
    assert stranger.get("/invite/good").headers["location"] == f"{BASE}/"


@pytest.mark.parametrize(
    ("code", "status", "body"),
    [
        ("good", 200, {"invite_code": "good", "instance_api_url": f"{BASE}/api/v2/instance"}),
        ("late", 401, {"error": "This invite is not valid"}),
        ("none", 404, {"error": "Record not found"}),
    ],
)
def test_an_invite_tells_clients_of_its_server(code: str, status: int, body: dict[str, str]) -> None:
    answer = real(registrations_mode="none").get(f"/invite/{code}", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (status, body)


@pytest.mark.parametrize(("code", "status"), [("good", 200), ("late", 403), ("none", 403), ("", 403)])
def test_an_invite_opens_the_api_as_well(code: str, status: int) -> None:
    form = {"username": "n", "email": "n@mail.example", "password": "password1", "agreement": "true"}
    answer = real(registrations_mode="none").post(
        "/api/v1/accounts", token="app-token", data=form | {"invite_code": code}
    )
    assert answer.status_code == status
    if status == 403:
        assert answer.json() == {"error": "Forbidden"}


def test_a_password_is_changed_by_who_knows_it() -> None:
    browser = real()
    browser.sign_in()
    form = fields_of(browser.get("/auth/edit"), "/auth", "put") | {"user[password]": "another-password"}
    wrong = browser.post("/auth", data=form | {"user[current_password]": "no"})
    assert "Current password is invalid" in wrong.text
    right = browser.post("/auth", data=form | {"user[current_password]": "password-of-alice"})
    assert right.headers["location"] == EDIT
    stranger = Outside(browser.instance)
    assert stranger.sign_in().status_code == 200
    assert stranger.sign_in(password="another-password").headers["location"] == f"{BASE}/"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/auth"),
        ("POST", "/auth/password"),
        ("POST", "/auth/confirmation"),
        ("PUT", "/auth/setup"),
        ("PATCH", "/auth/setup"),
    ],
)
def test_a_form_that_is_not_ours_is_refused_before_all(method: str, path: str) -> None:
    answer = real(registrations_mode="open").ask(method, path, data=NEW)
    assert (answer.status_code, answer.headers["cache-control"]) == (422, "no-cache")
    assert "Security verification failed" in answer.text


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("text/html", "text/html"), ("*/*", "*/*"), ("application/json", "application/json")],
)
def test_the_refusal_comes_in_the_format_asked_for(accept: str, kind: str) -> None:
    answer = real().post("/auth/password", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (422, f"{kind}; charset=utf-8")
    if "json" in accept:
        assert answer.json() == {"error": "Unprocessable Content"}


def test_whoever_changes_a_password_must_be_signed_in() -> None:
    answer = real().ask("PUT", "/auth", data={})
    assert (answer.status_code, answer.headers["location"]) == (302, f"{BASE}/auth/sign_in")
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize("path", ["/auth/password", "/auth/confirmation"])
def test_mails_are_promised_to_any_address(path: str) -> None:
    browser = real()
    form = fields_of(browser.get(f"{path}/new"), path)
    for email in ("alice@mail.example", "nobody@mail.example"):
        answer = browser.post(path, data=form | {"user[email]": email})
        assert answer.headers["location"] == f"{BASE}/auth/sign_in"


@pytest.mark.parametrize(
    ("method", "path", "limit"),
    [
        ("POST", "/auth", 25),
        ("POST", "/auth.json", 25),
        ("POST", "/auth/password", 25),
        ("POST", "/auth/confirmation", 25),
        ("POST", "/auth/sign_in", 25),
    ],
)
def test_forms_are_throttled_by_address_whatever_they_say(method: str, path: str, limit: int) -> None:
    browser = real()
    for _ in range(limit):
        assert browser.ask(method, path).status_code in (404, 422)
    refused = browser.ask(method, path)
    assert (refused.status_code, refused.json()) == (429, {"error": "Too many requests"})
    assert refused.headers["x-ratelimit-limit"] == str(limit)


@pytest.mark.parametrize(
    ("path", "limit"), [("/auth/password", 5), ("/auth/confirmation", 5), ("/auth/setup", 5)]
)
def test_forms_are_throttled_by_the_address_they_name(path: str, limit: int) -> None:
    browser = real()
    method = "PUT" if path == "/auth/setup" else "POST"
    spellings = ["una@mail.example", " una@mail.example", "UNA@Mail.example "] * 2
    for email in spellings[:limit]:
        assert browser.ask(method, path, data={"user[email]": email}).status_code == 422
    assert browser.ask(method, path, data={"user[email]": spellings[-1]}).status_code == 429
    assert browser.ask(method, path, data={"user[email]": "other@mail.example"}).status_code == 422


def test_changes_of_a_password_are_throttled_by_who_is_signed_in() -> None:
    browser = real()
    browser.sign_in()
    for _ in range(10):
        assert browser.ask("PUT", "/auth").status_code == 422
    assert browser.ask("PUT", "/auth").status_code == 429
    assert Outside(browser.instance).ask("PUT", "/auth").status_code == 302


@pytest.mark.parametrize("email", ["a@nowhere.example", "a@b.invalid", "a@NOWHERE.example"])
def test_a_mail_domain_without_a_server_is_unreachable(email: str) -> None:
    form = {"username": "n", "email": email, "password": "password1", "agreement": "true"}
    answer = real(registrations_mode="open").post("/api/v1/accounts", token="app-token", data=form)
    assert answer.json()["error"] == "Validation failed: E-mail address does not seem to exist"
    assert answer.json()["details"]["email"][0]["error"] == "ERR_UNREACHABLE"
