"""One message in the bytes of both transports, encoded once for all (reference: streaming.md §4, §5)."""

from __future__ import annotations

from functools import cached_property

import msgspec

_encode = msgspec.json.Encoder().encode


class Frame:
    """`data`: the JSON of an entity, or a bare id."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        # Rails writes these so: many a client takes them for line ends.
        self.data = data.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")

    @cached_property
    def event(self) -> bytes:
        """As a server-sent event."""
        return b"event: %b\ndata: %b\n\n" % (self.name.encode(), self.data)

    @cached_property
    def tail(self) -> str:
        """As the end of a WebSocket frame, behind the name of the stream; the payload is a string."""
        return f',"event":{_text(self.name)},"payload":{_text(self.data.decode())}}}'


def head(label: list[object]) -> str:
    """How the WebSocket frames of a subscription begin."""
    return f'{{"stream":{_encode(label).decode()}'


def _text(value: str) -> str:
    return _encode(value).decode()
