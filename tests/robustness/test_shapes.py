"""Every operation with parameters in shapes that it does not take: it drops or refuses them, never fails, and
a refused call has changed nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from clientkit.operations import OPERATIONS
from clientkit.operations.base import Operation
from tests.schemathesis.fuzzed_world import World

SHAPES: dict[str, Any] = {
    "null": None,
    "true": True,
    "fraction": -1.5,
    "digits": "9" * 5000,
    "odd text": '\u0665²\n\r\u202e"><script>%00..%2f\U0001f600',
    "array": ["1", True, None],
    "objects": [{"id": "1"}, "x", [[]]],
    "object": {"0": "a", "": {"b": [1.5]}},
}
TYPE = b"application/json"


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World()
    yield made
    made.close()


class Caller:
    """Calls the application of a world, without a server between."""

    def __init__(self, world: World) -> None:
        self.world, self.instance = world, world.instance
        self.begin_again()

    def begin_again(self) -> None:
        self.world.begin_again()
        self.before = self.instance.db.snapshot()
        self.changes = self.counted()

    def counted(self) -> int:
        """Changes of rows, those that were taken back too; cheaper to ask for than a snapshot."""
        connection: Any = self.instance.db.connection.connection.driver_connection
        return int(connection.total_changes)

    async def call(self, operation: type[Operation[Any]], content: dict[str, Any]) -> None:
        declaration = operation.declaration
        body = json.dumps(content).encode()
        path = self.path(declaration.path)
        scope = {
            "type": "http",
            "method": declaration.method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": [
                (b"authorization", f"Bearer {self.world.token}".encode()),
                (b"content-type", TYPE),
                (b"content-length", str(len(body)).encode()),
                (b"host", b"mastodon.example"),
            ],
            "scheme": "https",
        }
        told: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body}

        async def send(message: Any) -> None:
            told.append(message)

        await self.instance.app(scope, receive, send)
        status = told[0]["status"]
        said = f"{declaration.id} {body[:300]!r} → {status} {told[1]['body'][:200]!r}"
        assert status < 500, said
        if self.counted() != self.changes:
            assert status < 400 or self.instance.db.snapshot() == self.before, said
            self.begin_again()

    def path(self, path: str) -> str:
        segments = path.split("/")
        written = "/".join(f"{{{one[1:]}}}" if one.startswith(":") else one for one in segments)
        for at, segment in enumerate(segments):
            name = segment.lstrip("@").removeprefix(":")
            if segment != name and segment.strip("@") != name:
                segments[at] = segment.replace(f":{name}", quote(self.world.known(written, name) or "1"))
        return "/".join(segments)

    def right(self, operation: type[Operation[Any]]) -> dict[str, Any]:
        """What the operation insists on."""
        content: dict[str, Any] = {"status": "x"} if operation.declaration.id == "statuses.create" else {}
        for field in msgspec.structs.fields(operation):
            name = field.encode_name
            if field.required and name not in operation.declaration.path_params:
                known = self.world.known("", name) or "5"
                content[name] = [known] if name.endswith("s") else known
        return content


def optional(operation: type[Operation[Any]]) -> list[str]:
    names = [field.encode_name for field in msgspec.structs.fields(operation)]
    return [name for name in names if name not in operation.declaration.path_params]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_a_parameter_breaks_an_operation(shape: str, world: World) -> None:
    async def run() -> None:
        caller = Caller(world)
        for operation in OPERATIONS.values():
            if operation.declaration.page == "streaming":
                continue
            odd = dict.fromkeys(optional(operation), SHAPES[shape])
            await caller.call(operation, odd)
            right = caller.right(operation)
            if right:
                await caller.call(operation, {**odd, **right})

    asyncio.run(run())
