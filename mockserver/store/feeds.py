"""The rows of the home and list feeds (table `feed_entries`): entering, leaving, reading, merging.

Who gets a new status is found in `store.fanout`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.schema import (
    account_domain_blocks,
    accounts,
    blocks,
    feed_entries,
    follows,
    list_accounts,
    lists,
    mentions,
    mutes,
    statuses,
    statuses_tags,
    tag_follows,
)
from mockserver.store.visibility import one_of

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row

NEWEST = 40
"""Within so many newest entries of a feed a status and its boosts appear once (REBLOG_FALLOFF)."""
SIZE = 800
"""What a feed holds at most."""

_STATUS = sa.bindparam("status_id", type_=sa.BigInteger)
_AUTHOR = sa.bindparam("author", type_=sa.BigInteger)
_ORIGINAL = sa.bindparam("original", type_=sa.BigInteger)
_HOME: sa.ColumnClause[str] = sa.literal_column("'home'")
_LIST: sa.ColumnClause[str] = sa.literal_column("'list'")

# --- entering


def newest(entry: Any) -> Any:
    """Whether an entry is among the newest of its feed."""
    newer = feed_entries.alias()
    above = (
        sa.select(sa.literal_column("1"))
        .where(
            newer.c.kind == entry.c.kind,
            newer.c.owner_id == entry.c.owner_id,
            newer.c.status_id > entry.c.status_id,
            newer.c.hidden.is_(False),
        )
        .limit(NEWEST)
        .correlate(entry)
        .subquery()
    )
    return sa.select(sa.func.count()).select_from(above).scalar_subquery() < NEWEST


def insert(db: Database, feeds: Iterable[tuple[str, int]], status_id: int) -> None:
    """Put a status that is no boost into feeds, where it is not yet."""
    db.insert_many(
        feed_entries,
        [
            {"kind": kind, "owner_id": owner, "status_id": status_id, "reblog_of_id": None, "hidden": False}
            for kind, owner in feeds
        ],
        ignore=True,
    )


def insert_many(db: Database, rows: Sequence[dict[str, Any]]) -> None:
    db.insert_many(feed_entries, rows, ignore=True)


_TRIM = sa.delete(feed_entries).where(
    feed_entries.c.kind == sa.bindparam("kind"),
    feed_entries.c.owner_id == sa.bindparam("owner"),
    feed_entries.c.status_id
    < sa.select((_old := feed_entries.alias()).c.status_id)
    .where(_old.c.kind == sa.bindparam("kind"), _old.c.owner_id == sa.bindparam("owner"))
    .order_by(_old.c.status_id.desc())
    .limit(1)
    .offset(SIZE - 1 + NEWEST)
    .scalar_subquery(),
)


def trim(db: Database, kind: str, owner_id: int) -> None:
    """Drop what no page of a feed can reach any more."""
    db.write(_TRIM, {"kind": kind, "owner": owner_id}, table=feed_entries)


# --- leaving

_entry_status, _entry_original = statuses.alias(), statuses.alias()
_ENTRIES = (
    sa.select(feed_entries.c.status_id, feed_entries.c.reblog_of_id)
    .join(_entry_status, _entry_status.c.id == feed_entries.c.status_id)
    .where(
        feed_entries.c.kind == sa.bindparam("kind"),
        feed_entries.c.owner_id == sa.bindparam("owner"),
        feed_entries.c.hidden.is_(False),
    )
    .order_by(feed_entries.c.status_id.desc())
)
_BY_ACCOUNT = _ENTRIES.where(_entry_status.c.account_id == sa.bindparam("account"))
_ABOUT_ACCOUNT = _ENTRIES.outerjoin(
    _entry_original, _entry_original.c.id == feed_entries.c.reblog_of_id
).where(
    sa.or_(
        _entry_status.c.account_id == sa.bindparam("account"),
        _entry_original.c.account_id == sa.bindparam("account"),
        sa.exists().where(
            mentions.c.account_id == sa.bindparam("account"),
            mentions.c.silent.is_(False),
            mentions.c.status_id.in_([feed_entries.c.status_id, feed_entries.c.reblog_of_id]),
        ),
    )
)
_other_tags = sa.select(tag_follows.c.tag_id).where(tag_follows.c.account_id == sa.bindparam("owner"))
_ONLY_BY_TAG = _ENTRIES.where(
    sa.exists().where(
        statuses_tags.c.tag_id == sa.bindparam("tag"), statuses_tags.c.status_id == feed_entries.c.status_id
    ),
    sa.not_(
        sa.exists().where(
            statuses_tags.c.status_id == feed_entries.c.status_id, statuses_tags.c.tag_id.in_(_other_tags)
        )
    ),
    _entry_status.c.account_id != sa.bindparam("owner"),
    _entry_status.c.account_id.not_in(
        sa.select(follows.c.target_account_id).where(follows.c.account_id == sa.bindparam("owner"))
    ),
)


def by_account(db: Database, kind: str, owner_id: int, account_id: int) -> Sequence[Row]:
    """The entries of a feed that an account posted or boosted, newest first."""
    return db.rows(_BY_ACCOUNT, {"kind": kind, "owner": owner_id, "account": account_id})


def about_account(db: Database, kind: str, owner_id: int, account_id: int) -> Sequence[Row]:
    """The entries by an account, boosting it or naming it, newest first."""
    return db.rows(_ABOUT_ACCOUNT, {"kind": kind, "owner": owner_id, "account": account_id})


def only_by_tag(db: Database, owner_id: int, tag_id: int) -> Sequence[Row]:
    """The entries of a home feed for which there is no reason any more once `tag_id` is not followed."""
    return db.rows(_ONLY_BY_TAG, {"kind": "home", "owner": owner_id, "tag": tag_id})


_OTHER_BOOST = sa.select(sa.func.min(feed_entries.c.status_id)).where(
    feed_entries.c.kind == sa.bindparam("kind"),
    feed_entries.c.owner_id == sa.bindparam("owner"),
    feed_entries.c.reblog_of_id == _ORIGINAL,
    feed_entries.c.hidden.is_(True),
)
_above = (
    sa.select(sa.literal_column("1"))
    .select_from(feed_entries)
    .where(
        feed_entries.c.kind == sa.bindparam("kind"),
        feed_entries.c.owner_id == sa.bindparam("owner"),
        feed_entries.c.status_id > _STATUS,
        feed_entries.c.hidden.is_(False),
    )
    .limit(NEWEST)
    .subquery()
)
_ABOVE = sa.select(sa.func.count()).select_from(_above)


def remove(db: Database, kind: str, owner_id: int, entries: Sequence[Row]) -> None:
    """Take entries out of a feed, one after the other: the oldest boost that was grouped behind one of them
    takes its place."""
    feed = {"kind": kind, "owner": owner_id}
    if entries:
        db.delete(
            feed_entries, kind=kind, owner_id=owner_id, status_id=[entry.status_id for entry in entries]
        )
    for entry in entries:
        if entry.reblog_of_id is not None:
            reinstate(db, entry.status_id, entry.reblog_of_id, feed)


def reinstate(db: Database, gone: int, original: int, feed: dict[str, Any]) -> None:
    other = db.scalar(_OTHER_BOOST, {**feed, "original": original})
    if other is not None and db.scalar(_ABOVE, {**feed, "status_id": gone}) < NEWEST:
        db.update(
            feed_entries, {"kind": feed["kind"], "owner_id": feed["owner"], "status_id": other}, hidden=False
        )


_DELETE = (
    sa.delete(feed_entries)
    .where(sa.or_(feed_entries.c.status_id == _STATUS, feed_entries.c.reblog_of_id == _STATUS))
    .returning(feed_entries.c.kind, feed_entries.c.owner_id, feed_entries.c.status_id, feed_entries.c.hidden)
)


def delete_status(db: Database, status_id: int) -> Sequence[Row]:
    """Take a status and its boosts out of all feeds; the entries that were there."""
    return db.returning(_DELETE, {"status_id": status_id}, table=feed_entries)


_REGULAR = sa.union_all(
    sa.select(_HOME, follows.c.account_id).where(follows.c.target_account_id == _AUTHOR),
    sa.select(_LIST, list_accounts.c.list_id).where(list_accounts.c.account_id == _AUTHOR),
)


def regular_feeds(db: Database, author_id: int) -> set[tuple[str, int]]:
    """The feeds that get an author's statuses for their author's sake."""
    return {tuple(row) for row in db.rows(_REGULAR, {"author": author_id})}


# --- reading

_author = accounts.alias()


def _reading(capped: bool) -> Any:
    """Pages of a feed. An author who is suspended is left out, until that ends: mostly there is none, and
    then the feed is all that is read."""
    entry, shown = feed_entries, statuses.alias()
    kind: sa.BindParameter[str] = sa.bindparam("kind")
    owner: sa.BindParameter[int] = sa.bindparam("owner")
    anybody = sa.exists().where(_author.c.suspended_at.is_not(None))
    suspended = sa.exists().where(
        shown.c.id.in_([entry.c.status_id, entry.c.reblog_of_id]),
        _author.c.id == shown.c.account_id,
        _author.c.suspended_at.is_not(None),
    )
    statement = sa.select(entry.c.status_id).where(
        entry.c.kind == kind,
        entry.c.owner_id == owner,
        entry.c.hidden.is_(False),
        sa.not_(sa.and_(anybody, suspended)),
    )
    if capped:
        older = feed_entries.alias()
        last = (
            sa.select(older.c.status_id)
            .where(older.c.kind == kind, older.c.owner_id == owner, older.c.hidden.is_(False))
            .order_by(older.c.status_id.desc())
            .limit(1)
            .offset(SIZE - 1)
            .scalar_subquery()
        )
        statement = statement.where(entry.c.status_id >= sa.func.coalesce(last, 0))
    return statement


PAGE = {capped: _reading(capped) for capped in (False, True)}
"""By whether the page may lie so deep that the size of a feed matters."""

# --- for merging

_FEED = sa.select(feed_entries.c.status_id, feed_entries.c.reblog_of_id, feed_entries.c.hidden).where(
    feed_entries.c.kind == sa.bindparam("kind"), feed_entries.c.owner_id == sa.bindparam("owner")
)
_RECENT = (
    sa.select(statuses)
    .where(
        statuses.c.account_id == _AUTHOR,
        one_of(statuses.c.visibility, "public", "unlisted", "private"),
        statuses.c.id > sa.bindparam("after"),
    )
    .order_by(statuses.c.id.desc())
    .limit(SIZE // 4)
)


def whole(db: Database, kind: str, owner_id: int) -> Sequence[Row]:
    """All entries of a feed, hidden ones included."""
    return db.rows(_FEED, {"kind": kind, "owner": owner_id})


def recent(db: Database, account_id: int, after: int) -> Sequence[Row]:
    """Up to 200 of an account's newest statuses and boosts that can enter a feed later than when they were
    posted."""
    return db.rows(_RECENT, {"author": account_id, "after": after})


_MENTIONED = sa.select(mentions.c.status_id, mentions.c.account_id).where(
    mentions.c.status_id.in_(sa.bindparam("ids", expanding=True)), mentions.c.silent.is_(False)
)


def mentioned(db: Database, ids: Iterable[int]) -> dict[int, list[int]]:
    """Whom statuses name, as account ids."""
    wanted = list(set(ids))
    found: dict[int, list[int]] = {}
    for row in db.rows(_MENTIONED, {"ids": wanted}) if wanted else ():
        found.setdefault(row.status_id, []).append(row.account_id)
    return found


_UNWANTED = sa.union(
    sa.select(blocks.c.target_account_id).where(blocks.c.account_id == sa.bindparam("person")),
    sa.select(mutes.c.target_account_id).where(mutes.c.account_id == sa.bindparam("person")),
)
_BLOCKED_BY = sa.select(blocks.c.account_id).where(blocks.c.target_account_id == sa.bindparam("person"))
_DOMAINS = sa.select(account_domain_blocks.c.domain).where(
    account_domain_blocks.c.account_id == sa.bindparam("person")
)
_IN_EXCLUSIVE = (
    sa.select(list_accounts.c.account_id)
    .join(lists, lists.c.id == list_accounts.c.list_id)
    .where(lists.c.account_id == sa.bindparam("person"), lists.c.exclusive.is_(True))
)
_FOLLOWED = sa.select(follows.c.target_account_id).where(
    follows.c.account_id == sa.bindparam("person"),
    follows.c.target_account_id.in_(sa.bindparam("ids", expanding=True)),
)
_LISTED = sa.select(list_accounts.c.account_id).where(list_accounts.c.list_id == sa.bindparam("list_id"))


def unwanted(db: Database, person: int) -> set[int]:
    """Whom a person blocks or mutes."""
    return set(db.scalars(_UNWANTED, {"person": person}))


def blockers(db: Database, person: int) -> set[int]:
    return set(db.scalars(_BLOCKED_BY, {"person": person}))


def blocked_domains(db: Database, person: int) -> set[str]:
    return set(db.scalars(_DOMAINS, {"person": person}))


def in_exclusive_lists(db: Database, person: int) -> set[int]:
    return set(db.scalars(_IN_EXCLUSIVE, {"person": person}))


def followed(db: Database, person: int, ids: Iterable[int]) -> set[int]:
    wanted = list(set(ids))
    return set(db.scalars(_FOLLOWED, {"person": person, "ids": wanted})) if wanted else set()


def members(db: Database, list_id: int) -> set[int]:
    return set(db.scalars(_LISTED, {"list_id": list_id}))


# --- for edits

_boost = feed_entries.alias()
_SHOWING_BOOST = sa.select(_boost.c.kind, _boost.c.owner_id).where(
    _boost.c.reblog_of_id == _STATUS, _boost.c.hidden.is_(False), newest(_boost)
)
_HOLDERS = sa.select(feed_entries.c.kind, feed_entries.c.owner_id).where(feed_entries.c.status_id == _STATUS)


def showing_boost(db: Database, status_id: int) -> set[tuple[str, int]]:
    """Feeds that have a status by a boost among their newest entries."""
    return {(row.kind, row.owner_id) for row in db.rows(_SHOWING_BOOST, {"status_id": status_id})}


def holders(db: Database, status_id: int) -> set[tuple[str, int]]:
    return {(row.kind, row.owner_id) for row in db.rows(_HOLDERS, {"status_id": status_id})}


def remove_status(db: Database, kind: str, owner_id: int, status_id: int) -> None:
    db.delete(feed_entries, kind=kind, owner_id=owner_id, status_id=status_id)
