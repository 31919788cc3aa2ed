"""The plain answers of the streaming server, which is another than the API's: other headers, other errors
(reference: streaming.md §1)."""

from __future__ import annotations

from email.utils import formatdate
from html import escape
from typing import TYPE_CHECKING

import msgspec
from starlette.types import Send

if TYPE_CHECKING:
    from mockserver.instance import Instance

JSON = "application/json"
NO_STORE = {"Cache-Control": "private, no-store"}


def headers(instance: Instance, *more: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """What every answer carries, and more."""
    every = {
        "X-Powered-By": "Express",
        "Access-Control-Allow-Origin": "*",
        "X-Request-Id": instance.ids.request_id(),
        "Date": formatdate(instance.clock.now() // 1000, usegmt=True),
        "Connection": "keep-alive",
        "Keep-Alive": "timeout=5",
    }
    for some in more:
        every |= some
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in every.items()]


async def answer(
    instance: Instance, send: Send, status: int, body: bytes = b"", *more: dict[str, str]
) -> None:
    """Without a length: the server sends it in chunks, as the real one does."""
    await send({"type": "http.response.start", "status": status, "headers": headers(instance, *more)})
    await send({"type": "http.response.body", "body": body})


async def refuse(instance: Instance, send: Send, status: int, text: str) -> None:
    await answer(instance, send, status, msgspec.json.encode({"error": text}), {"Content-Type": JSON})


async def healthy(instance: Instance, send: Send) -> None:
    await answer(instance, send, 200, b"OK", {"Content-Type": "text/plain"}, NO_STORE)


async def preflight(instance: Instance, send: Send, asked: str | None) -> None:
    """`asked`: Access-Control-Request-Headers."""
    allowed = {
        "Access-Control-Allow-Methods": "GET,HEAD,PUT,PATCH,POST,DELETE",
        "Vary": "Access-Control-Request-Headers",
        "Content-Length": "0",
    }
    if asked is not None:
        allowed["Access-Control-Allow-Headers"] = asked
    await answer(instance, send, 204, b"", allowed)


async def not_found(instance: Instance, send: Send, method: str, path: str) -> None:
    """The page that Express answers where nothing handles a method."""
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n'
        f"<body>\n<pre>Cannot {escape(method)} {escape(path)}</pre>\n</body>\n</html>\n"
    )
    more = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    await answer(instance, send, 404, page.encode(), more)
