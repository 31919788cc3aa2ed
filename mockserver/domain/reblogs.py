"""Boosts: statuses of their own around another (app/services/reblog_service.rb; recordings
statuses/reblog*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain import deleting, posting
from mockserver.domain.events import StatusPosted
from mockserver.domain.favourites import refuse_blocked
from mockserver.store import accounts, statuses
from mockserver.store.database import Row
from mockserver.store.schema import conversations
from mockserver.store.schema import statuses as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context


def reblog(ctx: Context, status: Row, visibility: str | None) -> Row:
    """The wrapper; boosting again gives the same one. Raises NotPermitted, ValidationFailed."""
    me, target = ctx.me, statuses.original(ctx, status)
    refuse_blocked(ctx, target)
    if target.visibility in ("direct", "limited") or (
        target.visibility == "private" and target.account_id != me.id
    ):
        raise errors.NotPermitted
    known = ctx.db.find(TABLE, account_id=me.id, reblog_of_id=target.id)
    if known is not None:
        return known
    visibility = _visibility(ctx, target, visibility)
    wrapper_id, now = ctx.instance.ids.snowflake(), ctx.now
    base = ctx.instance.base_url
    ctx.db.insert(
        TABLE,
        id=wrapper_id,
        account_id=me.id,
        uri=f"{base}/ap/users/{me.id}/statuses/{wrapper_id}/activity",
        url=f"{base}/users/{me.username}/statuses/{wrapper_id}/activity",
        text="",
        content="",
        visibility=visibility,
        reblog_of_id=target.id,
        conversation_id=ctx.db.insert(conversations, created_at=now),
        created_at=now,
    )
    statuses.count(ctx.db, target.id, reblogs_count=1)
    posting.count(ctx, me.id, visibility, None, 1, now)
    row = statuses.by_id(ctx.db, wrapper_id)
    assert row is not None
    ctx.emit(StatusPosted(row))
    return row


def _visibility(ctx: Context, target: Row, given: str | None) -> str:
    if target.visibility == "private" or given == "":
        return str(target.visibility)
    user = accounts.user_of(ctx.db, ctx.me.id)
    chosen = given or (user.settings.get("default_privacy") if user is not None else None)
    visibility = chosen or ("private" if ctx.me.locked else "public")
    if visibility in ("direct", "limited"):
        raise errors.ValidationFailed("Visibility is reserved")
    if visibility not in posting.VISIBILITIES:
        raise errors.ValidationFailed("Visibility is not included in the list")
    return str(visibility)


def unreblog(ctx: Context, status_id: int) -> bool:
    """Take one's boost of this status away; whether there was one."""
    wrapper = ctx.db.find(TABLE, account_id=ctx.me.id, reblog_of_id=status_id)
    if wrapper is not None:
        deleting.delete(ctx, wrapper)
    return wrapper is not None
