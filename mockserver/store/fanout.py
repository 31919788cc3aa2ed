"""Who gets a status into a feed: single statements, whatever the number of followers.

What each condition is for is told where `mockserver.domain.feeds` runs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.feeds import newest
from mockserver.store.schema import (
    account_domain_blocks,
    blocks,
    feed_entries,
    follows,
    list_accounts,
    lists,
    mentions,
    mutes,
    tag_follows,
    users,
)

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row

_STATUS = sa.bindparam("status_id", type_=sa.BigInteger)
_AUTHOR = sa.bindparam("author", type_=sa.BigInteger)
_INVOLVED: sa.BindParameter[Any] = sa.bindparam("involved", expanding=True)
_REPLY_TO = sa.bindparam("reply_to", type_=sa.BigInteger)
_ORIGINAL = sa.bindparam("original", type_=sa.BigInteger)
_BOOSTED = sa.bindparam("boosted_author", type_=sa.BigInteger)
_DOMAIN = sa.bindparam("boosted_domain", type_=sa.Text)
_HOME: sa.ColumnClause[str] = sa.literal_column("'home'")
_LIST: sa.ColumnClause[str] = sa.literal_column("'list'")

# --- who gets a status


@lru_cache(maxsize=64)
def audience(
    *, local: bool, direct: bool, boost: bool, reply: bool, language: bool, remote_boosted: bool
) -> Any:
    """Feeds that take a status: (kind, owner_id, person), `person` being the account that reads the feed.
    `local`: the author has a home of its own here; `reply`: to somebody else; `language`, `remote_boosted`:
    that parameter is given."""
    shape = (boost, reply, language, remote_boosted)
    parts = [_followers(direct, *shape)]
    if not direct:
        parts.append(_lists(*shape))
    if local:
        parts.append(sa.select(_HOME.label("kind"), _AUTHOR.label("owner_id"), _AUTHOR.label("person")))
    return sa.union_all(*parts)


def _followers(direct: bool, boost: bool, reply: bool, language: bool, remote_boosted: bool) -> Any:
    follow = follows.alias()
    person = follow.c.account_id
    exclusive = (
        sa.select(lists.c.account_id)
        .join(list_accounts, list_accounts.c.list_id == lists.c.id)
        .where(list_accounts.c.account_id == _AUTHOR, lists.c.exclusive.is_(True))
    )
    conditions = [
        follow.c.target_account_id == _AUTHOR,
        person.not_in(exclusive),
        *_accepted(follow, person, boost, language, remote_boosted),
    ]
    if direct:
        conditions.append(person.in_(sa.select(mentions.c.account_id).where(mentions.c.status_id == _STATUS)))
    if reply:
        following = sa.select(follows.c.account_id).where(follows.c.target_account_id == _REPLY_TO)
        conditions.append(sa.or_(person == _REPLY_TO, person.in_(following)))
    return (
        sa.select(_HOME.label("kind"), person.label("owner_id"), person.label("person"))
        .select_from(follow)
        .join(users, users.c.account_id == person)
        .where(*conditions)
    )


def _lists(boost: bool, reply: bool, language: bool, remote_boosted: bool) -> Any:
    follow, owner = follows.alias(), lists.c.account_id
    mine = owner == _AUTHOR
    conditions: list[Any] = [
        list_accounts.c.account_id == _AUTHOR,
        sa.or_(
            mine,
            sa.and_(follow.c.id.is_not(None), *_accepted(follow, owner, boost, language, remote_boosted)),
        ),
    ]
    if reply:
        followed = sa.exists().where(follows.c.account_id == owner, follows.c.target_account_id == _REPLY_TO)
        member = list_accounts.alias()
        listed = sa.exists().where(member.c.list_id == lists.c.id, member.c.account_id == _REPLY_TO)
        conditions.append(
            sa.or_(
                owner == _REPLY_TO,
                sa.and_(lists.c.replies_policy == "followed", followed),
                sa.and_(lists.c.replies_policy == "list", listed),
            )
        )
    return (
        sa.select(_LIST.label("kind"), lists.c.id.label("owner_id"), owner.label("person"))
        .select_from(list_accounts)
        .join(lists, lists.c.id == list_accounts.c.list_id)
        .outerjoin(follow, sa.and_(follow.c.account_id == owner, follow.c.target_account_id == _AUTHOR))
        .where(*conditions)
    )


def _accepted(follow: Any, person: Any, boost: bool, language: bool, remote_boosted: bool) -> list[Any]:
    """What keeps a status out of all feeds of a follower: blocks, mutes, languages, boosts not wanted."""
    conditions = _peaceful(person)
    if language:
        chosen = sa.cast(follow.c.languages, sa.Text)
        conditions.append(
            sa.or_(
                follow.c.languages.is_(None), chosen == "[]", chosen.like(sa.bindparam("language_pattern"))
            )
        )
    if boost:
        conditions += [
            follow.c.show_reblogs.is_(True),
            person.not_in(sa.select(blocks.c.target_account_id).where(blocks.c.account_id == _BOOSTED)),
        ]
    if remote_boosted:
        conditions.append(
            person.not_in(
                sa.select(account_domain_blocks.c.account_id).where(account_domain_blocks.c.domain == _DOMAIN)
            )
        )
    return conditions


def _peaceful(person: Any) -> list[Any]:
    """No block or mute of anyone involved, and no block by the author."""
    return [
        person.not_in(sa.select(blocks.c.account_id).where(blocks.c.target_account_id.in_(_INVOLVED))),
        person.not_in(sa.select(mutes.c.account_id).where(mutes.c.target_account_id.in_(_INVOLVED))),
        person.not_in(sa.select(blocks.c.target_account_id).where(blocks.c.account_id == _AUTHOR)),
    ]


_by_tag = (
    sa.select(tag_follows.c.account_id)
    .join(users, users.c.account_id == tag_follows.c.account_id)
    .where(
        tag_follows.c.tag_id.in_(sa.bindparam("tags", expanding=True)),
        tag_follows.c.account_id != _AUTHOR,
        *_peaceful(tag_follows.c.account_id),
    )
    .order_by(tag_follows.c.id)
)
_BY_TAG = {
    False: _by_tag,
    True: _by_tag.where(
        tag_follows.c.account_id.not_in(
            sa.select(account_domain_blocks.c.account_id).where(
                account_domain_blocks.c.domain == sa.bindparam("author_domain", type_=sa.Text)
            )
        )
    ),
}


def tag_followers(db: Database, **parameters: Any) -> list[int]:
    """Accounts that take a status for its hashtags; one that follows two of them is named twice."""
    return db.scalars(_BY_TAG[parameters.get("author_domain") is not None], parameters)


def readers(db: Database, shape: dict[str, bool], parameters: dict[str, Any]) -> Sequence[Row]:
    return db.rows(audience(**shape), parameters)


# --- entering


@lru_cache(maxsize=64)
def _fan_out(**shape: bool) -> Any:
    people = audience(**shape).subquery()
    if not shape["boost"]:
        chosen = sa.select(
            people.c.kind,
            people.c.owner_id,
            _STATUS,
            sa.null().label("reblog_of_id"),
            sa.false().label("hidden"),
        )
    else:
        original, boost = feed_entries.alias(), feed_entries.alias()
        ungrouped = people.c.person.in_(
            sa.select(users.c.account_id).where(users.c.settings["aggregate_reblogs"].as_boolean().is_(False))
        )
        same = (original.c.kind == people.c.kind, original.c.owner_id == people.c.owner_id)
        has_original = sa.exists().where(*same, original.c.status_id == _ORIGINAL, newest(original))
        has_boost = sa.exists().where(
            boost.c.kind == people.c.kind,
            boost.c.owner_id == people.c.owner_id,
            boost.c.reblog_of_id == _ORIGINAL,
            boost.c.hidden.is_(False),
            newest(boost),
        )
        chosen = sa.select(
            people.c.kind,
            people.c.owner_id,
            _STATUS,
            _ORIGINAL,
            sa.and_(sa.not_(ungrouped), has_boost).label("hidden"),
        ).where(sa.or_(ungrouped, sa.not_(has_original)))
    return (
        feed_entries.insert()
        .from_select(
            ["kind", "owner_id", "status_id", "reblog_of_id", "hidden"], chosen, include_defaults=False
        )
        .returning(feed_entries.c.kind, feed_entries.c.owner_id, feed_entries.c.hidden)
    )


def fan_out(db: Database, shape: dict[str, bool], parameters: dict[str, Any]) -> list[tuple[str, int]]:
    """Put a new status into all feeds that take it; the feeds where it now shows."""
    rows = db.returning(_fan_out(**shape), parameters, table=feed_entries)
    return [(row.kind, row.owner_id) for row in rows if not row.hidden]
