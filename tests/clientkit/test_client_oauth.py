"""The way to a token, without a server; with one: tests/first_day/test_clientkit.py."""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from clientkit.encoding import encode
from clientkit.oauth import App, Login, LoginRefused, User, challenge, register

APP = App("id", "secret", "https://h.example", "Bot")
CALLBACK = "http://localhost:8080/callback"


def test_the_login_address_has_pkce_and_state() -> None:
    login = APP.login("read write", redirect_uri=CALLBACK, force_login=True)
    asked = parse_qs(urlsplit(login.url).query)
    assert login.url.startswith("https://h.example/oauth/authorize?")
    assert asked == {
        "response_type": ["code"],
        "client_id": ["id"],
        "redirect_uri": [CALLBACK],
        "scope": ["read write"],
        "state": [login.state],
        "code_challenge": [challenge(login.verifier)],
        "code_challenge_method": ["S256"],
        "force_login": ["true"],
    }
    assert len({APP.login().state, login.state}) == 2
    assert 43 <= len(login.verifier) <= 128


def test_the_challenge_is_that_of_rfc_7636() -> None:
    """Its appendix B."""
    assert (
        challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


@pytest.mark.parametrize("mark", ["?", "#"])
def test_the_code_comes_with_the_redirect(mark: str) -> None:
    login = APP.login(redirect_uri=CALLBACK)
    assert login.code_of(f"{CALLBACK}{mark}code=abc&state={login.state}") == "abc"
    exchange = login.exchange("abc")
    assert (exchange.grant_type, exchange.code, exchange.redirect_uri) == (
        "authorization_code",
        "abc",
        CALLBACK,
    )
    assert exchange.code_verifier == login.verifier


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("code=abc", "state_mismatch"),
        ("code=abc&state=another", "state_mismatch"),
        ("state={}&error=access_denied&error_description=No", "access_denied"),
        ("state={}", "no_code"),
    ],
)
def test_a_redirect_without_a_code_of_this_login_is_refused(query: str, error: str) -> None:
    login = Login(APP, "read", CALLBACK, state="mine")
    with pytest.raises(LoginRefused) as refused:
        login.code_of(f"{CALLBACK}?{query.format('mine')}")
    assert refused.value.error == error


def test_several_redirect_uris_are_lines() -> None:
    assert register("Bot", redirect_uris=["a:b", "c:d"]).redirect_uris == "a:b\nc:d"


def test_the_grant_by_password_is_a_token_request() -> None:
    sent = encode(APP.password("a@b.example", "pw", "read"))
    assert (sent.method, sent.target) == ("POST", "/oauth/token")
    assert b'"username":"a@b.example","password":"pw"' in (sent.body or b"")


def test_files_are_read_back_and_private(tmp_path: Path) -> None:
    user = User("token", "https://h.example", "id", "secret")
    for made in (APP, user):
        path = tmp_path / type(made).__name__
        made.to_file(path)
        assert type(made).from_file(path) == made
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (tmp_path / "User").read_text() == "token\nhttps://h.example\nid\nsecret\n"
    assert "secret" not in repr(APP) + repr(user).replace("https", "")


def test_files_of_old_versions_are_shorter(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("token\n")
    assert User.from_file(old) == User("token", "")
