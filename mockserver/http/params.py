"""The parameter tree of a request, from its query string and its body, by the rules of Rails and Rack.

Bytes in, plain values out: text, dict, list, `Upload`, and from JSON also int, float, bool and None.
`mockserver/http/decode.py` makes an operation of the tree. Facts: recordings errors/malformed_json,
errors/malformed_multipart, errors/params_merge, errors/strange_text, errors/types, statuses/post_encodings;
https://docs.joinmastodon.org/client/intro/#parameters
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn
from urllib.parse import unquote_to_bytes

import msgspec
from msgspec.structs import asdict

from clientkit.operations.base import Upload
from mockserver.http.multipart import BrokenMultipart, boundary_of, parts_of

Tree = dict[str, Any]

JSON_TYPES = frozenset(
    {
        "application/json",
        "text/x-json",
        "application/jsonrequest",
        "application/activity+json",
        "application/ld+json",
        "application/problem+json",
    }
)
MULTIPART_TYPES = frozenset({"multipart/form-data", "multipart/mixed", "multipart/related"})
FORM_TYPE = "application/x-www-form-urlencoded"

MAX_DEPTH = 32  # names of keys: `a[b]` has two
MAX_PARAMS = 4096
MAX_FILES = 128
MAX_JSON_DEPTH = 100
MAX_VALUES = 200_000  # of a JSON body
MAX_ESCAPES = 1_000_000  # of a form; a file as a `data:` address has some
"""As many are read and used within a second; no client sends so many."""

PATH_KEYS = ("controller", "action", "format")  # the router's own, which no query or body can set
OVERRIDING_METHODS = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "LINK", "UNLINK"})

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&\-^_.+]{0,126}/(?:\*|[a-z0-9][a-z0-9!#$&\-^_.+]{0,126})", re.I)
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LEADING_SPACES = re.compile(r"& +")
# A string or comment that does not end goes to the end of the text: else each quote in it would begin anew.
_JSON_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|(?P<comment>/\*.*?\*/|//[^\n]*)|/\*.*', re.S)


class BadBody(ValueError):
    """A query or body that cannot be read: 400 on every path, unknown routes and missing tokens included."""


class BadEscape(BadBody):
    """A `%` without two hex digits."""


# Bytes of a path and a query string; the web server itself refuses longer ones (recording
# errors/strange_text; puma, ext/puma_http11/http11_parser).
MAX_PATH = 8 * 1024
MAX_QUERY = 10 * 1024


class BadQueryEscape(BadEscape):
    """One in the query: the one BadBody that the throttles do not count (recording errors/strange_text)."""


class NotAcceptableBody(ValueError):
    """A Content-Type that is no media type at all: 406."""


class Parameters(NamedTuple):
    """What a request sent. Urlencoded and multipart bodies fill `form`, JSON ones `data`, never both."""

    query: Tree
    form: Tree
    data: Tree

    @property
    def tree(self) -> Tree:
        """All of them; for one top-level key the query wins over the body (recording errors/params_merge)."""
        if self.form:
            merged = {**self.form, **self.query} if self.query else self.form
        elif self.data:
            merged = {**self.data, **self.query} if self.query else self.data
        else:
            merged = self.query
        if any(key in merged for key in PATH_KEYS):
            return {key: value for key, value in merged.items() if key not in PATH_KEYS}
        return merged


def parse(query: bytes, content_type: str | None, body: bytes) -> Tree:
    """The merged tree. Raises BadBody and NotAcceptableBody, nothing else."""
    return read(query, content_type, body).tree


def read(query: bytes, content_type: str | None, body: bytes) -> Parameters:
    """The query, and the body by its Content-Type; other types are ignored, none at all is a form."""
    media_type = media_type_of(content_type)
    asked = _parse_query(query) if query else {}
    if not body:
        return Parameters(asked, {}, {})
    if media_type is None or media_type == FORM_TYPE:
        return Parameters(asked, parse_form(body), {})
    if media_type in JSON_TYPES:
        return Parameters(asked, {}, parse_json(body))
    if media_type in MULTIPART_TYPES:
        return Parameters(asked, parse_multipart(content_type or "", body), {})
    return Parameters(asked, {}, {})


def _parse_query(query: bytes) -> Tree:
    try:
        return parse_form(query)
    except BadEscape as error:
        raise BadQueryEscape(str(error)) from None


def media_type_of(content_type: str | None) -> str | None:
    """`Application/JSON; charset=utf-8` → `application/json`; None when there is no Content-Type."""
    if not content_type:
        return None
    if content_type in JSON_TYPES or content_type == FORM_TYPE:
        return content_type
    media_type = re.split("[;,]", content_type, maxsplit=1)[0].strip().lower()
    if not _MEDIA_TYPE.fullmatch(media_type):
        raise NotAcceptableBody(f"{content_type!r} is no media type")
    return media_type


def overridden_method(method: str, headers: Mapping[str, str], form: Mapping[str, Any]) -> str:
    """The verb a POST stands for: `_method` of its form, else the header (recording errors/params_merge).

    `headers` has lower-case names; `form` is `Parameters.form`: in the query or in JSON it does nothing.
    """
    if method != "POST":
        return method
    wanted = form.get("_method")
    if wanted is None:
        wanted = headers.get("x-http-method-override")
    if not isinstance(wanted, str):
        return method
    wanted = wanted.upper()
    return wanted if wanted in OVERRIDING_METHODS else method


def contains_nul(tree: Any) -> bool:
    """Whether any text in the tree, keys included, holds a NUL; the tree may have structs in it."""
    if isinstance(tree, str):
        return "\0" in tree
    if isinstance(tree, msgspec.Struct):
        return contains_nul(asdict(tree))
    if isinstance(tree, dict):
        return any("\0" in key or contains_nul(value) for key, value in tree.items())
    if isinstance(tree, list):
        return any(map(contains_nul, tree))
    return False


# Forms and query strings


def parse_form(data: bytes) -> Tree:
    """`a=1&b[]=2&c[d]=3` → `{"a": "1", "b": ["2"], "c": {"d": "3"}}`.

    A key without `=` is None; of a repeated key the last wins.
    """
    if data.count(b"&") >= MAX_PARAMS or (len(data) > MAX_ESCAPES and data.count(b"%") > MAX_ESCAPES):
        raise BadBody("too many parameters")
    return build_tree(_pairs(_utf8(data)))


def _pairs(text: str) -> Iterator[tuple[str, str | None]]:
    if "& " in text:
        text = _LEADING_SPACES.sub("&", text)
    for part in text.split("&"):
        if not part:
            continue
        key, equals, value = part.partition("=")
        if "%" in key or "+" in key:
            key = _unescape(key)
        if "%" in value or "+" in value:
            value = _unescape(value)
        yield key, value if equals else None


def _unescape(text: str) -> str:
    text = text.replace("+", " ")
    if "%" not in text:
        return text
    if _BAD_ESCAPE.search(text):
        raise BadEscape("a bad percent escape")
    return _utf8(unquote_to_bytes(text))


def _utf8(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BadBody("invalid UTF-8") from None


def build_tree(pairs: Iterable[tuple[str, Any]]) -> Tree:
    """Nest flat names: `a[]` appends to an array, `a[b]` goes into an object. An empty name is ignored."""
    tree: Tree = {}
    for name, value in pairs:
        if "[" in name:
            start = name.find("[", 1)  # a leading bracket is part of the name
            key, rest = (name, "") if start < 0 else (name[:start], name[start:])
            _store(tree, key, rest, value, 1)
        elif name:
            tree[name] = value
    return tree


def _store(tree: Tree, key: str, rest: str, value: Any, depth: int) -> None:
    """Put a value under `key`, below which `rest` (`[b][]`) is still to be nested."""
    if depth > MAX_DEPTH:
        raise BadBody("nested too deeply")
    if not rest:
        tree[key] = value
    elif rest == "[":
        tree[key + rest] = value  # an unclosed bracket makes another name
    elif rest.startswith("[]"):
        _append(tree.setdefault(key, []), rest[2:], value, depth)
    else:
        child = tree.setdefault(key, {})
        if not isinstance(child, dict):
            _clash(key)
        _store(child, *_head(rest), value, depth + 1)


def _append(array: Any, rest: str, value: Any, depth: int) -> None:
    """`a[]=1` appends; `a[][b]=1` fills the last object until it has a `b`, then begins the next."""
    if not isinstance(array, list):
        _clash("[]")
    if not rest:
        if value is not None:
            array.append(value)
        return
    key, below = _head(rest)
    last = array[-1] if array else None
    if isinstance(last, dict) and not _has(last, key, below):
        _store(last, key, below, value, depth + 1)
    else:
        fresh: Tree = {}
        _store(fresh, key, below, value, depth + 1)
        array.append(fresh)


def _head(rest: str) -> tuple[str, str]:
    """`[b][c]` → `b`, `[c]`; what is no bracket pair is taken as a name whole."""
    end = rest.find("]", 1)
    if rest.startswith("[") and end > 1:
        return rest[1:end], rest[end + 1 :]
    return rest, ""


def _has(tree: Any, key: str, rest: str) -> bool:
    """Whether the path is taken already; an array at its end never is, as it grows."""
    while True:
        if not isinstance(tree, dict) or key not in tree:
            return False
        if not rest:
            return True
        if rest.startswith("[]"):
            return False
        tree = tree[key]
        key, rest = _head(rest)


def _clash(name: str) -> NoReturn:
    raise BadBody(f"{name} is both an array and something else")


# Multipart


def parse_multipart(content_type: str, body: bytes) -> Tree:
    """A file becomes an `Upload`, an empty file field of a browser nothing; no boundary, no parameters."""
    boundary = boundary_of(content_type)
    if boundary is None:
        return {}
    pairs: list[tuple[str, Any]] = []
    files = 0
    try:
        for part in parts_of(boundary, body):
            if part.filename is None:
                pairs.append((_utf8(part.name), _utf8(part.data)))
            elif part.filename:
                files += 1
                upload = Upload(_utf8(part.filename), part.content_type or "", part.data)
                pairs.append((_utf8(part.name), upload))
            if len(pairs) > MAX_PARAMS or files > MAX_FILES:
                raise BadBody("too many parts")
    except BrokenMultipart as error:
        raise BadBody(str(error)) from None
    return build_tree(pairs)


# JSON


def parse_json(body: bytes) -> Tree:
    """The object of a JSON body, without the nulls in arrays; another value at the top is no parameters."""
    if len(body) > MAX_VALUES and body.count(b",") >= MAX_VALUES:
        raise BadBody("too many values")
    try:
        value = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        value = _lenient_json(body)
    except RecursionError:
        raise BadBody("nested too deeply") from None
    if body.count(b"[") + body.count(b"{") > MAX_JSON_DEPTH and _too_deep(value):
        raise BadBody("nested too deeply")
    if not isinstance(value, dict):
        return {}
    if b"null" in body:
        _drop_nulls(value)
    return value


def _lenient_json(body: bytes) -> Any:
    """What Ruby's parser takes and msgspec does not: comments, and numbers beyond any float."""
    text = _utf8(_JSON_TOKEN.sub(lambda found: b" " if found["comment"] else found[0], body))
    try:
        value = json.loads(text, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()  # fails on a lone surrogate, which is no text
    except (ValueError, RecursionError):
        raise BadBody("malformed JSON") from None
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_JSON_DEPTH + 1):
        level = [
            child
            for parent in level
            if isinstance(parent, (dict, list))
            for child in (parent.values() if isinstance(parent, dict) else parent)
        ]
        if not level:
            return False
    return True


def _drop_nulls(value: Any) -> None:
    if isinstance(value, dict):
        for child in value.values():
            _drop_nulls(child)
    elif isinstance(value, list):
        value[:] = [child for child in value if child is not None]
        for child in value:
            _drop_nulls(child)
