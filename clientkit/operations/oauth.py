"""Get, inspect and revoke tokens: https://docs.joinmastodon.org/methods/oauth/

Token requests authenticate by client id and secret, in the parameters or by HTTP Basic, and fail in the form
of RFC 6749 (`error`, `error_description`), unlike the API. Pages of the browser's session are HTML.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Text, operation


@operation(
    "GET /oauth/authorize",
    auth="session",
    since="0.1.0",
    required=("response_type", "client_id", "redirect_uri"),
    values={"response_type": ("code",), "code_challenge_method": ("S256",)},
)
class Authorize(Operation[str]):
    """Ask the user to authorize an application: a page, or a redirect if they did before or must sign in."""

    response_type: Text = UNSET
    client_id: Text = UNSET
    redirect_uri: Text = UNSET
    scope: Text = UNSET
    state: Text = UNSET
    code_challenge: Text = UNSET
    code_challenge_method: Text = UNSET
    response_mode: Text = UNSET
    force_login: Flag = UNSET
    lang: Text = UNSET


@operation("POST /oauth/authorize", auth="session", since="0.1.0")
class Approve(Operation[str]):
    """The page's form that authorizes: a redirect with the code. Undocumented."""

    authenticity_token: Text = UNSET
    response_type: Text = UNSET
    client_id: Text = UNSET
    redirect_uri: Text = UNSET
    scope: Text = UNSET
    state: Text = UNSET
    code_challenge: Text = UNSET
    code_challenge_method: Text = UNSET
    response_mode: Text = UNSET


@operation("DELETE /oauth/authorize", auth="session", since="0.1.0")
class Deny(Operation[str]):
    """The page's form that refuses: a redirect with the error. Undocumented."""

    authenticity_token: Text = UNSET
    response_type: Text = UNSET
    client_id: Text = UNSET
    redirect_uri: Text = UNSET
    scope: Text = UNSET
    state: Text = UNSET
    code_challenge: Text = UNSET
    code_challenge_method: Text = UNSET
    response_mode: Text = UNSET


@operation("GET /oauth/authorize/native", auth="session", since="0.1.0")
class ShowCode(Operation[str]):
    """The page that shows the code when the redirect URI is `urn:ietf:wg:oauth:2.0:oob`. Undocumented."""

    code: Text = UNSET


@operation(
    "POST /oauth/token",
    auth="none",
    since="0.1.0",
    required=("grant_type", "client_id"),
    values={"grant_type": ("authorization_code", "client_credentials")},
)
class Token(Operation[entities.Token]):
    """Exchange a code, or an application's own credentials, for a token."""

    grant_type: Text = UNSET
    client_id: Text = UNSET
    client_secret: Text = UNSET
    code: Text = UNSET
    redirect_uri: Text = UNSET
    code_verifier: Text = UNSET
    scope: Text = UNSET


@operation("POST /oauth/revoke", auth="none", since="0.1.0", required=("client_id",))
class Revoke(Operation[entities.Empty]):
    """Make a token of the application unusable."""

    client_id: Text = UNSET
    client_secret: Text = UNSET
    token: Text = UNSET
    token_type_hint: Text = UNSET


@operation("GET /oauth/userinfo", scope="profile", since="4.4.0", also=("POST",))
class Userinfo(Operation[dict[str, Any]]):
    """Show the token's user as OpenID Connect does: iss, sub, name, preferred_username, profile, picture."""


@operation("GET /oauth/token/info", auth="none", since="0.1.0")
class TokenInfo(Operation[dict[str, Any]]):
    """Describe the bearer token of the request. Undocumented; refuses in the form of OAuth errors."""


@operation("POST /oauth/introspect", auth="none", since="0.1.0")
class Introspect(Operation[dict[str, Any]]):
    """Describe a token (RFC 7662) to the application it belongs to. Undocumented."""

    client_id: Text = UNSET
    client_secret: Text = UNSET
    token: Text = UNSET
    token_type_hint: Text = UNSET


@operation("GET /oauth/authorized_applications", auth="session", since="0.1.0")
class AuthorizedApplications(Operation[str]):
    """The page of the applications that the user authorized. Undocumented."""


@operation("DELETE /oauth/authorized_applications/:id", auth="session", since="0.1.0")
class RevokeApplication(Operation[str]):
    """The page's form that revokes all tokens of an application. Undocumented."""

    id: str
    authenticity_token: Text = UNSET


@operation("GET /oauth/applications", auth="session", since="0.1.0", also=("POST",))
class Applications(Operation[None]):
    """The OAuth library's own page of applications: forbidden to everybody, without a body. Undocumented."""


@operation("GET /oauth/applications/:id", auth="session", since="0.1.0", also=("DELETE",))
class ApplicationPage(Operation[None]):
    """A page below Applications: forbidden likewise. Undocumented."""

    id: str


@operation("PUT /oauth/applications/:id", auth="session", since="0.1.0", also=("PATCH",))
class ChangeApplication(Operation[None]):
    """A form below Applications: forbidden likewise. Undocumented."""

    id: str


@operation("GET /oauth/applications/:id/edit", auth="session", since="0.1.0")
class ApplicationForm(Operation[None]):
    """A page below Applications: forbidden likewise. Undocumented."""

    id: str
