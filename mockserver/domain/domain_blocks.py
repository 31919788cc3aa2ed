"""Blocking whole servers for oneself (app/services/after_block_domain_from_account_service.rb; recordings
relations/domain_block*)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain import follows
from mockserver.domain.events import DomainBlocked
from mockserver.store import accounts as account_store
from mockserver.store import relations
from mockserver.store.schema import account_domain_blocks as TABLE
from mockserver.text.entities import normalise_domain

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_UNREADABLE = re.compile(r"[\s/:@]")


def normalise(domain: str) -> str:
    """Lower case, without blanks around, in ASCII."""
    return normalise_domain(domain.strip().lower())


def block(ctx: Context, me: Row, given: str) -> None:
    """Ends following in both directions. The same domain again is nothing new, in another spelling it is
    refused."""
    if ctx.db.find(TABLE, account_id=me.id, domain=given) is not None:
        return
    domain = normalise(given)
    _check(ctx, me, domain)
    ctx.db.insert(TABLE, account_id=me.id, domain=domain, created_at=ctx.now)
    following = relations.following_domain(ctx.db, me.id, domain)
    followers = relations.followed_by_domain(ctx.db, me.id, domain)
    for follow in following:
        follows.unfollow(ctx, me.id, follow.target_account_id)
    for follow in followers:
        follower = account_store.by_id(ctx.db, follow.account_id)
        assert follower is not None
        follows.remove_follower(ctx, me, follower)
    for request in relations.requested_by_domain(ctx.db, me.id, domain):
        follows.reject(ctx, request)
    ctx.emit(DomainBlocked(me.id, domain, len(following), len(followers)))


def _check(ctx: Context, me: Row, domain: str) -> None:
    if not domain:
        raise errors.ValidationFailed("Domain can't be blank")
    if ctx.db.find(TABLE, account_id=me.id, domain=domain) is not None:
        raise errors.ValidationFailed("Domain has already been taken")
    if _UNREADABLE.search(domain):
        # Neither a domain by its form nor one that a URL could hold: each check speaks for itself.
        raise errors.ValidationFailed("Domain is invalid", "Domain is invalid")
    if _DOMAIN.fullmatch(domain) is None:
        raise errors.ValidationFailed("Domain is invalid")


def unblock(ctx: Context, me: Row, given: str) -> None:
    ctx.db.delete(TABLE, account_id=me.id, domain=normalise(given))
