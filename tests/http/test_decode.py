"""Decoding operations; the truth is recordings of 4.6.5: errors/types, bools_json, bools_query, ids_query."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec import UNSET, UnsetType

from clientkit.operations import OPERATIONS
from clientkit.operations.base import (
    Declaration,
    FileParam,
    Flag,
    LooseTexts,
    Number,
    Operation,
    Text,
    Texts,
    Upload,
)
from mockserver.errors import InvalidParameter, ParameterMissing
from mockserver.http.decode import decode


def declared(method: str) -> Declaration:
    return Declaration(
        method=method,
        path="/",
        auth="none",
        scopes=(),
        since="0.0.0",
        deprecated=None,
        cache="private",
        paging=None,
        also=(),
        deprecation=None,
        page="test",
        name="test",
        returns=None,
    )


class Pair(msgspec.Struct, kw_only=True):
    name: Text = UNSET
    on: Flag = UNSET


class Write(Operation[None]):
    text: Text = UNSET
    flag: Flag = UNSET
    number: Number = UNSET
    texts: Texts = UNSET
    loose: LooseTexts = UNSET
    file: FileParam = UNSET
    pair: Pair | UnsetType | None = UNSET
    pairs: list[Pair] | UnsetType | None = UNSET
    raw: Any = UNSET
    tree: dict[str, Any] | UnsetType | None = UNSET
    renamed: Text = msgspec.field(default=UNSET, name="admin.sign_up")


class Read(Operation[None]):
    id: str
    text: Text = UNSET
    flag: Flag = UNSET
    number: Number = UNSET
    texts: Texts = UNSET


class Require(Operation[None]):
    name: str
    ids: list[str]
    age: int = 5


Write.declaration = declared("POST")
Read.declaration = declared("GET")
Require.declaration = declared("POST")

UPLOAD = Upload("a.txt", "text/plain", b"a")


@pytest.mark.parametrize(
    ("field", "sent", "read"),
    [
        ("text", "x", "x"),
        ("text", "", ""),
        ("text", None, None),
        ("text", 5, "5"),
        ("text", 1.5, "1.5"),
        ("text", 1e20, "1.0e+20"),
        ("text", True, "t"),
        ("text", ["a"], UNSET),
        ("text", {"a": "b"}, UNSET),
        ("flag", "", None),
        ("flag", None, None),
        ("flag", True, True),
        ("flag", False, False),
        ("flag", 0, False),
        ("flag", 1.5, True),
        ("flag", [True], UNSET),
        ("flag", {}, UNSET),
        ("number", "300s", 300),
        ("number", "abc", 0),
        ("number", "-5", -5),
        ("number", " 7", 7),
        ("number", "", None),
        ("number", 600, 600),
        ("number", 1.9, 1),
        ("number", ["1"], UNSET),
        ("texts", ["a", 1, True], ["a", "1", "t"]),
        ("texts", [], []),
        ("texts", "a", UNSET),
        ("texts", {"0": "a"}, UNSET),
        ("texts", [["a"], "b"], UNSET),
        ("texts", None, None),
        ("loose", "a", ["a"]),
        ("loose", ["a", 2], ["a", "2"]),
        ("loose", {"0": "a"}, UNSET),
        ("file", UPLOAD, UPLOAD),
        ("file", "data:image/png;base64,", "data:image/png;base64,"),
        ("file", ["x"], UNSET),
        ("pair", {"name": 5, "on": "off", "other": 1}, Pair(name="5", on=False)),
        ("pair", {}, UNSET),
        ("pair", "yes", UNSET),
        ("pair", ["a"], UNSET),
        ("pair", None, None),
        ("pairs", [{"name": "a"}, "b", {"name": "c"}], [Pair(name="a"), Pair(name="c")]),
        ("pairs", {"0": {"name": "a"}, "7": {"name": "b"}}, [Pair(name="a"), Pair(name="b")]),
        ("pairs", {"name": "a"}, UNSET),
        ("pairs", "a", UNSET),
        ("raw", {"a": [1, False]}, {"a": [1, False]}),
        ("tree", {"a": [1]}, {"a": [1]}),
        ("tree", "a", UNSET),
    ],
)
def test_values_are_read_as_rails_reads_them(field: str, sent: Any, read: Any) -> None:
    assert getattr(decode(Write, {field: sent}, {}), field) == read
    assert type(getattr(decode(Write, {field: sent}, {}), field)) is type(read)


@pytest.mark.parametrize("text", ["0", "f", "F", "false", "FALSE", "off", "OFF"])
def test_these_spellings_alone_are_false(text: str) -> None:
    assert decode(Write, {"flag": text}, {}).flag is False


@pytest.mark.parametrize("text", ["False", "Off", "no", "nil", "null", "-1", "0.0", "2", " ", "true", "on"])
def test_any_other_spelling_is_true(text: str) -> None:
    assert decode(Write, {"flag": text}, {}).flag is True


def test_a_file_where_text_is_wanted_becomes_the_text_of_an_object() -> None:
    assert str(decode(Write, {"text": UPLOAD}, {}).text).startswith("#<ActionDispatch::Http::UploadedFile:0x")


def test_unknown_parameters_are_ignored_and_renamed_ones_found() -> None:
    assert decode(Write, {"unknown": 1, "admin.sign_up": "1"}, {}) == Write(renamed="1")


def test_path_parameters_win() -> None:
    assert decode(Read, {"id": "999", "text": "x"}, {"id": "1"}) == Read(id="1", text="x")


def test_an_empty_path_parameter_is_not_missing() -> None:
    assert decode(Read, {}, {"id": " "}).id == " "


@pytest.mark.parametrize("name", ["text", "number"])
@pytest.mark.parametrize("sent", [["1"], {"a": "1"}])
def test_a_get_refuses_an_array_or_object_for_one_value(name: str, sent: Any) -> None:
    with pytest.raises(InvalidParameter, match=name) as refused:
        decode(Read, {name: sent}, {"id": "1"})
    assert refused.value.status == 400


def test_a_get_takes_an_array_for_true_and_drops_a_scalar_for_an_array() -> None:
    read = decode(Read, {"flag": ["x"], "texts": "x"}, {"id": "1"})
    assert read.flag is True
    assert read.texts is UNSET


@pytest.mark.parametrize(
    ("tree", "missing"),
    [
        ({"ids": ["1"]}, "name"),
        ({"name": "", "ids": ["1"]}, "name"),
        ({"name": " ", "ids": ["1"]}, "name"),
        ({"name": None, "ids": ["1"]}, "name"),
        ({"name": ["a"], "ids": ["1"]}, "name"),
        ({"name": "x"}, "ids"),
        ({"name": "x", "ids": "1"}, "ids"),
        ({"name": "x", "ids": []}, "ids"),
    ],
)
def test_a_required_parameter_that_is_blank_is_named(tree: dict[str, Any], missing: str) -> None:
    with pytest.raises(ParameterMissing) as refused:
        decode(Require, tree, {})
    assert refused.value.body == {"error": f"param is missing or the value is empty or invalid: {missing}"}


def test_defaults_hold_for_what_is_absent() -> None:
    assert decode(Require, {"name": "x", "ids": ["1"]}, {}) == Require(name="x", ids=["1"], age=5)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_every_operation_can_be_read(operation: type[Operation[Any]]) -> None:
    path = dict.fromkeys(operation.declaration.path_params, "1")
    try:
        assert isinstance(decode(operation, {}, path), operation)
    except ParameterMissing as missing:
        assert missing.message.rpartition(": ")[2] not in path
