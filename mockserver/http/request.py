"""A request as the stages of `http/pipeline.py` see it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.types import Receive, Scope

_UNFIT_FOR_ID = re.compile(r"[^\w@-]", re.ASCII)
MAX_BODY = (
    110 * 1024 * 1024
)  # a little above the largest upload: what is longer is cut off and refused by its size


class ClientGone(Exception):
    """The caller has left before its request was whole."""


@dataclass(slots=True)
class Request:
    method: str
    path: str  # still percent-encoded
    query: bytes
    headers: dict[str, str]  # lower-case names
    peer: str
    scheme: str
    body: bytes = b""
    parameters: dict[str, Any] = field(default_factory=dict)

    @classmethod
    async def read(cls, scope: Scope, receive: Receive) -> Request:
        """Raises ClientGone."""
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        request = cls(
            method=scope["method"],
            path=raw.partition(b"?")[0].decode("latin-1"),
            query=scope["query_string"],
            headers={name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]},
            peer=(scope.get("client") or ("127.0.0.1", 0))[0],
            scheme=scope.get("scheme", "http"),
        )
        if len(request.headers) < len(scope["headers"]):
            request.headers = _joined(scope["headers"])
        if (
            request.method not in ("GET", "HEAD")
            or "content-length" in request.headers
            or "transfer-encoding" in request.headers
        ):
            request.body = await _body(receive)
        return request

    def path_is_text(self) -> bool:
        """Whether the path's percent escapes are UTF-8."""
        if "%" not in self.path:
            return True
        try:
            unquote(self.path, errors="strict")
        except UnicodeDecodeError:
            return False
        return True

    @property
    def id(self) -> str:
        """The name that the caller gave to the request, without what does not belong into one
        (https://api.rubyonrails.org/classes/ActionDispatch/RequestId.html); empty if it gave none."""
        given = self.headers.get("x-request-id")
        return _UNFIT_FOR_ID.sub("", given)[:255] if given else ""

    @property
    def cookies(self) -> dict[str, str]:
        """The first of a name counts (Rack::Utils.parse_cookies_header). Not by `http.cookies`, which takes
        seconds for a value of many quotes."""
        found: dict[str, str] = {}
        for part in self.headers.get("cookie", "").split(";"):
            name, equals, value = part.strip().partition("=")
            if equals:
                found.setdefault(name, unquote(value))
        return found


def _joined(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """What is sent twice is one header with both values, as the web server hands it on
    (https://www.rfc-editor.org/rfc/rfc9110#section-5.3)."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in pairs:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        between = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{between}{value}" if name in headers else value
    return headers


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body") and message["type"] == "http.request":
        return body
    chunks, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        chunk = message.get("body", b"")
        if size <= MAX_BODY:
            chunks.append(chunk)
        size += len(chunk)
    if message["type"] != "http.request":
        raise ClientGone
    return b"".join(chunks)
