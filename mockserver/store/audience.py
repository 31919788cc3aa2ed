"""Questions about all readers of one status at once: a thousand streams cost no more statements than one.

The answers name accounts, whether or not they are listening (reference: streaming.md §7, §8).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.schema import (
    account_domain_blocks,
    blocks,
    bookmarks,
    conversation_mutes,
    favourites,
    follows,
    mutes,
    poll_votes,
    status_pins,
    statuses,
)

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row


def _one_of(name: str) -> sa.BindParameter[Any]:
    return sa.bindparam(name, expanding=True)


_AVERSE = sa.union(
    sa.select(blocks.c.account_id).where(blocks.c.target_account_id.in_(_one_of("named"))),
    sa.select(mutes.c.account_id).where(mutes.c.target_account_id.in_(_one_of("named"))),
    sa.select(blocks.c.target_account_id).where(blocks.c.account_id == sa.bindparam("author")),
    sa.select(account_domain_blocks.c.account_id).where(
        account_domain_blocks.c.domain == sa.bindparam("domain")
    ),
)


def averse(db: Database, author: Row, mentioned: Collection[int]) -> set[int]:
    """Who is not told of a public post: who blocks or mutes its author or one it mentions, whom the author
    blocks, who blocks the author's domain."""
    named = [author.id, *mentioned]
    return set(db.scalars(_AVERSE, {"named": named, "author": author.id, "domain": author.domain}))


_ACTIONS = (favourites, bookmarks, status_pins)


@lru_cache(maxsize=4)
def _concerned(polls: bool) -> sa.CompoundSelect[Any]:
    parts = [sa.select(table.c.account_id).where(table.c.status_id.in_(_one_of("ids"))) for table in _ACTIONS]
    parts += [
        sa.select(statuses.c.account_id).where(statuses.c.reblog_of_id.in_(_one_of("ids"))),
        sa.select(conversation_mutes.c.account_id).where(
            conversation_mutes.c.conversation_id.in_(_one_of("conversations"))
        ),
        sa.select(blocks.c.account_id).where(blocks.c.target_account_id.in_(_one_of("authors"))),
        sa.select(blocks.c.target_account_id).where(blocks.c.account_id.in_(_one_of("authors"))),
        sa.select(mutes.c.account_id).where(mutes.c.target_account_id.in_(_one_of("authors"))),
    ]
    if polls:
        parts.append(sa.select(poll_votes.c.account_id).where(poll_votes.c.poll_id.in_(_one_of("polls"))))
    return sa.union(*parts)


def concerned(db: Database, rows: Sequence[Row]) -> set[int]:
    """Who stands in a relation of their own to these statuses or their authors, so that they may see them
    differently from a stranger: authors, who favourited, boosted, voted, muted, blocked …; no followers."""
    authors = {row.account_id for row in rows}
    polls = [row.poll_id for row in rows if row.poll_id is not None]
    parameters = {
        "ids": [row.id for row in rows],
        "conversations": [row.conversation_id for row in rows if row.conversation_id is not None],
        "authors": list(authors),
    }
    if polls:
        parameters["polls"] = polls
    return authors | set(db.scalars(_concerned(bool(polls)), parameters))


_FOLLOWERS = sa.select(follows.c.account_id, follows.c.target_account_id).where(
    follows.c.target_account_id.in_(_one_of("authors"))
)


def followed_among(db: Database, authors: Collection[int]) -> dict[int, frozenset[int]]:
    """By follower: which of these accounts they follow."""
    found: dict[int, set[int]] = {}
    for row in db.rows(_FOLLOWERS, {"authors": list(authors)}):
        found.setdefault(row.account_id, set()).add(row.target_account_id)
    return {follower: frozenset(followed) for follower, followed in found.items()}
