"""From nothing to a token: https://docs.joinmastodon.org/client/token/

What is to be sent is an operation, so that either client sends it:

    with Client("https://example.social") as client:
        app = App.of(client.send(register("my bot", scopes="read write")), client.base_url)
        login = app.login("read write")
        print("Open", login.url)                       # with PKCE and a state of its own
        token = client.send(login.exchange(input("Code: ")))
        User.of(token, app).to_file("user.secret")     # which Mastodon.py reads as well
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from msgspec import UNSET

from clientkit import entities
from clientkit.operations import apps, oauth
from clientkit.operations.base import Text

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
"""The redirect URI that makes the server show the code to the user, who hands it over."""

SCOPES = "read"


class LoginRefused(Exception):
    """The redirect brought no code: refused (`error` is "access_denied"), or not the answer to this login."""

    def __init__(self, error: str, description: str = "") -> None:
        super().__init__(": ".join(filter(None, (error, description))))
        self.error = error


class PasswordGrant(oauth.Token):
    """The grant by password, which Mastodon removed in 4.4.0; `username` is the e-mail address."""

    username: Text = UNSET
    password: Text = UNSET


def register(
    name: str,
    *,
    scopes: str = SCOPES,
    redirect_uris: list[str] | str = OUT_OF_BAND,
    website: Text = UNSET,
) -> apps.Create:
    """Register an application. Several redirect URIs are joined by newlines, as old servers want them."""
    joined = redirect_uris if isinstance(redirect_uris, str) else "\n".join(redirect_uris)
    return apps.Create(client_name=name, redirect_uris=joined, scopes=scopes, website=website)


@dataclass(frozen=True)
class App:
    """A registered application. Its file is what Mastodon.py's `create_app(to_file=…)` writes."""

    client_id: str
    client_secret: str = field(repr=False)
    base_url: str
    name: str = ""

    @classmethod
    def of(cls, registered: entities.CredentialApplication, base_url: str) -> Self:
        return cls(registered.client_id, registered.client_secret, base_url, registered.name)

    @classmethod
    def from_file(cls, path: str | Path) -> Self:
        """The base URL and the name are missing in the files of old versions: "" then."""
        return cls(*_lines(path, 4))

    def to_file(self, path: str | Path) -> None:
        _write(path, [self.client_id, self.client_secret, self.base_url, self.name])

    def login(
        self,
        scopes: str = SCOPES,
        *,
        redirect_uri: str = OUT_OF_BAND,
        force_login: bool = False,
        lang: str | None = None,
    ) -> Login:
        """Begin the code flow; the user opens `login.url` in a browser."""
        return Login(self, scopes, redirect_uri, force_login, lang)

    def own_token(self, scopes: str = SCOPES) -> oauth.Token:
        """Ask for a token of the application itself, of no user."""
        return oauth.Token(grant_type="client_credentials", scope=scopes, **self._secret())

    def password(self, username: str, password: str, scopes: str = SCOPES) -> PasswordGrant:
        """Ask for a user's token by e-mail address and password; servers before 4.4.0 only."""
        return PasswordGrant(
            grant_type="password", username=username, password=password, scope=scopes, **self._secret()
        )

    def revoke(self, token: str) -> oauth.Revoke:
        """Make a token of this application unusable."""
        return oauth.Revoke(token=token, **self._secret())

    def _secret(self) -> dict[str, Any]:
        return {"client_id": self.client_id, "client_secret": self.client_secret}


@dataclass(frozen=True)
class Login:
    """One run of the code flow: keep it between the browser's leaving and its coming back."""

    app: App
    scopes: str
    redirect_uri: str
    force_login: bool = False
    lang: str | None = None
    state: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)

    @property
    def url(self) -> str:
        asked = {
            "response_type": "code",
            "client_id": self.app.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": self.scopes,
            "state": self.state,
            "code_challenge": challenge(self.verifier),
            "code_challenge_method": "S256",
            "force_login": "true" if self.force_login else None,
            "lang": self.lang,
        }
        query = urlencode({key: value for key, value in asked.items() if value is not None})
        return f"{self.app.base_url}/oauth/authorize?{query}"

    def code_of(self, redirected_to: str) -> str:
        """The code in the address the browser was sent to. Raises LoginRefused, also for another's state."""
        parts = urlsplit(redirected_to)
        told = {key: values[0] for key, values in parse_qs(parts.query or parts.fragment).items()}
        if not secrets.compare_digest(told.get("state", "").encode(), self.state.encode()):
            raise LoginRefused("state_mismatch", "this is not the answer to this login")
        if "code" not in told:
            raise LoginRefused(told.get("error", "no_code"), told.get("error_description", ""))
        return told["code"]

    def exchange(self, code: str) -> oauth.Token:
        """Ask for the user's token."""
        return oauth.Token(
            grant_type="authorization_code",
            code=code,
            redirect_uri=self.redirect_uri,
            code_verifier=self.verifier,
            client_id=self.app.client_id,
            client_secret=self.app.client_secret,
        )


@dataclass(frozen=True)
class User:
    """A user's token. Its file is what Mastodon.py's `log_in(to_file=…)` writes."""

    access_token: str = field(repr=False)
    base_url: str
    client_id: str = ""
    client_secret: str = field(default="", repr=False)

    @classmethod
    def of(cls, token: entities.Token, app: App) -> Self:
        return cls(token.access_token, app.base_url, app.client_id, app.client_secret)

    @classmethod
    def from_file(cls, path: str | Path) -> Self:
        """All but the token is missing in the files of old versions: "" then."""
        return cls(*_lines(path, 4))

    def to_file(self, path: str | Path) -> None:
        _write(path, [self.access_token, self.base_url, self.client_id, self.client_secret])


def challenge(verifier: str) -> str:
    """S256 of RFC 7636."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _lines(path: str | Path, count: int) -> list[str]:
    lines = [line.rstrip() for line in Path(path).read_text().splitlines()]
    return [*lines, *[""] * count][:count]


def _write(path: str | Path, lines: list[str]) -> None:
    """For the owner's eyes only."""
    target = Path(path)
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:  # noqa: PTH123
        file.writelines(line + "\n" for line in lines)
