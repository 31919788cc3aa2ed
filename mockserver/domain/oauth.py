"""Tokens: whom they are given to, and how they end (reference: oauth.md §3 to §5; https://docs.joinmastodon.org/methods/oauth/)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mockserver import errors, passwords
from mockserver.domain import redirect_uris, scopes
from mockserver.domain.outbox import Message
from mockserver.store import tokens
from mockserver.store.schema import access_grants, access_tokens, applications, push_subscriptions

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

CODE_LIFETIME = 600_000
GRANT_TYPES = ("authorization_code", "client_credentials", "password")


def _refuse(name: str, text: str | None = None) -> errors.OAuthError:
    """An error of the token endpoint: also told in the header."""
    kind = errors.OAuthUnauthorized if name in ("invalid_client", "invalid_token") else errors.OAuthError
    description = text or errors.OAUTH_DESCRIPTIONS[name]
    challenge = f'Bearer realm="Doorkeeper", error="{name}", error_description="{description}"'
    return kind(name, text, headers={"WWW-Authenticate": challenge, "Cache-Control": "no-store"})


def _unreadable(refusal: errors.OAuthError) -> errors.OAuthError:
    """Refused before there is a request to judge: Accept is not looked at (recording limits/headers)."""
    refusal.headers["Vary"] = "Origin"
    return refusal


def missing(parameter: str) -> errors.OAuthError:
    return _refuse("invalid_request", f"Missing required parameter: {parameter}.")


def invalid_token(text: str | None = None) -> errors.OAuthError:
    refusal = _refuse("invalid_token", text)
    refusal.body["state"] = "unauthorized"
    return refusal


# --- clients


def credentials(ctx: Context, client_id: str | None, client_secret: str | None) -> tuple[str, str] | None:
    """Who the client says it is: by HTTP Basic or, without that, by parameters (recording
    oauth/token_basic). None: it says nothing."""
    scheme, _, value = (ctx.call.authorization or "").partition(" ")
    if scheme.lower() == "basic":
        try:
            uid, _, secret = base64.b64decode(value.strip(), validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return uid, secret
    return (client_id, client_secret or "") if client_id else None


def client(ctx: Context, given: tuple[str, str] | None) -> Row | None:
    """The application of these credentials, if they are right."""
    if given is None:
        return None
    row = ctx.db.find(applications, uid=given[0])
    if row is None or not hmac.compare_digest(row.secret.encode(), given[1].encode()):
        return None
    return row


def require_client(ctx: Context, given: tuple[str, str] | None) -> Row:
    found = client(ctx, given)
    if found is None:
        raise _refuse("invalid_client")
    return found


# --- giving tokens


def check_grant_type(ctx: Context, grant_type: str | None) -> str:
    """Before the client is looked at (reference: oauth.md §3)."""
    if not grant_type:
        raise _unreadable(missing("grant_type"))
    if grant_type not in GRANT_TYPES or (
        grant_type == "password" and not ctx.instance.options.password_grant
    ):
        raise _unreadable(_refuse("unsupported_grant_type"))
    return grant_type


def by_client_credentials(ctx: Context, application: Row, scope: str | None) -> Row:
    """The application's own token."""
    return token_for(ctx, application, None, _scopes(application, scope))


def by_password(
    ctx: Context, application: Row, username: str | None, password: str | None, scope: str | None
) -> Row:
    """A kindness of the fake: real servers have refused this since 4.4. `username` is the e-mail address."""
    user = tokens.user_by_email(ctx.db, username or "")
    if user is None or not passwords.matches(user.encrypted_password, password or ""):
        raise _refuse("invalid_grant")
    return token_for(ctx, application, user.id, _scopes(application, scope))


def by_code(
    ctx: Context,
    given: tuple[str, str] | None,
    code: str | None,
    redirect_uri: str | None,
    verifier: str | None,
) -> Row:
    """What fails does not burn the code; what succeeds does (reference: oauth.md §3)."""
    if not code:
        raise _unreadable(missing("code"))
    grant = ctx.db.find(access_grants, token=code)
    if grant is not None and grant.code_challenge and not verifier:
        raise missing("code_verifier")
    if not redirect_uri:
        raise missing("redirect_uri")
    application = require_client(ctx, given)
    if grant is None or not _redeemable(ctx, grant, application, redirect_uri, verifier):
        raise _refuse("invalid_grant")
    ctx.db.update(access_grants, {"id": grant.id}, revoked_at=ctx.now)
    return token_for(ctx, application, grant.resource_owner_id, grant.scopes.split())


def _redeemable(ctx: Context, grant: Row, application: Row, redirect_uri: str, verifier: str | None) -> bool:
    return (
        grant.application_id == application.id
        and grant.revoked_at is None
        and grant.expires_at > ctx.now
        and redirect_uris.registered(redirect_uri, grant.redirect_uri)
        and _verifies(grant.code_challenge, verifier)
    )


def _verifies(challenge: str | None, verifier: str | None) -> bool:
    """A verifier for a code that was made without a challenge is wrong, too."""
    if not challenge or not verifier:
        return not challenge and not verifier
    made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    return hmac.compare_digest(made.encode(), challenge.encode())


def _scopes(application: Row, scope: str | None) -> list[str]:
    found = scopes.granted(scope, application.scopes)
    if found is None:
        raise _refuse("invalid_scope")
    return found


def token_for(ctx: Context, application: Row, user_id: int | None, wanted: list[str]) -> Row:
    """A token that is there already, for the same set of scopes, or a new one."""
    found = tokens.matching(ctx.db, application.id, user_id, wanted, ctx.now)
    return found if found is not None else new_token(ctx, application, user_id, wanted)


def new_token(ctx: Context, application: Row, user_id: int | None, wanted: list[str]) -> Row:
    number = ctx.db.insert(
        access_tokens,
        token=ctx.instance.ids.token(),
        application_id=application.id,
        resource_owner_id=user_id,
        scopes=" ".join(wanted),
        created_at=ctx.now,
    )
    made = ctx.db.find(access_tokens, id=number)
    assert made is not None
    return made


# --- ending them


def revoke(ctx: Context, application: Row | None, token: str | None) -> None:
    """Unknown and revoked tokens are as good as gone; another application's are not to be touched
    (recording oauth/revoke)."""
    if application is None:
        raise errors.OAuthForbidden("unauthorized_client", headers={"Cache-Control": "no-cache"})
    row = ctx.db.find(access_tokens, token=token) if token else None
    if row is None:
        return
    if row.application_id != application.id:
        raise errors.OAuthForbidden("unauthorized_client", headers={"Cache-Control": "no-cache"})
    if row.revoked_at is None:
        end(ctx, [row.id])


def end(ctx: Context, token_ids: Iterable[int]) -> None:
    """Revoke tokens: their push subscriptions go, their streams are closed."""
    for token_id in token_ids:
        ctx.db.update(access_tokens, {"id": token_id}, revoked_at=ctx.now)
        ctx.db.delete(push_subscriptions, access_token_id=token_id)
        ctx.publish(Message((("close", token_id),), "close"))


def end_application(ctx: Context, application_id: int, user_id: int) -> None:
    """Take back all that a user gave an application: tokens, and codes that were not exchanged yet."""
    end(ctx, tokens.living(ctx.db, application_id, user_id))
    for grant in ctx.db.find_all(access_grants, application_id=application_id, resource_owner_id=user_id):
        if grant.revoked_at is None:
            ctx.db.update(access_grants, {"id": grant.id}, revoked_at=ctx.now)


# --- looking at them


def introspected(ctx: Context, given: tuple[str, str] | None, token: str | None) -> tuple[Row, Row] | None:
    """The token and its application, if it is good and the caller's to see; None: inactive. Raises for who
    may not ask (lib/doorkeeper/oauth/token_introspection.rb)."""
    row = ctx.db.find(access_tokens, token=token) if token else None
    caller = require_client(ctx, given) if given is not None else _bearer_of(ctx, row)
    if row is None or not _good(ctx, row):
        return None
    return (row, caller) if row.application_id == caller.id else None


def _bearer_of(ctx: Context, row: Row | None) -> Row:
    """The application of the token that asks: a good one, another than the one asked about, and of the same
    application, which an unknown token has none of."""
    asking = _bearer(ctx)
    if asking is None:
        raise _refuse(
            "invalid_request",
            "Request need to be authorized. "
            "Required parameter for authorizing request is missing or invalid.",
        )
    if asking.revoked_at is not None:
        raise invalid_token("The access token was revoked")
    application = ctx.db.find(applications, id=asking.application_id) if asking.application_id else None
    apart = row is None or row.id == asking.id or row.application_id != asking.application_id
    if application is None or apart or not _good(ctx, asking):
        raise invalid_token()
    return application


def _bearer(ctx: Context) -> Row | None:
    """The token of the call, good or not; None for an unknown one."""
    if ctx.session is not None:
        return ctx.session.token
    scheme, _, value = (ctx.call.authorization or "").partition(" ")
    return ctx.db.find(access_tokens, token=value) if scheme.lower() == "bearer" else None


def _good(ctx: Context, row: Row) -> bool:
    return row.revoked_at is None and (row.expires_at is None or row.expires_at > ctx.now)
