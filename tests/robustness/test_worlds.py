"""Worlds are whole and apart: restoring gives one back, another address leaves nothing of the former, and
the instances of a process don't see each other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from mockserver import fixtures
from mockserver.instance import Instance, Snapshot
from mockserver.options import Options
from mockserver.serve import load
from mockserver.store import addresses
from mockserver.store.schema import statuses

OLD, NEW = "http://old.example:8123", "https://new.example"
PEOPLE = ("alice", "bob", "carol", "admin")
PRIVATE = (
    "/api/v1/timelines/home",
    "/api/v1/notifications",
    "/api/v2/notifications",
    "/api/v1/accounts/verify_credentials",
    "/api/v1/conversations",
    "/api/v1/bookmarks",
    "/api/v1/favourites",
    "/api/v1/lists",
    "/api/v1/follow_requests",
    "/api/v1/preferences",
    "/api/v1/markers?timeline[]=home",
    "/api/v1/scheduled_statuses",
    "/api/v1/followed_tags",
)
PUBLIC = (
    "/api/v1/instance",
    "/api/v2/instance",
    "/api/v1/instance/rules",
    "/api/v1/custom_emojis",
    "/api/v1/timelines/public?limit=40",
    "/api/v1/timelines/tag/photography",
    "/api/v1/directory",
    "/api/v1/trends/tags",
    "/nodeinfo/2.0",
    "/.well-known/webfinger?resource=acct:alice@{host}",
)


def ask(instance: Instance, path: str, who: str | None = None, **more: Any) -> httpx.Response:
    async def run() -> httpx.Response:
        transport = httpx.ASGITransport(instance.app)
        headers = {"Authorization": f"Bearer {who}-token"} if who else {}
        async with httpx.AsyncClient(transport=transport, base_url=instance.base_url) as client:
            return await client.request(more.pop("method", "GET"), path, headers=headers, **more)

    return asyncio.run(run())


def everything(instance: Instance) -> dict[str, str]:
    """What the main GETs answer, with each post and each account."""
    host = instance.base_url.partition("//")[2]
    posts = ask(instance, "/api/v1/timelines/public?limit=40").json()
    accounts = {post["account"]["id"] for post in posts}
    paths = [path.format(host=host) for path in PUBLIC]
    paths += [f"/api/v1/statuses/{post['id']}{more}" for post in posts for more in ("", "/context")]
    paths += [f"/api/v1/accounts/{one}{more}" for one in accounts for more in ("", "/statuses", "/followers")]
    found = {path: ask(instance, path) for path in paths}
    found |= {f"{who} {path}": ask(instance, path, who) for path in PRIVATE for who in PEOPLE}
    return {path: answer.text + answer.headers.get("link", "") for path, answer in found.items()}


def demo(base_url: str) -> Instance:
    made = Instance(Options(base_url=base_url, start_at=1_900_000_000, seed=1))
    path = fixtures.scenario("demo")
    assert path is not None
    load(made, path)
    return made


@pytest.fixture
def instance() -> Iterator[Instance]:
    made = demo(OLD)
    yield made
    made.close()


def change(instance: Instance) -> None:
    """A bit of everything."""
    posts = ask(instance, "/api/v1/timelines/public?limit=40").json()
    alices = [post["id"] for post in posts if post["account"]["username"] == "alice"]
    others = [post["id"] for post in posts if post["account"]["username"] != "alice"]
    hidden = {"title": "f", "context": ["home"], "keywords_attributes": [{"keyword": "weather"}]}
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("POST", "/api/v1/statuses", {"data": {"status": "@bob new #new"}}),
        ("DELETE", f"/api/v1/statuses/{alices[0]}", {}),
        ("PUT", f"/api/v1/statuses/{alices[1]}", {"data": {"status": "changed"}}),
        ("POST", f"/api/v1/statuses/{others[0]}/favourite", {}),
        ("POST", f"/api/v1/statuses/{others[0]}/reblog", {}),
        ("POST", f"/api/v1/statuses/{others[0]}/bookmark", {}),
        ("PATCH", "/api/v1/accounts/update_credentials", {"data": {"display_name": "Changed"}}),
        ("POST", "/api/v1/lists", {"data": {"title": "New"}}),
        ("POST", "/api/v1/notifications/clear", {}),
        ("POST", "/api/v1/markers", {"data": {"home[last_read_id]": others[0]}}),
        ("POST", "/api/v2/filters", {"json": hidden}),
    ]
    for method, path, more in calls:
        assert ask(instance, path, "alice", method=method, **more).status_code == 200, path
    instance.seed(
        {"settings": {"site_title": "Changed"}, "accounts": [{"username": "bob", "suspended": True}]}
    )


def test_restoring_gives_the_world_back(instance: Instance) -> None:
    before, snapshot = everything(instance), instance.snapshot()
    change(instance)
    assert everything(instance) != before
    instance.restore(snapshot)
    assert everything(instance) == before


def test_a_snapshot_is_not_touched_by_what_follows(instance: Instance) -> None:
    before, snapshot = everything(instance), instance.snapshot()
    change(instance)
    other = Instance(Options(base_url=OLD, start_at=1_900_000_000), snapshot)
    assert everything(other) == before
    other.close()


def test_ended_tokens_work_again_after_restoring(instance: Instance) -> None:
    snapshot = instance.snapshot()
    instance.seed({"tokens": [{"name": "bob", "revoked": True}]})
    assert ask(instance, PRIVATE[0], "bob").status_code == 401
    instance.restore(snapshot)
    assert ask(instance, PRIVATE[0], "bob").status_code == 200


def test_new_tokens_end_with_restoring(instance: Instance) -> None:
    snapshot = instance.snapshot()
    instance.seed({"tokens": [{"name": "new", "value": "new-token", "account": "bob"}]})
    assert ask(instance, PRIVATE[0], "new").status_code == 200
    instance.restore(snapshot)
    assert ask(instance, PRIVATE[0], "new").status_code == 401


@pytest.fixture
def moved(instance: Instance) -> Iterator[Instance]:
    made = Instance(Options(base_url=NEW, start_at=1_900_000_000), _edited(instance))
    yield made
    made.close()


def _edited(instance: Instance) -> Snapshot:
    """A snapshot of a world whose posts have been edited too."""
    post = next(
        post
        for post in ask(instance, "/api/v1/timelines/public").json()
        if post["account"]["username"] == "alice"
    )
    text = {"status": "@carol now #edited"}
    assert (
        ask(instance, f"/api/v1/statuses/{post['id']}", "alice", method="PUT", data=text).status_code == 200
    )
    return instance.snapshot()


def test_a_world_at_another_address_says_nothing_of_the_former(moved: Instance) -> None:
    told = everything(moved)
    assert [path for path, text in told.items() if "old.example" in text] == []
    assert sum("https://new.example/" in text for text in told.values()) > 10


def test_histories_move_too(moved: Instance) -> None:
    posts = ask(moved, "/api/v1/timelines/public?limit=40").json()
    (edited,) = [post for post in posts if post["edited_at"]]
    history = ask(moved, f"/api/v1/statuses/{edited['id']}/history").text
    assert "https://new.example/tags/edited" in history
    assert "old.example" not in history


def test_instances_of_a_process_are_apart(instance: Instance) -> None:
    other = demo(OLD)
    before = everything(other)
    change(instance)
    instance.clock.advance(100_000)
    assert everything(other) == before
    other.close()


def test_a_longer_port_is_another_address() -> None:
    instance = Instance(Options(base_url="http://localhost:300"))
    instance.seed(
        {
            "accounts": [{"username": "ann"}],
            "statuses": [{"account": "ann", "text": "http://localhost:3000/x and http://localhost:300/y"}],
        }
    )
    addresses.move(instance.db, "http://localhost:300", "http://localhost:9")
    content = str(instance.db.find_all(statuses)[0].content)
    instance.close()
    assert content == "<p>http://localhost:3000/x and http://localhost:9/y</p>"
