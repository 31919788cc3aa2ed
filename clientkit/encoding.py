"""From an operation to the parts of a request, by the rules by which Rails reads parameters.

Path parameters go into the path; the rest into the query of a GET or DELETE, and otherwise into a body: JSON
unless another form is asked for, multipart when there is a file. What is UNSET is left out.
https://docs.joinmastodon.org/client/intro/#parameters
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple
from urllib.parse import quote

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Operation, Upload

Encoding = Literal["json", "form", "multipart"]
FORM = "application/x-www-form-urlencoded"


class Encoded(NamedTuple):
    """`target`: path and query."""

    method: str
    target: str
    content_type: str | None
    body: bytes | None


def encode(operation: Operation[Any], encoding: Encoding = "json") -> Encoded:
    declaration = operation.declaration
    parameters = plain(operation)
    path = re.sub(r":(\w+)", lambda name: quote(str(parameters.pop(name[1])), safe=""), declaration.path)
    if declaration.method in ("GET", "DELETE"):
        return Encoded(declaration.method, _with_query(path, parameters), None, None)
    if not parameters:
        return Encoded(declaration.method, path, None, None)
    if _holds_upload(parameters):
        encoding = "multipart"
    if encoding == "json":
        return Encoded(declaration.method, path, "application/json", msgspec.json.encode(parameters))
    if encoding == "form":
        return Encoded(declaration.method, path, FORM, _query(parameters).encode())
    # A multipart body has neither null nor an empty list; the query, which the server merges with it, has.
    in_query = {k: v for k, v in parameters.items() if _holds_nothing(v) and not _holds_upload(v)}
    in_body = {k: v for k, v in parameters.items() if k not in in_query}
    boundary = secrets.token_hex(16)
    return Encoded(
        declaration.method,
        _with_query(path, in_query),
        f"multipart/form-data; boundary={boundary}",
        _multipart(in_body, boundary),
    )


def plain(value: Any) -> Any:
    """Structs as dictionaries under their names on the wire, without what is UNSET; files stay."""
    if isinstance(value, msgspec.Struct) and not isinstance(value, Upload):
        named = ((f.encode_name, getattr(value, f.name)) for f in msgspec.structs.fields(value))
        return {name: plain(one) for name, one in named if one is not UNSET}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if one is not UNSET}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value


def pairs(parameters: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """`{"a": ["1"], "b": {"c": True}}` → `a[]`=1, `b[c]`=true. A value is a text, a file, or None."""
    for name, value in parameters.items():
        yield from _pairs(name, value)


def _pairs(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _pairs(f"{name}[{key}]", below)
    elif isinstance(value, list):
        yield from _pairs_of_list(name, value)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif value is None or isinstance(value, (str, Upload)):
        yield name, value
    else:
        yield name, str(value)


def _pairs_of_list(name: str, items: list[Any]) -> Iterator[tuple[str, Any]]:
    """`name[]=…` for each; objects as `name[][key]=…`, where a key that the last object has begins the next.
    Where none does, the objects are numbered: `name[0][key]=…`."""
    if not items:
        yield f"{name}[]", None
    if any(isinstance(item, dict) for item in items):
        ordered = _separable(items)
        for index, item in enumerate(ordered or items):
            yield from _pairs(f"{name}[]" if ordered else f"{name}[{index}]", item)
        return
    for item in items:
        yield from _pairs(f"{name}[]", item)


def _separable(items: list[Any]) -> list[Any] | None:
    """The objects, each beginning with a key that the one before has; None if that cannot be."""
    ordered: list[Any] = []
    for item in items:
        if not isinstance(item, dict):
            return None
        last = ordered[-1] if ordered else item
        first = next((key for key in item if key in last and not isinstance(item[key], (list, dict))), None)
        if first is None:
            return None
        ordered.append({first: item[first], **item})
    return ordered


def _query(parameters: dict[str, Any]) -> str:
    """A name without `=` is null."""
    return "&".join(
        quote(name, safe="") if value is None else f"{quote(name, safe='')}={quote(value, safe='')}"
        for name, value in pairs(parameters)
    )


def _with_query(path: str, parameters: dict[str, Any]) -> str:
    return f"{path}?{_query(parameters)}" if parameters else path


def _multipart(parameters: dict[str, Any], boundary: str) -> bytes:
    parts: list[bytes] = []
    for name, value in pairs(parameters):
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_escape(name)}"'
        if isinstance(value, Upload):
            head += f'; filename="{_escape(value.filename)}"\r\nContent-Type: {value.content_type}'
            data = value.data
        else:
            data = (value or "").encode()
        parts += [head.encode(), b"\r\n\r\n", data, b"\r\n"]
    return b"".join([*parts, f"--{boundary}--\r\n".encode()])


def _escape(name: str) -> str:
    """As browsers do: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html"""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _holds_upload(value: Any) -> bool:
    return _any(value, lambda one: isinstance(one, Upload))


def _holds_nothing(value: Any) -> bool:
    return _any(value, lambda one: one is None or one == [])


def _any(value: Any, test: Any) -> bool:
    if test(value):
        return True
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_any(one, test) for one in below)
