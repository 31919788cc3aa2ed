"""Announcements, who has read them, and the reactions to them."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import announcement_mutes, announcement_reactions, custom_emojis, users
from mockserver.store.schema import announcements as TABLE

_PUBLISHED = (
    sa.select(TABLE)
    .where(TABLE.c.published.is_(True))
    .order_by(
        sa.func.coalesce(TABLE.c.starts_at, TABLE.c.scheduled_at, TABLE.c.published_at, TABLE.c.created_at),
        TABLE.c.id,
    )
)


def published(db: Database) -> Sequence[Row]:
    """In the order of their start or, without one, their publication."""
    return db.rows(_PUBLISHED)


def by_id(db: Database, announcement_id: int) -> Row | None:
    return db.find(TABLE, id=announcement_id)


_READ = sa.select(announcement_mutes.c.announcement_id).where(
    announcement_mutes.c.account_id == sa.bindparam("account_id")
)


def read_by(db: Database, account_id: int) -> set[int]:
    return set(db.scalars(_READ, {"account_id": account_id}))


def reactions(db: Database, ids: Sequence[int]) -> Sequence[Row]:
    return db.find_all(announcement_reactions, order="id", announcement_id=list(ids)) if ids else []


def reaction_names(db: Database, announcement_id: int) -> set[str]:
    return {row.name for row in reactions(db, [announcement_id])}


_COUNT = (
    sa.select(sa.func.count())
    .select_from(announcement_reactions)
    .where(
        announcement_reactions.c.announcement_id == sa.bindparam("announcement_id"),
        announcement_reactions.c.name == sa.bindparam("name"),
    )
)


def reaction_count(db: Database, announcement_id: int, name: str) -> int:
    return int(db.scalar(_COUNT, {"announcement_id": announcement_id, "name": name}))


_EMOJI = sa.select(custom_emojis).where(
    custom_emojis.c.shortcode == sa.bindparam("shortcode"),
    custom_emojis.c.domain.is_(None),
    custom_emojis.c.disabled.is_(False),
)


def custom_emoji(db: Database, shortcode: str) -> Row | None:
    """A local one that is not disabled; letter case counts."""
    return db.row(_EMOJI, {"shortcode": shortcode})


_EVERYBODY = sa.select(users.c.account_id).order_by(users.c.id)


def everybody(db: Database) -> list[int]:
    return db.scalars(_EVERYBODY)
