"""What hangs on an account's page: its statuses, followers and followed ones (reference:
apps-oauth-accounts.md, Reading accounts)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from mockserver.store import tags
from mockserver.store.paging import Cursor, page
from mockserver.store.schema import (
    account_domain_blocks,
    accounts,
    blocks,
    follows,
    media_attachments,
    mutes,
    status_pins,
    statuses,
    statuses_tags,
)
from mockserver.store.statuses import gated, viewing
from mockserver.store.visibility import VIEWER

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Database, Row

# --- statuses


class Filters(Struct, frozen=True):
    """Which of an account's statuses are asked for."""

    only_media: bool = False
    exclude_replies: bool = False
    exclude_reblogs: bool = False
    exclude_direct: bool = False
    pinned: bool = False
    tagged: str = ""


def status_ids(ctx: Context, owner: Row, filters: Filters, cursor: Cursor) -> list[int]:
    """Ids of a page, the newest first, or the last pinned first. Only what the viewer may see."""
    parameters: dict[str, Any] = {"owner": owner.id}
    tag_id = None
    if filters.tagged:
        tag = tags.find(ctx.db, filters.tagged)
        if tag is None:
            return []
        tag_id = parameters["tag"] = tag.id
    # One sees all that one boosted oneself, whomever one mutes since.
    everybody = ctx.viewer_id in (None, owner.id)
    statement = gated(ctx, _statuses(filters, tagged=tag_id is not None, all_reblogs=everybody))
    rows = page(ctx.db, statement, statuses.c.id, cursor, **viewing(ctx, **parameters))
    return [row.id for row in rows]


@lru_cache(maxsize=256)
def _statuses(filters: Filters, *, tagged: bool, all_reblogs: bool) -> sa.Select[Any]:
    owner = sa.bindparam("owner", type_=sa.BigInteger)
    statement = sa.select(statuses.c.id)
    if filters.pinned:
        of_owner = sa.and_(
            status_pins.c.status_id == statuses.c.id, status_pins.c.account_id == statuses.c.account_id
        )
        statement = statement.join(status_pins, of_owner).order_by(status_pins.c.id.desc())
    statement = statement.where(statuses.c.account_id == owner)
    if filters.only_media:
        statement = statement.where(
            statuses.c.reblog_of_id.is_(None),
            sa.exists().where(media_attachments.c.status_id == statuses.c.id),
        )
    if filters.exclude_replies:
        statement = statement.where(
            sa.or_(
                statuses.c.in_reply_to_id.is_(None) & statuses.c.in_reply_to_account_id.is_(None),
                statuses.c.in_reply_to_account_id == statuses.c.account_id,
            )
        )
    if filters.exclude_reblogs:
        statement = statement.where(statuses.c.reblog_of_id.is_(None))
    if filters.exclude_direct:
        statement = statement.where(statuses.c.visibility != "direct")
    if tagged:
        statement = statement.where(
            sa.exists().where(
                statuses_tags.c.status_id == statuses.c.id, statuses_tags.c.tag_id == sa.bindparam("tag")
            )
        )
    return statement if all_reblogs else _without_unwanted_reblogs(statement)


def _without_unwanted_reblogs(statement: sa.Select[Any]) -> sa.Select[Any]:
    """Boosts of those whom the viewer blocks or mutes, and of domains that the viewer blocks, are left
    out."""
    original, author = statuses.alias(), accounts.alias()
    unwanted = (
        sa.select(original.c.id)
        .join(author, author.c.id == original.c.account_id)
        .where(
            original.c.id == statuses.c.reblog_of_id,
            sa.or_(
                sa.exists().where(blocks.c.account_id == VIEWER, blocks.c.target_account_id == author.c.id),
                sa.exists().where(mutes.c.account_id == VIEWER, mutes.c.target_account_id == author.c.id),
                sa.exists().where(
                    account_domain_blocks.c.account_id == VIEWER,
                    account_domain_blocks.c.domain == author.c.domain,
                ),
            ),
        )
    )
    return statement.where(sa.or_(statuses.c.reblog_of_id.is_(None), sa.not_(sa.exists(unwanted))))


# --- followers and followed ones


def _people(owner: sa.Column[int], other: sa.Column[int], *, filtered: bool) -> sa.Select[Any]:
    statement = (
        sa.select(follows.c.id, other.label("account_id"))
        .join(accounts, accounts.c.id == other)
        .where(owner == sa.bindparam("owner"))
    )
    if not filtered:
        return statement
    return statement.where(
        sa.not_(sa.exists().where(blocks.c.account_id == VIEWER, blocks.c.target_account_id == other)),
        sa.not_(sa.exists().where(blocks.c.target_account_id == VIEWER, blocks.c.account_id == other)),
        sa.not_(sa.exists().where(mutes.c.account_id == VIEWER, mutes.c.target_account_id == other)),
    )


_FOLLOWERS = [
    _people(follows.c.target_account_id, follows.c.account_id, filtered=filtered)
    for filtered in (False, True)
]
_FOLLOWING = [
    _people(follows.c.account_id, follows.c.target_account_id, filtered=filtered)
    for filtered in (False, True)
]


def followers(db: Database, owner: Row, viewer_id: int | None, cursor: Cursor) -> Sequence[Row]:
    """Rows of `id` (of the follow) and `account_id`, newest first, without whom the viewer blocks, mutes or
    is blocked by."""
    return _page(db, _FOLLOWERS, owner, viewer_id, cursor)


def following(db: Database, owner: Row, viewer_id: int | None, cursor: Cursor) -> Sequence[Row]:
    """As `followers`, of those whom the account follows."""
    return _page(db, _FOLLOWING, owner, viewer_id, cursor)


def _page(
    db: Database, statements: list[sa.Select[Any]], owner: Row, viewer_id: int | None, cursor: Cursor
) -> Sequence[Row]:
    filtered = viewer_id is not None and viewer_id != owner.id
    parameters = {"viewer": viewer_id} if filtered else {}
    return page(db, statements[filtered], follows.c.id, cursor, owner=owner.id, **parameters)
