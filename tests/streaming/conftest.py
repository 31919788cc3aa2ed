"""Three people on a fake that answers over real HTTP, and what it takes to listen to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import uuid4

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from mockserver.domain.outbox import Channel, Message
from mockserver.testing import Fake, fake

WORLD = {
    "apps": [{"name": "Bot", "scopes": "read write follow"}],
    "accounts": [
        {"username": name, "email": f"{name}@mail.example", "password": f"{name}-password"}
        for name in ("alice", "bob", "carol")
    ],
    "tokens": [
        {"name": name, "account": name, "scopes": "read write follow"} for name in ("alice", "bob", "carol")
    ]
    + [
        {"name": "statuses_only", "account": "alice", "scopes": "read:statuses"},
        {"name": "notifications_only", "account": "alice", "scopes": "read:notifications"},
        {"name": "writer", "account": "alice", "scopes": "write"},
    ],
    "remote_accounts": [{"username": "rem", "domain": "remote.example"}],
}
PATIENCE = 5.0
MARK = "mark-"

Told = tuple[str, Any]
"""Event and payload, decoded where it is JSON."""


class Stage:
    """The server, callers, and open streams, which are closed at the end."""

    def __init__(self, server: Fake, closing: ExitStack) -> None:
        self.server = server
        self._closing = closing
        self.http = closing.enter_context(httpx.Client(base_url=server.base_url, timeout=PATIENCE))
        self.ids: dict[str, int] = {
            name: int(id) for name, id in server.instance.names["accounts"].items() if "@" not in name
        }

    def call(self, who: str | None, method: str, path: str, **form: Any) -> Any:
        """The JSON of the answer; `form` is sent as JSON, in the query for GET."""
        headers = {"Authorization": f"Bearer {self.server.tokens[who]}"} if who else {}
        query, body = (form, None) if method == "GET" else (None, form)
        answer = self.http.request(method, path, headers=headers, params=query, json=body)
        answer.raise_for_status()
        return answer.json()

    def post(self, who: str, text: str, **more: Any) -> Any:
        return self.call(who, "POST", "/api/v1/statuses", status=text, **more)

    def follow(self, who: str, whom: str) -> None:
        self.call(who, "POST", f"/api/v1/accounts/{self.ids[whom]}/follow")

    def listen(self, who: str, path: str, **query: str) -> Events:
        return Events(self, self._closing, who, path, query)

    def open(
        self, address: str = "/api/v1/streaming", protocols: list[Subprotocol] | None = None, **headers: str
    ) -> Socket:
        url = self.server.base_url.replace("http", "ws", 1) + address
        opening = connect(url, additional_headers=headers, subprotocols=protocols, compression=None)
        return Socket(self, self._closing.enter_context(opening))

    def socket(self, who: str, *streams: dict[str, Any]) -> Socket:
        opened = self.open(Authorization=f"Bearer {self.server.tokens[who]}")
        for stream in streams:
            opened.subscribe(**stream)
        opened.exchange()
        return opened

    def tell(self, channel: Channel, text: str) -> None:
        message = Message((channel,), "delete", "text", text=text)
        self.server.call(lambda: self.server.instance.hub.publish([message]))


class Events:
    """An open event stream."""

    def __init__(self, stage: Stage, closing: ExitStack, who: str, path: str, query: dict[str, str]) -> None:
        self._stage = stage
        headers = {"Authorization": f"Bearer {stage.server.tokens[who]}"}
        opening = stage.http.stream("GET", f"/api/v1/streaming/{path}", headers=headers, params=query)
        self.answer = closing.enter_context(opening)
        assert self.answer.status_code == 200
        self._lines = self.answer.iter_lines()
        assert self.line() == ":)"

    def line(self) -> str:
        return next(self._lines)

    def next(self) -> Told:
        event, data, end = self.line(), self.line(), self.line()
        assert event.startswith("event: ") and data.startswith("data: ") and end == ""
        return event.removeprefix("event: "), _decoded(data.removeprefix("data: "))

    def told(self, channel: Channel) -> list[Told]:
        """What has come so far; `channel`: one that the stream hears."""
        mark = f"{MARK}{uuid4()}"  # others who hear the channel get it, too
        self._stage.tell(channel, mark)
        told = list(iter(self.next, ("delete", mark)))
        return [(event, data) for event, data in told if not str(data).startswith(MARK)]

    def ended(self) -> bool:
        return next(self._lines, None) is None


class Socket:
    """An open WebSocket."""

    def __init__(self, stage: Stage, connection: ClientConnection) -> None:
        self._stage = stage
        self.connection = connection

    def send(self, text: str | bytes) -> None:
        self.connection.send(text)

    def subscribe(self, **what: Any) -> None:
        self.send(json.dumps({"type": "subscribe"} | what))

    def unsubscribe(self, **what: Any) -> None:
        self.send(json.dumps({"type": "unsubscribe"} | what))

    def frame(self) -> dict[str, Any]:
        frame = json.loads(self.connection.recv(timeout=PATIENCE))
        assert isinstance(frame, dict)
        return frame

    def exchange(self) -> list[dict[str, Any]]:
        """The frames that came until all that was sent has been heard: a mistake whose answer is known."""
        self.unsubscribe(stream="no such stream")
        return list(iter(self.frame, {"error": "Error unsubscribing from channel"}))

    def told(self) -> list[tuple[Any, str, Any]]:
        """Stream, event, payload of what has come so far."""
        return [(f["stream"], f["event"], _decoded(f["payload"])) for f in self.exchange()]


def _decoded(data: str) -> Any:
    return json.loads(data) if data[:1] in "{[" else data


@pytest.fixture
def stage() -> Iterator[Stage]:
    with fake(WORLD) as server, ExitStack() as closing:
        yield Stage(server, closing)
