"""An instance with three people, for the first day of a bot's author."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mockserver.testing import Fake, fake

SCOPES = "read write follow push profile"
PEOPLE = {
    "apps": [
        {
            "name": "Bot",
            "client_id": "bot-id",
            "client_secret": "bot-secret",
            "redirect_uris": ["urn:ietf:wg:oauth:2.0:oob", "http://localhost:8080/callback"],
            "scopes": SCOPES,
        }
    ],
    "accounts": [
        {"username": "alice", "email": "alice@localhost", "password": "alice-password"},
        {"username": "bob", "email": "bob@localhost", "password": "bob-password"},
        {"username": "carol", "email": "carol@localhost", "password": "carol-password", "locked": True},
    ],
    "tokens": [{"name": name, "account": name, "scopes": SCOPES} for name in ("alice", "bob", "carol")],
}


@pytest.fixture
def server() -> Iterator[Fake]:
    with fake(PEOPLE) as made:
        yield made
