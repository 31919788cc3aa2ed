"""The documents at well-known addresses, and the manifest of the web client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockserver import version
from mockserver.render import instance, urls
from mockserver.store import instance as store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context

COLOUR = "#191b22"
HALF_YEAR = 180  # days
SHORTCUTS = (("Compose new post", "/publish"), ("Notifications", "/notifications"), ("Explore", "/explore"))
APPS = (
    (
        "play",
        "https://play.google.com/store/apps/details?id=org.joinmastodon.android",
        "org.joinmastodon.android",
    ),
    ("itunes", "https://apps.apple.com/us/app/mastodon-for-iphone/id1571998974", "id1571998974"),
    ("f-droid", "https://f-droid.org/en/packages/org.joinmastodon.android/", "org.joinmastodon.android"),
)


def account(ctx: Context, row: Row) -> dict[str, Any]:
    """Webfinger's answer about a local account."""
    base, profile = ctx.instance.base_url, urls.profile(ctx.instance, row)
    links: list[dict[str, str]] = [
        {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": profile},
        {"rel": "self", "type": "application/activity+json", "href": row.uri},
        {
            "rel": "http://ostatus.org/schema/1.0/subscribe",
            "template": f"{base}/authorize_interaction?uri={{uri}}",
        },
        {"rel": "https://w3id.org/fep/3b86/Create", "template": f"{base}/share?text={{content}}"},
        {
            "rel": "https://w3id.org/fep/3b86/Object",
            "template": f"{base}/authorize_interaction?uri={{object}}",
        },
    ]
    if row.avatar is not None and row.suspended_at is None:
        kind = _TYPES.get(row.avatar.rpartition(".")[2], "image/png")
        links.append(
            {
                "rel": "http://webfinger.net/rel/avatar",
                "type": kind,
                "href": urls.file(ctx.instance, row.avatar),
            }
        )
    return {
        "subject": f"acct:{row.username}@{ctx.instance.domain}",
        "aliases": [profile, row.uri],
        "links": links,
    }


_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}


def server(ctx: Context) -> dict[str, Any]:
    """Webfinger's answer about the server's own actor."""
    base, domain = ctx.instance.base_url, ctx.instance.domain
    return {
        "subject": f"acct:{domain}@{domain}",
        "aliases": [f"{base}/actor"],
        "links": [
            {
                "rel": "http://webfinger.net/rel/profile-page",
                "type": "text/html",
                "href": f"{base}/about/more?instance_actor=true",
            },
            {"rel": "self", "type": "application/activity+json", "href": f"{base}/actor"},
            {
                "rel": "http://ostatus.org/schema/1.0/subscribe",
                "template": f"{base}/authorize_interaction?uri={{uri}}",
            },
        ],
    }


def host_meta(template: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">\n'
        f'  <Link rel="lrdd" template="{template}"/>\n</XRD>\n'
    )


def nodeinfo(ctx: Context) -> dict[str, Any]:
    settings = ctx.instance.settings
    users = {
        "total": store.user_count(ctx.db),
        "activeMonth": instance.active_month(ctx),
        "activeHalfyear": instance.active_month(ctx, HALF_YEAR),
    }
    return {
        "version": "2.0",
        "software": {"name": "mastodon", "version": version.MASTODON},
        "protocols": ["activitypub"],
        "services": {"outbound": [], "inbound": []},
        "usage": {"users": users, "localPosts": store.status_count(ctx.db)},
        "openRegistrations": instance.open_to_all(ctx),
        "metadata": {
            "nodeName": settings["site_title"],
            "nodeDescription": settings["site_short_description"],
        },
    }


def manifest(ctx: Context) -> dict[str, Any]:
    title = ctx.instance.settings["site_title"]
    return {
        "id": "/home",
        "name": title,
        "short_name": title,
        "icons": [
            {
                "src": instance.icon(ctx, size),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "any maskable",
            }
            for size in instance.ICON_SIZES
        ],
        "theme_color": COLOUR,
        "background_color": COLOUR,
        "display": "standalone",
        "start_url": "/",
        "scope": "/",
        "share_target": {
            "url_template": "share?title={title}&text={text}&url={url}",
            "action": "share",
            "method": "GET",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
        "shortcuts": [{"name": name, "url": url} for name, url in SHORTCUTS],
        "prefer_related_applications": True,
        "related_applications": [
            {"platform": platform, "url": url, "id": app_id} for platform, url, app_id in APPS
        ],
    }
