"""What is told is what REST answers to the same reader. Truth: recordings streaming/payload_and_rest, boosts,
filters."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mockserver.domain.outbox import Message
from mockserver.streaming import posts
from tests.streaming.conftest import Stage

VIEWER_KEYS = ["favourited", "reblogged", "muted", "bookmarked", "filtered"]
POSTS: list[dict[str, Any]] = [
    {"status": "plain text with a #tag and @carol"},
    {"status": "unlisted", "visibility": "unlisted"},
    {"status": "followers only", "visibility": "private", "spoiler_text": "careful"},
    {"status": "a poll", "poll": {"options": ["yes", "no"], "expires_in": 3600}},
    {"status": "whom followers may quote", "quote_approval_policy": "followers"},
]


def made(stage: Stage, who: str, form: dict[str, Any]) -> str:
    return str(stage.call(who, "POST", "/api/v1/statuses", **form)["id"])


@pytest.mark.parametrize("form", POSTS, ids=lambda form: form["status"])
def test_home_tells_author_and_follower_what_rest_answers_each_of_them(
    stage: Stage, form: dict[str, Any]
) -> None:
    stage.follow("alice", "bob")
    streams = {who: stage.listen(who, "user") for who in ("alice", "bob")}
    status_id = made(stage, "bob", form)
    for who, stream in streams.items():
        assert stream.next() == ("update", stage.call(who, "GET", f"/api/v1/statuses/{status_id}"))


def test_what_the_viewer_has_to_do_with_a_status_stands_last(stage: Stage) -> None:
    stage.follow("alice", "bob")
    alice, bob = stage.listen("alice", "user"), stage.listen("bob", "user")
    made(stage, "bob", {"status": "hello"})
    assert list(alice.next()[1])[-5:] == VIEWER_KEYS
    assert list(bob.next()[1])[-6:] == [*VIEWER_KEYS[:-1], "pinned", "filtered"]


def test_each_reader_of_an_edit_sees_the_own_flags(stage: Stage) -> None:
    for follower in ("alice", "carol"):
        stage.follow(follower, "bob")
    status_id = made(stage, "bob", {"status": "first"})
    stage.call("alice", "POST", f"/api/v1/statuses/{status_id}/favourite")
    streams = {who: stage.listen(who, "user") for who in ("alice", "bob", "carol")}
    stage.call("bob", "PUT", f"/api/v1/statuses/{status_id}", status="second")
    told = {who: stream.next() for who, stream in streams.items()}
    assert {who: payload["favourited"] for who, (_, payload) in told.items()} == {
        "alice": True,
        "bob": False,
        "carol": False,
    }
    for who, (event, payload) in told.items():
        rest = stage.call(who, "GET", f"/api/v1/statuses/{status_id}")
        assert (event, payload) == ("status.update", {"pinned": False} | rest if who == "bob" else rest)


def test_every_stream_shows_an_author_who_has_changed_since_as_rest_does(stage: Stage) -> None:
    """The older status, and a notification and a conversation about it, were rendered before the change."""
    stage.follow("alice", "bob")
    stage.follow("bob", "alice")
    list_id = stage.call("alice", "POST", "/api/v1/lists", title="friends")["id"]
    stage.call("alice", "POST", f"/api/v1/lists/{list_id}/accounts", account_ids=[str(stage.ids["bob"])])
    status_id = made(stage, "bob", {"status": "#cats @alice"})
    direct_id = made(stage, "bob", {"status": "psst @alice", "visibility": "direct"})
    stage.call("alice", "POST", f"/api/v1/statuses/{status_id}/favourite")
    for who in ("alice", "bob"):
        stage.call(who, "GET", f"/api/v1/statuses/{status_id}")
    streams = [
        stage.listen("alice", "user"),
        stage.listen("alice", "user/notification"),
        stage.listen("alice", "list", list=list_id),
        stage.listen("carol", "public"),
        stage.listen("carol", "hashtag", tag="cats"),
        stage.listen("bob", "user"),
    ]
    stage.call("bob", "PATCH", "/api/v1/accounts/update_credentials", display_name="Robert")
    stage.call("bob", "PUT", f"/api/v1/statuses/{status_id}", status="#cats @alice again")
    for stream in streams:
        event, payload = stream.next()
        assert (event, payload["account"]["display_name"]) == ("status.update", "Robert")
    conversations = stage.listen("alice", "direct")
    conversation = stage.call("alice", "GET", "/api/v1/conversations")[0]
    stage.call("alice", "POST", f"/api/v1/conversations/{conversation['id']}/read")
    event, payload = conversations.next()
    assert (event, payload["last_status"]["id"]) == ("conversation", direct_id)
    assert payload["last_status"]["account"]["display_name"] == "Robert"
    stage.call("carol", "POST", f"/api/v1/statuses/{status_id}/favourite")
    event, payload = streams[-1].next()
    assert (event, payload["status"]["account"]["display_name"]) == ("notification", "Robert")


def test_readers_are_told_apart_by_what_the_author_of_a_quoted_status_allows_now(stage: Stage) -> None:
    """Whether one may feature an author shows in each status, and may depend on following; the quoted status
    was rendered before it did."""
    stage.server.seed(
        {
            "accounts": [{"username": "dave", "email": "dave@mail.example", "password": "dave-password"}],
            "tokens": [{"name": "dave", "account": "dave", "scopes": "read write follow"}],
        }
    )
    for who, whom in (("alice", "bob"), ("alice", "carol"), ("dave", "bob")):
        stage.follow(who, whom)
    quoted = made(stage, "carol", {"status": "quote me"})
    status_id = made(stage, "bob", {"status": "quoting", "quoted_status_id": quoted})
    streams = {who: stage.listen(who, "user") for who in ("dave", "alice")}
    stage.call("carol", "PATCH", "/api/v1/accounts/update_credentials", discoverable=True, locked=True)
    stage.call("bob", "PUT", f"/api/v1/statuses/{status_id}", status="quoting again")
    for who, may in (("dave", "denied"), ("alice", "automatic")):
        payload = streams[who].next()[1]
        assert payload == stage.call(who, "GET", f"/api/v1/statuses/{status_id}")
        author = payload["quote"]["quoted_status"]["account"]
        assert author["feature_approval"] == {
            "automatic": ["followers"],
            "manual": [],
            "current_user": may,
        }


def test_a_boost_carries_the_flags_of_what_it_boosts(stage: Stage) -> None:
    stage.follow("alice", "bob")
    status_id = made(stage, "carol", {"status": "boost me"})
    stage.call("alice", "POST", f"/api/v1/statuses/{status_id}/favourite")
    stream = stage.listen("alice", "user")
    boost = stage.call("bob", "POST", f"/api/v1/statuses/{status_id}/reblog")
    event, payload = stream.next()
    rest = stage.call("alice", "GET", f"/api/v1/statuses/{boost['id']}")
    assert (event, payload) == ("update", rest)
    assert payload["favourited"] is payload["reblog"]["favourited"] is True
    assert list(payload)[-5:] == ["muted", "bookmarked", "filtered", "favourited", "reblogged"]


def test_public_streams_are_rendered_for_nobody_with_empty_filtered_last(stage: Stage) -> None:
    streams = [stage.listen("alice", "public"), stage.listen("bob", "hashtag", tag="Cats")]
    status_id = made(stage, "bob", {"status": "#cats"})
    rest = stage.call(None, "GET", f"/api/v1/statuses/{status_id}")
    for stream in streams:
        event, payload = stream.next()
        assert (event, payload) == ("update", rest | {"filtered": []})
        assert list(payload)[-1] == "filtered"


def test_filters_match_on_home_as_by_rest_and_on_public_without_single_posts(stage: Stage) -> None:
    stage.follow("alice", "bob")
    status_id = made(stage, "bob", {"status": "Kiwi"})
    fruit = stage.call(
        "alice",
        "POST",
        "/api/v2/filters",
        title="fruit",
        context=["home"],
        keywords_attributes=[{"keyword": "kiwi"}],
    )
    stage.call("alice", "POST", f"/api/v2/filters/{fruit['id']}/statuses", status_id=status_id)
    home, public = stage.listen("alice", "user"), stage.listen("alice", "public")
    other = stage.listen("carol", "public")
    stage.call("bob", "PUT", f"/api/v1/statuses/{status_id}", status="Kiwi and apple")
    rest = stage.call("alice", "GET", f"/api/v1/statuses/{status_id}")
    assert rest["filtered"][0]["status_matches"] == [status_id]
    assert home.next() == ("status.update", rest)
    assert public.next()[1]["filtered"] == [rest["filtered"][0] | {"status_matches": None}]
    assert other.next()[1]["filtered"] == []


@pytest.mark.parametrize(
    ("text", "keyword", "by_rest", "on_public"),
    [
        ("the CAT's tail", "cat", "CAT", "CAT"),
        ("cats", "cat", None, None),
        ("黒猫です", "猫", None, "猫"),
        ("caté", "cat", None, "cat"),
        ("Über alles", "über", "Über", "Über"),
        ("STRASSE", "straße", "STRASSE", None),
    ],
)
def test_public_streams_know_words_of_ascii_letters_alone(
    stage: Stage, text: str, keyword: str, by_rest: str | None, on_public: str | None
) -> None:
    """Truth: streaming/index.js, a regular expression of JavaScript's, with `i` and without `u`."""
    form = {"title": "T", "context": ["home"], "keywords_attributes": [{"keyword": keyword}]}
    stage.call("alice", "POST", "/api/v2/filters", **form)
    public = stage.listen("alice", "public")
    status_id = made(stage, "bob", {"status": text})
    rest = stage.call("alice", "GET", f"/api/v1/statuses/{status_id}")["filtered"]
    streamed = public.next()[1]["filtered"]
    assert [one["keyword_matches"] for one in rest] == ([[by_rest]] if by_rest else [])
    assert [one["keyword_matches"] for one in streamed] == ([[on_public]] if on_public else [])


def test_a_notification_is_what_rest_answers(stage: Stage) -> None:
    status_id = made(stage, "alice", {"status": "favour this"})
    stream = stage.listen("alice", "user/notification")
    stage.call("bob", "POST", f"/api/v1/statuses/{status_id}/favourite")
    assert stream.next() == ("notification", stage.call("alice", "GET", "/api/v1/notifications")[0])


def test_a_conversation_is_what_rest_answers(stage: Stage) -> None:
    stage.follow("alice", "bob")
    stream = stage.listen("alice", "direct")
    made(stage, "bob", {"status": "psst @alice", "visibility": "direct"})
    assert stream.next() == ("conversation", stage.call("alice", "GET", "/api/v1/conversations")[0])


def test_what_cannot_be_told_does_not_harm_who_did_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError

    stream = stage.listen("alice", "user")
    with monkeypatch.context() as patch:
        patch.setattr(posts, "for_readers", fails)
        made(stage, "alice", {"status": "untold"})
    status_id = made(stage, "alice", {"status": "told"})
    assert stream.next()[1]["id"] == status_id


def test_a_status_that_is_gone_is_not_told(stage: Stage) -> None:
    stream, key = stage.listen("alice", "user"), stage.ids["alice"]
    message = Message((("user", key),), "update", "status", 1)
    stage.server.call(lambda: stage.server.instance.hub.publish([message]))
    assert stream.told(("user", key)) == []


def test_text_of_any_script_arrives_on_one_line(stage: Stage) -> None:
    stream = stage.listen("alice", "user")
    socket = stage.socket("alice", {"stream": "user"})
    text = 'naïve "quotes" \\ 日本 🦣\nsecond line\u2028third'
    status_id = made(stage, "alice", {"status": text})
    rest = stage.call("alice", "GET", f"/api/v1/statuses/{status_id}")
    assert stream.next()[1]["content"] == rest["content"]
    assert json.loads(socket.frame()["payload"])["content"] == rest["content"]
