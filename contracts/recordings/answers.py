"""Writes a server's response down in the recordings' own format."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

import msgspec

from contracts.recordings.scenes import Json

UNRECORDED_HEADERS = frozenset(
    {
        "date", "x-request-id", "x-runtime", "set-cookie", "server", "content-length", "accept-ranges",
        "keep-alive", "sec-websocket-accept", "sec-websocket-extensions",
    }
)  # fmt: skip
"""Headers that change with every answer, or are the transport's own."""

FILE_TYPES = ("image/", "audio/", "video/", "application/octet-stream", "application/pdf")
DECODED_BESIDE = "(JSON text, decoded beside)"

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass
class Response:
    """What came back: header names in lower case, values of repeated ones joined; cookies apart."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cookies: list[str] = field(default_factory=list)
    crash: str = ""
    """The traceback if the application raised instead of answering."""

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    def json(self) -> Json:
        """The body if it is JSON, else None."""
        return parse(self.body.decode(errors="replace")) if "json" in self.content_type else None


def parse(text: str) -> Json:
    """The JSON value in a text, None if it is none."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, ValueError):
        return None


def write_down(response: Response, method: str = "GET") -> dict[str, Json]:
    """The `answer` of a call: `status`, `headers`, one of `body`, `text`, `html` (with `title`), `bytes`."""
    answer: dict[str, Json] = {
        "status": response.status,
        "headers": {
            name: value for name, value in response.headers.items() if name not in UNRECORDED_HEADERS
        },
    }
    kind, body = response.content_type, response.body
    if response.status in {204, 304} or (not kind and not body):
        return answer
    text = body.decode(errors="replace")
    if "json" in kind and method != "HEAD" and body and (parsed := _decoded(body)) is not _NOTHING:
        answer["body"] = parsed
    elif kind.startswith("text/html"):
        answer["html"] = "(page of some length)" if body else "(page of no length)"
        if title := _TITLE.search(text):
            answer["title"] = title[1]
    elif kind.startswith(FILE_TYPES):
        answer["bytes"] = len(body)
    elif body or "json" in kind:
        answer["text"] = text
    return answer


_NOTHING = object()


def _decoded(body: bytes) -> Json:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, ValueError):
        return _NOTHING


def plain_title(title: str) -> str:
    """A title without entities and line breaks."""
    return " ".join(html.unescape(title).split())


class EventLines:
    """Reads the bytes of an event stream as they come; `entries` are as the recordings write them."""

    def __init__(self) -> None:
        self._rest = b""
        self._event: str | None = None
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> list[dict[str, Json]]:
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        return [entry for line in lines if (entry := self._line(line.decode(errors="replace"))) is not None]

    def _line(self, line: str) -> dict[str, Json] | None:
        line = line.removesuffix("\r")
        if line.startswith(":"):
            return {"comment": line}
        name, _, value = line.partition(":")
        if name == "event":
            self._event = value.removeprefix(" ")
        elif name == "data":
            self._data.append(value.removeprefix(" "))
        elif not line and (self._event is not None or self._data):
            data, parsed = "\n".join(self._data), parse("\n".join(self._data))
            entry = (
                {"event": self._event, "json": parsed}
                if _nested(parsed)
                else {"event": self._event, "data": data}
            )
            self._event, self._data = None, []
            return entry
        return None


def frame(text: str) -> dict[str, Json]:
    """A WebSocket text frame as the recordings write it."""
    content = parse(text)
    if not isinstance(content, dict):
        return {"frame": text}
    payload = parse(content["payload"]) if isinstance(content.get("payload"), str) else None
    if not _nested(payload):
        return {"frame": content}
    return {"frame": {**content, "payload": DECODED_BESIDE}, "payload": payload}


def _nested(value: Json) -> bool:
    return isinstance(value, dict | list)
