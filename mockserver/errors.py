"""Every error of the wire, named once: its status, its exact text, and when it is raised.

Texts: reference recordings of 4.6.5, areas `errors/` and each subject's own. A `WireError` raised anywhere
below `http/` rolls the
transaction back and becomes the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class WireError(Exception):
    """An answer that refuses. `body` is the JSON object, `headers` go out with it."""

    status: ClassVar[int] = 500
    text: ClassVar[str] = ""

    def __init__(
        self, text: str | None = None, /, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        self.message = self.text if text is None else text
        self.body: dict[str, Any] = {"error": self.message, **more}
        self.headers = dict(headers or {})
        super().__init__(self.message)


def _challenge(error: str, description: str) -> str:
    """The header of RFC 6750 that goes with a refused token."""
    return f'Bearer realm="Doorkeeper", error="{error}", error_description="{description}"'


class BadRequest(WireError):
    """A body or a query that cannot be read."""

    status = 400
    text = "Bad Request"


class ParameterMissing(WireError):
    """A parameter that the operation insists on."""

    status = 400

    def __init__(self, name: str) -> None:
        super().__init__(f"param is missing or the value is empty or invalid: {name}")


class InvalidParameter(WireError):
    """A value that the operation refuses with a sentence of its own."""

    status = 400


class InvalidToken(WireError):
    """No token, an unknown one (default text), a revoked or an expired one."""

    status = 401
    text = "The access token is invalid"

    def __init__(self, text: str | None = None) -> None:
        description = self.text if text is None else text
        super().__init__(
            description,
            headers={"WWW-Authenticate": _challenge("invalid_token", description)},
        )


class AuthenticationRequired(WireError):
    """Anonymous callers are not served here."""

    status = 401
    text = "This method requires an authenticated user"


class InviteInvalid(WireError):
    """An invite that has expired or is used up."""

    status = 401
    text = "This invite is not valid"


class UserRequired(WireError):
    """An application's token where a person is needed."""

    status = 422
    text = "This method requires an authenticated user"


class InsufficientScope(WireError):
    status = 403
    text = "This action is outside the authorized scopes"

    def __init__(self, scopes: tuple[str, ...]) -> None:
        description = f"Access to this resource requires scope _{' '.join(scopes)}_."
        super().__init__(headers={"WWW-Authenticate": _challenge("insufficient_scope", description)})


class ClientCredentialsRequired(WireError):
    """A person's token where an application's is needed (sign-up)."""

    status = 403
    text = "This method requires an client credentials authentication"


class LoginUnconfirmed(WireError):
    status = 403
    text = "Your login is missing a confirmed e-mail address"


class LoginPending(WireError):
    status = 403
    text = "Your login is currently pending approval"


class LoginDisabled(WireError):
    """Disabled, moved, memorial or suspended."""

    status = 403
    text = "Your login is currently disabled"


class CallerSuspended(LoginDisabled):
    """The account behind the token is suspended: told before anything else, on public operations too."""


class NotPermitted(WireError):
    """A policy says no."""

    status = 403
    text = "This action is not allowed"


class Forbidden(WireError):
    """Closed altogether: sign-ups, for example."""

    status = 403
    text = "Forbidden"


class RecordNotFound(WireError):
    """A row that is not there, or not the caller's."""

    status = 404
    text = "Record not found"


class NotFound(WireError):
    """A status or poll that is not there or not to be seen; a switched-off feature; an unknown route."""

    status = 404
    text = "Not Found"


class RouteNotFound(WireError):
    """No such route: the HTML page of the router unless JSON is asked for."""

    status = 404
    text = "Not Found"


class EmptyNotFound(WireError):
    """A feature that the server's settings switch off, answered without a body."""

    status = 404
    vary = "Origin"


class NoPeers(EmptyNotFound):
    """The search among known servers is switched off (recording instance/peers)."""

    vary = "Authorization, Origin"


class Unprocessable(WireError):
    """A refusal in a sentence of its own, without the prefix of validations (media, ids, scheduling)."""

    status = 422


class RecordInvalid(Unprocessable):
    text = "Record invalid"


class DuplicateRecord(Unprocessable):
    text = "Duplicate record"


class TooManyIds(Unprocessable):
    """The class name is what the wire says, as no message is given."""

    text = "Mastodon::ValidationError"


class ValidationFailed(WireError):
    """One sentence of all failed validations, in the order of their declaration."""

    status = 422

    def __init__(self, *messages: str, details: Mapping[str, list[dict[str, str]]] | None = None) -> None:
        self.messages = messages
        text = f"Validation failed: {', '.join(messages)}"
        if details is None:
            super().__init__(text)
        else:
            super().__init__(text, details=details)


class CollectionInvalid(WireError):
    """Failed validations of a collection, wrapped once more than those of others."""

    status = 422

    def __init__(self, *messages: str, details: Mapping[str, list[dict[str, str]]]) -> None:
        inner = ValidationFailed(*messages, details=details)
        super().__init__(inner.message)
        self.body = {"error": inner.body}


class InvalidAuthenticityToken(WireError):
    """A form of a web page without the token that the page gave it; shown as a page."""

    status = 422
    text = "Can't verify CSRF token authenticity."


class TooManyRequests(WireError):
    status = 429
    text = "Too many requests"


class RemoteUnavailable(WireError):
    """Another server would have to be asked; a fake asks nobody. A real server answers 503 (recording
    accounts/search), which a client would take for a passing fault."""

    status = 422
    text = "Remote data could not be fetched"


OAUTH_DESCRIPTIONS = {
    "invalid_request": (
        "The request is missing a required parameter, includes an unsupported parameter value, "
        "or is otherwise malformed."
    ),
    "invalid_client": (
        "Client authentication failed due to unknown client, no client authentication included, "
        "or unsupported authentication method."
    ),
    "invalid_grant": (
        "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI "
        "used in the authorization request, or was issued to another client."
    ),
    "invalid_scope": "The requested scope is invalid, unknown, or malformed.",
    "invalid_redirect_uri": "The redirect uri included is not valid.",
    "unsupported_grant_type": "The authorization grant type is not supported by the authorization server.",
    "unsupported_response_type": "The authorization server does not support this response type.",
    "unsupported_response_mode": "The authorization server does not support this response mode.",
    "invalid_code_challenge_method": "The code challenge method must be S256.",
    "access_denied": "The resource owner or authorization server denied the request.",
    "unauthorized_client": "You are not authorized to revoke this token",
    "invalid_token": "The access token is invalid",
}
"""What goes with the names of RFC 6749 and RFC 7662 (config/locales/doorkeeper.en.yml; recordings
oauth/*)."""


class OAuthError(WireError):
    """A refusal of the OAuth endpoints, in their own form. `text`: another description than the usual one."""

    status = 400

    def __init__(
        self, name: str, text: str | None = None, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        description = text or OAUTH_DESCRIPTIONS[name]
        content_type = {"Content-Type": "application/json; charset=utf-8"}
        super().__init__(
            name, headers=content_type | dict(headers or {}), error_description=description, **more
        )
        self.description = description


class OAuthUnauthorized(OAuthError):
    """The client is not known, or the token."""

    status = 401


class OAuthForbidden(OAuthError):
    """The token is not the client's."""

    status = 403


class InternalError(WireError):
    """A mistake of our own. No test of ours may ever see it."""

    status = 500
    text = "Internal Server Error"
