"""The authorization of an application by a user, from the request to the code (reference: oauth.md §2;
recordings oauth/authorize_errors, code_flow_*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from mockserver import errors
from mockserver.domain import oauth, redirect_uris, scopes
from mockserver.store import tokens
from mockserver.store.schema import access_grants, applications

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

RESPONSE_MODES = ("query", "fragment", "form_post")


class Request(Struct, frozen=True):
    """The parameters of an authorization request; absent texts are empty."""

    response_type: str = ""
    client_id: str = ""
    redirect_uri: str = ""
    scope: str = ""
    state: str = ""
    code_challenge: str = ""
    code_challenge_method: str = ""
    response_mode: str = ""


class Valid(Struct, frozen=True):
    """A request that may be put to the user."""

    request: Request
    application: Row
    scopes: list[str]

    @property
    def out_of_band(self) -> bool:
        return self.request.redirect_uri in redirect_uris.OUT_OF_BAND


def check(ctx: Context, request: Request) -> Valid:
    """Raises OAuthUnauthorized for an unknown client, OAuthError for anything else."""
    if not request.client_id:
        raise errors.OAuthError("invalid_request", "Missing required parameter: client_id.")
    application = ctx.db.find(applications, uid=request.client_id)
    if application is None:
        raise errors.OAuthUnauthorized("invalid_client")
    if not request.redirect_uri or not redirect_uris.registered(
        request.redirect_uri, application.redirect_uri
    ):
        raise errors.OAuthError("invalid_redirect_uri")
    if not request.response_type:
        raise errors.OAuthError("invalid_request", "Missing required parameter: response_type.")
    if request.response_type != "code":
        raise errors.OAuthError("unsupported_response_type")
    if request.response_mode and request.response_mode not in RESPONSE_MODES:
        raise errors.OAuthError("unsupported_response_mode")
    wanted = scopes.granted(request.scope, application.scopes)
    if wanted is None:
        raise errors.OAuthError("invalid_scope")
    if request.code_challenge and request.code_challenge_method != "S256":
        raise errors.OAuthError("invalid_code_challenge_method")
    return Valid(request, application, wanted)


def granted_before(ctx: Context, valid: Valid, user_id: int) -> bool:
    """Whether the user has given the application a token for these scopes that is still good."""
    return tokens.matching(ctx.db, valid.application.id, user_id, valid.scopes, ctx.now) is not None


def approve(ctx: Context, valid: Valid, user_id: int) -> dict[str, str]:
    """The parameters of the answer: a new code, and the state."""
    code = ctx.instance.ids.token()
    ctx.db.insert(
        access_grants,
        token=code,
        application_id=valid.application.id,
        resource_owner_id=user_id,
        redirect_uri=valid.request.redirect_uri,
        scopes=" ".join(valid.scopes),
        code_challenge=valid.request.code_challenge or None,
        created_at=ctx.now,
        expires_at=ctx.now + oauth.CODE_LIFETIME,
    )
    return {"code": code} | _state(valid.request)


def denied(valid: Valid) -> dict[str, str]:
    """The parameters of the answer to a denial; out of band there is nowhere to send them, and it raises
    OAuthError."""
    if valid.out_of_band:
        raise errors.OAuthError("access_denied")
    return {
        "error": "access_denied",
        "error_description": errors.OAUTH_DESCRIPTIONS["access_denied"],
    } | _state(valid.request)


def _state(request: Request) -> dict[str, str]:
    return {"state": request.state} if request.state else {}
