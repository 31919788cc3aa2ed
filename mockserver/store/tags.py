"""Hashtags: found by any spelling, with their use, followers and features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import featured_tags, statuses, statuses_tags, tag_follows, tag_uses, tags
from mockserver.store.visibility import one_of
from mockserver.text.tags import normalise_tag

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row


def find(db: Database, name: str) -> Row | None:
    """The row of a hashtag, however it is spelt; a leading `#` does not matter."""
    normal = normalise_tag(name.removeprefix("#"))
    return db.find(tags, name=normal) if normal else None


def find_or_create(db: Database, name: str, now: int) -> Row:
    """`name` becomes the display form of a new one."""
    row = find(db, name)
    if row is None:
        normal = normalise_tag(name)
        tag_id = db.insert(tags, name=normal, display_name=name, created_at=now)
        row = db.find(tags, id=tag_id)
        assert row is not None
    return row


def by_ids(db: Database, ids: Sequence[int]) -> dict[int, Row]:
    return {row.id: row for row in db.find_all(tags, id=list(ids))} if ids else {}


_USES = (
    sa.select(
        tag_uses.c.tag_id,
        tag_uses.c.day,
        sa.func.sum(tag_uses.c.uses).label("uses"),
        sa.func.count().label("accounts"),
    )
    .where(
        tag_uses.c.tag_id.in_(sa.bindparam("ids", expanding=True)), tag_uses.c.day >= sa.bindparam("since")
    )
    .group_by(tag_uses.c.tag_id, tag_uses.c.day)
)


def uses(db: Database, ids: Sequence[int], since: int) -> dict[tuple[int, int], tuple[int, int]]:
    """For (tag id, midnight in ms) how many accounts used a tag, and how often, from the day `since` on."""
    rows = db.rows(_USES, {"ids": list(ids), "since": since})
    return {(row.tag_id, row.day): (row.accounts, row.uses) for row in rows}


def count_use(db: Database, tag_id: int, account_id: int, at: int) -> None:
    use = {"tag_id": tag_id, "day": at - at % DAY, "account_id": account_id}
    if not db.increment(tag_uses, use, uses=1):
        db.insert(tag_uses, **use, uses=1)


# --- followed and featured

_FOLLOWED_PAGE = sa.select(tag_follows.c.id, tag_follows.c.tag_id).where(
    tag_follows.c.account_id == sa.bindparam("me")
)


def followed_page(db: Database, me: int, cursor: Cursor) -> Sequence[Row]:
    return page(db, _FOLLOWED_PAGE, tag_follows.c.id, cursor, me=me)


def _mine(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table.c.tag_id).where(
        table.c.account_id == sa.bindparam("me"), table.c.tag_id.in_(sa.bindparam("ids", expanding=True))
    )


_FOLLOWING, _FEATURING = _mine(tag_follows), _mine(featured_tags)


def following(db: Database, me: int, ids: Sequence[int]) -> set[int]:
    return set(db.scalars(_FOLLOWING, {"me": me, "ids": list(ids)}))


def featuring(db: Database, me: int, ids: Sequence[int]) -> set[int]:
    return set(db.scalars(_FEATURING, {"me": me, "ids": list(ids)}))


_OWN_USE = (
    sa.select(
        statuses_tags.c.tag_id,
        sa.func.count().label("uses"),
        sa.func.max(statuses.c.created_at).label("last_at"),
    )
    .join(statuses, statuses.c.id == statuses_tags.c.status_id)
    .where(
        statuses_tags.c.tag_id.in_(sa.bindparam("ids", expanding=True)),
        statuses.c.account_id == sa.bindparam("account"),
        one_of(statuses.c.visibility, "public", "unlisted"),
        statuses.c.reblog_of_id.is_(None),
    )
    .group_by(statuses_tags.c.tag_id)
)


def own_use(db: Database, account_id: int, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How often an account has used tags in what everybody may see, and when last (ms)."""
    rows = db.rows(_OWN_USE, {"account": account_id, "ids": list(ids)}) if ids else ()
    return {row.tag_id: (row.uses, row.last_at) for row in rows}


_LAST = (
    sa.select(statuses.c.id)
    .where(statuses.c.account_id == sa.bindparam("account"))
    .order_by(statuses.c.id.desc())
    .limit(1000)
    .subquery()
)
_SUGGESTED = (
    sa.select(statuses_tags.c.tag_id)
    .join(_LAST, _LAST.c.id == statuses_tags.c.status_id)
    .where(
        statuses_tags.c.tag_id.not_in(
            sa.select(featured_tags.c.tag_id).where(featured_tags.c.account_id == sa.bindparam("account"))
        )
    )
    .group_by(statuses_tags.c.tag_id)
    .order_by(sa.func.count().desc(), statuses_tags.c.tag_id)
    .limit(10)
)


def suggested(db: Database, account_id: int) -> list[int]:
    """The tags an account uses most in its last 1000 statuses and does not feature yet."""
    return db.scalars(_SUGGESTED, {"account": account_id})


def features_of(db: Database, account_id: int) -> Sequence[Row]:
    return db.find_all(featured_tags, order="id", account_id=account_id)


def unusable(db: Database, names: Sequence[str]) -> list[str]:
    """Those of the names that moderators do not allow in statuses, normalised."""
    normal = [normalise_tag(name) for name in names]
    rows = db.find_all(tags, name=list(dict.fromkeys(normal)))
    banned = {row.name for row in rows if row.usable is False}
    return [name for name in dict.fromkeys(normal) if name in banned]
