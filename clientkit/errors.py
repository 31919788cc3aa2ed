"""What a server refused, as exceptions: https://docs.joinmastodon.org/entities/Error/

Failures of the network stay those of httpx (`httpx.TransportError`).
"""

from __future__ import annotations

from typing import Any

import msgspec

from clientkit.wire import Response

STREAMING_ERROR = "X-Error-Message"
"""Where Mastodon says why a WebSocket is refused: that answer has no body."""


class ApiError(Exception):
    """An answer of 400 and above, or one that leads nowhere.

    `error` is the server's text ("" when it sent none), `description` what OAuth adds to it, `details` the
    faults by parameter (POST /api/v1/accounts), `body` the whole answer, decoded if it is JSON, and
    `operation` the id of the call, `statuses.create`.
    """

    def __init__(self, operation: str, response: Response) -> None:
        self.operation = operation
        self.status = response.status
        self.headers = response.headers
        self.body = _body(response)
        told = self.body if isinstance(self.body, dict) else {}
        error = told.get("error", response.headers.get(STREAMING_ERROR, ""))
        self.error = error if isinstance(error, str) else msgspec.json.encode(error).decode()
        self.description = str(told.get("error_description", ""))
        details = told.get("details")
        self.details: dict[str, Any] = details if isinstance(details, dict) else {}
        text = ": ".join(filter(None, (self.error, self.description)))
        super().__init__(f"{operation}: {self.status} {text}".rstrip())


class Unauthorized(ApiError):
    """401: the token is missing, unknown or revoked."""


class Forbidden(ApiError):
    """403: the token lacks a scope, or the user may not do it."""


class NotFound(ApiError):
    """404: missing, hidden from the caller, or not known to this version of the server."""


class Gone(ApiError):
    """410: it was there once."""


class Unprocessable(ApiError):
    """422: a parameter is wrong, or the state does not allow it."""


class RateLimited(ApiError):
    """429. `reset`: seconds from the answer until the window ends, None when the server does not tell."""

    def __init__(self, operation: str, response: Response, reset: float | None = None) -> None:
        super().__init__(operation, response)
        self.reset = reset


class Redirected(ApiError):
    """300 to 399: the server is at another address, `location`, where the token is not sent to."""

    def __init__(self, operation: str, response: Response, location: str) -> None:
        super().__init__(operation, response)
        self.location = location
        self.args = (f"{operation}: {self.status}, redirected to {location}",)


class ForeignLink(Exception):
    """A listing goes on at another server, says its Link header: a proxy that hides the server's own
    address, if not worse."""

    def __init__(self, operation: str, url: str) -> None:
        super().__init__(f"{operation}: the next page is said to be on another server: {url}")
        self.operation, self.url = operation, url


class ServerError(ApiError):
    """500 and above."""


class UnexpectedAnswer(ApiError):
    """An answer of 200 that is not what the operation returns: HTML in the place of JSON, say."""


class MediaTimeout(TimeoutError):
    """A file was not processed in time; it may be later: `media_id` can be asked for again."""

    def __init__(self, media_id: str, seconds: float) -> None:
        super().__init__(f"media {media_id} was not processed within {seconds:g} s")
        self.media_id = media_id


_BY_STATUS: dict[int, type[ApiError]] = {
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    410: Gone,
    422: Unprocessable,
    429: RateLimited,
}


def error_of(operation: str, response: Response) -> ApiError:
    """The exception for a refusal."""
    if 300 <= response.status < 400:
        return Redirected(operation, response, response.headers.get("Location", "nowhere"))
    kind = ServerError if response.status >= 500 else _BY_STATUS.get(response.status, ApiError)
    return kind(operation, response)


def _body(response: Response) -> Any:
    try:
        return msgspec.json.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return response.body.decode(errors="replace")
