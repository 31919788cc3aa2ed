"""Every operation of the OpenAPI document under fire by Schemathesis: nothing fails with 5xx, errors are
JSON, answers have their declared shape.

Parameters are drawn by their schemas and against them; half of the ids name something that is there. Each
operation gets a fresh copy of the same world and the same seed, so that a failure repeats.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest

pytest.importorskip("schemathesis")

import schemathesis.openapi
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from clientkit.openapi import document
from tests.schemathesis.fuzzed_world import World

SEED = 20261121
DEPTH = int(os.environ.get("FUZZ_DEPTH", "1"))
"""How many times more examples than the few that a run of all tests has time for."""
EXAMPLES = {GenerationMode.POSITIVE: 6 * DEPTH, GenerationMode.NEGATIVE: 4 * DEPTH}
HOSTILE = (
    "0",
    "-1",
    "abc",
    "1.5",
    "99999999999999999999",
    "9223372036854775807",
    "ä",
    "%00",
    "'",
    "1 OR 1=1",
    "[]",
)
CONFIG = 'seed = 1\n[cache]\nenabled = false\n[generation]\ndatabase = "none"\n'
ENDLESS = "text/event-stream"
HTML_PAGES = ("text/html", "text/plain", "application/xml")


def operations() -> dict[str, Any]:
    """By operationId, without the endless streams."""
    schema = schemathesis.openapi.from_dict(document(), config=SchemathesisConfig.from_str(CONFIG))
    found = [result.ok() for result in schema.get_all_operations()]
    named = {one.definition.raw["operationId"]: one for one in found}
    return {id: one for id, one in named.items() if not _endless(one.definition.raw)}


def _endless(raw: dict[str, Any]) -> bool:
    return (
        ENDLESS in raw["responses"]["200"].get("content", {}) or raw["operationId"] == "streaming.websocket"
    )


OPERATIONS = operations()


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World()
    yield made
    made.close()


@pytest.mark.parametrize("id", OPERATIONS)
def test_survives_whatever_is_sent(id: str, world: World) -> None:
    operation = OPERATIONS[id]
    for mode in _modes(operation):
        world.begin_again()
        _fuzz(operation, mode, world)


def _modes(operation: Any) -> list[GenerationMode]:
    """Against the schema only where there is something to get wrong."""
    raw = operation.definition.raw
    wrongable = "requestBody" in raw or any(p["in"] == "query" for p in raw.get("parameters", ()))
    return [GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if wrongable else [])]


def _fuzz(operation: Any, mode: GenerationMode, world: World) -> None:
    @seed(SEED)
    @settings(
        max_examples=EXAMPLES[mode],
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
    def example(case: Any, data: st.DataObject) -> None:
        request = _request(case, Feed(case, data, world), world)
        _judge(operation, request, world.http.send(request))

    example()


def test_an_answer_of_another_shape_is_seen() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        headers = {"Content-Type": "application/json"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b'{"id": 7}'))

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        wrong = http.get("https://mastodon.example/api/v1/statuses/7")
    with pytest.raises(BaseExceptionGroup):
        OPERATIONS["statuses.get"].validate_response(wrong)


# --- from a case to a request


class Feed:
    """Values of the world in place of some that were drawn."""

    def __init__(self, case: Any, data: st.DataObject, world: World) -> None:
        self._path, self._data, self._world = case.path, data, world

    def in_path(self, name: str, drawn: Any) -> str:
        known = self._world.known(self._path, name)
        choices = [*(3 * [known] if known else []), str(drawn), self._data.draw(st.sampled_from(HOSTILE))]
        return str(self._data.draw(st.sampled_from(choices)))

    def parameter(self, name: str, drawn: Any) -> Any:
        known = self._world.known("", name)
        if known is None or not self._data.draw(st.booleans()):
            return drawn
        return [known] if isinstance(drawn, list) else known


def _request(case: Any, feed: Feed, world: World) -> httpx.Request:
    path = case.path
    for name, value in _table(case.path_parameters).items():
        given = feed.in_path(name, value)
        # A dot or two would be another path, already for the client.
        path = path.replace(f"{{{name}}}", quote("0" if given in (".", "..") else given, safe=""))
    query = {name: feed.parameter(name, value) for name, value in _table(case.query).items()}
    content_type, body = _body(case, feed)
    headers = {"Content-Type": content_type} if content_type else {}
    query_string = urlencode(_pairs(query), errors="replace")
    return world.http.build_request(
        case.method, f"{path}?{query_string}" if query_string else path, headers=headers, content=body
    )


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _body(case: Any, feed: Feed) -> tuple[str | None, bytes]:
    body = case.body
    if isinstance(body, bytes):
        return case.media_type, body
    if case.media_type is None or type(body).__name__ == "NotSet":
        return None, b""
    if isinstance(body, dict):
        body = {name: feed.parameter(name, value) for name, value in body.items()}
    if case.media_type == "application/json":
        return case.media_type, json.dumps(body, default=repr).encode("utf-8", "replace")
    pairs = _pairs(body) if isinstance(body, dict) else [("body", str(body))]
    if case.media_type == "application/x-www-form-urlencoded":
        return case.media_type, urlencode(pairs, errors="replace").encode()
    return _multipart(pairs)


def _pairs(table: dict[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in table.items():
        items = value if isinstance(value, list) else [value]
        pairs += [(name, _text(item)) for item in items]
    return pairs


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else json.dumps(value, default=repr)


def _multipart(pairs: list[tuple[str, str]]) -> tuple[str, bytes]:
    parts = []
    for name, value in pairs:
        safe = name.replace("\r", " ").replace("\n", " ").replace('"', "%22")
        as_file = '; filename="fuzz.bin"' if name in ("file", "thumbnail", "avatar", "header") else ""
        head = f'--fuzz\r\nContent-Disposition: form-data; name="{safe}"{as_file}\r\n\r\n'
        parts.append(f"{head}{value}\r\n".encode("utf-8", "replace"))
    return "multipart/form-data; boundary=fuzz", b"".join([*parts, b"--fuzz--\r\n"])


# --- what must hold


def _judge(operation: Any, request: httpx.Request, response: httpx.Response) -> None:
    sent = f"{request.method} {request.url}\n{request.content[:500]!r}"
    told = f"{sent}\n→ {response.status_code} {response.text[:500]}"
    assert response.status_code < 500, told
    kind = response.headers.get("content-type", "").partition(";")[0]
    if response.status_code >= 400 and kind not in HTML_PAGES:
        assert kind == "application/json", told
        # A nested object is what collections answer (recording collections/create_errors).
        assert isinstance(response.json().get("error"), (str, dict)), told
    if 200 <= response.status_code < 300 and kind == "application/json":
        operation.validate_response(response)
