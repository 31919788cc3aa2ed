"""Feeds of accounts and hashtags, for those who read without an account (app/views/accounts/show.rss.ruby;
recordings errors/headers_alice, misc/activitypub_documents)."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import UNSET, UnsetType

from clientkit.operations import site
from mockserver.context import Context
from mockserver.handlers.binding import PagePolicy, Reply, handles
from mockserver.handlers.web import site as pages
from mockserver.render import accounts as account_render
from mockserver.store import site as store
from mockserver.store import tags

LONGEST_FEED = 200


def feed(made: str, *, age: int, vary: str = pages.VARY) -> Reply:
    headers = {"Cache-Control": f"max-age={age}, public", "Vary": vary}
    return Reply(made, 200, headers, "application/rss+xml; charset=utf-8", PagePolicy(formless=True))


def length(wanted: int | UnsetType | None) -> int:
    return store.SHOWN if wanted is UNSET or wanted is None else min(max(wanted, 0), LONGEST_FEED)


@handles(site.TagFeed)
def tag_feed(ctx: Context, op: site.TagFeed) -> Reply:
    from mockserver.render import rss  # most instances are never asked for it

    ctx.session = None
    row = tags.find(ctx.db, op.name)
    if row is None or row.usable is False:
        return pages.missing(ctx)
    ids = pages.of_tag(ctx, row, limit=length(op.limit), local=op.local is True)
    return feed(rss.of_tag(ctx, row, ids), age=0)


@handles(site.Feed)
def account_feed(ctx: Context, op: site.Feed) -> Reply:
    return _feed(ctx, op.username, op.limit, vary=pages.OF_PROFILES)


@handles(site.FeedWithReplies)
def feed_with_replies(ctx: Context, op: site.FeedWithReplies) -> Reply:
    return _feed(ctx, op.username, op.limit, part="with_replies")


@handles(site.FeedOfMedia)
def feed_of_media(ctx: Context, op: site.FeedOfMedia) -> Reply:
    return _feed(ctx, op.username, op.limit, part="media")


@handles(site.FeedOfTag)
def feed_of_tag(ctx: Context, op: site.FeedOfTag) -> Reply:
    return _feed(ctx, op.username, op.limit, tag=op.tag)


def _feed(
    ctx: Context,
    username: str,
    limit: int | UnsetType | None,
    *,
    part: store.Part = "posts",
    tag: str | None = None,
    vary: str = pages.VARY,
) -> Reply:
    from mockserver.render import rss  # most instances are never asked for it

    ctx.session = None
    row = pages.known(ctx, username)
    if row is None or row.domain is not None:
        return pages.missing(ctx, vary)
    account = account_render.one(ctx, row)
    link = account.url if tag is None else f"{account.url}/tagged/{quote(tag, safe='')}"
    ids = pages.posts_of(ctx, row, part, tag, length(limit))
    return feed(rss.of_account(ctx, account, ids, link), age=60, vary=vary)
