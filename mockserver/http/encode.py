"""From what a handler gives to the bytes and headers of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import msgspec

from clientkit.operations.base import Declaration, Paging
from mockserver.handlers.binding import Page, PagePolicy, Reply
from mockserver.render import ready
from mockserver.render.ready import Ready

if TYPE_CHECKING:
    from mockserver.context import Context

JSON = "application/json; charset=utf-8"


def _raw(one: Any) -> msgspec.Raw:
    if isinstance(one, Ready):
        return msgspec.Raw(one.json())
    raise TypeError(f"{type(one).__name__} has no JSON")


_encoder = msgspec.json.Encoder(enc_hook=_raw)


@dataclass(slots=True)
class Answer:
    """What goes back: an answer without its HTTP library. `digest`: the SHA-256 of its body, where that is
    known already."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    policy: PagePolicy | None = None
    digest: str | None = None


def encode(result: Any, ctx: Context, declaration: Declaration) -> Answer:
    if isinstance(result, Reply):
        return _reply(result)
    headers, status = {"Content-Type": JSON}, 200
    if isinstance(result, Page):
        link = _link(result, ctx, declaration)
        if link:
            headers["Link"] = link
        if result.refresh:
            headers["Mastodon-Async-Refresh"], status = result.refresh, 206
        result = result.items
    if type(result) is list and result and {type(one) for one in result} == {Ready}:
        body, digest = ready.page(tuple([one.pieces for one in result]))
        return Answer(status, body, headers, digest=digest)
    return Answer(status, b"{}" if result is None else _encoder.encode(result), headers)


def _reply(reply: Reply) -> Answer:
    headers = dict(reply.headers)
    if isinstance(reply.body, Page):
        raise TypeError("a Page is answered by itself")
    if isinstance(reply.body, bytes):
        body = reply.body
    elif isinstance(reply.body, str):
        body = reply.body.encode()
    else:
        body = b"" if reply.body is None else _encoder.encode(reply.body)
        if reply.body is not None:
            headers.setdefault("Content-Type", JSON)
    if reply.content_type is not None:
        headers["Content-Type"] = reply.content_type
    return Answer(reply.status, body, headers, reply.policy)


def _link(page: Page, ctx: Context, declaration: Declaration) -> str | None:
    paging = declaration.paging
    if paging is None or paging.style == "offset-plain":
        return None
    links = []
    base = f"{ctx.instance.base_url}{page.path or ctx.call.path}"
    kept = _kept(paging, ctx.call.parameters)
    if page.next is not None:
        links.append(f'<{base}?{_query(kept | page.next)}>; rel="next"')
    if page.prev is not None:
        links.append(f'<{base}?{_query(kept | page.prev)}>; rel="prev"')
    if not links and page.last is not None:
        links = _cursor_links(page, paging, base, kept)
    return ", ".join(links) or None


def _kept(paging: Paging, sent: dict[str, Any]) -> dict[str, Any]:
    """What the links repeat; `name[]` only when it was sent as an array, `name` only when it was not."""
    kept = {}
    for name in paging.keep:
        plain = name.removesuffix("[]")
        if sent.get(plain) is not None and (plain != name) == isinstance(sent[plain], list):
            kept[plain] = sent[plain]
    return kept


def _cursor_links(page: Page, paging: Paging, base: str, kept: dict[str, Any]) -> list[str]:
    links = []
    if page.full or paging.style == "P3":
        links.append(f'<{base}?{_query(kept | {"max_id": page.last})}>; rel="next"')
    newer = "since_id" if paging.style == "P2" else "min_id"
    if page.first is not None:
        links.append(f'<{base}?{_query(kept | {newer: page.first})}>; rel="prev"')
    return links


def _query(parameters: dict[str, Any]) -> str:
    """Sorted by key, as Rails writes it; arrays as `types%5B%5D=mention`."""
    pairs = []
    for name in sorted(parameters):
        value = parameters[name]
        if isinstance(value, list):
            pairs += [f"{_quoted(name + '[]')}={_quoted(_plain(item))}" for item in value]
        elif not isinstance(value, dict):
            pairs.append(f"{_quoted(name)}={_quoted(_plain(value))}")
    return "&".join(pairs)


_quoted = lru_cache(maxsize=1024)(quote_plus)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
