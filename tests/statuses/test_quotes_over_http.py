"""Quotes over HTTP. Truth: recording pagination/requests_and_quotes, and the controller: of a page, what
the viewer may not see is taken out after the page was cut, what the viewer avoids before."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from mockserver.testing import Fake, fake

NAMES = ("alice", "bob", "carol", "dave")
WORLD = {
    "apps": [{"name": "App", "scopes": "read write follow"}],
    "accounts": [{"username": name} for name in NAMES],
    "tokens": [
        {"name": "app", "scopes": "read write"},
        *({"name": name, "account": name, "scopes": "read write follow"} for name in NAMES),
    ],
}


@pytest.fixture
def server() -> Iterator[Fake]:
    with fake(WORLD) as running:
        yield running


def _call(
    server: Fake, name: str, method: str, path: str, *, expected: int = 200, **body: str
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {server.tokens[name]}"}
    answer = httpx.request(method, f"{server.base_url}/api/v1/{path}", headers=headers, json=body or None)
    assert answer.status_code == expected
    return answer


def _post(server: Fake, name: str, **draft: str) -> str:
    return str(_call(server, name, "POST", "statuses", **draft).json()["id"])


def test_a_page_of_what_cannot_be_seen_has_a_next_one_but_nothing_newer(server: Fake) -> None:
    made = _post(server, "alice", status="x")
    seen = _post(server, "bob", status="seen", quoted_status_id=made)
    _post(server, "bob", status="unseen", quoted_status_id=made, visibility="private")
    page = _call(server, "carol", "GET", f"statuses/{made}/quotes?limit=1")
    assert page.json() == []
    assert list(page.links) == ["next"]
    following = _call(server, "carol", "GET", page.links["next"]["url"].split("/api/v1/")[1])
    assert [one["id"] for one in following.json()] == [seen]


def test_whom_the_viewer_blocks_takes_no_place_in_a_page(server: Fake) -> None:
    made = _post(server, "alice", status="x")
    kept = _post(server, "bob", status="kept", quoted_status_id=made)
    _post(server, "dave", status="left out", quoted_status_id=made)
    dave = server.call(lambda: server.instance.names["accounts"]["dave"])
    _call(server, "carol", "POST", f"accounts/{dave}/block")
    page = _call(server, "carol", "GET", f"statuses/{made}/quotes?limit=1")
    assert [one["id"] for one in page.json()] == [kept]


def test_an_application_is_nobody_who_could_revoke_or_change_a_policy(server: Fake) -> None:
    made = _post(server, "alice", status="x")
    quoting = _post(server, "bob", status="y", quoted_status_id=made)
    for method, path in (("POST", f"quotes/{quoting}/revoke"), ("PUT", "interaction_policy")):
        answer = _call(server, "app", method, f"statuses/{made}/{path}", expected=403)
        assert answer.json() == {"error": "This action is not allowed"}
