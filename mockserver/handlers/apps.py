"""Registering applications: https://docs.joinmastodon.org/methods/apps/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import apps
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import applications
from mockserver.handlers.binding import handles
from mockserver.render import oauth as render


@handles(apps.Create)
def create(ctx: Context, op: apps.Create) -> entities.CredentialApplication:
    row = applications.register(
        ctx,
        name=op.client_name or "",
        uris="\n".join(op.redirect_uris or []),
        wanted_scopes=op.scopes,
        website=op.website or "",
    )
    return render.credential_application(ctx, row)


@handles(apps.VerifyCredentials)
def verify_credentials(ctx: Context, op: apps.VerifyCredentials) -> entities.Application:
    if ctx.session is None or ctx.session.application is None:
        raise errors.InvalidToken
    return render.application(ctx, ctx.session.application)
