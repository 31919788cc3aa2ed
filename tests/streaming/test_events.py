"""Event streams from opening to end. Truth: recordings streaming/tokens_sse, health_and_paths, scopes_sse."""

from __future__ import annotations

import threading
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from mockserver.streaming import events, hub
from tests.streaming.conftest import PATIENCE, Stage

ROOT = "/api/v1/streaming"
EXPRESS = {"x-powered-by": "Express", "access-control-allow-origin": "*"}


def test_a_stream_has_its_own_headers_and_no_length(stage: Stage) -> None:
    headers = stage.listen("alice", "user").answer.headers
    assert headers["content-type"] == "text/event-stream"
    assert headers["cache-control"] == "private, no-store"
    assert headers["transfer-encoding"] == "chunked"
    assert EXPRESS.items() <= dict(headers).items()
    assert "x-ratelimit-limit" not in headers and headers["x-request-id"]
    told, now = parsedate_to_datetime(headers["date"]), stage.server.instance.clock.now() / 1000
    assert abs(told.timestamp() - now) < PATIENCE


@pytest.mark.parametrize("path", ["/health", "/health/", "/health?access_token=nonsense"])
def test_health_is_told_to_anybody(stage: Stage, path: str) -> None:
    answer = stage.http.get(ROOT + path)
    assert (answer.status_code, answer.text) == (200, "OK")
    assert answer.headers["content-type"] == "text/plain"


@pytest.mark.parametrize(
    "path", ["", "/", "/nothing", "/user/", "/USER", "//user", "/public/media", "/public:local"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_only_exact_paths_are_streams_and_nobody_needs_a_token_to_hear_so(
    stage: Stage, method: str, path: str
) -> None:
    answer = stage.http.request(method, ROOT + path)
    assert (answer.status_code, answer.json()) == (400, {"error": "Unknown channel requested"})
    assert answer.headers["content-type"] == "application/json"


def test_other_methods_find_nothing_once_the_token_is_good(stage: Stage) -> None:
    answer = stage.http.post(f"{ROOT}/user")
    assert (answer.status_code, answer.json()) == (401, {"error": "Missing access token"})
    answer = stage.http.post(f"{ROOT}/user", headers={"Authorization": stage.server.tokens["alice"]})
    assert answer.status_code == 404
    assert "<title>Error</title>" in answer.text and f"Cannot POST {ROOT}/user" in answer.text


def test_any_path_may_be_asked_for_from_any_page(stage: Stage) -> None:
    answer = stage.http.options(
        f"{ROOT}/nothing", headers={"Access-Control-Request-Headers": "authorization"}
    )
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-headers"] == "authorization"
    assert answer.headers["access-control-allow-methods"] == "GET,HEAD,PUT,PATCH,POST,DELETE"


TOKEN_PLACES: list[tuple[dict[str, str], dict[str, str], str | None]] = [
    ({}, {}, "Missing access token"),
    ({"Authorization": ""}, {}, "Missing access token"),
    ({"Authorization": "Bearer TOKEN"}, {}, None),
    ({"Authorization": "TOKEN"}, {}, None),
    ({"Authorization": "bearer TOKEN"}, {}, "Invalid access token"),
    ({"Authorization": "Bearer  TOKEN"}, {}, "Invalid access token"),
    ({"Authorization": "Bearer nonsense"}, {"access_token": "TOKEN"}, "Invalid access token"),
    ({}, {"access_token": "TOKEN"}, None),
    ({}, {"access_token": ""}, "Missing access token"),
    ({}, {"bearer_token": "TOKEN"}, "Missing access token"),
    ({"Sec-WebSocket-Protocol": "TOKEN"}, {}, None),
    ({"Sec-WebSocket-Protocol": "TOKEN"}, {"access_token": "nonsense"}, "Invalid access token"),
    ({"Cookie": "access_token=TOKEN"}, {}, "Missing access token"),
]


@pytest.mark.parametrize(("headers", "query", "error"), TOKEN_PLACES)
def test_the_first_place_of_a_token_counts(
    stage: Stage, headers: dict[str, str], query: dict[str, str], error: str | None
) -> None:
    def fill(given: dict[str, str]) -> dict[str, str]:
        return {name: value.replace("TOKEN", stage.server.tokens["alice"]) for name, value in given.items()}

    with stage.http.stream("GET", f"{ROOT}/user", headers=fill(headers), params=fill(query)) as answer:
        if error is None:
            assert answer.status_code == 200
        else:
            answer.read()
            assert (answer.status_code, answer.json()) == (401, {"error": error})


def test_a_token_given_twice_is_none(stage: Stage) -> None:
    token = stage.server.tokens["alice"]
    answer = stage.http.get(f"{ROOT}/user", params=[("access_token", token), ("access_token", token)])
    assert answer.json() == {"error": "Invalid access token"}


SCOPES = [
    ("writer", "public", False),
    ("statuses_only", "user", True),
    ("statuses_only", "public", True),
    ("statuses_only", "user/notification", False),
    ("notifications_only", "user", False),
    ("notifications_only", "direct", False),
    ("notifications_only", "user/notification", True),
]


@pytest.mark.parametrize(("token", "path", "opens"), SCOPES)
def test_scopes_are_compared_as_they_are_written(stage: Stage, token: str, path: str, opens: bool) -> None:
    headers = {"Authorization": f"Bearer {stage.server.tokens[token]}"}
    with stage.http.stream("GET", f"{ROOT}/{path}", headers=headers) as answer:
        assert answer.status_code == (200 if opens else 401)
        if not opens:
            answer.read()
            assert answer.json() == {"error": "Access token does not have the required scopes"}


def test_without_the_scope_of_notifications_home_is_told_alone(stage: Stage) -> None:
    stage.follow("alice", "bob")
    whole, part = stage.listen("alice", "user"), stage.listen("statuses_only", "user")
    stage.post("bob", "hello @alice")
    home = ("user", stage.ids["alice"])
    assert sorted(event for event, _ in whole.told(home)) == ["notification", "update"]
    assert [event for event, _ in part.told(home)] == ["update"]


PARAMETERS: list[tuple[str, dict[str, str], int, str]] = [
    ("hashtag", {}, 400, "Missing tag name parameter"),
    ("hashtag/local", {"tag": ""}, 400, "Missing tag name parameter"),
    ("list", {}, 400, "Missing list name parameter"),
    ("list", {"list": "1"}, 401, "Not authorized to stream this list"),
    ("list", {"list": "nonsense"}, 401, "Not authorized to stream this list"),
    ("list", {"list": "9" * 30}, 401, "Not authorized to stream this list"),
]


@pytest.mark.parametrize(("path", "query", "status", "error"), PARAMETERS)
def test_what_a_stream_needs_to_know(
    stage: Stage, path: str, query: dict[str, str], status: int, error: str
) -> None:
    headers = {"Authorization": f"Bearer {stage.server.tokens['alice']}"}
    answer = stage.http.get(f"{ROOT}/{path}", headers=headers, params=query)
    assert (answer.status_code, answer.json()) == (status, {"error": error})


def test_a_tag_given_twice_is_refused(stage: Stage) -> None:
    headers = {"Authorization": f"Bearer {stage.server.tokens['alice']}"}
    answer = stage.http.get(f"{ROOT}/hashtag?tag=a&tag=b", headers=headers)
    assert answer.status_code == 400


def test_lists_are_heard_by_their_owner_and_by_their_id_as_it_is(stage: Stage) -> None:
    stage.follow("alice", "bob")
    made = stage.call("alice", "POST", "/api/v1/lists", title="friends")["id"]
    stage.call("alice", "POST", f"/api/v1/lists/{made}/accounts", account_ids=[str(stage.ids["bob"])])
    heard, silent = stage.listen("alice", "list", list=made), stage.listen("alice", "list", list=f"0{made}")
    posted = stage.post("bob", "hello")
    assert heard.next()[1]["id"] == posted["id"]
    assert silent.told(("list", f"0{made}")) == []
    headers = {"Authorization": f"Bearer {stage.server.tokens['bob']}"}
    assert stage.http.get(f"{ROOT}/list", params={"list": made}, headers=headers).status_code == 401


def test_a_heartbeat_comes_again_and_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.01)
    stream = stage.listen("alice", "user")
    assert [stream.line(), stream.line()] == [":thump", ":thump"]


def test_moving_the_clock_brings_the_heartbeat_that_has_come_due(stage: Stage) -> None:
    stream, home = stage.listen("alice", "user"), ("user", stage.ids["alice"])
    stage.server.advance(14)
    stage.tell(home, "1")
    assert stream.next() == ("delete", "1")
    stage.server.advance(3)
    stage.server.advance(40)
    stage.tell(home, "2")
    assert [stream.line(), stream.line(), stream.next()] == [":thump", ":thump", ("delete", "2")]


def test_a_revoked_token_ends_its_streams_and_no_others(stage: Stage) -> None:
    ending, staying = stage.listen("alice", "user"), stage.listen("statuses_only", "user")
    app = stage.server.instance.names["apps"]["Bot"]
    token = stage.server.tokens["alice"]
    answer = stage.http.post(
        "/oauth/revoke",
        data={"client_id": app["client_id"], "client_secret": app["client_secret"], "token": token},
    )
    assert answer.status_code == 200
    assert ending.ended()
    assert staying.told(("user", stage.ids["alice"])) == []
    answer = stage.http.get(f"{ROOT}/user", headers={"Authorization": f"Bearer {token}"})
    assert answer.json() == {"error": "Invalid access token"}


def test_streams_end_when_the_server_stops(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "TICK", 0.01)
    stream, socket = stage.listen("alice", "user"), stage.socket("alice")
    stage.server.instance.hub.stopping = lambda: True
    assert stream.ended()
    assert list(socket.connection) == []


def test_what_falls_due_is_told_without_anybody_asking(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "TICK", 0.01)
    status = stage.post("alice", "a poll", poll={"options": ["a", "b"], "expires_in": 300})
    stage.call("bob", "POST", f"/api/v1/polls/{status['poll']['id']}/votes", choices=[0])
    stream = stage.listen("bob", "user/notification")
    clock = stage.server.instance.clock
    monkeypatch.setattr(clock, "on_move", lambda: None)
    stage.server.call(lambda: clock.advance(301))
    event, payload = stream.next()
    assert (event, payload["type"]) == ("notification", "poll")


def test_listeners_go_on_hearing_and_are_let_go_at_the_end_whatever_fails_that_has_fallen_due(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hub, "TICK", 0.01)
    stream, home = stage.listen("alice", "user"), ("user", stage.ids["alice"])
    instance, failed = stage.server.instance, threading.Event()

    def fail() -> None:
        failed.set()
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(instance, "run_due", fail)
        assert failed.wait(PATIENCE)
        failed.clear()
        assert failed.wait(PATIENCE), "tried but once"
        stage.tell(home, "1")
        assert stream.next() == ("delete", "1")
        assert "the disk is full" in caplog.text
        instance.hub.stopping = lambda: True
        assert stream.ended()


def test_leaving_ends_the_listening(stage: Stage) -> None:
    known: dict[Any, Any] = stage.server.instance.hub._listeners
    token = stage.server.tokens["alice"]
    address = f"{stage.server.base_url}{ROOT}/user?access_token={token}"
    with httpx.stream("GET", address) as answer:
        lines = answer.iter_lines()
        assert next(lines) == ":)"
        assert known
    while known:
        stage.http.get(f"{ROOT}/health")
