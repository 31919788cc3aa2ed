"""Quotes: who may quote what, and their states (reference: statuses_text.md §9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain.events import InteractionPolicyChanged, QuoteRevoked
from mockserver.store import relations, statuses
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import mentions, quotes

if TYPE_CHECKING:
    from mockserver.context import Context

ON_REQUEST = "manual:"
"""Before a policy of another server's status: whoever it names may ask, and a person decides."""
POLICIES = ("public", "followers", "nobody")


class NotQuotable(errors.NotFound):
    """Missing, invisible, or not to be quoted by the caller."""

    text = "The post you are trying to quote does not appear to exist."


def quotable(ctx: Context, given: str) -> Row:
    """The status of an id, or what it boosts, if the caller may quote it; raises NotQuotable. A boost itself
    need not be visible."""
    named = statuses.by_id(ctx.db, record_id(given))
    status = None if named is None else statuses.find_visible(ctx, named.reblog_of_id or named.id)
    if status is None or not may_quote(ctx, status):
        raise NotQuotable
    return status


def may_quote(ctx: Context, status: Row) -> bool:
    if status.visibility == "direct":
        return False
    if status.account_id == ctx.me.id:
        return True
    if status.visibility in ("private", "limited") or relations.blocks_account(
        ctx.db, ctx.me.id, status.account_id
    ):
        return False
    policy = status.quote_approval_policy.removeprefix(ON_REQUEST)
    return policy == "public" or (
        policy == "followers" and relations.follows_account(ctx.db, ctx.me.id, status.account_id)
    )


def policy(given: str | None, default: str | None, visibility: str) -> str:
    """The policy of a new status; raises RecordInvalid for an unknown word."""
    chosen = given or default or "public"
    if chosen not in POLICIES:
        raise errors.RecordInvalid
    return "nobody" if visibility in ("private", "direct", "limited") else chosen


def quote(ctx: Context, status_id: int, account_id: int, quoted: Row, now: int) -> None:
    """Local statuses accept at once what their policy allows; those of other servers are asked. Whoever is
    quoted may see it: as one who is mentioned in silence (app/models/quote.rb)."""
    state = "accepted" if quoted.local else "pending"
    ctx.db.insert(
        quotes,
        id=ctx.instance.ids.snowflake(),
        account_id=account_id,
        status_id=status_id,
        quoted_status_id=quoted.id,
        quoted_account_id=quoted.account_id,
        state=state,
        created_at=now,
    )
    if quoted.account_id != account_id:
        silent = {
            "status_id": status_id,
            "account_id": quoted.account_id,
            "silent": True,
            "created_at": now,
        }
        ctx.db.insert_many(mentions, [silent], ignore=True)
    if state == "accepted":
        statuses.count(ctx.db, quoted.id, quotes_count=1)


def revoke(ctx: Context, quoted: Row, quoting_id: int) -> int:
    """Take the permission back; the id of the quoting status. Raises RecordNotFound, NotPermitted."""
    row = ctx.db.find(quotes, status_id=quoting_id, quoted_status_id=quoted.id)
    if row is None:
        raise errors.RecordNotFound
    if quoted.account_id != ctx.viewer_id:
        raise errors.NotPermitted
    if row.state != "revoked":
        ctx.db.update(quotes, {"status_id": quoting_id}, state="revoked")
        if row.state == "accepted":
            statuses.count(ctx.db, quoted.id, quotes_count=-1)
        ctx.emit(QuoteRevoked(row))
    return quoting_id


def announce_policy(ctx: Context, status_id: int) -> None:
    """A new policy is no edit, but is streamed as one."""
    row = statuses.by_id(ctx.db, status_id)
    assert row is not None
    ctx.emit(InteractionPolicyChanged(row))
