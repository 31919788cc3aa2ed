"""Who may open a stream: where a token may stand, whose are taken, which scopes they need (reference:
streaming.md §2)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockserver.context import Session
    from mockserver.instance import Instance

log = logging.getLogger("fakestodon")

UNEXPECTED = "An unexpected error occurred"

NOTIFICATIONS = frozenset({"read", "read:notifications"})
STATUSES = frozenset({"read", "read:statuses"})
"""Each a choice of one; written out, for broader scopes do not include narrower ones here."""


class Refused(Exception):
    """A stream that is not opened: `status` and `text` of the answer, or of the frame on a WebSocket."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever fails within is a refusal, too (500)."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        log.exception("a stream cannot be opened")
        raise Refused(500, UNEXPECTED) from error


def authenticate(
    instance: Instance, headers: Mapping[str, str], query: Mapping[str, Sequence[str]]
) -> Session:
    """The person behind the token of a request; the first place that holds one counts alone. Raises
    Refused (401). Neither expiry nor confirmation are looked at, and applications' own tokens are refused
    (recordings streaming/tokens_*)."""
    tokens = _tokens(headers, query)
    if not tokens:
        raise Refused(401, "Missing access token")
    session = instance.sessions.find(tokens[0]) if len(tokens) == 1 else None
    if (
        session is None
        or session.user is None
        or session.account is None
        or session.token.revoked_at is not None
    ):
        raise Refused(401, "Invalid access token")
    if session.user.disabled or session.account.suspended_at is not None:
        raise Refused(401, "Invalid access token")
    return session


def _tokens(headers: Mapping[str, str], query: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """More than one, where the query names several, is no token."""
    authorization = headers.get("authorization")
    if authorization:
        return [authorization.removeprefix("Bearer ")]
    given = query.get("access_token", [])
    if len(given) > 1 or any(given):
        return given
    protocol = headers.get("sec-websocket-protocol")
    return [protocol] if protocol else []


def check_scopes(session: Session, name: str) -> None:
    """Raises Refused (401, also where a scope is all that is missing)."""
    if not session.scopes & (NOTIFICATIONS if name == "user:notification" else STATUSES):
        raise Refused(401, "Access token does not have the required scopes")
