"""Following, asking to follow, and ending it (app/services/follow_service.rb, unfollow_service.rb; recordings
accounts/follow_*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from mockserver import errors
from mockserver.domain import lists
from mockserver.domain.events import Followed, FollowRequested, FollowRequestGone, Unfollowed
from mockserver.store import accounts as account_store
from mockserver.store import relations
from mockserver.store.schema import account_pins, follow_requests, follows
from mockserver.text.language import LANGUAGES

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

MOST_FOLLOWS = 7500
"""Beyond it one may follow 1.1 times as many as follow oneself."""


class Choices(Struct, frozen=True):
    """The options of a follow; None leaves an option as it is, or at its default."""

    reblogs: bool | None = None
    notify: bool | None = None
    languages: list[str] | None = None

    def columns(self) -> dict[str, Any]:
        given = {"show_reblogs": self.reblogs, "notify": self.notify, "languages": self.languages}
        return {name: value for name, value in given.items() if value is not None}


NO_CHOICES = Choices()


def follow(ctx: Context, me: Row, target: Row, choices: Choices = NO_CHOICES) -> None:
    """Follow, or ask to where the target decides, or change the options of what is already there."""
    if target.id == me.id:
        raise errors.NotPermitted("Following your own account is not allowed")
    if target.suspended_at is not None:
        raise errors.RecordNotFound
    if _forbidden(ctx, me, target):
        raise errors.NotPermitted
    if choices.languages is not None and any(code not in LANGUAGES for code in choices.languages):
        raise errors.ValidationFailed("Languages is invalid")
    for table in (follows, follow_requests):
        existing = ctx.db.find(table, account_id=me.id, target_account_id=target.id)
        if existing is not None:
            if columns := choices.columns():
                ctx.db.update(table, {"id": existing.id}, **columns)
            return
    _check_limits(ctx, me)
    if target.locked or me.silenced_at is not None or target.domain is not None:
        ask(ctx, me.id, target.id, **choices.columns())
    else:
        begin(ctx, me.id, target.id, **choices.columns())


def _forbidden(ctx: Context, me: Row, target: Row) -> bool:
    return (
        target.moved_to_account_id is not None
        or relations.blocks_account(ctx.db, target.id, me.id)
        or relations.blocks_account(ctx.db, me.id, target.id)
        or relations.blocks_domain(ctx.db, me.id, target.domain)
    )


def _check_limits(ctx: Context, me: Row) -> None:
    following, followers = relations.follow_counts(ctx.db, me.id)
    most = MOST_FOLLOWS if following < MOST_FOLLOWS else max(round(followers * 1.1), MOST_FOLLOWS)
    if following >= most:
        raise errors.ValidationFailed(f"You cannot follow more than {most} people")
    if ctx.instance.families.count(me.id, "follows", ctx.instance.clock.seconds()).refused:
        raise errors.TooManyRequests


def begin(ctx: Context, account_id: int, target_id: int, *, requested: bool = False, **columns: Any) -> Row:
    """Make the follow itself, whatever the target thinks of it."""
    row = _insert(ctx, follows, account_id, target_id, columns)
    account_store.count(ctx.db, account_id, following_count=1)
    account_store.count(ctx.db, target_id, followers_count=1)
    ctx.emit(Followed(row, requested))
    return row


def ask(ctx: Context, account_id: int, target_id: int, **columns: Any) -> Row:
    """Make a request, whether the target would want one or not."""
    row = _insert(ctx, follow_requests, account_id, target_id, columns)
    ctx.emit(FollowRequested(row))
    return row


def _insert(ctx: Context, table: Any, account_id: int, target_id: int, columns: dict[str, Any]) -> Row:
    row_id = ctx.db.insert(
        table, account_id=account_id, target_account_id=target_id, created_at=ctx.now, **columns
    )
    row = ctx.db.find(table, id=row_id)
    assert row is not None
    return row


def unfollow(ctx: Context, account_id: int, target_id: int) -> None:
    """End a follow, or take the request back; nothing where there is neither."""
    row = ctx.db.find(follows, account_id=account_id, target_account_id=target_id)
    if row is not None:
        _end(ctx, row, removed=False)
    else:
        withdraw(ctx, account_id, target_id)


def remove_follower(ctx: Context, me: Row, follower: Row) -> None:
    row = ctx.db.find(follows, account_id=follower.id, target_account_id=me.id)
    if row is not None:
        _end(ctx, row, removed=True)


def reject_all(ctx: Context, account_id: int) -> None:
    """End all follows of an account, as the server of a remote one is told to."""
    for row in ctx.db.find_all(follows, order="id", account_id=account_id):
        _end(ctx, row, removed=True)


def _end(ctx: Context, row: Row, *, removed: bool) -> None:
    account_id, target_id = row.account_id, row.target_account_id
    ctx.db.delete(follows, id=row.id)
    ctx.db.delete(account_pins, account_id=account_id, target_account_id=target_id)
    lists.drop_member(ctx, account_id, target_id, keep_feeds=removed)
    account_store.count(ctx.db, account_id, following_count=-1)
    account_store.count(ctx.db, target_id, followers_count=-1)
    ctx.emit(Unfollowed(row, removed))


# --- requests


def request_from(ctx: Context, me: Row, account_id: int) -> Row:
    """The request of an account to follow `me`; raises RecordNotFound."""
    row = ctx.db.find(follow_requests, account_id=account_id, target_account_id=me.id)
    if row is None:
        raise errors.RecordNotFound
    return row


def authorize(ctx: Context, request: Row) -> None:
    ctx.db.delete(follow_requests, id=request.id)
    options: dict[str, Any] = {
        "show_reblogs": request.show_reblogs,
        "notify": request.notify,
        "languages": request.languages,
    }
    ctx.emit(FollowRequestGone(request, authorized=True))
    begin(ctx, request.account_id, request.target_account_id, requested=True, **options)


def authorize_all(ctx: Context, account_id: int) -> None:
    """An account that is locked no longer lets in all who wait, but those that the server limits."""
    for request in ctx.db.find_all(follow_requests, order="id", target_account_id=account_id):
        requester = account_store.by_id(ctx.db, request.account_id)
        if requester is not None and requester.silenced_at is None:
            authorize(ctx, request)


def reject(ctx: Context, request: Row) -> None:
    """Refused by the one asked, or withdrawn by the one who asks."""
    ctx.db.delete(follow_requests, id=request.id)
    lists.drop_member(ctx, request.account_id, request.target_account_id)
    ctx.emit(FollowRequestGone(request, authorized=False))


def withdraw(ctx: Context, account_id: int, target_id: int) -> None:
    row = ctx.db.find(follow_requests, account_id=account_id, target_account_id=target_id)
    if row is not None:
        reject(ctx, row)
