"""Accounts: showing, finding and registering them, and changing one's own: https://docs.joinmastodon.org/methods/accounts/

What people do to one another is in handlers/relationships.py.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from clientkit import entities
from clientkit.operations import accounts
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import accounts as domain
from mockserver.domain import oauth, profiles
from mockserver.domain import search as finding
from mockserver.handlers import profile
from mockserver.handlers.binding import Page, Reply, handles, page
from mockserver.render import accounts as render
from mockserver.render import credentials, lists, ready
from mockserver.render import oauth as render_oauth
from mockserver.render import tags as render_tags
from mockserver.store import accounts as store
from mockserver.store import profiles as listings
from mockserver.store import relations, timelines
from mockserver.store.database import Row
from mockserver.store.paging import cursor, limit_of, offset_of, record_id
from mockserver.store.schema import lists as lists_table

MOST_IDS = 40


# --- one's own


@handles(accounts.Create)
def create(ctx: Context, op: accounts.Create) -> Reply:
    assert ctx.session is not None and ctx.session.application is not None
    application = ctx.session.application
    texts = ("username", "email", "password", "reason", "date_of_birth", "invite_code")
    form = domain.SignUp(
        agreement=op.agreement,
        locale=op.locale or None,
        time_zone=op.time_zone or None,
        **{name: getattr(op, name) or "" for name in texts},
    )
    user = domain.sign_up(ctx, form, application)
    token = oauth.new_token(ctx, application, user.id, application.scopes.split())
    return Reply(render_oauth.token(token), headers={"Pragma": "no-cache"})


@handles(accounts.VerifyCredentials)
def verify_credentials(ctx: Context, op: accounts.VerifyCredentials) -> entities.CredentialAccount:
    return credentials.account(ctx, ctx.me, ctx.user)


@handles(accounts.UpdateCredentials, prepare=profile.made_pictures)
def update_credentials(ctx: Context, op: accounts.UpdateCredentials) -> entities.CredentialAccount:
    source = _source(ctx, op)
    profiles.update(ctx, profile.given(op), ctx.call.prepared)
    profiles.update_defaults(ctx, source)
    row, user = store.reload(ctx.db, ctx.me), store.user_of(ctx.db, ctx.me.id)
    assert user is not None
    answer = credentials.account(ctx, row, user)
    profiles.let_in(ctx)
    return answer


def _source(ctx: Context, op: accounts.UpdateCredentials) -> dict[str, Any]:
    sent = ctx.call.parameters.get("source")
    if sent is not None and not isinstance(sent, dict):
        raise errors.InvalidParameter("source must be an object")
    if not isinstance(op.source, accounts.SourceParams):
        return {}
    return {name: value for name, value in msgspec.structs.asdict(op.source).items() if value is not UNSET}


# --- looking at others


@handles(accounts.Get)
def get(ctx: Context, op: accounts.Get) -> entities.Account:
    return render.one(ctx, store.get(ctx, op.id))


@handles(accounts.Index)
def index(ctx: Context, op: accounts.Index) -> list[entities.Account]:
    given = set(op.id or [])
    if len(given) > MOST_IDS:
        raise errors.TooManyIds
    rows = store.by_ids(ctx.db, filter(None, map(record_id, given)))
    return render.many(ctx, [number for number in sorted(rows) if store.usable(ctx, rows[number])])


@handles(accounts.Lookup)
def lookup(ctx: Context, op: accounts.Lookup) -> entities.Account:
    return render.one(ctx, store.by_acct(ctx, op.acct or ""))


@handles(accounts.Search)
def search(ctx: Context, op: accounts.Search) -> list[entities.Account]:
    ids = finding.accounts_for(
        ctx,
        op.q or "",
        limit=limit_of(op.limit, 40, 80),
        offset=offset_of(op.offset),
        resolve=op.resolve is True,
        following=op.following is True,
    )
    return render.many(ctx, ids)


# --- what hangs on an account


def _owner(ctx: Context, given: str) -> Row | None:
    """None: an account that has nothing to show, being suspended or not there yet for others."""
    row = relations.known(ctx, given)
    return row if row.suspended_at is None and store.usable(ctx, row) else None


@handles(accounts.Statuses)
def statuses(ctx: Context, op: accounts.Statuses) -> Page:
    owner, cut = _owner(ctx, op.id), cursor(op)
    if owner is None or (
        ctx.viewer_id is not None and relations.blocks_account(ctx.db, owner.id, ctx.viewer_id)
    ):
        return Page([])
    filters = listings.Filters(
        only_media=op.only_media is True,
        exclude_replies=op.exclude_replies is True,
        exclude_reblogs=op.exclude_reblogs is True,
        exclude_direct=op.exclude_direct is True,
        pinned=op.pinned is True,
        tagged=op.tagged or "",
    )
    ids = listings.status_ids(ctx, owner, filters, cut)
    return page(ready.many(ctx, ids), ids, cut.limit)


@handles(accounts.Followers)
def followers(ctx: Context, op: accounts.Followers) -> Page:
    return _people(ctx, op, listings.followers)


@handles(accounts.Following)
def following(ctx: Context, op: accounts.Following) -> Page:
    return _people(ctx, op, listings.following)


def _people(ctx: Context, op: accounts.Followers | accounts.Following, listing: Any) -> Page:
    owner, cut = _owner(ctx, op.id), cursor(op)
    if owner is None or _hides(ctx, owner):
        return Page([])
    rows = listing(ctx.db, owner, ctx.viewer_id, cut)
    return page(render.many(ctx, [row.account_id for row in rows]), [row.id for row in rows], cut.limit)


def _hides(ctx: Context, owner: Row) -> bool:
    if ctx.viewer_id == owner.id:
        return False
    blocked = ctx.viewer_id is not None and relations.blocks_account(ctx.db, owner.id, ctx.viewer_id)
    return blocked or bool(owner.hide_collections)


@handles(accounts.FeaturedTags)
def featured_tags(ctx: Context, op: accounts.FeaturedTags) -> list[entities.FeaturedTag]:
    owner = _owner(ctx, op.id)
    return [] if owner is None else render_tags.featured_by(ctx, owner)


@handles(accounts.Endorsements)
def endorsements(ctx: Context, op: accounts.Endorsements) -> Page:
    owner = _owner(ctx, op.id)
    if owner is None:
        return Page([])
    cut = cursor(op)
    ids = relations.endorsed_page(ctx.db, owner.id, cut)
    return page(render.many(ctx, ids), ids, cut.limit)


@handles(accounts.Lists)
def lists_(ctx: Context, op: accounts.Lists) -> list[entities.List]:
    owner = _owner(ctx, op.id)
    if owner is None:
        return []
    ids = timelines.lists_with(ctx.db, ctx.me.id, owner.id)
    return lists.many(ctx.db.find_all(lists_table, order="id", id=ids)) if ids else []


@handles(accounts.IdentityProofs)
def identity_proofs(ctx: Context, op: accounts.IdentityProofs) -> list[entities.IdentityProof]:
    relations.known(ctx, op.id)
    return []


@handles(accounts.CreateEmailSubscription)
def create_email_subscription(ctx: Context, op: accounts.CreateEmailSubscription) -> Reply:
    """Off on a stock server, which says so after looking for the account."""
    relations.known(ctx, op.id)
    return Reply(None, 404, content_type="text/html")
