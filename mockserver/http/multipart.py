"""The parts of a multipart body, as strictly as Rack splits them.

Line ends are CRLF, the last boundary closes, every part has a name; text around the parts is ignored, names
need no quotes. Facts: recording errors/malformed_multipart; https://www.rfc-editor.org/rfc/rfc7578
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

_BOUNDARY = re.compile(r'boundary="?([^";,]+)"?', re.I)
_PARAM = re.compile(rb';\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', re.I)
_ESCAPED_QUOTE = re.compile(rb'\\(["\\])')


class BrokenMultipart(ValueError):
    """A body that is not what its Content-Type promises."""


class Part(NamedTuple):
    """One part, its bytes as sent. `filename` is None for text, empty for a file field left empty."""

    name: bytes
    filename: bytes | None
    content_type: str | None
    data: bytes


def boundary_of(content_type: str) -> bytes | None:
    """The boundary that the Content-Type names; None without one."""
    found = _BOUNDARY.search(content_type)
    return found[1].encode("latin-1", "replace") if found else None


def parts_of(boundary: bytes, body: bytes) -> Iterator[Part]:
    """Every part in its order. Raises BrokenMultipart."""
    delimiter = b"--" + boundary
    at_start = body.startswith((delimiter + b"\r\n", delimiter + b"--"))
    position = len(delimiter) if at_start else _boundary(delimiter, body, 0)[1]
    while not body.startswith(b"--", position):
        head_end = body.find(b"\r\n\r\n", position)
        if head_end < 0:
            raise BrokenMultipart("a part's headers do not end")
        end, following = _boundary(delimiter, body, head_end + 2)
        yield _part(body[position + 2 : head_end], body[head_end + 4 : end])
        position = following


def _boundary(delimiter: bytes, body: bytes, start: int) -> tuple[int, int]:
    """Where the next boundary's line begins and where its name ends; a longer line is part of the text."""
    while (start := body.find(b"\r\n" + delimiter, start)) >= 0:
        end = start + 2 + len(delimiter)
        if body.startswith((b"\r\n", b"--"), end):
            return start, end
        start = end
    raise BrokenMultipart("the boundary is not met")


def _part(head: bytes, data: bytes) -> Part:
    headers = dict(_headers(head))
    disposition = headers.get(b"content-disposition")
    if disposition is None:
        raise BrokenMultipart("a part has no Content-Disposition")
    params = {m[1].lower(): _unquote(m) for m in _PARAM.finditer(disposition)}
    if b"name" not in params:
        raise BrokenMultipart("a part has no name")
    content_type = headers.get(b"content-type")
    return Part(
        params[b"name"],
        _filename(params),
        None if content_type is None else content_type.decode("latin-1"),
        data,
    )


def _headers(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in head.split(b"\r\n"):
        name, colon, value = line.partition(b":")
        if colon:
            yield name.strip().lower(), value.strip()


def _unquote(found: re.Match[bytes]) -> bytes:
    quoted: bytes | None = found[2]
    return found[3] if quoted is None else _ESCAPED_QUOTE.sub(rb"\1", quoted)


def _filename(params: dict[bytes, bytes]) -> bytes | None:
    """The name alone: old browsers sent a whole path, newer ones percent escapes or `filename*=UTF-8''…`."""
    extended = params.get(b"filename*")
    name = extended.rpartition(b"'")[2] if extended is not None else params.get(b"filename")
    if name is None:
        return None
    return re.split(rb"[/\\]", unquote_to_bytes(name))[-1]
