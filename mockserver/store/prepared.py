"""Statements compiled once and run on the driver's own cursor.

SQLAlchemy builds and compiles; running through it costs some 17 µs a statement where the driver takes 4, and
a request that answers within 150 runs several. What it does on the way that matters (binding values, reading
columns by their types) is looked up once here.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from mockserver.store.dialect import LIST_FROM_JSON, list_as_json

Convert = Callable[[Any], Any]
Cursor = Any
"""A DBAPI cursor."""


_PLACE_OF_A_LIST = re.compile(r"__\[POSTCOMPILE_\w+\]")
"""Where SQLAlchemy would write a placeholder for each of a list's items, anew for each run."""


class Row(tuple[Any, ...]):
    """A row, as it is annotated: its columns by name and by position."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


class Prepared:
    """A statement, compiled. A list is bound as one JSON text, so that one statement does for any length."""

    def __init__(self, statement: Any, dialect: sa.Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        binds: Mapping[str, sa.BindParameter[Any]] = compiled.binds
        self.names: Sequence[str] = compiled.positiontup or ()
        self.sql = _PLACE_OF_A_LIST.sub(LIST_FROM_JSON, compiled.string)
        self.fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        self.binders = {
            name: convert for name, bind in binds.items() if (convert := _binder(bind, dialect)) is not None
        }
        columns = _columns(statement)
        readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self.readers: list[tuple[int, Convert]] = [
            (i, read) for i, read in enumerate(readers) if read is not None
        ]
        names = [column.key or f"column_{i}" for i, column in enumerate(columns)]
        # Called Row for the annotations' sake: a named tuple is the fastest thing that answers to names.
        self.make_row: Callable[[Sequence[Any]], Row] = cast(Any, namedtuple("Row", names, rename=True))._make

    def run(self, cursor: Cursor, parameters: Mapping[str, Any]) -> Cursor:
        return cursor.execute(self.sql, self.bind(parameters))

    def bind(self, parameters: Mapping[str, Any]) -> Sequence[Any]:
        values = {**self.fixed, **parameters} if self.fixed else parameters
        if self.binders:
            values = dict(values)
            for name, convert in self.binders.items():
                values[name] = convert(values[name])
        return [values[name] for name in self.names]

    def read(self, raw: Sequence[Any]) -> Row:
        if self.readers:
            raw = list(raw)
            for i, convert in self.readers:
                raw[i] = convert(raw[i])
        return self.make_row(raw)


def _binder(bind: sa.BindParameter[Any], dialect: sa.Dialect) -> Convert | None:
    """What makes of a value of Python's what the driver takes; None: nothing need be done."""
    convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if not bind.expanding:
        return convert
    return lambda values: list_as_json(values if convert is None else map(convert, values))


def _columns(statement: Any) -> list[sa.ColumnElement[Any]]:
    """What a statement gives back; nothing for one that only changes rows."""
    if isinstance(statement, sa.Insert | sa.Update | sa.Delete):
        return [description["expr"] for description in statement.returning_column_descriptions]
    return list(statement.selected_columns)
