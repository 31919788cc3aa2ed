"""Attachments, their files, and the work on them that is not finished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver import errors
from mockserver.store.database import Database, Row
from mockserver.store.paging import record_id
from mockserver.store.schema import files, media_attachments, media_jobs, statuses
from mockserver.store.visibility import visible

if TYPE_CHECKING:
    from mockserver.context import Context

_POSTED = visible(
    sa.select(media_attachments)
    .join(statuses, statuses.c.id == media_attachments.c.status_id)
    .where(media_attachments.c.id == sa.bindparam("id")),
    anonymous=True,
)
_FILE = sa.select(files).where(files.c.path == sa.bindparam("path"))


def find(db: Database, media_id: int) -> Row | None:
    return db.find(media_attachments, id=media_id)


def by_id(db: Database, media_id: int) -> Row:
    """One that is known to be there."""
    row = find(db, media_id)
    assert row is not None
    return row


def own(ctx: Context, given: str) -> Row:
    """The caller's attachment of an id in a path, in a status or not; raises RecordNotFound."""
    row = ctx.db.find(media_attachments, id=record_id(given), account_id=ctx.me.id)
    if row is None:
        raise errors.RecordNotFound
    return row


def own_unattached(ctx: Context, given: str) -> Row:
    """As `own`, but only while no status has it."""
    row = own(ctx, given)
    if row.status_id is not None:
        raise errors.RecordNotFound
    return row


def publicly_visible(db: Database, media_id: int) -> Row | None:
    """An attachment of a status that anybody may see."""
    return db.row(_POSTED, {"id": media_id})


def insert(db: Database, **values: Any) -> None:
    """A new attachment, in no status yet."""
    db.insert(media_attachments, **values, status_id=None)


def change(db: Database, row: Row, **values: Any) -> None:
    db.update_of(media_attachments, {"id": row.id}, {"status_id": row.status_id}, **values)


def remove(db: Database, row: Row) -> None:
    db.delete(media_attachments, id=row.id)


# --- files


def file(db: Database, path: str) -> Row | None:
    return db.row(_FILE, {"path": path})


def keep_file(db: Database, path: str, content_type: str, data: bytes, now: int) -> None:
    db.insert(files, path=path, content_type=content_type, data=data, created_at=now)


def drop_files(db: Database, paths: Sequence[str]) -> None:
    if paths:
        db.delete(files, path=list(paths))


# --- unfinished work


def queue(db: Database, media_id: int, *, data: bytes, polls: int, result: dict[str, Any] | None) -> None:
    db.insert(media_jobs, media_id=media_id, data=data, polls=polls, released=False, result=result)


def job(db: Database, media_id: int) -> Row | None:
    return db.find(media_jobs, media_id=media_id)


def change_job(db: Database, media_id: int, **values: Any) -> None:
    db.update(media_jobs, {"media_id": media_id}, **values)


def remove_job(db: Database, media_id: int) -> None:
    db.delete(media_jobs, media_id=media_id)
