"""The pages of the web site that anybody may read: they show what an anonymous caller of the API sees
(recordings errors/headers_alice, misc/unknown_paths)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from clientkit.operations import site
from mockserver import clock
from mockserver.context import Context
from mockserver.domain import search, web_sessions
from mockserver.handlers.binding import PagePolicy, Reply, handles
from mockserver.handlers.web import activitypub
from mockserver.handlers.web import pages as signed_in
from mockserver.render import accounts as account_render
from mockserver.render import activitypub as documents
from mockserver.render import instance, pages, urls
from mockserver.render import statuses as status_render
from mockserver.store import accounts, collections, profiles, statuses, tags
from mockserver.store import instance as instance_store
from mockserver.store import site as store
from mockserver.store.database import Row
from mockserver.store.paging import Cursor, record_id
from mockserver.text.formatting import plain_text
from mockserver.text.markdown import to_html

VARY = "Accept, Accept-Language, Cookie"
_CACHES = "max-age=15, public, stale-while-revalidate=30, stale-if-error="
FRONT, PROFILE, POST = f"{_CACHES}86400", f"{_CACHES}3600", "max-age=10, public"
OF_PROFILES = f"{VARY}, Origin"
ROBOTS = """\
# See http://www.robotstxt.org/robotstxt.html for documentation on how to use the robots.txt file

User-agent: GPTBot
Disallow: /

User-agent: *
Disallow: /media_proxy/
Disallow: /interact/
Disallow: /api/v1/instance/domain_blocks
"""
ROBOTS_SINCE = "Thu, 06 Aug 2026 12:22:54 GMT"

PEOPLE = 40
EXCERPT = 50  # characters of a post in a window's title


def page(
    ctx: Context, template: str, *, title: str, heading: str, cache: str, vary: str = VARY, **values: Any
) -> Reply:
    nonce = ctx.instance.ids.nonce()
    who = web_sessions.signed_in(ctx)
    values["me"] = who[1].username if who is not None else ""
    html = pages.page(ctx, template, title=title, heading=heading, csrf="", nonce=nonce, **values)
    policy = PagePolicy(nonce, rendered=True, formless=True)
    return Reply(html, 200, {"Cache-Control": cache, "Vary": vary}, "text/html; charset=utf-8", policy)


def missing(ctx: Context, vary: str = VARY) -> Reply:
    """The 404 of an account or a post."""
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
    policy = PagePolicy(nonce, formless=True)
    shown = Reply(html, 404, {"Vary": vary}, signed_in.HTML, policy)
    return signed_in.as_asked(ctx, shown, "Not Found")


def newest(ctx: Context) -> list[Any]:
    is_open = ctx.instance.settings["local_live_feed_access"] == "public"
    return status_render.many(ctx, store.local(ctx.db)) if is_open else []


@handles(site.Home, site.Explore)
def home(ctx: Context, op: site.Home) -> Reply:
    ctx.session = None
    settings = ctx.instance.settings
    lead = settings["site_short_description"]
    heading, posts = settings["site_title"], newest(ctx)
    return page(ctx, "front", title="", heading=heading, cache=FRONT, lead=lead, feed="", posts=posts)


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


@handles(site.PrivacyPolicy)
def privacy_policy(ctx: Context, op: site.PrivacyPolicy) -> Reply:
    return _text(ctx, "Privacy policy", instance.privacy_policy(ctx).content)


@handles(site.TermsOfService)
def terms_of_service(ctx: Context, op: site.TermsOfService) -> Reply:
    row = instance_store.current_terms(ctx.db, clock.day(ctx.now))
    return missing(ctx) if row is None else _text(ctx, "Terms of service", instance.terms(ctx, row).content)


def _text(ctx: Context, heading: str, html: str) -> Reply:
    return page(ctx, "text", title=heading, heading=heading, cache=FRONT, html=html)


@handles(site.Tag)
def tag(ctx: Context, op: site.Tag) -> Reply:
    ctx.session = None
    row = tags.find(ctx.db, op.name)
    if row is None or row.usable is False:
        return missing(ctx)
    if activitypub.wanted(ctx):
        return activitypub.document(documents.tag(ctx, row.name))
    return page(
        ctx,
        "front",
        title="",
        heading=f"#{row.display_name or row.name}",
        cache=PROFILE,
        lead="",
        feed=f"{urls.tag(ctx.instance, row.name)}.rss",
        posts=status_render.many(ctx, of_tag(ctx, row)),
    )


def of_tag(ctx: Context, row: Row, *, limit: int = store.SHOWN, local: bool = False) -> list[int]:
    """Nothing while hashtags are closed to strangers."""
    is_open = ctx.instance.settings["local_topic_feed_access"] == "public"
    return store.of_tag(ctx.db, row.name, limit=limit, local=local) if is_open else []


@handles(site.Collection)
def collection(ctx: Context, op: site.Collection) -> Reply:
    ctx.session = None
    row = collections.by_id(ctx.db, record_id(op.id))
    if row is None:
        return missing(ctx)
    if activitypub.wanted(ctx):
        return activitypub.collection_of(ctx, row)
    items = collections.items_for(ctx.db, None, [row.id])[row.id]
    people = account_render.many(ctx, [item.account_id for item in items])
    lead = row.description or ""
    return page(ctx, "people", title=row.name, heading=row.name, cache=PROFILE, lead=lead, people=people)


@handles(site.ProfileByName)
def profile_by_name(ctx: Context, op: site.ProfileByName) -> Reply:
    if wants_page(ctx):
        return _led(ctx, f"/@{quote(op.username, safe='')}")
    return _profile(ctx, op.username, vary=OF_PROFILES)


def wants_page(ctx: Context) -> bool:
    """Whether a page is asked for by name; `*/*` asks for nothing (recording misc/activitypub_documents)."""
    return ctx.call.format in ("", "text/html", "application/xhtml+xml")


def _led(ctx: Context, path: str) -> Reply:
    """By the router, to the address that people use (config/routes.rb)."""
    headers = signed_in.OUTSIDE_CONTROLLERS | {"Vary": "Origin, Accept"}
    made = signed_in.redirect(ctx, path, headers=headers)
    made.status, made.content_type = 301, "text/html; charset=UTF-8"
    return made


@handles(site.Profile)
def profile(ctx: Context, op: site.Profile) -> Reply:
    return _profile(ctx, op.username, vary=OF_PROFILES)


@handles(site.ProfileWithReplies)
def profile_with_replies(ctx: Context, op: site.ProfileWithReplies) -> Reply:
    return _profile(ctx, op.username, part="with_replies")


@handles(site.ProfileMedia)
def profile_media(ctx: Context, op: site.ProfileMedia) -> Reply:
    return _profile(ctx, op.username, part="media")


@handles(site.ProfileTag)
def profile_tag(ctx: Context, op: site.ProfileTag) -> Reply:
    return _profile(ctx, op.username, tag=op.tag)


def _profile(
    ctx: Context,
    username: str,
    *,
    part: store.Part = "posts",
    tag: str | None = None,
    vary: str = VARY,
) -> Reply:
    ctx.session = None
    row = known(ctx, username.removesuffix(".json"))
    if row is None:
        return missing(ctx, vary)
    if row.domain is None and (username.endswith(".json") or activitypub.wanted(ctx)):
        return activitypub.document(documents.actor(ctx, row), vary=vary)
    account = account_render.one(ctx, row)
    name = row.display_name or row.username
    title = f"{name} (@{handle(ctx, row)})"
    return page(
        ctx,
        "profile",
        title=title,
        heading=pages.drawn(name, account.emojis),
        cache=PROFILE,
        vary=vary,
        account=account,
        posts=status_render.many(ctx, posts_of(ctx, row, part, tag)),
    )


def known(ctx: Context, username: str) -> Row | None:
    """The account, while anybody may see it."""
    row = by_name(ctx, username)
    return row if row is not None and row.suspended_at is None and accounts.usable(ctx, row) else None


def posts_of(
    ctx: Context, row: Row, part: store.Part, tag: str | None, limit: int = store.SHOWN
) -> list[int]:
    if tag is None:
        return store.of_account(ctx.db, row.id, part=part, limit=limit)
    found = tags.find(ctx.db, tag)
    if found is None:
        return []
    return store.of_account(ctx.db, row.id, part="with_replies", tag=found.name, limit=limit)


@handles(site.Followers)
def followers(ctx: Context, op: site.Followers) -> Reply:
    return _people(ctx, op.username, "Followers", profiles.followers)


@handles(site.Following)
def following(ctx: Context, op: site.Following) -> Reply:
    return _people(ctx, op.username, "Following", profiles.following)


def _people(ctx: Context, username: str, heading: str, listing: Any) -> Reply:
    ctx.session = None
    row = known(ctx, username)
    if row is None:
        return missing(ctx)
    rows = [] if row.hide_collections else listing(ctx.db, row, None, Cursor(limit=PEOPLE))
    shown = account_render.many(ctx, [one.account_id for one in rows])
    title = f"{row.display_name or row.username} (@{handle(ctx, row)})"
    return page(ctx, "people", title=title, heading=heading, cache=PROFILE, lead="", people=shown)


def _post(ctx: Context, username: str, given: str) -> tuple[Row, Row] | None:
    """The author and the post at an address that anybody may see. The name in it must be the author's: it is
    looked up first."""
    ctx.session = None
    author = by_name(ctx, username)
    status = statuses.find_visible(ctx, record_id(given)) if author is not None else None
    if author is None or status is None or status.account_id != author.id or status.reblog_of_id is not None:
        return None
    return author, status


@handles(site.EmbeddedPost)
def embedded_post(ctx: Context, op: site.EmbeddedPost) -> Reply:
    """In a frame of another site (app/controllers/statuses_controller.rb)."""
    found = _post(ctx, op.username, op.id)
    if found is None:
        return missing(ctx)
    author, status = found
    made = page(
        ctx,
        "status",
        title="",
        heading=author.display_name or author.username,
        cache="max-age=180, public",
        post=status_render.one(ctx, status),
    )
    made.headers["X-Frame-Options"] = ""
    made.policy = made.policy and replace(made.policy, framed=True)
    return made


@handles(site.PostByName)
def post_by_name(ctx: Context, op: site.PostByName) -> Reply:
    if wants_page(ctx):
        return _led(ctx, f"/@{quote(op.username, safe='')}/{quote(op.id, safe='')}")
    return _post_page(ctx, op.username, op.id)


@handles(site.Post)
def post(ctx: Context, op: site.Post) -> Reply:
    return _post_page(ctx, op.username, op.id)


def _post_page(ctx: Context, username: str, given: str) -> Reply:
    found = _post(ctx, username, given)
    if found is None:
        return missing(ctx)
    author, status = found
    if author.domain is None and activitypub.wanted(ctx):
        return activitypub.note_of(ctx, status, author)
    shown = status_render.one(ctx, status)
    name = author.display_name or author.username
    words = plain_text(status.content).strip()
    excerpt = shown.spoiler_text or (words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…")
    heading = pages.drawn(name, shown.account.emojis)
    made = page(ctx, "status", title=f'{name}: "{excerpt}"', heading=heading, cache=POST, post=shown)
    made.headers["Link"] = f'<{status.uri}>; rel="alternate"; type="application/activity+json"'
    return made


@handles(site.AuthorizeInteraction)
def authorize_interaction(ctx: Context, op: site.AuthorizeInteraction) -> Reply:
    """Another server sends its visitor here, to act on something of its own."""
    session = web_sessions.load(ctx)
    uri = (op.uri or "").strip()
    if web_sessions.user_of(ctx, session) is None:
        back = session.on_the_way_to(f"{ctx.call.path}?uri={quote(uri, safe='')}")
        return signed_in.redirect(ctx, signed_in.SIGN_IN, back, signed_in.OUTSIDE_CONTROLLERS)
    row, status_id = _meant(ctx, uri)
    if row is None:
        return missing(ctx, "Accept")
    where = f"/@{row.username}" if row.domain is None else f"/@{row.username}@{row.domain}"
    return signed_in.redirect(ctx, where if status_id is None else f"{where}/{status_id}")


def _meant(ctx: Context, uri: str) -> tuple[Row | None, int | None]:
    """The account of an address or a handle; or the author of a post, and the post's id."""
    if "://" not in uri:
        return known(ctx, uri.removeprefix("acct:").removeprefix("@")), None
    found = search.resolve_url(ctx, uri)
    if found is not None and found.kind == "accounts":
        return accounts.by_id(ctx.db, found.id), None
    status = statuses.by_id(ctx.db, found.id) if found is not None and found.kind == "statuses" else None
    return (accounts.by_id(ctx.db, status.account_id), status.id) if status is not None else (None, None)


@handles(site.Robots)
def robots(ctx: Context, op: site.Robots) -> Reply:
    """A file: no controller adds its headers (recording errors/headers_alice)."""
    headers = dict.fromkeys(("X-Frame-Options", "X-XSS-Protection", "Referrer-Policy", "Vary", "ETag"), "")
    headers |= {"Cache-Control": "public, max-age=2419200, must-revalidate", "Last-Modified": ROBOTS_SINCE}
    return Reply(ROBOTS, 200, headers, "text/plain")


@handles(site.CustomCss)
def custom_css(ctx: Context, op: site.CustomCss) -> Reply:
    """Ours has a style of its own and nothing to add to it."""
    return Reply(b"", 200, {"Cache-Control": "max-age=2629746, public"}, "text/css; charset=utf-8")


def by_name(ctx: Context, name: str) -> Row | None:
    username, _, domain = name.partition("@")
    local = not domain or domain.lower() == ctx.instance.domain
    return accounts.by_handle(ctx.db, username, None if local else domain)


def handle(ctx: Context, row: Row) -> str:
    return f"{row.username}@{row.domain or ctx.instance.domain}"
