"""The kinds of columns that the tables are made of."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()


def key(*, foreign: bool = False) -> sa.Column[int]:
    """The `id` column; `foreign` when the id is made by `mockserver.ids`, not by the database."""
    # SQLite counts up by itself only in an INTEGER column; PostgreSQL's twin of it is BIGINT.
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", kind, primary_key=True, autoincrement=not foreign)


def ref(name: str, *, null: bool = False, index: bool = False) -> sa.Column[int]:
    """The id of another row. No foreign keys: deletions are written out where they happen."""
    return sa.Column(name, sa.BigInteger, nullable=null, index=index)


def text(name: str, *, default: str | None = "", null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null or default is None, default=default)


def flag(name: str, default: bool | None = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=default is None, default=default)


def time(name: str, *, null: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, default=0)


def json(name: str, default: Any = None) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=default is None, default=default)


def table(name: str, *columns: Any) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        *columns,
        sqlite_autoincrement=any(c.autoincrement is True for c in columns if isinstance(c, sa.Column)),
    )
