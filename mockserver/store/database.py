"""The one connection of an instance to its database: reading, writing, transactions, snapshots.

Writers name the table and the columns by which rows are chosen, so that this module can build each
statement once, begin a transaction at the first write, and tell the caches whose rows have changed.
Everything that only SQLite does is in `dialect.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from mockserver.store import dialect
from mockserver.store.schema import metadata

Row = sa.Row[Any]
Table = sa.Table
Watcher = Callable[[Any], None]
"""Called with the value of the watched column of a changed row, or None when any row may have changed."""

IN = Sequence[Any] | set[Any] | frozenset[Any]


@lru_cache(maxsize=1024)
def _where(table: sa.Table, columns: tuple[tuple[str, bool], ...]) -> list[sa.ColumnElement[bool]]:
    """Conditions by name; (name, True) is membership of a list, otherwise equality (parameters `w_NAME`)."""
    return [
        table.c[name].in_(sa.bindparam(f"w_{name}", expanding=True))
        if many
        else table.c[name] == sa.bindparam(f"w_{name}")
        for name, many in columns
    ]


@lru_cache(maxsize=1024)
def _update(
    table: sa.Table, where: tuple[tuple[str, bool], ...], values: tuple[str, ...], increments: tuple[str, ...]
) -> sa.Update:
    new: dict[str, Any] = {name: sa.bindparam(f"v_{name}") for name in values}
    for name in increments:
        new[name] = table.c[name] + sa.bindparam(f"v_{name}", type_=sa.Integer)
    return sa.update(table).where(*_where(table, where)).values(new)


@lru_cache(maxsize=1024)
def _delete(table: sa.Table, where: tuple[tuple[str, bool], ...]) -> sa.Delete:
    return sa.delete(table).where(*_where(table, where))


@lru_cache(maxsize=1024)
def _select(table: sa.Table, where: tuple[tuple[str, bool], ...], order: str | None) -> sa.Select[Any]:
    statement = sa.select(table).where(*_where(table, where))
    if order is None:
        return statement
    column = table.c[order.removeprefix("-")]
    return statement.order_by(column.desc() if order.startswith("-") else column)


def _names(where: Mapping[str, Any]) -> tuple[tuple[str, bool], ...]:
    return tuple((name, isinstance(value, list | tuple | set | frozenset)) for name, value in where.items())


def _parameters(where: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"w_{name}": list(value) if isinstance(value, set | frozenset | tuple) else value
        for name, value in where.items()
    }


class Database:
    """Statements run one after the other: an instance answers one request at a time."""

    def __init__(self, location: str | None = None) -> None:
        """`location`: a file, or None to live in memory."""
        self.engine = dialect.engine(location)
        self.connection = self.engine.connect()
        self._depth = 0
        self._began = False
        self._watchers: dict[str, list[tuple[str, Watcher]]] = {}

    def create(self) -> None:
        metadata.create_all(self.connection)

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()

    # --- reading

    def rows(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row]:
        return self.connection.execute(statement, parameters).all()

    def row(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> Row | None:
        return self.connection.execute(statement, parameters).first()

    def scalar(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> Any:
        return self.connection.execute(statement, parameters).scalar()

    def scalars(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        return [row[0] for row in self.connection.execute(statement, parameters)]

    def find(self, table: sa.Table, **where: Any) -> Row | None:
        """The first row with these values, or None."""
        return self.row(_select(table, _names(where), None), _parameters(where))

    def find_all(self, table: sa.Table, order: str | None = None, **where: Any) -> Sequence[Row]:
        """All rows with these values; a list as value means membership; `order`: a column, `-` before it
        for descending."""
        return self.rows(_select(table, _names(where), order), _parameters(where))

    # --- writing

    def insert(self, table: sa.Table, **values: Any) -> int:
        """Insert a row; its id."""
        self._begin()
        result = self.connection.execute(table.insert(), values)
        self._changed(table, values)
        key = result.inserted_primary_key
        return int(key[0]) if key and isinstance(key[0], int) else 0

    def insert_many(
        self, table: sa.Table, rows: Sequence[Mapping[str, Any]], *, ignore: bool = False
    ) -> None:
        """Insert rows of the same columns; `ignore`: silently leave out what is there already."""
        if not rows:
            return
        self._begin()
        self.connection.execute(dialect.insert_ignoring(table) if ignore else table.insert(), list(rows))
        for row in rows:
            self._changed(table, row)

    def upsert(self, table: sa.Table, keys: Mapping[str, Any], **values: Any) -> None:
        """Insert, or change the row of the same primary key."""
        self._begin()
        self.connection.execute(dialect.upsert(table, tuple(keys), tuple(values)), {**keys, **values})
        self._changed(table, keys)

    def update(self, table: sa.Table, where: Mapping[str, Any], **values: Any) -> int:
        """Set columns of the chosen rows; how many there were."""
        return self._modify(table, where, values, {})

    def increment(self, table: sa.Table, where: Mapping[str, Any], **by: int) -> int:
        """Add to columns of the chosen rows; how many there were."""
        return self._modify(table, where, {}, by)

    def delete(self, table: sa.Table, **where: Any) -> int:
        self._begin()
        result = self.connection.execute(_delete(table, _names(where)), _parameters(where))
        self._changed(table, where)
        return int(result.rowcount)

    def write(
        self, statement: sa.Executable, parameters: Any = None, *, table: sa.Table, **changed: Any
    ) -> int:
        """Run any other statement that changes `table`; `changed`: what is known of the changed rows."""
        self._begin()
        result = self.connection.execute(statement, parameters)
        self._changed(table, changed)
        return int(getattr(result, "rowcount", 0))

    def returning(
        self, statement: sa.Executable, parameters: Any = None, *, table: sa.Table, **changed: Any
    ) -> Sequence[Row]:
        """Run a statement that changes `table` and tells of the rows it changed."""
        self._begin()
        rows = self.connection.execute(statement, parameters).all()
        self._changed(table, changed)
        return rows

    def _modify(
        self, table: sa.Table, where: Mapping[str, Any], values: Mapping[str, Any], by: Mapping[str, int]
    ) -> int:
        self._begin()
        statement = _update(table, _names(where), tuple(values), tuple(by))
        parameters = _parameters(where)
        for name, value in (*values.items(), *by.items()):
            parameters[f"v_{name}"] = value
        result = self.connection.execute(statement, parameters)
        self._changed(table, where)
        return int(result.rowcount)

    # --- caches

    def watch(self, table: sa.Table, column: str, watcher: Watcher) -> None:
        """Call `watcher` with the `column` of every row of `table` that changes."""
        self._watchers.setdefault(table.name, []).append((column, watcher))

    def _changed(self, table: sa.Table, known: Mapping[str, Any]) -> None:
        for column, watcher in self._watchers.get(table.name, ()):
            value = known.get(column)
            if isinstance(value, list | tuple | set | frozenset):
                for one in value:
                    watcher(one)
            else:
                watcher(value)

    def forget(self) -> None:
        """Tell all watchers that anything may have changed."""
        for watchers in self._watchers.values():
            for _, watcher in watchers:
                watcher(None)

    # --- transactions

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; begun at the first write, so that reading costs nothing. Nested ones join the
        outer."""
        self._depth += 1
        try:
            yield
        except BaseException:
            if self._depth == 1:
                self._end("ROLLBACK")
                self.forget()
            raise
        else:
            if self._depth == 1:
                self._end("COMMIT")
        finally:
            self._depth -= 1

    def _begin(self) -> None:
        if self._depth and not self._began:
            self._began = True
            dialect.command(self.connection, "BEGIN")

    def _end(self, command: str) -> None:
        if self._began:
            self._began = False
            dialect.command(self.connection, command)

    # --- snapshots

    def snapshot(self) -> bytes:
        """The whole database as the bytes of its file."""
        return dialect.serialize(self.connection)

    def restore(self, snapshot: bytes) -> None:
        dialect.deserialize(self.connection, snapshot)
        self.forget()
