"""What a real server answered decodes into the entities and is written back the same, key by key in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clientkit import entities

RECORDED: dict[str, list[Any]] = json.loads(Path(__file__).with_name("recorded.json").read_text("utf-8"))
CASES = [
    pytest.param(name, body, id=f"{name}-{n}")
    for name, bodies in RECORDED.items()
    for n, body in enumerate(bodies)
]


@pytest.mark.parametrize(("name", "body"), CASES)
def test_recorded_body_is_written_back_as_it_was(name: str, body: object) -> None:
    wire = json.dumps(body)
    entity = msgspec.json.decode(wire, type=getattr(entities, name))
    assert json.dumps(json.loads(msgspec.json.encode(entity))) == wire


def test_unknown_keys_of_other_servers_are_ignored() -> None:
    marker = msgspec.json.decode(
        b'{"last_read_id":"1","version":2,"updated_at":"2026-01-01T00:00:00.000Z","pleroma":{}}',
        type=entities.Marker,
    )
    assert marker.version == 2


def test_a_missing_required_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="acct"):
        msgspec.json.decode(b'{"id":"1","username":"alice"}', type=entities.Account)


def test_every_exported_struct_has_an_encodable_shape() -> None:
    structs = [kind for name in entities.__all__ if _is_struct(kind := getattr(entities, name))]
    assert len(structs) > 90
    for kind in structs:
        msgspec.json.Decoder(kind)


def _is_struct(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
