"""An operation out of a parameter tree, by the types its fields declare, as leniently as Rails reads them.

One reader is compiled per operation and kept. Nothing is validated here but what no handler could look at: a
required parameter that is missing, and an array or object where a GET reads one value (a real server breaks).
Facts: recordings errors/types, errors/bools_json, errors/bools_query, errors/ids_query and
statuses/post_encodings; https://docs.joinmastodon.org/client/intro/#parameters
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, UnsetType

from clientkit.operations.base import Count, FileParam, LooseTexts, Operation, Upload
from mockserver.errors import InvalidParameter, ParameterMissing

O = TypeVar("O", bound=Operation[Any])  # noqa: E741
Read = Callable[[Any], Any]
"""From the tree's value, never None, to the field's; UNSET where Rails would drop it."""

FALSE_TEXTS = frozenset({"0", "f", "F", "false", "FALSE", "off", "OFF"})
_LEADING_INTEGER = re.compile(r"\s*([+-]?\d+)")
_INDEX = re.compile(r"-?\d+")
MAX_DIGITS = 40  # far beyond any id or duration, and quick to convert
CURSORS = frozenset({"max_id", "since_id", "min_id"})
UPLOAD_AS_TEXT = "#<ActionDispatch::Http::UploadedFile:0x00007f0000000000>"


class Field(NamedTuple):
    attribute: str
    name: str
    read: Read
    required: bool


class Reader(NamedTuple):
    """How one Struct is read. `by_name`: parameter name → field."""

    struct: type[Any]
    by_name: dict[str, Field]
    required: tuple[Field, ...]


def decode(cls: type[O], tree: dict[str, Any], path_params: dict[str, str]) -> O:
    """Path parameters win. Raises ParameterMissing; InvalidParameter for an array where a GET wants text."""
    reader = _reader(cls, cls.declaration.method == "GET")
    if path_params:
        tree = {**tree, **path_params}
    values = _values(reader, tree)
    for field in reader.required:
        if field.name not in path_params and _blank(values.get(field.attribute, UNSET)):
            raise ParameterMissing(field.name)
    operation: O = reader.struct(**values)
    return operation


def _values(reader: Reader, tree: dict[str, Any]) -> dict[str, Any]:
    values = {}
    by_name = reader.by_name
    for name, value in tree.items():
        field = by_name.get(name)
        if field is None:
            continue
        if value is not None:
            try:
                value = field.read(value)
            except _OneValueWanted:
                raise InvalidParameter(f"Invalid value for '{name}': a single value is wanted") from None
            if value is UNSET:
                continue
        values[field.attribute] = value
    return values


def _blank(value: Any) -> bool:
    """What Rails' `require` takes for missing; false and 0 are there."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is UNSET or value == [] or value == {}


class _OneValueWanted(ValueError):
    pass


# Compiling


@cache
def _reader(cls: Any, strict: bool) -> Reader:
    paging = cls.declaration.paging if issubclass(cls, Operation) else None
    fields = [
        Field(
            f.name,
            f.encode_name,
            _BOUNDS[paging.array_bound] if paging and f.name in CURSORS else _read_of(f.type, strict),
            f.required,
        )
        for f in msgspec.structs.fields(cls)
    ]
    return Reader(cls, {f.name: f for f in fields}, tuple(f for f in fields if f.required))


def _read_of(annotation: Any, strict: bool) -> Read:
    options = _options(annotation)
    if options == _options(LooseTexts):
        return _loose_texts
    if options == _options(FileParam):
        return _file
    if options == _options(Count):
        return _single(_text) if strict else _text
    (kind,) = options if len(options) == 1 else (Any,)
    if get_origin(kind) is list:
        return _list_of(get_args(kind)[0], strict)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct_of(kind, strict)
    if kind is dict or get_origin(kind) is dict:
        return _dict
    by_type = _READS_OF_GET if strict else _READS
    return by_type.get(kind, _raw)


def _options(annotation: Any) -> tuple[Any, ...]:
    """The alternatives of a type, without absence and null."""
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(t for t in get_args(annotation) if t not in (types.NoneType, UnsetType))
    return (annotation,)


def _list_of(item: Any, strict: bool) -> Read:
    if item is str:
        return _texts
    if isinstance(item, type) and issubclass(item, msgspec.Struct):
        return _structs_of(item, strict)
    return _list


def _struct_of(struct: Any, strict: bool) -> Read:
    def read(value: Any) -> Any:
        if not isinstance(value, dict) or not value:
            return UNSET
        reader: Reader = _reader(struct, strict)
        values = _values(reader, value)
        for field in reader.required:
            if _blank(values.get(field.attribute, UNSET)):
                raise ParameterMissing(field.name)
        return struct(**values)

    return read


def _structs_of(struct: type[Any], strict: bool) -> Read:
    one = _struct_of(struct, strict)

    def read(value: Any) -> Any:
        """An array of objects, or an object whose keys are indices: `fields_attributes[0][name]=…`."""
        if isinstance(value, dict) and all(map(_INDEX.fullmatch, value)):
            value = list(value.values())
        if not isinstance(value, list):
            return UNSET
        return [item for item in map(one, value) if item is not UNSET]

    return read


# Reading one value


def _raw(value: Any) -> Any:
    return value


def _dict(value: Any) -> Any:
    return value if isinstance(value, dict) else UNSET


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else UNSET


def _text(value: Any) -> Any:
    """A JSON number becomes its text, true `t`; arrays and objects are dropped."""
    if type(value) is str:
        return value
    if isinstance(value, (list, dict)):
        return UNSET
    if value is True:
        return "t"
    if value is False:
        return "f"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, Upload):
        return UPLOAD_AS_TEXT  # the text of the object that holds the file, not of the file
    return str(value)


def _float_text(value: float) -> str:
    """As Ruby writes it: `1.0e+20`, not `1e+20`."""
    digits, e, exponent = repr(value).partition("e")
    if digits.lstrip("-") == "inf":
        return digits.replace("inf", "Infinity")
    if e and "." not in digits:
        digits += ".0"
    return digits + e + exponent


def _flag(value: Any) -> Any:
    """Empty is null, exactly these spellings are false, all else is true; arrays and objects are dropped."""
    if isinstance(value, str):
        return None if value == "" else value not in FALSE_TEXTS
    if isinstance(value, (list, dict)):
        return UNSET
    return not (value is False or (type(value) is int and value == 0))


def _flag_of_get(value: Any) -> Any:
    """As `_flag`, but an array counts as true: listings look at the parameter as it was sent."""
    return True if isinstance(value, (list, dict)) else _flag(value)


def _number(value: Any) -> Any:
    """The leading digits of a text, `abc` → 0, empty → None; true is 1, as when cast for a column."""
    if isinstance(value, str):
        return _integer(value) if value else None
    if isinstance(value, (list, dict, Upload)):
        return UNSET
    if isinstance(value, float):
        return int(value) if abs(value) < 10**MAX_DIGITS else 10**MAX_DIGITS
    return int(value)


def _integer(text: str) -> int:
    found = _LEADING_INTEGER.match(text)
    return int(found[1][:MAX_DIGITS]) if found else 0


def _texts(value: Any) -> Any:
    """An array of single values, or nothing: one array or object in it and the whole is dropped."""
    if not isinstance(value, list):
        return UNSET
    texts = [item if type(item) is str else _text(item) for item in value]
    return UNSET if UNSET in texts else texts


def _loose_texts(value: Any) -> Any:
    return _texts(value if isinstance(value, list) else [value])


def _file(value: Any) -> Any:
    return value if isinstance(value, Upload) else _text(value)


def _single(read: Read) -> Read:
    """For GETs, where Rails hands an array or object on to code that wants one value, and fails."""

    def strict(value: Any) -> Any:
        if isinstance(value, (list, dict)):
            raise _OneValueWanted
        return read(value)

    return strict


def _array_is_no_number(value: Any) -> Any:
    """An array as the text of one, which as a cursor is no number: no row is within it."""
    return str(value) if isinstance(value, (list, dict)) else _text(value)


_READS: dict[Any, Read] = {str: _text, bool: _flag, int: _number}
_READS_OF_GET: dict[Any, Read] = {str: _single(_text), bool: _flag_of_get, int: _single(_number)}
_BOUNDS: dict[str, Read] = {
    "ignored": _text,
    "nothing": _array_is_no_number,
    "refused": _single(_text),
}
