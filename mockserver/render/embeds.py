"""A status as other sites embed it (https://oembed.com/; recording misc/oembed)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mockserver.render import accounts
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context

CACHE_AGE = 86_400  # seconds
WIDTH = 400
_HTML = Markup(
    '<blockquote class="mastodon-embed" data-embed-url="{url}/embed" style="border: 1px solid; '
    "border-radius: 8px; margin: 0; max-width: 540px; min-width: 270px; padding: 24px; "
    'text-align: center;"> <a href="{url}" target="_blank"> '
    "<div>Post by @{handle}</div> <div>View on Mastodon</div> </a> </blockquote> "
    '<script data-allowed-prefixes="{base}/" async src="{base}/embed.js"></script>'
)


def one(
    ctx: Context, status: Row, author: Row, *, width: int = WIDTH, height: int | None = None
) -> dict[str, Any]:
    base, domain = ctx.instance.base_url, ctx.instance.domain
    profile = f"{base}/@{author.username}"
    return {
        "type": "rich",
        "version": "1.0",
        "author_name": author.display_name or author.username,
        "author_url": profile,
        "provider_name": domain,
        "provider_url": f"{base}/",
        "cache_age": CACHE_AGE,
        "html": str(
            _HTML.format(url=f"{profile}/{status.id}", handle=f"{accounts.acct(author)}@{domain}", base=base)
        ),
        "width": width,
        "height": height,
    }
