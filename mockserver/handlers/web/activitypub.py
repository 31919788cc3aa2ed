"""The documents that other servers read: https://docs.joinmastodon.org/spec/activitypub/"""

from __future__ import annotations

from typing import Any

from clientkit.operations import activitypub
from mockserver import errors
from mockserver.context import Context
from mockserver.handlers.binding import PagePolicy, Reply, handles
from mockserver.render import accounts as account_render
from mockserver.render import activitypub as render
from mockserver.render import statuses as status_render
from mockserver.store import accounts, collections, statuses
from mockserver.store import site as store
from mockserver.store.database import Row
from mockserver.store.paging import record_id

TYPE = "application/activity+json; charset=utf-8"
CLOSED = "default-src 'none'; frame-ancestors 'none'; form-action 'none'"
VARY = "Accept, Accept-Language, Cookie"


def document(body: dict[str, Any], *, vary: str = VARY, age: int = 180, formless: bool = True) -> Reply:
    headers = {"Cache-Control": f"max-age={age}, public", "Vary": vary}
    return Reply(body, headers=headers, content_type=TYPE, policy=PagePolicy(formless=formless))


def bare(body: dict[str, Any], *, age: int = 180) -> Reply:
    """A document that is never a page."""
    headers = {"Cache-Control": f"max-age={age}, public", "Vary": "Accept", "Content-Security-Policy": CLOSED}
    return Reply(body, headers=headers, content_type=TYPE)


def wanted(ctx: Context) -> bool:
    """Whether a document is asked for rather than a page."""
    return ctx.call.format in ("application/activity+json", "application/ld+json", "application/json")


def local(ctx: Context, given: str) -> Row:
    row = accounts.by_id(ctx.db, record_id(given))
    if row is None or row.domain is not None or not accounts.usable(ctx, row):
        raise errors.NotFound
    return row


@handles(activitypub.Actor)
def actor(ctx: Context, op: activitypub.Actor) -> Reply:
    ctx.session = None
    return document(render.actor(ctx, local(ctx, op.id)))


@handles(activitypub.Note)
def note(ctx: Context, op: activitypub.Note) -> Reply:
    ctx.session = None
    author, row = local(ctx, op.account_id), statuses.get(ctx, op.id)
    if row.account_id != author.id or row.reblog_of_id is not None:
        raise errors.NotFound
    return note_of(ctx, row, author)


def note_of(ctx: Context, row: Row, author: Row) -> Reply:
    made = document(render.note(ctx, row, status_render.one(ctx, row), author))
    made.headers["Link"] = f'<{row.uri}>; rel="alternate"; type="application/activity+json"'
    return made


@handles(activitypub.Activity, activitypub.ActivityByName)
def activity(ctx: Context, op: activitypub.Activity | activitypub.ActivityByName) -> Reply:
    ctx.session = None
    row = statuses.get(ctx, op.id)
    author = accounts.by_id(ctx.db, row.account_id)
    named = op.account_id if isinstance(op, activitypub.Activity) else op.username
    if author is None or author.domain is not None or named not in (str(author.id), author.username):
        raise errors.NotFound
    if row.reblog_of_id is None:
        return document(render.creation(render.note(ctx, row, status_render.one(ctx, row), author)))
    boosted = statuses.by_id(ctx.db, row.reblog_of_id)
    boosted_author = boosted and accounts.by_id(ctx.db, boosted.account_id)
    if boosted is None or boosted_author is None:
        raise errors.NotFound
    return document(render.announcement(row, author, boosted, boosted_author))


@handles(activitypub.Followers, activitypub.Following)
def relations(ctx: Context, op: activitypub.Followers) -> Reply:
    row = local(ctx, op.id)
    shown, account = ctx.call.path.rstrip("/").rpartition("/")[2], account_render.one(ctx, row)
    total = account.followers_count if shown == "followers" else account.following_count
    uri = f"{row.uri}/{shown}"
    return document(render.collection(uri, total, f"{uri}?page=1"))


@handles(activitypub.Outbox)
def outbox(ctx: Context, op: activitypub.Outbox) -> Reply:
    row = local(ctx, op.id)
    uri, total = f"{row.uri}/outbox", account_render.one(ctx, row).statuses_count
    made = render.collection(uri, total, f"{uri}?page=true", f"{uri}?min_id=0&page=true")
    return bare(made)


@handles(activitypub.Featured)
def featured(ctx: Context, op: activitypub.Featured) -> Reply:
    ctx.session = None
    author = local(ctx, op.id)
    ids = store.pinned(ctx.db, author.id)
    rows, shown = statuses.by_ids(ctx.db, ids), status_render.many(ctx, ids)
    items = [render.note(ctx, rows[i], status, author) for i, status in zip(ids, shown, strict=True)]
    return bare(render.ordered(f"{author.uri}/collections/featured", items))


@handles(activitypub.FeaturedCollection)
def featured_collection(ctx: Context, op: activitypub.FeaturedCollection) -> Reply:
    ctx.session = None
    owner, row = local(ctx, op.account_id), collections.by_id(ctx.db, record_id(op.id))
    if row is None or row.account_id != owner.id:
        raise errors.NotFound
    return collection_of(ctx, row)


def collection_of(ctx: Context, row: Row) -> Reply:
    return document(render.featured_collection(ctx, row), age=30)


@handles(activitypub.FeaturedCollections)
def featured_collections(ctx: Context, op: activitypub.FeaturedCollections) -> Reply:
    owner = local(ctx, op.id)
    total = collections.count_made(ctx.db, owner.id, everything=False)
    return document(render.collections_of(owner, total), formless=False)


@handles(activitypub.ServerActor)
def server_actor(ctx: Context, op: activitypub.ServerActor) -> Reply:
    return bare(render.server(ctx), age=600)
