"""Applications and tokens as they go over the wire (reference: oauth.md §1, §3, §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.entities import (
    Application,
    CredentialApplication,
    Token,
    TokenInfo,
    TokenInfoApplication,
    UserInfo,
)
from mockserver.domain import vapid
from mockserver.render import accounts, urls
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context, Session


def application(ctx: Context, row: Row) -> Application:
    return Application(
        id=str(row.id),
        name=row.name,
        website=row.website,
        scopes=row.scopes.split(),
        redirect_uris=row.redirect_uri.split(),
        vapid_key=vapid.public_key(ctx.instance),
        redirect_uri=row.redirect_uri,
    )


def credential_application(ctx: Context, row: Row) -> CredentialApplication:
    plain = application(ctx, row)
    return CredentialApplication(
        **{name: getattr(plain, name) for name in plain.__struct_fields__},
        client_id=row.uid,
        client_secret=row.secret,
        client_secret_expires_at=0,
    )


def token(row: Row) -> Token:
    return Token(
        access_token=row.token, token_type="Bearer", scope=row.scopes, created_at=row.created_at // 1000
    )


def token_info(session: Session) -> TokenInfo:
    row = session.token
    return TokenInfo(
        resource_owner_id=row.resource_owner_id,
        scope=row.scopes.split(),
        expires_in=None if row.expires_at is None else (row.expires_at - row.created_at) // 1000,
        application=TokenInfoApplication(
            uid=session.application.uid if session.application is not None else ""
        ),
        created_at=row.created_at // 1000,
    )


def user_info(ctx: Context, row: Row) -> UserInfo:
    account = accounts.one(ctx, row)
    return UserInfo(
        iss=f"{ctx.instance.base_url}/",
        sub=row.uri,
        name=row.display_name,
        preferred_username=row.username,
        profile=urls.profile(ctx.instance, row),
        picture=account.avatar,
    )


def introspection(row: Row, application: Row) -> dict[str, object]:
    """A good token as RFC 7662 describes it."""
    return {
        "active": True,
        "scope": row.scopes,
        "client_id": application.uid,
        "token_type": "Bearer",
        "iat": row.created_at // 1000,
    }
