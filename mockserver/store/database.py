"""The one connection of an instance to its database: reading, writing, transactions, snapshots.

Writers name the table and the columns by which rows are chosen, so that this module can build each
statement once, begin a transaction at the first write, and tell the caches whose rows have changed.
Everything that only SQLite does is in `dialect.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import sqlalchemy as sa

from mockserver.store import dialect
from mockserver.store.prepared import Cursor, Prepared
from mockserver.store.prepared import Row as Row

Table = sa.Table
Watcher = Callable[[Any], None]
"""Called with the value of the watched column of a changed row, or None when any row may have changed."""


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
def _insert(
    table: sa.Table, names: tuple[str, ...], *, returning: bool = False
) -> tuple[Any, dict[str, Any]]:
    """An insertion of these columns, and the values of those that have a default and are not named."""
    defaults = {
        column.name: column.default.arg
        for column in table.c
        if isinstance(column.default, sa.ColumnDefault) and column.name not in names
    }
    values = {name: sa.bindparam(name, type_=table.c[name].type) for name in (*names, *defaults)}
    statement = table.insert().values(values)
    return statement.returning(*table.c) if returning else statement, defaults


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


def _many(value: Any) -> bool:
    """Whether a value asks for membership. A list of one asks for equality, which is cheaper: a list is
    expanded at each execution."""
    return isinstance(value, list | tuple | set | frozenset) and len(value) != 1


def _names(where: Mapping[str, Any]) -> tuple[tuple[str, bool], ...]:
    return tuple((name, _many(value)) for name, value in where.items())


def _parameters(where: Mapping[str, Any]) -> dict[str, Any]:
    return {f"w_{name}": _parameter(value) for name, value in where.items()}


def _parameter(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return list(value) if len(value) != 1 else next(iter(value))
    return value


_prepared: dict[Any, Prepared] = {}
"""By statement: a module's constant, or kept by the functions above."""


class Transaction:
    """What `Database.transaction` gives: a context manager without state of its own, for each request enters
    one."""

    __slots__ = ("_db",)

    def __init__(self, db: Database) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.enter()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._db.leave(failed=kind is not None)


class Database:
    """Statements run one after the other: an instance answers one request at a time."""

    def __init__(self, location: str | None = None) -> None:
        """`location`: a file, or None to live in memory."""
        self.engine = dialect.engine(location)
        self.connection = self.engine.connect()
        self._cursor = dialect.cursor(self.connection)
        self._depth = 0
        self._began = False
        self._transaction = Transaction(self)
        self._watchers: dict[str, list[tuple[str, Watcher]]] = {}

    def create(self) -> None:
        """Lay the tables that are not there yet."""
        dialect.create_tables(self.connection)

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()

    # --- running

    def _run(self, statement: Any, parameters: Mapping[str, Any] | None) -> tuple[Prepared, Cursor]:
        """Run a statement on the driver's cursor."""
        try:
            prepared = _prepared[statement]
        except KeyError:
            prepared = _prepared[statement] = Prepared(statement, self.engine.dialect)
        return prepared, prepared.run(self._cursor, parameters or {})

    def _change(self, statement: Any, parameters: Mapping[str, Any] | None) -> Any:
        """Run a statement that changes rows; what tells of it (`rowcount`, `lastrowid`)."""
        self._begin()
        return self._run(statement, parameters)[1]

    # --- reading

    def rows(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Sequence[Row]:
        prepared, result = self._run(statement, parameters)
        return list(map(prepared.read, result.fetchall()))

    def tuples(
        self, statement: Any, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[tuple[Any, ...]]:
        """As `rows`, by position only, which is cheaper."""
        prepared, result = self._run(statement, parameters)
        rows = cast(Sequence[tuple[Any, ...]], result.fetchall())
        return rows if not prepared.readers else list(map(prepared.read, rows))

    def row(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Row | None:
        prepared, result = self._run(statement, parameters)
        raw = result.fetchone()
        result.fetchall()  # a cursor left open would hold the table
        return None if raw is None else prepared.read(raw)

    def scalar(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Any:
        row = self.row(statement, parameters)
        return None if row is None else row[0]

    def scalars(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        return [row[0] for row in self.tuples(statement, parameters)]

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
        statement, defaults = _insert(table, tuple(values))
        result = self._change(statement, {**defaults, **values})
        self._changed(table, values)
        return int(result.lastrowid or 0)

    def insert_row(self, table: sa.Table, **values: Any) -> Row:
        """Insert a row and read it back."""
        statement, defaults = _insert(table, tuple(values), returning=True)
        (row,) = self.returning(statement, {**defaults, **values}, table=table, **values)
        return row

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
        self._change(dialect.upsert(table, tuple(keys), tuple(values)), {**keys, **values})
        self._changed(table, keys)

    def update(self, table: sa.Table, where: Mapping[str, Any], **values: Any) -> int:
        """Set columns of the chosen rows; how many there were."""
        return self._modify(table, where, values, {}, where)

    def update_of(
        self, table: sa.Table, where: Mapping[str, Any], concerns: Mapping[str, Any], **values: Any
    ) -> int:
        """As `update`; `concerns`: what else is known of the chosen rows, for the caches that watch them. A
        None there says that they concern no row that is watched for."""
        return self._modify(table, where, values, {}, {**where, **concerns})

    def increment(self, table: sa.Table, where: Mapping[str, Any], **by: int) -> int:
        """Add to columns of the chosen rows; how many there were."""
        return self._modify(table, where, {}, by, where)

    def delete(self, table: sa.Table, **where: Any) -> int:
        result = self._change(_delete(table, _names(where)), _parameters(where))
        self._changed(table, where)
        return int(result.rowcount)

    def write(
        self, statement: sa.Executable, parameters: Any = None, *, table: sa.Table, **changed: Any
    ) -> int:
        """Run any other statement that changes `table`; `changed`: what is known of the changed rows."""
        result = self._change(statement, parameters)
        self._changed(table, changed)
        return int(result.rowcount)

    def returning(
        self, statement: sa.Executable, parameters: Any = None, *, table: sa.Table, **changed: Any
    ) -> Sequence[Row]:
        """Run a statement that changes `table` and tells of the rows it changed."""
        self._begin()
        rows = self.rows(statement, parameters)
        self._changed(table, changed)
        return rows

    def _modify(
        self,
        table: sa.Table,
        where: Mapping[str, Any],
        values: Mapping[str, Any],
        by: Mapping[str, int],
        changed: Mapping[str, Any],
    ) -> int:
        statement = _update(table, _names(where), tuple(values), tuple(by))
        parameters = _parameters(where)
        for name, value in (*values.items(), *by.items()):
            parameters[f"v_{name}"] = value
        result = self._change(statement, parameters)
        self._changed(table, changed)
        return int(result.rowcount)

    # --- caches

    def watch(self, table: sa.Table, column: str, watcher: Watcher) -> None:
        """Call `watcher` with the `column` of every row of `table` that changes, with None where it is not
        known."""
        self._watchers.setdefault(table.name, []).append((column, watcher))

    def _changed(self, table: sa.Table, known: Mapping[str, Any]) -> None:
        for column, watcher in self._watchers.get(table.name, ()):
            value = known.get(column)
            if value is None and column in known:
                continue  # said to concern no row of those that are watched for
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

    def transaction(self) -> Transaction:
        """All or nothing; begun at the first write, so that reading costs nothing. Nested ones join the
        outer."""
        return self._transaction

    def enter(self) -> None:
        self._depth += 1

    def leave(self, failed: bool) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._end("ROLLBACK" if failed else "COMMIT")
            if failed:
                self.forget()

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
