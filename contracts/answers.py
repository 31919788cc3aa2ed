"""What a server answered, as laws read it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import httpx

from contracts.law import Broken, Unable, Unsure

Json = Any
LIMITED, GATEWAY = 429, frozenset({502, 503, 504})
LACKS_SCOPE = re.compile(r"scope|insufficient permission", re.IGNORECASE)
"""How servers say that a token may not do it: Mastodon "outside the authorized scopes"."""
LINK = re.compile(r'<([^>]*)>; *rel="(\w+)"')


@dataclass
class Answer:
    """What came back. `body`: the decoded JSON, None when it is none; `text` then tells what it is."""

    call: str
    status: int
    headers: httpx.Headers
    body: Json
    text: str = ""

    def links(self) -> dict[str, str]:
        """The addresses of the Link header, by `next` and `prev`."""
        return {rel: url for url, rel in LINK.findall(self.headers.get("link", ""))}

    def ok(self) -> Json:
        """The body of a 2xx answer; anything else breaks the law, and so does a body that is no JSON."""
        if not 200 <= self.status < 300:
            raise Broken(f"{self.call} is accepted", "2xx", f"{self.status} {self.told()}")
        if self.body is None:
            raise Broken(f"{self.call} answers JSON", "JSON", self.told())
        return self.body

    def told(self) -> str:
        """The body in a few words, and where a redirection leads."""
        told = self.text if self.body is None else short(self.body)
        return f"{told}, to {self.headers['location']}" if "location" in self.headers else told

    def error(self) -> str | None:
        """The text of a refusal; None where it is not as documented."""
        text = self.body.get("error") if isinstance(self.body, dict) else None
        return text if isinstance(text, str) else None


def hindrance(answer: Answer, who: str | None) -> None:
    """Raises what an answer of a live server means when it says nothing about a law: Unsure for its limits
    and gateways, Unable for a scope that the token of `who` lacks (None: it may well lack it)."""
    if answer.status == LIMITED:
        raise Unsure("the server's rate limit is reached")
    if answer.status in GATEWAY:
        raise Unsure(f"the server's gateway answered {answer.status}")
    if who is not None and answer.status in (401, 403) and LACKS_SCOPE.search(answer.error() or ""):
        raise Unable("scope", f"the token of {who} may not {answer.call}: {answer.error()}")


def answer_of(call: str, response: httpx.Response) -> Answer:
    return Answer(call, response.status_code, response.headers, decoded(response), described(response))


def decoded(response: httpx.Response) -> Json:
    try:
        return response.json()
    except (ValueError, RecursionError):
        return None


def described(response: httpx.Response) -> str:
    """`text/html, 26 bytes`."""
    kind = response.headers.get("content-type", "").partition(";")[0]
    return f"{kind or 'no content type'}, {len(response.content)} bytes"


def ids_of(entities: Json) -> list[str]:
    """The ids of a listing. Raises Broken where it is none."""
    if not isinstance(entities, list):
        raise Broken("a listing is an array", "[…]", entities)
    return [id_of(entity) for entity in entities]


def id_of(entity: Json) -> str:
    """Raises Broken where there is none: ids are texts, whatever they look like."""
    id = entity.get("id") if isinstance(entity, dict) else None
    if not isinstance(id, str):
        raise Broken("what is answered has an `id`, which is a text", '{"id": "…"}', entity)
    return id


def short(value: object, most: int = 300) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False)
    except TypeError:
        text = repr(value)
    return text if len(text) <= most else f"{text[:most]}…"
