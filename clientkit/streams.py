"""Streams without I/O: events out of bytes and frames, and a life with lost connections.

https://docs.joinmastodon.org/methods/streaming/. Nothing is replayed after a reconnection: what happened in
between has to be fetched by REST, so every event says on which connection it came.
"""

from __future__ import annotations

import codecs
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from urllib.parse import quote, urlencode

import msgspec

from clientkit.decoding import parse
from clientkit.entities import Announcement, Conversation, Notification, Reaction, Status
from clientkit.errors import error_of
from clientkit.session import Session, backoff
from clientkit.wire import Failure, Request, Response, Sleep

Payload: TypeAlias = Status | Notification | Conversation | Announcement | Reaction | str
Transport = Literal["sse", "websocket"]

PAYLOADS: dict[str, Any] = {
    "update": Status,
    "status.update": Status,
    "notification": Notification,
    "conversation": Conversation,
    "announcement": Announcement,
    "announcement.reaction": Reaction,
}
"""What stands in an event's payload; in all others it is a text: the id of what was deleted, "1", or ""."""

STALL = 60.0
"""Seconds of silence after which a connection counts as lost: a server sends a heartbeat every 15 or 30."""

ATTEMPTS = 10
"""How many connections may fail one after the other."""


@dataclass(frozen=True)
class StreamEvent:
    """`stream`: ("user",) or ("hashtag", "cats"). `connection`: 1 for the first, one more after each loss."""

    name: str
    payload: Payload
    stream: tuple[str, ...] = ()
    connection: int = 1


@dataclass(frozen=True)
class Subscription:
    """`name` as on a WebSocket: "user", "public:local:media"; "hashtag" with `tag`, "list" with `list`."""

    name: str
    tag: str | None = None
    list: str | None = None

    @property
    def label(self) -> tuple[str, ...]:
        return tuple(part for part in (self.name, self.tag, self.list) if part is not None)

    def path(self) -> str:
        """Of the event stream: `public:local:media` → `/api/v1/streaming/public/local?only_media=true`."""
        parts = self.name.split(":")
        query = {"tag": self.tag, "list": self.list, "only_media": "true" if parts[-1] == "media" else None}
        asked = urlencode({key: value for key, value in query.items() if value is not None})
        path = "/".join(quote(part, safe="") for part in parts if part != "media")
        return f"/api/v1/streaming/{path}" + (f"?{asked}" if asked else "")

    def frame(self) -> str:
        """The message that subscribes on a WebSocket."""
        named = {"type": "subscribe", "stream": self.name, "tag": self.tag, "list": self.list}
        return msgspec.json.encode({k: v for k, v in named.items() if v is not None}).decode()


# --- what a stream wants of its driver, beside Request and Sleep


@dataclass(frozen=True)
class Open:
    """Connect: to an event stream (http, https) or a WebSocket (ws, wss). Answered with the head of the
    answer (a refusal with its body), or a Failure. `stall`: seconds of silence that count as a loss."""

    request: Request
    stall: float


@dataclass(frozen=True)
class Opened:
    """All is subscribed to."""


@dataclass(frozen=True)
class Send:
    """Send a text frame. Answered with a Failure or None."""

    text: str


@dataclass(frozen=True)
class Receive:
    """Answered with bytes of the event stream or a text frame; None at the orderly end; a Failure."""


@dataclass(frozen=True)
class Close:
    """Close the connection, if one is open."""


Command: TypeAlias = Request | Sleep | Open | Opened | Send | Receive | Close | StreamEvent
Outcome: TypeAlias = Response | Failure | bytes | str | None
StreamFlow: TypeAlias = Generator[Command, Any, None]


def stream(
    session: Session,
    subscriptions: Sequence[Subscription],
    transport: Transport = "sse",
    *,
    reconnect: bool = True,
    stall: float = STALL,
) -> StreamFlow:
    """Events, until the driver stops asking. Raises ApiError when the server refuses for good.

    An event stream carries one subscription, a WebSocket any number.
    """
    base = yield from session.find_streaming()
    opening, greetings = _opening(session, base, subscriptions, transport)
    connections = failures = 0
    while True:
        outcome: Outcome = yield Open(opening, stall)
        if isinstance(outcome, Response) and outcome.status < 300:
            connections += 1
            outcome = None
            for text in greetings:
                outcome = outcome or (yield Send(text))
            if outcome is None:
                yield Opened()
                events = FrameReader() if transport == "websocket" else SseReader(subscriptions[0].label)
                while isinstance(outcome := (yield Receive()), (bytes, str)):
                    failures = 0
                    for name, data, label in events.feed(outcome):
                        yield StreamEvent(name, payload_of(name, data), label, connections)
        yield Close()
        refused = error_of("streaming", outcome) if isinstance(outcome, Response) else None
        error = outcome.error if isinstance(outcome, Failure) else refused
        final = refused is not None and refused.status < 500 and refused.status != 429
        if final or failures >= ATTEMPTS or not reconnect:
            if error is not None:
                raise error
            return
        yield Sleep(backoff(failures, session.jitter()))
        failures += 1


def _opening(
    session: Session, base: str, subscriptions: Sequence[Subscription], transport: Transport
) -> tuple[Request, list[str]]:
    """The request that opens the connection, and the frames to send on it."""
    secure = base.startswith(("https:", "wss:"))
    host = base.partition("://")[2]
    if transport == "websocket":
        url = f"{'wss' if secure else 'ws'}://{host}/api/v1/streaming"
        return Request("GET", url, session.headers(url)), [one.frame() for one in subscriptions]
    if len(subscriptions) != 1:
        raise ValueError("an event stream carries one subscription; use transport='websocket' for several")
    url = f"{'https' if secure else 'http'}://{host}{subscriptions[0].path()}"
    return Request("GET", url, session.headers(url) | {"Accept": "text/event-stream"}), []


Named: TypeAlias = tuple[str, str, tuple[str, ...]]
"""An event's name, data and stream."""


class SseReader:
    """https://html.spec.whatwg.org/multipage/server-sent-events.html, fed with chunks cut anywhere."""

    def __init__(self, label: tuple[str, ...] = ()) -> None:
        self.label = label
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._rest = ""
        self._name = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes | str) -> Iterator[Named]:
        text = self._rest + (chunk if isinstance(chunk, str) else self._decode(chunk))
        # A CR at the end may be the first half of CRLF.
        held = "\r" if text.endswith("\r") else ""
        lines = text.removesuffix(held).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = lines.pop() + held
        for line in lines:
            yield from self._line(line)

    def _line(self, line: str) -> Iterable[Named]:
        if line:
            self._field(*line.split(":", 1))
            return ()
        name, data = self._name or "message", "\n".join(self._data)
        complete, self._name, self._data = bool(self._data), "", []
        return [(name, data, self.label)] if complete else ()

    def _field(self, name: str, value: str = "") -> None:
        """A line that begins with a colon is a comment: `:thump`."""
        value = value.removeprefix(" ")
        if name == "event":
            self._name = value
        elif name == "data":
            self._data.append(value)


class FrameReader:
    """Frames of a WebSocket. Raises ApiError for a refused subscription, which is told in a frame."""

    def feed(self, frame: bytes | str) -> Iterator[Named]:
        try:
            told = msgspec.json.decode(frame)
        except msgspec.DecodeError:
            return
        if not isinstance(told, dict):
            return
        if "error" in told:
            status = told["status"] if isinstance(told.get("status"), int) else 400
            raise error_of("streaming", Response(status, {}, msgspec.json.encode(told)))
        if isinstance(told.get("event"), str):
            yield told["event"], _text(told.get("payload", "")), tuple(map(_text, told.get("stream") or ()))


def _text(value: Any) -> str:
    """Some servers send objects where Mastodon sends their JSON as a text."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def payload_of(name: str, data: str) -> Payload:
    """The entity of an event; what cannot be read as one stays a text."""
    kind = PAYLOADS.get(name)
    if kind is None:
        return data
    try:
        payload: Payload = parse(kind, data)
    except msgspec.MsgspecError:
        return data
    return payload
