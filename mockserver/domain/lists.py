"""Lists and their members (app/models/list.rb, list_account.rb; recordings lists/errors,
lists/membership_life)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain.events import ListMembersAdded, ListMembersRemoved
from mockserver.store import relations
from mockserver.store import timelines as store
from mockserver.store.paging import record_id
from mockserver.store.schema import feed_entries, list_accounts
from mockserver.store.schema import lists as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

MOST_LISTS = 50
POLICIES = ("list", "followed", "none")


def own(ctx: Context, given: str) -> Row:
    """One's list of an id in a path; raises RecordNotFound, for other people's too."""
    row = ctx.db.find(TABLE, id=record_id(given), account_id=ctx.me.id)
    if row is None:
        raise errors.RecordNotFound
    return row


def create(ctx: Context, me: Row, title: str | None, replies_policy: str | None, exclusive: bool) -> Row:
    """`replies_policy` None: the default."""
    values = {"title": title or "", "replies_policy": "list" if replies_policy is None else replies_policy}
    problems = _problems(**values)
    if len(ctx.db.find_all(TABLE, account_id=me.id)) >= MOST_LISTS:
        problems.append("You have reached the maximum number of lists")
    if problems:
        raise errors.ValidationFailed(*problems)
    list_id = ctx.db.insert(TABLE, account_id=me.id, exclusive=exclusive, created_at=ctx.now, **values)
    row = ctx.db.find(TABLE, id=list_id)
    assert row is not None
    return row


def update(ctx: Context, row: Row, **changes: Any) -> Row:
    """Only what is named changes; the feed is not built anew."""
    problems = _problems(changes.get("title", row.title), changes.get("replies_policy", row.replies_policy))
    if problems:
        raise errors.ValidationFailed(*problems)
    if changes:
        ctx.db.update(TABLE, {"id": row.id}, **changes)
    found = ctx.db.find(TABLE, id=row.id)
    assert found is not None
    return found


def _problems(title: str, replies_policy: str) -> list[str]:
    problems = []
    if replies_policy not in POLICIES:
        problems.append("Replies policy is not included in the list")
    if not title.strip():
        problems.append("Title can't be blank")
    elif len(title) > 256:
        problems.append("Title is too long (maximum is 256 characters)")
    return problems


def delete(ctx: Context, row: Row) -> None:
    ctx.db.delete(list_accounts, list_id=row.id)
    ctx.db.delete(feed_entries, kind="list", owner_id=row.id)
    ctx.db.delete(TABLE, id=row.id)


def add_members(ctx: Context, row: Row, account_ids: Sequence[int]) -> None:
    """All of them or, if one can't be added, none. Only whom one follows or asked to follow, and oneself."""
    wanted = list(dict.fromkeys(account_ids))
    if not wanted:
        return
    if len(relations.in_order(ctx.db, wanted)) < len(wanted):
        raise errors.RecordNotFound
    owner = row.account_id
    allowed = {
        owner,
        *relations.follows_to(ctx.db, owner, wanted),
        *relations.requests_to(ctx.db, owner, wanted),
    }
    members = {
        member.account_id for member in ctx.db.find_all(list_accounts, list_id=row.id, account_id=wanted)
    }
    for account_id in wanted:
        if account_id in members:
            raise errors.ValidationFailed("Account is already on the list")
        if account_id not in allowed:
            raise errors.ValidationFailed("Account must be a followed account")
    ctx.db.insert_many(
        list_accounts, [{"list_id": row.id, "account_id": account_id} for account_id in wanted]
    )
    ctx.emit(ListMembersAdded(row.id, tuple(wanted)))


def remove_members(ctx: Context, row: Row, account_ids: Sequence[int]) -> None:
    """Those who are no members are passed over."""
    wanted = [i for i in dict.fromkeys(account_ids) if i]
    if wanted and ctx.db.delete(list_accounts, list_id=row.id, account_id=wanted):
        ctx.emit(ListMembersRemoved(row.id, tuple(wanted)))


def drop_member(ctx: Context, owner_id: int, account_id: int, *, keep_feeds: bool = False) -> None:
    """Take an account out of all lists of an owner who follows it no longer."""
    for list_id in store.lists_with(ctx.db, owner_id, account_id):
        ctx.db.delete(list_accounts, list_id=list_id, account_id=account_id)
        if not keep_feeds:
            ctx.emit(ListMembersRemoved(list_id, (account_id,)))
