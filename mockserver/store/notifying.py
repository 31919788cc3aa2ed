"""What decides whether, and whom, something is told: one statement for each question
(app/services/notify_service.rb, fan_out_on_write_service.rb)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import (
    account_domain_blocks,
    accounts,
    blocks,
    conversation_mutes,
    feed_entries,
    follows,
    list_accounts,
    lists,
    mentions,
    mutes,
    notification_permissions,
    poll_votes,
    quotes,
    statuses,
    users,
)

_ACCOUNT = sa.bindparam("account_id", type_=sa.BigInteger)
_SENDER = sa.bindparam("sender_id", type_=sa.BigInteger)
_STATUS = sa.bindparam("status_id", type_=sa.BigInteger)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)


def _facts_statement() -> sa.CompoundSelect[Any]:
    """All that a recipient and a sender are to each other, in one statement: names of facts, with a time
    where it matters."""

    def fact(name: str, column: Any, *where: Any) -> sa.Select[Any]:
        return sa.select(sa.literal_column(f"'{name}'"), column).where(*where)

    domain = sa.select(accounts.c.domain).where(accounts.c.id == _SENDER).scalar_subquery()
    nothing: sa.ColumnClause[Any] = sa.literal_column("0")
    return sa.union_all(
        fact("blocking", nothing, blocks.c.account_id == _ACCOUNT, blocks.c.target_account_id == _SENDER),
        fact(
            "muting",
            nothing,
            mutes.c.account_id == _ACCOUNT,
            mutes.c.target_account_id == _SENDER,
            mutes.c.hide_notifications.is_(True),
        ),
        fact("following", nothing, follows.c.account_id == _ACCOUNT, follows.c.target_account_id == _SENDER),
        fact(
            "follower",
            follows.c.created_at,
            follows.c.account_id == _SENDER,
            follows.c.target_account_id == _ACCOUNT,
        ),
        fact(
            "domain_blocking",
            nothing,
            account_domain_blocks.c.account_id == _ACCOUNT,
            account_domain_blocks.c.domain == domain,
        ),
        fact(
            "permitted",
            nothing,
            notification_permissions.c.account_id == _ACCOUNT,
            notification_permissions.c.from_account_id == _SENDER,
        ),
        fact(
            "thread_muted",
            nothing,
            conversation_mutes.c.account_id == _ACCOUNT,
            conversation_mutes.c.conversation_id
            == sa.select(statuses.c.conversation_id).where(statuses.c.id == _STATUS).scalar_subquery(),
        ),
    )


_FACTS = _facts_statement()


def facts(db: Database, account_id: int, sender_id: int, status_id: int | None) -> dict[str, int]:
    """`blocking`, `muting` (with notifications), `following`, `follower` (since when, ms), `domain_blocking`,
    `permitted`, `thread_muted`: those that hold, from the recipient's side."""
    rows = db.rows(_FACTS, {"account_id": account_id, "sender_id": sender_id, "status_id": status_id})
    return dict(tuple(row) for row in rows)


_AVOIDED = sa.union_all(
    sa.select(blocks.c.id).where(blocks.c.account_id == _ACCOUNT, blocks.c.target_account_id.in_(_IDS)),
    sa.select(mutes.c.id).where(
        mutes.c.account_id == _ACCOUNT,
        mutes.c.target_account_id.in_(_IDS),
        mutes.c.hide_notifications.is_(True),
    ),
)


def avoids_any(db: Database, account_id: int, others: Iterable[int]) -> bool:
    """Whether the recipient blocks one of these accounts, or mutes it with its notifications."""
    wanted = list(others)
    return bool(wanted) and db.row(_AVOIDED, {"account_id": account_id, "ids": wanted}) is not None


_NAMED = (
    sa.select(mentions)
    .where(mentions.c.status_id == _STATUS, mentions.c.silent.is_(False))
    .order_by(mentions.c.id)
)


def mentions_of(db: Database, status_id: int) -> Sequence[Row]:
    """Whom a status names now, in order."""
    return db.rows(_NAMED, {"status_id": status_id})


_LOCAL = (
    sa.select(accounts.c.id).join(users, users.c.account_id == accounts.c.id).where(accounts.c.id.in_(_IDS))
)


def local_among(db: Database, ids: Iterable[int]) -> set[int]:
    wanted = list(ids)
    return set(db.scalars(_LOCAL, {"ids": wanted})) if wanted else set()


_IN_HOME = sa.exists().where(
    feed_entries.c.kind == "home",
    feed_entries.c.owner_id == follows.c.account_id,
    feed_entries.c.status_id == _STATUS,
)
_IN_EXCLUSIVE_LIST = (
    sa.exists()
    .where(
        feed_entries.c.kind == "list",
        feed_entries.c.owner_id == lists.c.id,
        feed_entries.c.status_id == _STATUS,
        lists.c.account_id == follows.c.account_id,
        lists.c.exclusive.is_(True),
        list_accounts.c.list_id == lists.c.id,
        list_accounts.c.account_id == _SENDER,
    )
    .correlate(follows)
)
_SUBSCRIBERS = (
    sa.select(follows.c.account_id)
    .where(
        follows.c.target_account_id == _SENDER,
        follows.c.notify.is_(True),
        sa.or_(_IN_HOME, _IN_EXCLUSIVE_LIST),
    )
    .order_by(follows.c.id)
)


def subscribers(db: Database, author_id: int, status_id: int) -> list[int]:
    """Followers with `notify` whose home took the status, or would have but for an exclusive list."""
    return db.scalars(_SUBSCRIBERS, {"sender_id": author_id, "status_id": status_id})


_BOOSTERS = sa.select(statuses.c.account_id).where(statuses.c.reblog_of_id == _STATUS).order_by(statuses.c.id)
_QUOTERS = (
    sa.select(quotes)
    .where(quotes.c.quoted_status_id == _STATUS, quotes.c.state == "accepted")
    .order_by(quotes.c.id)
)
_VOTERS = (
    sa.select(poll_votes.c.account_id)
    .where(poll_votes.c.poll_id == sa.bindparam("poll_id", type_=sa.BigInteger))
    .distinct()
    .order_by(poll_votes.c.account_id)
)


def boosters(db: Database, status_id: int) -> list[int]:
    return db.scalars(_BOOSTERS, {"status_id": status_id})


def quotes_of(db: Database, status_id: int) -> Sequence[Row]:
    """The accepted quotes of a status."""
    return db.rows(_QUOTERS, {"status_id": status_id})


def voters(db: Database, poll_id: int) -> list[int]:
    return db.scalars(_VOTERS, {"poll_id": poll_id})


_STAFF = sa.select(users.c.account_id, users.c.role).where(users.c.role.is_not(None)).order_by(users.c.id)


def staff(db: Database) -> Sequence[Row]:
    """(account_id, role) of all users with a role."""
    return db.rows(_STAFF)


def _ancestors_statement() -> sa.Select[Any]:
    parent = sa.bindparam("parent_id", type_=sa.BigInteger)
    base = sa.select(statuses.c.id, statuses.c.in_reply_to_id, sa.literal(0).label("depth")).where(
        statuses.c.id == parent
    )
    chain = base.cte("ancestors", recursive=True)
    above = statuses.alias()
    chain = chain.union_all(
        sa.select(above.c.id, above.c.in_reply_to_id, chain.c.depth + 1)
        .join(chain, above.c.id == chain.c.in_reply_to_id)
        .where(chain.c.depth < 100)
    )
    return (
        sa.select(statuses.c.id)
        .join(chain, chain.c.id == statuses.c.id)
        .join(mentions, mentions.c.status_id == statuses.c.id)
        .where(
            statuses.c.account_id == _ACCOUNT,
            statuses.c.visibility == "direct",
            mentions.c.account_id == _SENDER,
            mentions.c.silent.is_(False),
        )
        .limit(1)
    )


_ANSWERED = _ancestors_statement()


def answers_private(db: Database, parent_id: int, account_id: int, sender_id: int) -> bool:
    """Whether the thread above a status holds a direct status of the recipient that names the sender."""
    return (
        db.row(_ANSWERED, {"parent_id": parent_id, "account_id": account_id, "sender_id": sender_id})
        is not None
    )
