"""Signing up by the API and confirming (recordings oauth/signup_*, user_states; reference: oauth.md §8)."""

from __future__ import annotations

from typing import Any

import pytest

from mockserver.store.schema import invites, users
from tests.browsing import CALLBACK, Browser, instance

FORM = {
    "username": "Newbie",
    "email": "newbie@mail.example",
    "password": "password-of-newbie",
    "agreement": "true",
}


def sign_up(browser: Browser, token: str = "app-token", **form: Any) -> Any:
    return browser.post("/api/v1/accounts", token=token, data=FORM | form)


def real(**settings: Any) -> Browser:
    return Browser(instance(real=True, **settings))


def row_of(browser: Browser, email: str = "newbie@mail.example") -> Any:
    return browser.instance.db.find(users, email=email)


def me(browser: Browser, token: str) -> tuple[int, str]:
    answer = browser.get("/api/v1/accounts/verify_credentials", token=token)
    return answer.status_code, answer.json().get("error", answer.json().get("username"))


def test_by_default_a_new_account_works_at_once() -> None:
    browser = Browser(instance())
    answer = sign_up(browser).json()
    assert answer["scope"] == "read write follow push profile"  # the application's, not the token's
    assert me(browser, answer["access_token"]) == (200, "Newbie")


def test_a_real_server_waits_for_the_link_of_the_mail_which_works_once() -> None:
    browser = real(registrations_mode="open")
    token = sign_up(browser).json()["access_token"]
    assert me(browser, token) == (403, "Your login is missing a confirmed e-mail address")
    account_id = row_of(browser).account_id
    assert browser.get(f"/api/v1/accounts/{account_id}").status_code == 404
    assert browser.get("/api/v1/accounts/lookup?acct=newbie").status_code == 200
    link = f"/auth/confirmation?confirmation_token={row_of(browser).confirmation_token}&redirect_to_app=true"
    answer = browser.get(link)
    assert (answer.status_code, answer.headers["Location"]) == (302, CALLBACK)
    assert me(browser, token) == (200, "Newbie")
    again = browser.get(link)
    assert (again.status_code, "Resend confirmation link" in again.text) == (200, True)


def test_the_link_of_the_mail_is_good_for_two_days() -> None:
    browser = real(registrations_mode="open")
    token = sign_up(browser).json()["access_token"]
    browser.instance.clock.advance(2 * 86_400 + 1)
    browser.get(f"/auth/confirmation?confirmation_token={row_of(browser).confirmation_token}")
    assert me(browser, token)[0] == 403


def test_with_approval_a_confirmed_account_still_waits() -> None:
    browser = real(registrations_mode="approved")
    token = sign_up(browser, reason="I like it").json()["access_token"]
    browser.get(f"/auth/confirmation?confirmation_token={row_of(browser).confirmation_token}")
    assert me(browser, token) == (403, "Your login is currently pending approval")


def test_closed_registrations_open_to_a_good_invite_only() -> None:
    browser = real()
    db = browser.instance.db
    db.insert(invites, code="good", user_id=1, max_uses=1, uses=0)
    db.insert(invites, code="over", user_id=1, max_uses=None, uses=0, expires_at=1)
    assert (sign_up(browser).status_code, sign_up(browser).json()) == (403, {"error": "Forbidden"})
    assert sign_up(browser, invite_code="over").status_code == 403
    assert sign_up(browser, invite_code="good").status_code == 200
    assert sign_up(browser, invite_code="good", username="b", email="b@mail.example").status_code == 403


def test_an_invite_spares_the_approval_only_if_its_maker_may_do_so() -> None:
    browser = real(registrations_mode="approved")
    browser.instance.db.insert(invites, code="good", user_id=1)
    sign_up(browser, invite_code="good", reason="x")
    assert row_of(browser).approved is False
    browser.instance.seed({"roles": [{"name": "Host", "permissions": ["invite_bypass_approval"]}]})
    browser.instance.seed({"accounts": [{"username": "alice", "role": "Host"}]})
    sign_up(browser, invite_code="good", reason="x", username="second", email="second@mail.example")
    second = browser.instance.db.find(users, email="second@mail.example")
    assert second is not None
    assert second.approved is True


def test_only_an_applications_token_with_the_scope_may_sign_up() -> None:
    browser = Browser(instance())
    assert sign_up(browser, token="alice-token").json() == {
        "error": "This method requires an client credentials authentication"
    }
    assert browser.post("/api/v1/accounts", data=FORM).status_code == 401


@pytest.mark.parametrize(
    ("form", "details"),
    [
        ({"username": "a b"}, {"username": ["ERR_INVALID"]}),
        ({"username": "x" * 31}, {"username": ["ERR_TOO_LONG"]}),
        ({"username": "ALICE"}, {"username": ["ERR_TAKEN"]}),
        ({"username": "Adm1n"}, {"username": ["ERR_RESERVED"]}),
        ({"username": "my_mastodon"}, {"username": ["ERR_RESERVED"]}),
        ({"email": "Alice@Mail.example"}, {"email": ["ERR_TAKEN"]}),
        ({"email": "nonsense"}, {"email": ["ERR_INVALID", "ERR_INVALID"]}),
        ({"password": "short"}, {"password": ["ERR_TOO_SHORT"]}),
        ({"password": "x" * 73}, {"password": ["ERR_TOO_LONG"]}),
        ({"agreement": "yes"}, {"agreement": ["ERR_ACCEPTED"]}),
    ],
)
def test_details_name_what_is_wrong_by_attribute(form: dict[str, str], details: dict[str, list[str]]) -> None:
    browser = Browser(instance())
    answer = sign_up(browser, **form)
    assert answer.status_code == 422
    found = {name: [one["error"] for one in ones] for name, ones in answer.json()["details"].items()}
    assert found == details
    assert row_of(browser) is None


def test_an_age_limit_asks_for_the_date_of_birth() -> None:
    browser = real(registrations_mode="open", min_age=16)
    codes = [
        sign_up(browser, date_of_birth=day).json()["details"]["date_of_birth"][0]["error"]
        for day in ("", "2020-01-01", "2020-13-45")
    ]
    assert codes == ["ERR_BLANK", "ERR_BELOW_LIMIT", "ERR_INVALID"]
    assert sign_up(browser, date_of_birth="1990-01-01").status_code == 200


def test_the_mail_can_be_sent_to_another_address_until_it_is_confirmed() -> None:
    browser = real(registrations_mode="open")
    token = sign_up(browser).json()["access_token"]
    path = "/api/v1/emails/confirmations"
    assert browser.get("/api/v1/emails/check_confirmation", token=token).json() is False
    assert browser.post(path, token=token, data={"email": "bad"}).json() == {
        "error": "Validation failed: E-mail address is invalid, E-mail address is invalid"
    }
    assert browser.post(path, token=token, data={"email": "new@mail.example"}).json() == {}
    new = row_of(browser, "new@mail.example")
    browser.get(f"/auth/confirmation?confirmation_token={new.confirmation_token}")
    assert browser.get("/api/v1/emails/check_confirmation", token=token).json() is True
    assert browser.post(path, token=token).json() == {
        "error": "This method is only available while the e-mail is awaiting confirmation"
    }
