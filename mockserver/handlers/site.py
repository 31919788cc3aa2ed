"""The pages of the web site that anybody may read: they show what an anonymous caller of the API sees
(recordings errors/headers_alice, misc/unknown_paths)."""

from __future__ import annotations

from typing import Any

from clientkit.operations import site
from mockserver.context import Context
from mockserver.handlers import activitypub
from mockserver.handlers.binding import PagePolicy, Reply, handles
from mockserver.render import accounts as account_render
from mockserver.render import activitypub as documents
from mockserver.render import instance, pages
from mockserver.render import statuses as status_render
from mockserver.store import accounts, collections, statuses
from mockserver.store import site as store
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.text.formatting import plain_text
from mockserver.text.markdown import to_html

VARY = "Accept, Accept-Language, Cookie"
_CACHES = "max-age=15, public, stale-while-revalidate=30, stale-if-error="
FRONT, PROFILE, POST = f"{_CACHES}86400", f"{_CACHES}3600", "max-age=10, public"
EXCERPT = 50  # characters of a post in a window's title


def page(
    ctx: Context, template: str, *, title: str, heading: str, cache: str, vary: str = VARY, **values: Any
) -> Reply:
    nonce = ctx.instance.ids.nonce()
    html = pages.page(ctx, template, title=title, heading=heading, csrf="", nonce=nonce, **values)
    policy = PagePolicy(nonce, rendered=True, formless=True)
    return Reply(html, 200, {"Cache-Control": cache, "Vary": vary}, "text/html; charset=utf-8", policy)


def missing(ctx: Context, vary: str = VARY) -> Reply:
    """The 404 of an account or a post: as JSON where any is asked for, else as a page."""
    headers, policy = {"Vary": vary}, PagePolicy(formless=True)
    accept = (ctx.call.accept or "").strip()
    if "json" in accept.partition(",")[0]:
        return Reply({"error": "Not Found"}, 404, headers, policy=policy)
    sentence = "The page you are looking for isn't here."
    nonce = ctx.instance.ids.nonce()
    html = pages.page(
        ctx,
        "message",
        title=sentence,
        heading="Not here",
        csrf="",
        nonce=nonce,
        sentence=sentence,
        wrong=False,
        back="",
    )
    kind = "*/*; charset=utf-8" if accept == "*/*" else "text/html; charset=utf-8"
    return Reply(html, 404, headers, kind, PagePolicy(nonce, formless=True))


def newest(ctx: Context) -> list[Any]:
    is_open = ctx.instance.settings["local_live_feed_access"] == "public"
    return status_render.many(ctx, store.local(ctx.db)) if is_open else []


@handles(site.Home, site.Explore)
def home(ctx: Context, op: site.Home) -> Reply:
    ctx.session = None
    settings = ctx.instance.settings
    lead = settings["site_short_description"]
    return page(
        ctx, "front", title="", heading=settings["site_title"], cache=FRONT, lead=lead, posts=newest(ctx)
    )


@handles(site.About)
def about(ctx: Context, op: site.About) -> Reply:
    settings = ctx.instance.settings
    return page(
        ctx,
        "about",
        title="About",
        heading=settings["site_title"],
        cache=FRONT,
        lead=settings["site_short_description"],
        description=to_html(settings["site_extended_description"]),
        contact=instance.contact(ctx),
        email=settings["site_contact_email"],
        rules=instance.rules(ctx),
    )


@handles(site.Tag)
def tag(ctx: Context, op: site.Tag) -> Reply:
    ctx.session = None
    if activitypub.wanted(ctx):
        return activitypub.document(documents.tag(ctx, op.name))
    is_open = ctx.instance.settings["local_topic_feed_access"] == "public"
    posts = status_render.many(ctx, store.of_tag(ctx.db, op.name.lower())) if is_open else []
    return page(ctx, "front", title="", heading=f"#{op.name}", cache=PROFILE, lead="", posts=posts)


@handles(site.Collection)
def collection(ctx: Context, op: site.Collection) -> Reply:
    ctx.session = None
    row = collections.by_id(ctx.db, record_id(op.id))
    if row is None:
        return missing(ctx)
    if activitypub.wanted(ctx):
        return activitypub.collection_of(ctx, row)
    lead = row.description or ""
    return page(ctx, "front", title=row.name, heading=row.name, cache=PROFILE, lead=lead, posts=[])


@handles(site.Profile, site.ProfileByName)
def profile(ctx: Context, op: site.Profile) -> Reply:
    ctx.session = None
    vary = f"{VARY}, Origin"
    row = by_name(ctx, op.username.removesuffix(".json"))
    if row is None or row.suspended_at is not None or not accounts.usable(ctx, row):
        return missing(ctx, vary)
    if row.domain is None and (op.username.endswith(".json") or activitypub.wanted(ctx)):
        return activitypub.document(documents.actor(ctx, row), vary=vary)
    account = account_render.one(ctx, row)
    name = row.display_name or row.username
    title = f"{name} (@{handle(ctx, row)})"
    posts = status_render.many(ctx, store.of_account(ctx.db, row.id))
    return page(
        ctx, "profile", title=title, heading=name, cache=PROFILE, vary=vary, account=account, posts=posts
    )


@handles(site.Post, site.PostByName)
def post(ctx: Context, op: site.Post) -> Reply:
    """The name in the address must be the author's: it is looked up first."""
    ctx.session = None
    author = by_name(ctx, op.username)
    status = statuses.find_visible(ctx, record_id(op.id)) if author is not None else None
    if author is None or status is None or status.account_id != author.id or status.reblog_of_id is not None:
        return missing(ctx)
    if author.domain is None and activitypub.wanted(ctx):
        return activitypub.note_of(ctx, status, author)
    shown = status_render.one(ctx, status)
    name = author.display_name or author.username
    words = plain_text(status.content).strip()
    excerpt = shown.spoiler_text or (words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…")
    made = page(ctx, "status", title=f'{name}: "{excerpt}"', heading=name, cache=POST, post=shown)
    made.headers["Link"] = f'<{status.uri}>; rel="alternate"; type="application/activity+json"'
    return made


def by_name(ctx: Context, name: str) -> Row | None:
    username, _, domain = name.partition("@")
    local = not domain or domain.lower() == ctx.instance.domain
    return accounts.by_handle(ctx.db, username, None if local else domain)


def handle(ctx: Context, row: Row) -> str:
    return f"{row.username}@{row.domain or ctx.instance.domain}"
