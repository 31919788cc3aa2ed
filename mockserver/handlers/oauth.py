"""Tokens and what is known of them: https://docs.joinmastodon.org/methods/oauth/ (the pages of the flow:
handlers/authorize.py)."""

from __future__ import annotations

from typing import Any

from clientkit import entities
from clientkit.operations import oauth
from mockserver.context import Context
from mockserver.domain import oauth as domain
from mockserver.handlers.binding import Reply, handles
from mockserver.render import oauth as render

FRESH = {"Cache-Control": "max-age=0, private, must-revalidate"}


@handles(oauth.Token)
def token(ctx: Context, op: oauth.Token) -> Reply:
    grant_type = domain.check_grant_type(ctx, op.grant_type or None)
    given = domain.credentials(ctx, op.client_id or None, op.client_secret or None)
    if grant_type == "authorization_code":
        row = domain.by_code(ctx, given, op.code or None, op.redirect_uri or None, op.code_verifier or None)
    elif grant_type == "password":
        username, password = ctx.call.parameters.get("username"), ctx.call.parameters.get("password")
        client = domain.require_client(ctx, given)
        row = domain.by_password(ctx, client, _text(username), _text(password), op.scope or None)
    else:
        row = domain.by_client_credentials(ctx, domain.require_client(ctx, given), op.scope or None)
    return Reply(render.token(row), headers={"Cache-Control": "no-store", "Pragma": "no-cache"})


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


@handles(oauth.Revoke)
def revoke(ctx: Context, op: oauth.Revoke) -> Reply:
    given = domain.credentials(ctx, op.client_id or None, op.client_secret or None)
    domain.revoke(ctx, domain.client(ctx, given), op.token or None)
    return Reply({}, headers=dict(FRESH))


@handles(oauth.Userinfo)
def userinfo(ctx: Context, op: oauth.Userinfo) -> entities.UserInfo:
    return render.user_info(ctx, ctx.me)


@handles(oauth.TokenInfo)
def token_info(ctx: Context, op: oauth.TokenInfo) -> Reply:
    if ctx.session is None:
        raise domain.invalid_token()
    return Reply(render.token_info(ctx.session), headers=dict(FRESH))


@handles(oauth.Introspect)
def introspect(ctx: Context, op: oauth.Introspect) -> Reply:
    given = domain.credentials(ctx, op.client_id or None, op.client_secret or None)
    found = domain.introspected(ctx, given, op.token or None)
    return Reply({"active": False} if found is None else render.introspection(*found), headers=dict(FRESH))
