"""Applications, tokens and the OAuth server.

https://docs.joinmastodon.org/entities/Application/, CredentialApplication/, Token/.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Id, Since, Url


class Application(Struct, kw_only=True, gc=False):
    """A registered application. `redirect_uri` joins several with newlines."""

    id: Id
    name: str
    website: str | None
    scopes: list[str]
    redirect_uris: list[str]
    vapid_key: str
    redirect_uri: Url


class CredentialApplication(Application, kw_only=True, gc=False):
    """A registered application with its secret; `client_secret_expires_at` is 0: never."""

    client_id: Id
    client_secret: str
    client_secret_expires_at: Annotated[int, Since("4.4.0")]


class Token(Struct, kw_only=True, gc=False):
    """An access token; `scope` separated by spaces, `created_at` in unix seconds."""

    access_token: str
    token_type: str
    scope: str
    created_at: int


class TokenInfoApplication(Struct, kw_only=True, gc=False):
    """The application of a token by its client_id."""

    uid: str


class TokenInfo(Struct, kw_only=True, gc=False):
    """What a token is good for; times in unix seconds."""

    resource_owner_id: int | None
    scope: list[str]
    expires_in: int | None
    application: TokenInfoApplication
    created_at: int


class UserInfo(Struct, kw_only=True, gc=False):
    """The claims of OpenID about the caller."""

    iss: Url
    sub: Url
    name: str
    preferred_username: str
    profile: Url
    picture: Url


class AuthorizationServerMetadata(Struct, kw_only=True, gc=False):
    """What the OAuth server offers (RFC 8414)."""

    issuer: Url
    authorization_endpoint: Url
    token_endpoint: Url
    revocation_endpoint: Url
    userinfo_endpoint: Annotated[Url, Since("4.4.0")]
    scopes_supported: list[str]
    response_types_supported: list[str]
    response_modes_supported: list[str]
    grant_types_supported: list[str]
    token_endpoint_auth_methods_supported: list[str]
    code_challenge_methods_supported: list[str]
    service_documentation: Url
    app_registration_endpoint: Url
