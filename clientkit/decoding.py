"""From an answer to what its operation returns.

msgspec decodes what is as declared. An older server, a fork or another software leaves fields out or sends
null where Mastodon never does; then what is missing becomes UNSET and what is odd stays as it came, unless
`strict`.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import UNSET

from clientkit import entities
from clientkit.errors import UnexpectedAnswer
from clientkit.operations.base import Declaration
from clientkit.wire import Response


def decode(declaration: Declaration, response: Response, *, strict: bool = False) -> Any:
    """Raises UnexpectedAnswer; with `strict` also for any field that is not as declared."""
    returns = declaration.returns
    if returns is str:
        return response.body.decode(errors="replace")
    if returns in (None, types.NoneType) or (not response.body and response.status == 204):
        return None
    try:
        return parse(returns, response.body or (b"{}" if returns is entities.Empty else b""), strict=strict)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnexpectedAnswer(declaration.id, response) from error


def parse(kind: Any, body: bytes | str, *, strict: bool = False) -> Any:
    """Raises msgspec.MsgspecError."""
    structs = _structs(kind)
    if len(structs) > 1:
        kind = _fitting(structs, msgspec.json.decode(body))
    try:
        return _decoder(kind).decode(body)
    except msgspec.ValidationError:
        value = msgspec.json.decode(body)
        if strict or not _resembles(kind, value):
            raise
        return lenient(kind, value)


def lenient(kind: Any, value: Any) -> Any:
    """A plain value as the type asked for, as far as it goes."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return lenient(arguments[0], value)
    structs = _structs(kind)
    if structs and isinstance(value, dict):
        return _struct(_fitting(structs, value), value)
    if origin in (Union, types.UnionType):
        return next((lenient(one, value) for one in arguments if _is_for(one, value)), value)
    if origin is list and isinstance(value, list):
        return [lenient(arguments[0], one) for one in value]
    if origin is dict and isinstance(value, dict):
        return {key: lenient(arguments[1], one) for key, one in value.items()}
    return value


def _struct(kind: type[msgspec.Struct], value: dict[str, Any]) -> Any:
    return kind(
        **{
            field.name: lenient(field.type, value[field.encode_name]) if field.encode_name in value else UNSET
            for field in msgspec.structs.fields(kind)
        }
    )


def _is_for(kind: Any, value: Any) -> bool:
    return isinstance(value, (list, dict)) and get_origin(kind) is type(value)


def _resembles(kind: Any, value: Any) -> bool:
    """Whether it is of the kind asked for at all: an entity has at least one of its fields."""
    if isinstance(value, dict):
        fields = [f.encode_name for struct in _structs(kind) for f in msgspec.structs.fields(struct)]
        return any(name in value for name in fields) or get_origin(kind) is dict
    return isinstance(value, list) and get_origin(kind) is list


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


@cache
def _structs(kind: Any) -> tuple[type[msgspec.Struct], ...]:
    """The Structs of a type or union: those of `Status | ScheduledStatus` differ by their keys only."""
    options = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    return tuple(one for one in options if isinstance(one, type) and issubclass(one, msgspec.Struct))


def _fitting(structs: tuple[type[msgspec.Struct], ...], value: Any) -> type[msgspec.Struct]:
    """The Struct of whose own fields most are there: `params` is a field of ScheduledStatus alone."""
    names = [{field.encode_name for field in msgspec.structs.fields(struct)} for struct in structs]

    def own_fields(index: int) -> int:
        others: set[str] = set().union(*(names[:index] + names[index + 1 :]))
        return sum(name in value for name in names[index] - others)

    if len(structs) == 1 or not isinstance(value, dict):
        return structs[0]
    return structs[max(range(len(structs)), key=own_fields)]
