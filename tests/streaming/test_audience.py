"""Who is told of public posts, and who not. Truth: recordings streaming/filters, languages, feed_access."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mockserver.store.schema import users
from tests.streaming.conftest import Stage

PUBLIC = ("public", "")


def texts(told: list[tuple[str, Any]]) -> list[str]:
    return [payload["content"] for event, payload in told if event == "update"]


def account(stage: Stage, who: str) -> str:
    return f"/api/v1/accounts/{stage.ids[who]}"


AVERSIONS: list[Callable[[Stage], Any]] = [
    lambda stage: stage.call("alice", "POST", f"{account(stage, 'bob')}/mute"),
    lambda stage: stage.call("alice", "POST", f"{account(stage, 'bob')}/block"),
    lambda stage: stage.call("bob", "POST", f"{account(stage, 'alice')}/block"),
]


@pytest.mark.parametrize("act", AVERSIONS)
def test_from_the_next_post_on_one_does_not_hear_whom_one_avoids(
    stage: Stage, act: Callable[[Stage], Any]
) -> None:
    stream, other = stage.listen("alice", "public"), stage.listen("carol", "public")
    before = stage.post("bob", "before")
    act(stage)
    after = stage.post("bob", "after")
    assert texts(stream.told(PUBLIC)) == [before["content"]]
    assert texts(other.told(PUBLIC)) == [before["content"], after["content"]]
    stage.call("bob", "DELETE", f"/api/v1/statuses/{after['id']}")
    assert stream.told(PUBLIC) == [("delete", after["id"])]


def test_one_does_not_hear_posts_that_mention_a_blocked_one(stage: Stage) -> None:
    stage.call("alice", "POST", f"{account(stage, 'carol')}/block")
    stream, other = stage.listen("alice", "public"), stage.listen("carol", "public")
    posted = stage.post("bob", "look, @carol")
    assert stream.told(PUBLIC) == []
    assert texts(other.told(PUBLIC)) == [posted["content"]]


def test_one_does_not_hear_a_blocked_domain(stage: Stage) -> None:
    stage.call("alice", "POST", "/api/v1/domain_blocks", domain="remote.example")
    stream, other = stage.listen("alice", "public"), stage.listen("carol", "public")
    stage.server.seed({"remote_statuses": [{"account": "rem", "text": "from afar"}]})
    assert stream.told(PUBLIC) == []
    assert len(other.told(PUBLIC)) == 1


def test_only_chosen_languages_are_told(stage: Stage) -> None:
    instance = stage.server.instance

    def choose() -> None:
        instance.db.update(users, {"account_id": stage.ids["alice"]}, chosen_languages=["de"])

    stage.server.call(choose)
    stream = stage.listen("alice", "public")
    german = stage.post("bob", "hallo", language="de")
    english = stage.post("bob", "hello", language="en")
    assert texts(stream.told(PUBLIC)) == [german["content"]]
    stage.call("bob", "DELETE", f"/api/v1/statuses/{english['id']}")
    assert stream.told(PUBLIC) == [("delete", english["id"])]


def test_feeds_that_are_closed_when_one_subscribes_are_silent(stage: Stage) -> None:
    instance = stage.server.instance
    before = stage.listen("alice", "public")
    stage.server.call(lambda: instance.settings.set("local_live_feed_access", "disabled"))
    after, tagged = stage.listen("alice", "public"), stage.listen("alice", "hashtag", tag="cats")
    posted = stage.post("bob", "#cats")
    assert texts(before.told(PUBLIC)) == [posted["content"]]
    assert after.told(PUBLIC) == []
    assert texts(tagged.told(("hashtag", "cats"))) == [posted["content"]]


@pytest.mark.parametrize(("role", "hears"), [("Moderator", True), ("Admin", True), ("Owner", False)])
def test_closed_feeds_are_open_to_staff_but_not_to_the_owner(stage: Stage, role: str, hears: bool) -> None:
    instance = stage.server.instance

    def close() -> None:
        instance.settings.set("local_live_feed_access", "disabled")
        instance.db.update(users, {"account_id": stage.ids["alice"]}, role=role)

    stage.server.call(close)
    stream = stage.listen("alice", "public")
    stage.post("bob", "hello")
    assert bool(stream.told(PUBLIC)) is hears


def test_only_media_is_any_word_but_a_few(stage: Stage) -> None:
    everything = [stage.listen("alice", "public", only_media=word) for word in ("", "0", "false", "off")]
    media = [stage.listen("alice", "public", only_media=word) for word in ("1", "true", "no", "False")]
    stage.post("bob", "no picture")
    assert [len(stream.told(PUBLIC)) for stream in everything] == [1, 1, 1, 1]
    assert [stream.told(("public:media", "")) for stream in media] == [[], [], [], []]
