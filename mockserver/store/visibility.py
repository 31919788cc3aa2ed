"""The one gate of visibility: from a select of statuses to a select that leaves out what the viewer may not
see.

Who may see a status (app/policies/status_policy.rb, recordings statuses/see_*): nobody while its author is
suspended; a direct or limited one its author and those it mentions; a private one also followers; a public
or unlisted one everybody but those its author blocks. What the viewer mutes or blocks does not hide a
status from a look by id; listings leave it out by filters of their own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from mockserver.store.schema import account_domain_blocks, accounts, blocks, follows, mentions, statuses

VIEWER = sa.bindparam("viewer", type_=sa.BigInteger)


def one_of(column: sa.ColumnElement[str], *words: str) -> sa.ColumnElement[bool]:
    """As `in_`, which would be expanded anew at each execution, at twice the cost."""
    return sa.or_(*(column == word for word in words))


@lru_cache(maxsize=512)
def visible(statement: sa.Select[Any], *, anonymous: bool, table: Any = statuses) -> sa.Select[Any]:
    """`statement` selects from `table` (statuses, or an alias); with a viewer it takes the parameter
    `viewer`, an account id."""
    author = accounts.alias()
    statement = statement.where(
        sa.exists().where(author.c.id == table.c.account_id, author.c.suspended_at.is_(None))
    )
    if anonymous:
        return statement.where(one_of(table.c.visibility, "public", "unlisted"))
    mentioned = sa.exists().where(mentions.c.status_id == table.c.id, mentions.c.account_id == VIEWER)
    followed = sa.exists().where(
        follows.c.account_id == VIEWER, follows.c.target_account_id == table.c.account_id
    )
    blocked = sa.exists().where(
        blocks.c.account_id == table.c.account_id, blocks.c.target_account_id == VIEWER
    )
    return statement.where(
        sa.or_(
            sa.and_(one_of(table.c.visibility, "public", "unlisted"), sa.not_(blocked)),
            table.c.account_id == VIEWER,
            sa.and_(table.c.visibility == "private", followed),
            sa.and_(one_of(table.c.visibility, "private", "direct", "limited"), mentioned),
        )
    )


@lru_cache(maxsize=512)
def wanted(statement: sa.Select[Any], author: sa.ColumnElement[int]) -> sa.Select[Any]:
    """Leave out accounts (in column `author`) that the viewer blocks, mutes or is blocked by, and domains
    that the viewer blocks: what listings of others' things do for a logged-in viewer. Takes the parameter
    `viewer`."""
    from mockserver.store.schema import mutes

    person = accounts.alias()
    return statement.where(
        sa.not_(sa.exists().where(blocks.c.account_id == VIEWER, blocks.c.target_account_id == author)),
        sa.not_(sa.exists().where(blocks.c.target_account_id == VIEWER, blocks.c.account_id == author)),
        sa.not_(sa.exists().where(mutes.c.account_id == VIEWER, mutes.c.target_account_id == author)),
        sa.not_(
            sa.exists().where(
                account_domain_blocks.c.account_id == VIEWER,
                account_domain_blocks.c.domain == person.c.domain,
                person.c.id == author,
            )
        ),
    )


@lru_cache(maxsize=512)
def unfiltered(
    statement: sa.Select[Any], author: sa.ColumnElement[int], *, anonymous: bool
) -> sa.Select[Any]:
    """Leave out statuses by authors whom the viewer would not hear of, when they are shown together with
    others: as `wanted`, and limited authors whom the viewer does not follow (app/lib/status_filter.rb). With
    a viewer it takes the parameter `viewer`."""
    limited = accounts.alias()
    heard = sa.not_(sa.exists().where(limited.c.id == author, limited.c.silenced_at.is_not(None)))
    if anonymous:
        return statement.where(heard)
    followed = sa.exists().where(follows.c.account_id == VIEWER, follows.c.target_account_id == author)
    return wanted(statement.where(sa.or_(heard, followed, author == VIEWER)), author)
