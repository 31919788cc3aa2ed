"""A cursor that is sent as an array. Truth: recordings errors/ids_query, pagination/server_errors; which
listings pick their cursors by name: the controllers' `params_slice`."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from mockserver.testing import Fake, fake

WORLD = {
    "apps": [{"name": "App", "scopes": "read write"}],
    "accounts": [{"username": "alice"}, {"username": "bob"}],
    "tokens": [{"name": "alice", "account": "alice", "scopes": "read write"}],
    "follows": [{"from": "bob", "to": "alice"}],
    "statuses": [{"account": "alice", "text": "one #tag", "save": "one"}],
    "favourites": [{"from": "alice", "status": "one"}, {"from": "bob", "status": "one"}],
}


@pytest.fixture(scope="module")
def server() -> Iterator[Fake]:
    with fake(WORLD) as running:
        yield running


def _get(server: Fake, path: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {server.tokens['alice']}"}
    return httpx.get(f"{server.base_url}/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("name", ["max_id[]", "since_id[]", "max_id[a]"])
@pytest.mark.parametrize("path", ["timelines/public", "timelines/tag/tag", "accounts/{alice}/followers"])
def test_a_listing_that_looks_at_it_as_it_came_finds_nothing(server: Fake, path: str, name: str) -> None:
    path = path.format(alice=server.call(lambda: server.instance.names["accounts"]["alice"]))
    assert len(_get(server, path).json()) == 1
    answer = _get(server, f"{path}?{name}=1")
    assert (answer.status_code, answer.json(), "link" in answer.headers) == (200, [], False)


@pytest.mark.parametrize("path", ["accounts/{alice}/statuses", "favourites", "notifications"])
def test_a_listing_that_picks_its_cursors_ignores_it(server: Fake, path: str) -> None:
    path = path.format(alice=server.call(lambda: server.instance.names["accounts"]["alice"]))
    before = _get(server, path)
    answer = _get(server, f"{path}?max_id[]=1")
    assert (answer.status_code, answer.json()) == (200, before.json())
    assert answer.headers.get("link") == before.headers.get("link")


@pytest.mark.parametrize("query", ["timelines/home?max_id[]=1", "timelines/public?limit[]=2"])
def test_a_feed_and_every_limit_refuse_it(server: Fake, query: str) -> None:
    assert _get(server, query).status_code == 400
