"""What the server's own web client uses: only with its session, which the API's tokens are none of."""

from __future__ import annotations

from typing import Any

from clientkit.operations import web
from mockserver import errors
from mockserver.context import Context
from mockserver.handlers.binding import Reply, handles
from mockserver.render import embeds, well_known
from mockserver.store import accounts, statuses
from mockserver.store.paging import record_id

NO_CSRF_TOKEN = "Can't verify CSRF token authenticity."


@handles(web.Manifest)
def manifest(ctx: Context, op: web.Manifest) -> Reply:
    return Reply(well_known.manifest(ctx), headers={"Cache-Control": "max-age=180, public", "Vary": ""})


@handles(web.Embed)
def embed(ctx: Context, op: web.Embed) -> dict[str, Any]:
    """Works without a session, for public and unlisted statuses of this server (recording misc/oembed)."""
    status = statuses.by_id(ctx.db, record_id(op.id))
    author = accounts.by_id(ctx.db, status.account_id) if status is not None else None
    if status is None or author is None or status.visibility not in ("public", "unlisted"):
        raise errors.NotFound
    if author.domain is not None or author.suspended_at is not None:
        raise errors.NotFound
    return embeds.one(ctx, status, author)


@handles(web.Settings, web.Subscribe, web.UpdateSubscription)
def session_only(ctx: Context, op: web.Settings) -> None:
    raise errors.Unprocessable(NO_CSRF_TOKEN)


@handles(web.Unsubscribe)
def unsubscribe(ctx: Context, op: web.Unsubscribe) -> Reply:
    return Reply(None, content_type="text/html")


@handles(web.DonationCampaigns)
def donation_campaigns(ctx: Context, op: web.DonationCampaigns) -> Reply:
    """None is ever called for."""
    return Reply(None, 204)
