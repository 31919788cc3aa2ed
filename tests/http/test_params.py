"""Reading parameters; the truth is recordings of 4.6.5.

errors/params_merge, errors/malformed_json, errors/malformed_multipart, errors/strange_text and
statuses/post_encodings.
"""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientkit.operations.base import Upload
from mockserver.http.params import (
    MAX_ESCAPES,
    MAX_VALUES,
    BadBody,
    BadQueryEscape,
    NotAcceptableBody,
    contains_nul,
    overridden_method,
    parse,
    read,
)

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MULTIPART = "multipart/form-data; boundary=b"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        (b"", {}),
        (b"status=plus+and%20percent%2B", {"status": "plus and percent+"}),
        (b"acct=nobody&acct=alice", {"acct": "alice"}),
        (b"a[]=1&a[]=2", {"a": ["1", "2"]}),
        (b"a%5B%5D=1", {"a": ["1"]}),
        (b"a[b]=1&a[c][d]=2", {"a": {"b": "1", "c": {"d": "2"}}}),
        (
            b"poll[options][]=a&poll[options][]=b&poll[expires_in]=1",
            {"poll": {"options": ["a", "b"], "expires_in": "1"}},
        ),
        (b"poll[options][0]=a&poll[options][1]=b", {"poll": {"options": {"0": "a", "1": "b"}}}),
        (b"f[0][name]=x&f[0][value]=y", {"f": {"0": {"name": "x", "value": "y"}}}),
        (b"k[][a]=1&k[][b]=2&k[][a]=3", {"k": [{"a": "1", "b": "2"}, {"a": "3"}]}),
        (b"k[][a][]=1&k[][a][]=2", {"k": [{"a": ["1", "2"]}]}),
        (b"data[alerts][admin.sign_up]=1", {"data": {"alerts": {"admin.sign_up": "1"}}}),
        (b"status[=x", {"status[": "x"}),
        (b"]status=x&status=fine", {"]status": "x", "status": "fine"}),
        (b"=x&status=y", {"status": "y"}),
        (b"a&b=&c[]", {"a": None, "b": "", "c": []}),
        (b"a[]=1&a=2", {"a": "2"}),
        (b"a==&&b=1&", {"a": "=", "b": "1"}),
        (b"controller=accounts&action=show&format=xml&status=x", {"status": "x"}),
        (b"status=a%00b", {"status": "a\0b"}),
        (b"status=semi;colon%3D1", {"status": "semi;colon=1"}),
    ],
)
def test_queries_and_forms_nest_alike(query: bytes, tree: dict[str, Any]) -> None:
    assert parse(query, None, b"") == tree
    assert parse(b"", FORM, query) == tree
    assert parse(b"", None, query) == tree


@pytest.mark.parametrize(
    "data",
    [
        b"a=%FF",
        b"%FF=1",
        b"a=\xff",
        b"a=%zz",
        b"a=%",
        b"a=100%",
        b"%=1",
        b"a=1&a[]=2",
        b"a=1&a[b]=2",
        b"a[]=1&a[b]=2",
        b"a[b]=1&a[]=2",
    ],
)
def test_what_no_form_may_hold_is_refused_in_query_and_body(data: bytes) -> None:
    with pytest.raises(BadBody):
        parse(data, None, b"")
    with pytest.raises(BadBody):
        parse(b"", FORM + "; charset=iso-8859-1", data)


@pytest.mark.parametrize(
    ("query", "kind"), [(b"a=%zz", BadQueryEscape), (b"a=%FF", BadBody), (b"a=1&a[]=2", BadBody)]
)
def test_a_bad_escape_in_the_query_is_told_apart_as_it_is_not_counted(
    query: bytes, kind: type[BadBody]
) -> None:
    with pytest.raises(BadBody) as refused:
        parse(query, None, b"")
    assert type(refused.value) is kind
    with pytest.raises(BadBody) as refused:
        parse(b"", FORM, query)
    assert type(refused.value) is not BadQueryEscape


def test_thirty_one_brackets_are_read_and_thirty_three_refused() -> None:
    value: Any = parse(b"a" + b"[a]" * 31 + b"=1", None, b"")
    for _ in range(32):
        value = value["a"]
    assert value == "1"
    with pytest.raises(BadBody):
        parse(b"a" + b"[a]" * 33 + b"=1", None, b"")


def test_4096_parameters_are_read_and_one_more_refused() -> None:
    many = b"&".join(b"k%d=v" % i for i in range(4096))
    assert len(parse(many, None, b"")) == 4096
    with pytest.raises(BadBody):
        parse(b"", FORM, many + b"&k=v")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [(FORM, b"status=body&visibility=direct"), (JSON, b'{"status":"body","visibility":"direct"}')],
)
def test_the_query_wins_over_the_body_key_by_key(content_type: str, body: bytes) -> None:
    assert parse(b"status=query", content_type, body) == {"status": "query", "visibility": "direct"}


@pytest.mark.parametrize(
    "content_type",
    [
        JSON,
        "Application/JSON",
        "application/json; charset=utf-8",
        "text/x-json",
        "application/jsonrequest",
        "application/activity+json",
        "application/ld+json",
        "application/problem+json",
    ],
)
def test_types_read_as_json(content_type: str) -> None:
    assert parse(b"", content_type, b'{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    "content_type",
    [
        "text/json",
        "application/vnd.api+json",
        "text/plain",
        "application/octet-stream",
        "application/xml",
        "image/png",
    ],
)
def test_bodies_of_other_types_are_ignored(content_type: str) -> None:
    assert parse(b"q=1", content_type, b"{oops") == {"q": "1"}


def test_a_content_type_that_is_no_media_type_is_not_acceptable() -> None:
    with pytest.raises(NotAcceptableBody):
        parse(b"", "garbage", b"status=x")


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        (b'{"status":"dup","status":"dup2"}', {"status": "dup2"}),
        (b'/* c */{"status":"http://x /* kept */"}', {"status": "http://x /* kept */"}),
        (
            b'{"a":1,"b":1.5,"c":true,"d":null,"e":[1,null,"x"],"f":{}}',
            {"a": 1, "b": 1.5, "c": True, "d": None, "e": [1, "x"], "f": {}},
        ),
        (b"", {}),
        (b"[1,2]", {}),
        (b'"text"', {}),
        (b"5", {}),
        (b"null", {}),
        (b"true", {}),
        (b'{"a":' + b"[" * 99 + b"]" * 99 + b"}", None),
        (b'{"a":123456789012345678901234567890}', {"a": 123456789012345678901234567890}),
        (b'/**/{"a":123456789012345678901234567890}', {"a": 123456789012345678901234567890}),
        ('{"a":"\\ud83d\\ude00 \U0001f600"}'.encode(), {"a": "\U0001f600 \U0001f600"}),
    ],
)
def test_json_that_is_read(body: bytes, tree: dict[str, Any] | None) -> None:
    result = parse(b"", JSON, body)
    assert tree is None or result == tree


@pytest.mark.parametrize(
    "body",
    [
        b"{oops",
        b'{"status":"x"',
        b"  ",
        b'{"status":"a"}{"b":1}',
        b"{'status':'x'}",
        b'{"status":"trailing",}',
        b'{"status":NaN}',
        b'{"status":Infinity}',
        b'\xef\xbb\xbf{"status":"bom"}',
        b'{"status":"\xff\xfe"}',
        b'{"status":"lone \\ud83d surrogate"}',
        b'/**/{"status":"\\ud83d"}',
        b'{"a":' + b"[" * 101 + b"]" * 101 + b"}",
        b'{"a":' * 150 + b"1" + b"}" * 150,
        b"[" * 100_000,
        b"\x1f\x8b\x08\x00",
        b'{"status":"x"} /* not closed',
        b'{"status":"x"} /*/',
        b'/* closed */ {"status":"not closed',
        b'/**/{"status":"x\\',
    ],
)
def test_json_that_is_refused(body: bytes) -> None:
    with pytest.raises(BadBody):
        parse(b"", JSON, body)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (JSON, b"/* " * 200_000),
        (JSON, b'"' + b'\\"' * 200_000),
        (JSON, b'"' + b'\\"' * 200_000 + b"\\"),
        (JSON, b'{"a":[' + b"[]," * MAX_VALUES + b"[]]}"),
        (FORM, b"a=" + b"%41" * (MAX_ESCAPES + 1)),
    ],
    ids=["comments", "quotes", "quotes and a backslash", "values", "escapes"],
)
def test_what_would_take_long_to_read_is_refused_soon(content_type: str, body: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(BadBody):
        parse(b"", content_type, body)
    assert time.monotonic() - began < 5


def test_comments_and_strings_are_told_apart() -> None:
    body = b'/* " */ {"a": "/* \\" //", // "\n "b": "\\\\"} //'
    assert parse(b"", JSON, body) == {"a": '/* " //', "b": "\\"}


def part(head: str, text: str) -> bytes:
    return f"--b\r\n{head}\r\n\r\n{text}\r\n".encode()


STATUS = 'Content-Disposition: form-data; name="status"'
FILE = 'Content-Disposition: form-data; name="file"; filename=""'
END = b"--b--\r\n"


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        (b"", {}),
        (END, {}),
        (part(STATUS, "by multipart é") + END, {"status": "by multipart é"}),
        (b"preamble\r\n" + part(STATUS, "x") + END + b"epilogue", {"status": "x"}),
        (part(STATUS + "\r\nContent-Type: application/json", '"typed"') + END, {"status": '"typed"'}),
        (part("Content-Disposition: form-data; name=status", "unquoted") + END, {"status": "unquoted"}),
        (part(STATUS, "") + END, {"status": ""}),
        (part(STATUS, "--bc\r\n--b x") + END, {"status": "--bc\r\n--b x"}),
        (part(FILE, "") + END, {}),
        (
            part(FILE.replace('""', '"C:\\\\x\\\\a%20b.png"') + "\r\nContent-Type: image/png", "PNG") + END,
            {"file": Upload("a b.png", "image/png", b"PNG")},
        ),
        (
            part('content-disposition: form-data; name="media_ids[]"', "1")
            + part('content-disposition: form-data; name="media_ids[]"', "2")
            + END,
            {"media_ids": ["1", "2"]},
        ),
    ],
)
def test_multipart_that_is_read(body: bytes, tree: dict[str, Any]) -> None:
    assert parse(b"", MULTIPART, body) == tree
    assert parse(b"", 'multipart/mixed; boundary="b"', body) == tree


@pytest.mark.parametrize(
    "body",
    [
        b"no boundary at all",
        f"--b\r\n{STATUS}\r\n\r\nunclosed".encode(),
        f"--b\r\n{STATUS}\r\n\r\nunclosed\r\n".encode(),
        b"--b\r\n\r\nno disposition\r\n--b--\r\n",
        f"--b\n{STATUS}\n\nbare newlines\n--b--\n".encode(),
        part("Content-Disposition: form-data", "no name") + END,
        part(STATUS, "x").replace(b"x", b"\xff\xfe") + END,
    ],
)
def test_multipart_that_is_refused(body: bytes) -> None:
    with pytest.raises(BadBody):
        parse(b"", MULTIPART, body)


def test_multipart_without_a_boundary_holds_no_parameters() -> None:
    assert parse(b"", "multipart/form-data", part(STATUS, "x") + END) == {}


def test_what_came_by_form_and_by_json_is_told_apart() -> None:
    assert read(b"a=1", FORM, b"page=2") == ({"a": "1"}, {"page": "2"}, {})
    assert read(b"a=1", JSON, b'{"page":2}') == ({"a": "1"}, {}, {"page": 2})


@pytest.mark.parametrize(
    ("method", "headers", "form", "effective"),
    [
        ("POST", {}, {"_method": "delete"}, "DELETE"),
        ("POST", {"x-http-method-override": "GET"}, {}, "GET"),
        ("POST", {"x-http-method-override": "GET"}, {"_method": "put"}, "PUT"),
        ("POST", {"x-http-method-override": "nonsense"}, {}, "POST"),
        ("POST", {}, {"_method": ["delete"]}, "POST"),
        ("GET", {"x-http-method-override": "DELETE"}, {"_method": "delete"}, "GET"),
    ],
)
def test_a_post_may_stand_for_another_verb(
    method: str, headers: dict[str, str], form: dict[str, Any], effective: str
) -> None:
    assert overridden_method(method, headers, form) == effective


def test_a_nul_is_found_anywhere_in_the_tree() -> None:
    assert contains_nul(parse(b"", JSON, b'{"a":[{"b":"x\\u0000"}]}'))
    assert contains_nul({"a\0": 1})
    assert not contains_nul({"a": ["b", 1, None, {"c": Upload("f", "t", b"\0")}]})


@settings(deadline=None)
@given(
    query=st.binary(max_size=60) | st.text("ab[]=&%+0f", max_size=60).map(str.encode),
    content_type=st.none()
    | st.text(max_size=30)
    | st.sampled_from([FORM, JSON, MULTIPART, "multipart/form-data"]),
    body=st.binary(max_size=80) | st.text('{}[]",:\\u0d8-/*1e null=&%b\r\n', max_size=80).map(str.encode),
)
def test_nothing_breaks_the_reading(query: bytes, content_type: str | None, body: bytes) -> None:
    try:
        tree = parse(query, content_type, body)
    except (BadBody, NotAcceptableBody):
        return
    contains_nul(tree)
