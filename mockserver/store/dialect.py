"""What one database does its own way: connecting, upserts, snapshots. SQL elsewhere is portable to
PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.pool import StaticPool

_encoder = msgspec.json.Encoder()

CONFLICTS = (sqlite3.IntegrityError, sa.exc.IntegrityError)
"""What is raised for a row that breaks a constraint, by the driver's own cursor and by SQLAlchemy."""
UNUSABLE = (sqlite3.DatabaseError, sa.exc.DatabaseError)
"""What is raised for a file that cannot be opened, written, or is no database."""
LONGEST_PATTERN = 1000
"""Letters of a caller's text that go into a LIKE; the database refuses patterns that are too long."""


def engine(location: str | None) -> sa.Engine:
    """`location`: a file kept in WAL mode, or None for memory."""
    made = sa.create_engine(
        f"sqlite:///{location}" if location else "sqlite://",
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",  # `Database` begins transactions itself, at the first write
        json_serializer=lambda value: _encoder.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
        connect_args={"check_same_thread": False, "cached_statements": 512},
    )

    @sa.event.listens_for(made, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA cache_size = -16000")
        if location:
            # What a COMMIT has acknowledged survives the death of the process in this mode.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    return made


LIST_FROM_JSON = "SELECT value FROM json_each(?)"
"""What stands in `IN (…)` for a list that is bound as `list_as_json` gives it."""


def list_as_json(values: Iterable[Any]) -> str:
    return _encoder.encode(list(values)).decode()


def _driver(connection: sa.Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def cursor(connection: sa.Connection) -> sqlite3.Cursor:
    return _driver(connection).cursor()


def command(connection: sa.Connection, text: str) -> None:
    """BEGIN, COMMIT or ROLLBACK."""
    _driver(connection).execute(text)


_TABLES = Path(__file__).parent / "schema" / "sqlite.sql"
"""Written by scripts/generate.py from the tables of `schema`: to compile it at each start would take a tenth
of the start."""


def create_tables(connection: sa.Connection) -> None:
    """Those that are not there yet, and their indexes."""
    _driver(connection).executescript(_TABLES.read_text())


def serialize(connection: sa.Connection) -> bytes:
    return _driver(connection).serialize()


def deserialize(connection: sa.Connection, snapshot: bytes) -> None:
    """Replace the contents. A database in a file is written over page by page; one in memory takes the
    bytes as they are."""
    driver = _driver(connection)
    in_file = bool(driver.execute("PRAGMA database_list").fetchone()[2])
    if not in_file:
        driver.deserialize(snapshot)
        return
    with sqlite3.connect(":memory:") as source:
        source.deserialize(snapshot)
        source.backup(driver)


@lru_cache(maxsize=256)
def insert_ignoring(table: sa.Table) -> Any:
    return sqlite_insert(table).on_conflict_do_nothing()


@lru_cache(maxsize=256)
def upsert(table: sa.Table, keys: tuple[str, ...], values: tuple[str, ...]) -> Any:
    statement = sqlite_insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(keys), set_={name: statement.excluded[name] for name in values}
    )
