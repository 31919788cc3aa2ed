"""The newest posts that the web site shows to anybody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import (
    accounts,
    files,
    media_attachments,
    status_pins,
    statuses,
    statuses_tags,
    tags,
)
from mockserver.store.statuses import Extra
from mockserver.store.visibility import visible

SHOWN = 20
Part = Literal["posts", "with_replies", "media"]
"""Which posts of an account: all but replies to others, those too, or those with attachments."""

_NEWEST = visible(
    sa.select(statuses.c.id)
    .where(statuses.c.reblog_of_id.is_(None))
    .order_by(statuses.c.id.desc())
    .limit(sa.bindparam("limit", SHOWN)),
    anonymous=True,
)
_LOCAL = _NEWEST.where(
    statuses.c.visibility == "public",
    statuses.c.account_id.in_(
        sa.select(accounts.c.id).where(accounts.c.domain.is_(None), accounts.c.silenced_at.is_(None))
    ),
)
_TAGGED = statuses.c.id.in_(
    sa.select(statuses_tags.c.status_id)
    .join(tags, tags.c.id == statuses_tags.c.tag_id)
    .where(tags.c.name == sa.bindparam("name"))
)
_OF_TAG = _NEWEST.where(statuses.c.visibility == "public", _TAGGED)
_LOCAL_OF_TAG = _OF_TAG.where(statuses.c.local.is_(True))


_PINNED = _NEWEST.join(status_pins, status_pins.c.status_id == statuses.c.id).where(
    status_pins.c.account_id == sa.bindparam("account_id")
)


def pinned(db: Database, account_id: int) -> list[int]:
    """Posts pinned to a profile that anybody may see."""
    return db.scalars(_PINNED, {"account_id": account_id})


@cache
def _of_account(part: Part, tagged: bool) -> sa.Select[Any]:
    statement = _NEWEST.where(statuses.c.account_id == sa.bindparam("account_id"))
    if part == "posts":
        to = statuses.c.in_reply_to_account_id
        statement = statement.where(sa.or_(to.is_(None), to == statuses.c.account_id))
    if part == "media":
        statement = statement.where(statuses.c.extras.op("&")(int(Extra.MEDIA)) != 0)
    return statement.where(_TAGGED) if tagged else statement


def of_account(
    db: Database, account_id: int, *, part: Part = "posts", tag: str | None = None, limit: int = SHOWN
) -> list[int]:
    """`tag`: normalised; only posts with it."""
    parameters: dict[str, Any] = {"account_id": account_id, "limit": limit}
    return db.scalars(
        _of_account(part, tag is not None), parameters if tag is None else parameters | {"name": tag}
    )


def local(db: Database) -> list[int]:
    return db.scalars(_LOCAL)


def of_tag(db: Database, name: str, *, limit: int = SHOWN, local: bool = False) -> list[Any]:
    return db.scalars(_LOCAL_OF_TAG if local else _OF_TAG, {"name": name, "limit": limit})


# --- what a feed tells beyond a status's entity

_FILES = (
    sa.select(
        media_attachments.c.id,
        media_attachments.c.thumbnail,
        files.c.content_type,
        sa.func.length(files.c.data).label("size"),
    )
    .join(files, files.c.path == media_attachments.c.original)
    .where(media_attachments.c.status_id.in_(sa.bindparam("ids", expanding=True)))
)
_LABELS = (
    sa.select(statuses_tags.c.status_id, sa.func.coalesce(tags.c.display_name, tags.c.name).label("name"))
    .join(tags, tags.c.id == statuses_tags.c.tag_id)
    .where(statuses_tags.c.status_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(statuses_tags.c.tag_id)
)


def files_of(db: Database, status_ids: Sequence[int]) -> dict[int, Row]:
    """Of attachments, by their ids: type and size of the file, and the thumbnail that was given."""
    return {row.id: row for row in db.rows(_FILES, {"ids": list(status_ids)})}


def labels_of(db: Database, status_ids: Sequence[int]) -> dict[int, list[str]]:
    """The hashtags of statuses in their display form."""
    found: dict[int, list[str]] = {}
    for row in db.rows(_LABELS, {"ids": list(status_ids)}):
        found.setdefault(row.status_id, []).append(row.name)
    return found
