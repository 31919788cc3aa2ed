"""Timelines that are read straight from the statuses: public, hashtags, links; and small questions about
lists and hashtags.

The home and list timelines are in `store.feeds`. https://docs.joinmastodon.org/methods/timelines/
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.store.paging import Cursor, page_of_ids
from mockserver.store.schema import (
    accounts,
    list_accounts,
    lists,
    media_attachments,
    mentions,
    preview_cards_statuses,
    statuses,
    statuses_tags,
    tags,
)
from mockserver.store.visibility import wanted

if TYPE_CHECKING:
    from mockserver.store.database import Database

_author = accounts.alias()
# In literals: SQLite takes a partial index only where its condition stands in the statement.
_OPEN = sa.text("statuses.visibility = 'public' AND statuses.reblog_of_id IS NULL")


@lru_cache(maxsize=256)
def _listing(
    *,
    origin: str,
    media: bool = False,
    viewer: bool = False,
    languages: bool = False,
    replies: bool = True,
    tagged: str = "",
    required: bool = False,
    excluded: bool = False,
    linked: bool = False,
) -> sa.Select[Any]:
    """`origin`: local, remote or empty for both; `tagged`: one, any or empty for no tags."""
    statement = sa.select(statuses.c.id).where(
        _OPEN,
        sa.exists().where(
            _author.c.id == statuses.c.account_id,
            _author.c.suspended_at.is_(None),
            _author.c.silenced_at.is_(None),
        ),
    )
    if origin:
        statement = statement.where(statuses.c.local.is_(origin == "local"))
    if media:
        # What an edit has dropped stays bound to the status, and counts.
        statement = statement.where(sa.exists().where(media_attachments.c.status_id == statuses.c.id))
    if not replies:
        to = statuses.c.in_reply_to_account_id
        statement = statement.where(sa.or_(to.is_(None), to == statuses.c.account_id))
    if languages:
        chosen: sa.BindParameter[Any] = sa.bindparam("languages", expanding=True)
        statement = statement.where(sa.or_(statuses.c.language.is_(None), statuses.c.language.in_(chosen)))
    if viewer:
        statement = wanted(statement, statuses.c.account_id)
    return _labelled(statement, tagged, required, excluded, linked)


def _labelled(
    statement: sa.Select[Any], tagged: str, required: bool, excluded: bool, linked: bool
) -> sa.Select[Any]:
    """Restrict by hashtags or by a link."""
    if tagged == "one":
        statement = statement.join(statuses_tags, statuses_tags.c.status_id == statuses.c.id).where(
            statuses_tags.c.tag_id == sa.bindparam("tag")
        )
    elif tagged == "any":
        some = sa.select(statuses_tags.c.status_id).where(
            statuses_tags.c.tag_id.in_(sa.bindparam("any", expanding=True))
        )
        statement = statement.where(statuses.c.id.in_(some))
    if required:
        having = statuses_tags.alias()
        number = sa.select(sa.func.count()).where(
            having.c.status_id == statuses.c.id, having.c.tag_id.in_(sa.bindparam("all", expanding=True))
        )
        statement = statement.where(number.scalar_subquery() == sa.bindparam("all_count"))
    if excluded:
        lacking = statuses_tags.alias()
        statement = statement.where(
            sa.not_(
                sa.exists().where(
                    lacking.c.status_id == statuses.c.id,
                    lacking.c.tag_id.in_(sa.bindparam("none", expanding=True)),
                )
            )
        )
    if linked:
        statement = statement.join(
            preview_cards_statuses, preview_cards_statuses.c.status_id == statuses.c.id
        ).where(
            preview_cards_statuses.c.preview_card_id == sa.bindparam("card"),
            sa.exists().where(_author.c.id == statuses.c.account_id, _author.c.discoverable.is_(True)),
        )
    return statement


def _ids(
    db: Database, statement: sa.Select[Any], cursor: Cursor, column: Any = statuses.c.id, **parameters: Any
) -> list[int]:
    return page_of_ids(db, statement, column, cursor, **parameters)


def _viewing(viewer: int | None) -> dict[str, Any]:
    return {} if viewer is None else {"viewer": viewer}


def public(
    db: Database,
    cursor: Cursor,
    *,
    origin: str,
    media: bool,
    viewer: int | None,
    languages: Sequence[str] | None,
) -> list[int]:
    statement = _listing(
        origin=origin, media=media, viewer=viewer is not None, languages=bool(languages), replies=False
    )
    parameters = _viewing(viewer) | ({"languages": list(languages)} if languages else {})
    return _ids(db, statement, cursor, **parameters)


def tagged(
    db: Database,
    cursor: Cursor,
    *,
    any_of: Sequence[int],
    all_of: Sequence[int],
    none_of: Sequence[int],
    origin: str,
    media: bool,
    viewer: int | None,
) -> list[int]:
    """Statuses with any of these hashtags, all of those and none of the others (ids)."""
    one = len(any_of) == 1
    statement = _listing(
        origin=origin,
        media=media,
        viewer=viewer is not None,
        tagged="one" if one else "any",
        required=bool(all_of),
        excluded=bool(none_of),
    )
    parameters: dict[str, Any] = _viewing(viewer) | ({"tag": any_of[0]} if one else {"any": list(any_of)})
    if all_of:
        parameters |= {"all": list(all_of), "all_count": len(all_of)}
    if none_of:
        parameters["none"] = list(none_of)
    return _ids(db, statement, cursor, statuses_tags.c.status_id if one else statuses.c.id, **parameters)


def linked(
    db: Database,
    cursor: Cursor,
    card_id: int,
    *,
    origin: str,
    viewer: int | None,
    languages: Sequence[str] | None,
) -> list[int]:
    statement = _listing(origin=origin, viewer=viewer is not None, languages=bool(languages), linked=True)
    parameters = _viewing(viewer) | ({"languages": list(languages)} if languages else {})
    return _ids(db, statement, cursor, card=card_id, **parameters)


# --- lists

_LISTS_WITH = (
    sa.select(lists.c.id)
    .join(list_accounts, list_accounts.c.list_id == lists.c.id)
    .where(lists.c.account_id == sa.bindparam("owner"), list_accounts.c.account_id == sa.bindparam("account"))
    .order_by(lists.c.id)
)
_MEMBERS = (
    sa.select(list_accounts.c.account_id)
    .join(accounts, accounts.c.id == list_accounts.c.account_id)
    .where(list_accounts.c.list_id == sa.bindparam("list_id"), accounts.c.suspended_at.is_(None))
)
_ALL_MEMBERS = _MEMBERS.order_by(list_accounts.c.id)


def lists_with(db: Database, owner_id: int, account_id: int) -> list[int]:
    """The lists of an owner that hold an account."""
    return db.scalars(_LISTS_WITH, {"owner": owner_id, "account": account_id})


def members_page(db: Database, list_id: int, cursor: Cursor) -> list[int]:
    """By account id."""
    return _ids(db, _MEMBERS, cursor, list_accounts.c.account_id, list_id=list_id)


def all_members(db: Database, list_id: int) -> list[int]:
    return db.scalars(_ALL_MEMBERS, {"list_id": list_id})


# --- what is told of a status

_TAGS_OF = (
    sa.select(tags.c.id, tags.c.name)
    .join(statuses_tags, statuses_tags.c.tag_id == tags.c.id)
    .where(statuses_tags.c.status_id == sa.bindparam("id"))
    .order_by(tags.c.id)
)
_MENTIONED = (
    sa.select(mentions.c.account_id)
    .join(accounts, accounts.c.id == mentions.c.account_id)
    .where(
        mentions.c.status_id == sa.bindparam("id"), mentions.c.silent.is_(False), accounts.c.domain.is_(None)
    )
    .order_by(mentions.c.id)
)


def tags_of(db: Database, status_id: int) -> list[int]:
    return db.scalars(_TAGS_OF, {"id": status_id})


def tag_names(db: Database, status_id: int) -> list[str]:
    return [row.name for row in db.rows(_TAGS_OF, {"id": status_id})]


def mentioned_locals(db: Database, status_id: int) -> list[int]:
    """The accounts of this server that a status names."""
    return db.scalars(_MENTIONED, {"id": status_id})
