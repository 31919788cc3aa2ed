"""The pages of the code flow, used without scripts (recordings oauth/code_flow_*, oauth/sign_in_page)."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browsing import CALLBACK, OOB, Browser, consent, fields_of, instance


@pytest.fixture
def browser() -> Browser:
    return Browser(instance())


@pytest.fixture
def signed_in(browser: Browser) -> Browser:
    assert browser.sign_in().status_code == 302
    return browser


def approve(browser: Browser, **more: str) -> str:
    """The address that approving leads to."""
    page = browser.get("/oauth/authorize", params=consent(**more))
    answer = browser.post("/oauth/authorize", data=fields_of(page, "/oauth/authorize"))
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def code_of(location: str) -> str:
    return parse_qs(urlsplit(location).query)["code"][0]


def test_whoever_is_not_signed_in_comes_back_to_the_request_after_signing_in(browser: Browser) -> None:
    asked = browser.get("/oauth/authorize", params=consent(state="a b"))
    assert (asked.status_code, asked.headers["Location"]) == (302, "https://fake.example/auth/sign_in")
    location = browser.sign_in().headers["Location"]
    assert urlsplit(location).path == "/oauth/authorize"
    assert parse_qs(urlsplit(location).query)["state"] == ["a b"]


def test_a_wrong_password_shows_the_form_again_and_signs_nobody_in(browser: Browser) -> None:
    answer = browser.sign_in(password="wrong")
    assert (answer.status_code, "alert" in answer.text) == (200, True)
    assert browser.get("/oauth/authorize", params=consent()).headers["Location"].endswith("/auth/sign_in")


def test_an_approved_code_becomes_a_token_once(signed_in: Browser) -> None:
    code = code_of(approve(signed_in, state="s"))
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    first = signed_in.token(**form)
    assert (first.status_code, first.json()["scope"]) == (200, "read")
    me = signed_in.get("/api/v1/accounts/verify_credentials", token=first.json()["access_token"])
    assert me.json()["username"] == "alice"
    assert signed_in.token(**form).json()["error"] == "invalid_grant"


def test_a_code_lives_ten_minutes(signed_in: Browser) -> None:
    code = code_of(approve(signed_in))
    signed_in.instance.clock.advance(601)
    answer = signed_in.token(grant_type="authorization_code", code=code, redirect_uri=CALLBACK)
    assert answer.json()["error"] == "invalid_grant"


def test_a_code_with_a_challenge_needs_the_right_verifier_and_survives_wrong_ones(signed_in: Browser) -> None:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(b"v" * 50).digest()).rstrip(b"=").decode()
    code = code_of(approve(signed_in, code_challenge=challenge, code_challenge_method="S256"))
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    assert signed_in.token(**form).json()["error_description"] == "Missing required parameter: code_verifier."
    assert signed_in.token(**form, code_verifier="w" * 50).json()["error"] == "invalid_grant"
    assert signed_in.token(**form, code_verifier="v" * 50).status_code == 200


def test_denying_tells_the_application_and_keeps_the_state(signed_in: Browser) -> None:
    page = signed_in.get("/oauth/authorize", params=consent(state="xyz 1&2"))
    answer = signed_in.post("/oauth/authorize", data=fields_of(page, "/oauth/authorize", "delete"))
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert (query["error"], query["state"]) == (["access_denied"], ["xyz 1&2"])


def test_the_token_of_one_form_does_not_serve_the_other(signed_in: Browser) -> None:
    page = signed_in.get("/oauth/authorize", params=consent())
    approving = fields_of(page, "/oauth/authorize")
    assert signed_in.post("/oauth/authorize", data=approving | {"_method": "delete"}).status_code == 422
    assert signed_in.post("/oauth/authorize", data=approving | {"authenticity_token": "x"}).status_code == 422


def test_out_of_band_the_code_is_shown_on_a_page(signed_in: Browser) -> None:
    location = approve(signed_in, redirect_uri=OOB)
    page = signed_in.get(location.removeprefix("https://fake.example"))
    assert f'value="{code_of(location)}"' in page.text


def test_what_was_authorized_before_is_not_asked_again_unless_forced(signed_in: Browser) -> None:
    signed_in.token(grant_type="authorization_code", code=code_of(approve(signed_in)), redirect_uri=CALLBACK)
    assert signed_in.get("/oauth/authorize", params=consent()).status_code == 302
    assert signed_in.get("/oauth/authorize", params=consent(force_login="1")).status_code == 200
    assert signed_in.get("/oauth/authorize", params=consent(scope="write")).status_code == 200


def test_the_code_may_come_in_the_fragment_or_by_a_form(signed_in: Browser) -> None:
    page = signed_in.get("/oauth/authorize", params=consent(response_mode="fragment"))
    answer = signed_in.post("/oauth/authorize", data=fields_of(page, "/oauth/authorize"))
    assert answer.headers["Location"].startswith(f"{CALLBACK}#code=")
    page = signed_in.get("/oauth/authorize", params=consent(response_mode="form_post"))
    answer = signed_in.post("/oauth/authorize", data=fields_of(page, "/oauth/authorize"))
    assert set(fields_of(answer, CALLBACK)) == {"code"}


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"client_id": "unknown"}, 401),
        ({"redirect_uri": "https://evil.example/"}, 400),
        ({"redirect_uri": f"{CALLBACK}/"}, 400),
        ({"response_type": "token"}, 400),
        ({"scope": "read:statuses"}, 400),
        ({"code_challenge": "x", "code_challenge_method": "plain"}, 400),
        ({"response_mode": "web_message"}, 400),
    ],
)
def test_a_bad_request_is_a_page_and_never_a_redirect(
    signed_in: Browser, wrong: dict[str, str], status: int
) -> None:
    answer = signed_in.get("/oauth/authorize", params=consent(**wrong))
    assert (answer.status_code, "Location" in answer.headers) == (status, False)


def test_names_of_applications_are_text_and_never_markup(signed_in: Browser) -> None:
    name = '<script>alert(1)</script>"><img src=x>'
    app = signed_in.post("/api/v1/apps", json={"client_name": name, "redirect_uris": CALLBACK}).json()
    page = signed_in.get("/oauth/authorize", params=consent(client_id=app["client_id"], state='"><b>'))
    assert page.status_code == 200
    assert "<script" not in page.text and "<img" not in page.text and "<b>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_forged_cookie_signs_nobody_in(browser: Browser) -> None:
    payload = base64.urlsafe_b64encode(b'{"id":"x","user_id":1,"return_to":null}').decode()
    browser.cookies.set("_mastodon_session", f"{payload}.AAAA")
    assert browser.get("/oauth/authorize", params=consent()).headers["Location"].endswith("/auth/sign_in")


def test_pages_let_their_own_style_in_and_no_other(signed_in: Browser) -> None:
    page = signed_in.get("/oauth/authorize", params=consent())
    policy = page.headers["Content-Security-Policy"]
    nonce = page.text.partition('nonce="')[2].partition('"')[0]
    assert nonce and f"'nonce-{nonce}'" in policy
    assert "form-action" not in policy  # the forms end at the application's address
    assert (
        "form-action 'self'"
        in signed_in.get("/oauth/authorized_applications").headers["Content-Security-Policy"]
    )


def test_taking_access_back_revokes_tokens_and_codes_and_signing_out_ends_the_session(
    signed_in: Browser,
) -> None:
    form = {"grant_type": "authorization_code", "redirect_uri": CALLBACK}
    token = signed_in.token(**form, code=code_of(approve(signed_in))).json()["access_token"]
    unused = code_of(signed_in.get("/oauth/authorize", params=consent()).headers["Location"])
    page = signed_in.get("/oauth/authorized_applications")
    action = page.text.partition('action="')[2].partition('"')[0]
    assert signed_in.post(action, data=fields_of(page, action, "delete")).status_code == 302
    assert signed_in.get("/api/v1/apps/verify_credentials", token=token).json() == {
        "error": "The access token was revoked"
    }
    assert signed_in.token(**form, code=unused).json()["error"] == "invalid_grant"
    page = signed_in.get("/oauth/authorize", params=consent())
    signed_in.post("/auth/sign_out", data=fields_of(page, "/auth/sign_out", "delete"))
    assert signed_in.get("/oauth/authorize", params=consent()).headers["Location"].endswith("/auth/sign_in")
