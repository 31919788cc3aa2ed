"""Requests as the server reads them: whatever the encoding, the operation that was sent arrives."""

from __future__ import annotations

import re
import types
from typing import Any, Union, get_args, get_origin
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import UNSET, UnsetType

from clientkit.encoding import Encoding, encode, pairs
from clientkit.operations import OPERATIONS, accounts, filters, media, search, statuses, timelines
from clientkit.operations.base import Count, FileParam, LooseTexts, Operation, Upload
from mockserver.http import params
from mockserver.http.decode import decode

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
names = st.text("abc.- é", min_size=1, max_size=8).filter(str.strip)
uploads = st.builds(Upload, names, st.sampled_from(["image/png", "text/plain"]), st.binary(max_size=20))


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a parameter that arrive unchanged: what Rails turns into something else is left out."""
    if annotation == LooseTexts:  # a lone text arrives as a list of it
        return st.lists(texts, max_size=3) | st.none() | st.just(UNSET)
    if annotation == FileParam:
        return uploads | st.just(UNSET)
    if annotation == Count:  # a number arrives as its text
        return texts | st.none() | st.just(UNSET)
    if get_origin(annotation) in (Union, types.UnionType):
        return st.one_of(map(values, get_args(annotation)))
    if get_origin(annotation) is list:
        return st.lists(values(get_args(annotation)[0]), max_size=3)
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return structs(annotation).filter(lambda one: any(map(is_set, fields_of(one))))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(-(10**9), 10**9),
        types.NoneType: st.none(),
        UnsetType: st.just(UNSET),
        Any: texts,
    }
    return simple[annotation]


def structs(kind: type[Any]) -> st.SearchStrategy[Any]:
    in_path = kind.declaration.path_params if issubclass(kind, Operation) else ()
    fields = {
        field.name: names if field.name in in_path else values(field.type)
        for field in msgspec.structs.fields(kind)
    }
    return st.builds(kind, **fields)


def fields_of(struct: Any) -> list[Any]:
    return [getattr(struct, name) for name in struct.__struct_fields__]


def is_set(value: Any) -> bool:
    return value is not UNSET


def holds_file_and_null(value: Any) -> bool:
    """An object with a file and a null in it: the one thing that no encoding can say."""
    if isinstance(value, list):
        return any(map(holds_file_and_null, value)) or (
            any(
                isinstance(f, Upload)
                for item in value
                if isinstance(item, msgspec.Struct)
                for f in fields_of(item)
            )
            and any(f is None for item in value if isinstance(item, msgspec.Struct) for f in fields_of(item))
        )
    return False


operations = st.sampled_from(list(OPERATIONS.values())).flatmap(structs)


def arrives(operation: Operation[Any], encoding: Encoding) -> Any:
    """What the server makes of it."""
    sent = encode(operation, encoding)
    path, _, query = sent.target.partition("?")
    template = re.sub(r":(\w+)", r"(?P<\1>[^/]+)", operation.declaration.path.replace(".", r"\."))
    found = re.fullmatch(template, path)
    assert found is not None
    tree = params.parse(query.encode(), sent.content_type, sent.body or b"")
    return decode(type(operation), tree, {name: unquote(value) for name, value in found.groupdict().items()})


@pytest.mark.parametrize("encoding", ["json", "form", "multipart"])
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(operation=operations)
def test_an_operation_arrives_as_it_was_sent(encoding: Encoding, operation: Operation[Any]) -> None:
    if any(map(holds_file_and_null, fields_of(operation))):
        return
    assert arrives(operation, encoding) == operation


@pytest.mark.parametrize("encoding", ["json", "form", "multipart"])
def test_limit_and_offset_are_numbers_for_a_client_and_text_for_the_server(encoding: Encoding) -> None:
    assert arrives(timelines.Home(limit=40), encoding) == timelines.Home(limit="40")
    assert arrives(search.Search(q="a", offset=0), encoding) == search.Search(q="a", offset="0")


@pytest.mark.parametrize(
    ("operation", "target"),
    [
        (statuses.Favourite(id="9"), "/api/v1/statuses/9/favourite"),
        (statuses.Get(id="a/b c"), "/api/v1/statuses/a%2Fb%20c"),
        (statuses.Index(id=["1", "2"]), "/api/v1/statuses?id%5B%5D=1&id%5B%5D=2"),
        (statuses.Delete(id="9", delete_media=True), "/api/v1/statuses/9?delete_media=true"),
        (timelines.Home(max_id="5", limit=None), "/api/v1/timelines/home?max_id=5&limit"),
        (statuses.RevokeQuote(id="1", quoting_status_id="2"), "/api/v1/statuses/1/quotes/2/revoke"),
    ],
)
def test_parameters_go_into_path_and_query(operation: Operation[Any], target: str) -> None:
    sent = encode(operation)
    assert (sent.target, sent.content_type, sent.body) == (target, None, None)


def test_what_is_not_set_is_left_out_and_null_is_sent() -> None:
    sent = encode(statuses.Create(status="hi", spoiler_text=None))
    assert sent.content_type == "application/json"
    assert msgspec.json.decode(sent.body or b"") == {"status": "hi", "spoiler_text": None}


def test_renamed_parameters_have_their_name_on_the_wire() -> None:
    changed = filters.Update(id="1", keywords_attributes=[filters.KeywordAttributes(id="2", destroy=True)])
    assert b'"_destroy":true' in (encode(changed).body or b"")


def test_a_file_makes_the_body_multipart() -> None:
    sent = encode(media.Create(file=Upload('a"b.png', "image/png", b"\x89PNG\r\n")))
    assert sent.content_type is not None
    assert sent.content_type.startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="a%22b.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\r\n' in (
        sent.body or b""
    )


def test_what_multipart_cannot_say_goes_into_the_query() -> None:
    change = accounts.UpdateCredentials(
        avatar=Upload("a.png", "image/png", b""), attribution_domains=[], note=None, display_name="A"
    )
    assert encode(change).target.endswith("?note&attribution_domains%5B%5D")


def test_objects_of_a_list_stay_apart() -> None:
    same = {"a": [{"x": "1", "y": "2"}, {"y": "3", "x": "4"}]}
    assert list(pairs(same)) == [("a[][x]", "1"), ("a[][y]", "2"), ("a[][y]", "3"), ("a[][x]", "4")]
    different = {"a": [{"x": "1"}, {"y": "2"}]}
    assert list(pairs(different)) == [("a[0][x]", "1"), ("a[1][y]", "2")]
