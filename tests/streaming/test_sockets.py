"""Many subscriptions on one WebSocket. Truth: recordings streaming/tokens_ws, ws_url, ws_opcodes, list_errors
and public_ws."""

from __future__ import annotations

import socket
from contextlib import closing, suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from mockserver.streaming import names
from tests.streaming.conftest import PATIENCE, Stage

UNKNOWN = {"error": "Unknown stream type", "status": 400}
NO_TAG = {"error": "Missing tag name parameter", "status": 400}
NO_LIST = {"error": "Missing list name parameter", "status": 400}
ODD_TAG = {"error": "An unexpected error occurred", "status": 500}
NOT_YOURS = {"error": "Not authorized to stream this list", "status": 401}


def token(stage: Stage) -> str:
    return stage.server.tokens["alice"]


def test_an_upgrade_without_a_good_token_is_refused_in_headers(stage: Stage) -> None:
    nonsense = {"Authorization": "Bearer nonsense"}
    for protocols, headers, message in (
        (None, {}, "Missing access token"),
        (None, nonsense, "Invalid access token"),
        ([Subprotocol(token(stage)), Subprotocol("chat")], {}, "Invalid access token"),
    ):
        with pytest.raises(InvalidStatus) as refused:
            stage.open("/api/v1/streaming?stream=user", protocols, **headers)
        answer = refused.value.response
        assert (answer.status_code, bytes(answer.body)) == (401, b"")
        assert answer.headers["X-Error-Message"] == message
        assert answer.headers["Content-Type"] == "text/plain"


def test_the_token_may_be_the_protocol_and_is_echoed(stage: Stage) -> None:
    opened = stage.open("/api/v1/streaming", [Subprotocol(token(stage))])
    assert opened.connection.response is not None
    assert opened.connection.response.headers["Sec-WebSocket-Protocol"] == token(stage)
    assert opened.connection.response.headers["X-Request-Id"]


def hand_opened(stage: Stage, version: str) -> tuple[socket.socket, bytes]:
    """A socket without a client's library behind it, and the answer to its upgrade."""
    host, port = stage.server.base_url.partition("://")[2].split(":")
    opened = socket.create_connection((host, int(port)), timeout=PATIENCE)
    opened.sendall(
        f"GET /?stream=user&access_token={token(stage)} HTTP/1.1\r\nHost: {host}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Version: {version}\r\n\r\n".encode()
    )
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += opened.recv(4096)
    return opened, answer


def test_the_eighth_version_of_the_protocol_is_taken_too(stage: Stage) -> None:
    opened, answer = hand_opened(stage, "8")
    with closing(opened):
        assert answer.startswith(b"HTTP/1.1 101 ")
        stage.tell(("user", stage.ids["alice"]), "1")
        assert opened.recv(4096)[2:] == b'{"stream":["user"],"event":"delete","payload":"1"}'


def test_one_who_answers_no_ping_is_dropped_without_a_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = stage.server._server.config
    monkeypatch.setattr(config, "ws_ping_interval", 0.02)
    monkeypatch.setattr(config, "ws_ping_timeout", 0.02)
    opened, _ = hand_opened(stage, "13")
    with closing(opened):
        assert opened.recv(4096)[:1] == b"\x89", "no ping"
        with suppress(ConnectionResetError):
            assert opened.recv(4096) == b""


def test_any_path_is_upgraded_and_the_address_may_name_a_stream(stage: Stage) -> None:
    address = f"/anything/at/all?stream=hashtag&tag=%23Caf%C3%A9&access_token={token(stage)}"
    opened = stage.open(address)
    silent = stage.open(f"/api/v1/streaming/user?access_token={token(stage)}")
    opened.exchange()
    posted = stage.post("alice", "un #cafe")
    [(stream, event, payload)] = opened.told()
    assert (stream, event, payload["id"]) == (["hashtag", "#Café"], "update", posted["id"])
    assert silent.exchange() == []


def test_a_mistake_in_the_address_comes_as_a_frame(stage: Stage) -> None:
    for query, frame in (
        ("stream=nothing", UNKNOWN),
        ("stream=hashtag", NO_TAG),
        ("stream=hashtag&tag=a&tag=b", ODD_TAG),
    ):
        assert stage.open(f"/x?{query}&access_token={token(stage)}").frame() == frame


REFUSED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"stream": "nothing"}, UNKNOWN),
    ({"stream": "USER"}, UNKNOWN),
    ({"stream": None}, UNKNOWN),
    ({"stream": 1}, UNKNOWN),
    ({"stream": []}, UNKNOWN),
    ({"stream": {}}, UNKNOWN),
    ({}, UNKNOWN),
    ({"stream": "hashtag"}, NO_TAG),
    ({"stream": "hashtag", "tag": 0}, NO_TAG),
    ({"stream": "hashtag", "tag": 1}, ODD_TAG),
    ({"stream": "hashtag", "tag": ["a"]}, ODD_TAG),
    ({"stream": "hashtag", "tag": []}, ODD_TAG),
    ({"stream": "hashtag", "tag": {}}, ODD_TAG),
    ({"stream": "list"}, NO_LIST),
    ({"stream": "list", "list": False}, NO_LIST),
    ({"stream": "list", "list": []}, NOT_YOURS),
    ({"stream": "list", "list": "999"}, NOT_YOURS),
    ({"stream": "list", "list": 1.5}, NOT_YOURS),
    ({"stream": "list", "list": True}, NOT_YOURS),
]


@pytest.mark.parametrize(("what", "frame"), REFUSED)
def test_a_refused_subscription_leaves_the_socket_open(
    stage: Stage, what: dict[str, Any], frame: dict[str, Any]
) -> None:
    opened = stage.socket("alice")
    opened.subscribe(**what)
    assert opened.exchange() == [frame]
    opened.unsubscribe(**what)
    assert opened.frame() == {"error": "Error unsubscribing from channel"}


def test_a_lacking_scope_comes_as_a_frame(stage: Stage) -> None:
    opened = stage.socket("writer", {"stream": "public"})
    opened.subscribe(stream="user")
    assert opened.exchange() == [
        {"error": "Access token does not have the required scopes", "status": 401},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "null",
        "1",
        '"subscribe"',
        "[]",
        "{}",
        '{"type":"SUBSCRIBE","stream":"user"}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_what_is_no_command_is_ignored(stage: Stage, text: str) -> None:
    opened = stage.socket("alice")
    opened.send(text)
    assert opened.exchange() == []


def test_what_fails_when_a_stream_is_opened_is_told_and_the_socket_lives_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no database")

    opened = stage.socket("alice")
    address = f"/api/v1/streaming/public?access_token={token(stage)}"
    with monkeypatch.context() as patch:
        patch.setattr(names, "resolve", fails)
        opened.subscribe(stream="public")
        assert opened.frame() == ODD_TAG
        opened.unsubscribe(stream="public")
        assert opened.frame() == {"error": "Error unsubscribing from channel"}
        answer = stage.http.get(address)
        assert (answer.status_code, answer.json()) == (500, {"error": "An unexpected error occurred"})
    with monkeypatch.context() as patch:
        patch.setattr(stage.server.instance.sessions, "find", fails)
        with pytest.raises(InvalidStatus) as refused:
            stage.open(address)
        assert refused.value.response.status_code == 500
        assert refused.value.response.headers["X-Error-Message"] == "An unexpected error occurred"
    assert "no database" in caplog.text
    assert opened.exchange() == []


def test_a_stream_is_told_once_however_often_it_was_asked_for(stage: Stage) -> None:
    opened = stage.socket(
        "alice",
        {"stream": "hashtag", "tag": "Cats"},
        {"stream": "hashtag", "tag": "cats"},
        {"stream": ["public", "user"]},
        {"stream": "public"},
        {"stream": "public:local"},
        {"stream": "public:remote"},
    )
    stage.post("bob", "#cats")
    assert [stream for stream, *_ in opened.told()] == [["hashtag", "Cats"], ["public"], ["public:local"]]
    opened.unsubscribe(stream="hashtag", tag="#CATS")
    opened.unsubscribe(stream="public")
    opened.unsubscribe(stream="user")
    assert opened.exchange() == []
    stage.post("bob", "#cats again")
    assert [stream for stream, *_ in opened.told()] == [["public:local"]]


def test_the_label_of_a_list_is_what_was_sent(stage: Stage) -> None:
    stage.follow("alice", "bob")
    made = int(stage.call("alice", "POST", "/api/v1/lists", title="friends")["id"])
    stage.call("alice", "POST", f"/api/v1/lists/{made}/accounts", account_ids=[str(stage.ids["bob"])])
    opened = stage.socket("alice", {"stream": "list", "list": made}, {"stream": "list", "list": str(made)})
    stage.post("bob", "hello")
    assert [stream for stream, *_ in opened.told()] == [["list", made]]


def test_a_notification_comes_once_for_each_of_both_streams(stage: Stage) -> None:
    opened = stage.socket("alice", {"stream": "user"}, {"stream": "user:notification"})
    stage.follow("bob", "alice")
    assert [(stream, event) for stream, event, _ in opened.told()] == [
        (["user"], "notification"),
        (["user:notification"], "notification"),
    ]


def test_an_id_is_a_payload_without_quotes_of_its_own(stage: Stage) -> None:
    posted = stage.post("alice", "goes")
    opened = stage.socket("alice", {"stream": "user"})
    stage.call("alice", "DELETE", f"/api/v1/statuses/{posted['id']}")
    assert opened.exchange() == [{"stream": ["user"], "event": "delete", "payload": posted["id"]}]


def test_binary_frames_close_the_socket(stage: Stage) -> None:
    opened = stage.socket("alice", {"stream": "user"})
    opened.send(b"{}")
    with pytest.raises(ConnectionClosed) as closed:
        opened.connection.recv(timeout=PATIENCE)
    assert closed.value.rcvd is not None
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (
        1003,
        "The mastodon streaming server does not support binary messages",
    )


def test_a_revoked_token_closes_its_sockets_without_a_code(stage: Stage) -> None:
    opened = stage.socket("alice")
    app = stage.server.instance.names["apps"]["Bot"]
    secrets = {"client_id": app["client_id"], "client_secret": app["client_secret"], "token": token(stage)}
    stage.http.post("/oauth/revoke", data=secrets)
    with pytest.raises(ConnectionClosed) as closed:
        opened.connection.recv(timeout=PATIENCE)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1005
