"""Statements compiled once and run on the driver's own cursor.

SQLAlchemy builds and compiles; running through it costs some 17 µs a statement where the driver takes 4, and
a request that answers within 150 runs several. What it does on the way that matters (binding values, reading
columns by their types) is looked up once here.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

Convert = Callable[[Any], Any]
Cursor = Any
"""A DBAPI cursor."""


class Row(tuple[Any, ...]):
    """A row, as it is annotated: its columns by name and by position."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


class Prepared:
    """A statement without lists that would have to be expanded; see `prepare`."""

    def __init__(self, compiled: sa.Compiled, dialect: sa.Dialect) -> None:
        self.sql = str(compiled)
        self.names: Sequence[str] | None = compiled.positiontup  # type: ignore[attr-defined]
        binds: Mapping[str, sa.BindParameter[Any]] = compiled.binds  # type: ignore[attr-defined]
        self.fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        self.binders = {
            name: convert
            for name, bind in binds.items()
            if (convert := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
        }
        columns = _columns(compiled.statement)
        readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self.readers: list[tuple[int, Convert]] = [
            (i, read) for i, read in enumerate(readers) if read is not None
        ]
        names = [column.key or f"column_{i}" for i, column in enumerate(columns)]
        # Called Row for the annotations' sake: a named tuple is the fastest thing that answers to names.
        self.make_row: Callable[[Sequence[Any]], Row] = cast(Any, namedtuple("Row", names, rename=True))._make

    def run(self, cursor: Cursor, parameters: Mapping[str, Any]) -> Cursor:
        return cursor.execute(self.sql, self.bind(parameters))

    def bind(self, parameters: Mapping[str, Any]) -> Any:
        values = {**self.fixed, **parameters} if self.fixed else parameters
        if self.binders:
            values = dict(values)
            for name, convert in self.binders.items():
                values[name] = convert(values[name])
        return values if self.names is None else [values[name] for name in self.names]

    def read(self, raw: Sequence[Any]) -> Row:
        if self.readers:
            raw = list(raw)
            for i, convert in self.readers:
                raw[i] = convert(raw[i])
        return self.make_row(raw)


def prepare(statement: Any, dialect: sa.Dialect) -> Prepared | None:
    """None for a statement whose text depends on the values: with a list that is expanded."""
    compiled = statement.compile(dialect=dialect)
    if compiled.post_compile_params or compiled.literal_execute_params:
        return None
    return Prepared(compiled, dialect)


def _columns(statement: Any) -> list[sa.ColumnElement[Any]]:
    """What a statement gives back; nothing for one that only changes rows."""
    if isinstance(statement, sa.Insert | sa.Update | sa.Delete):
        return [description["expr"] for description in statement.returning_column_descriptions]
    return list(statement.selected_columns)
