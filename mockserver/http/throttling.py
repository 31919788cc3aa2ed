"""Counting a request against the limits of its instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operations.base import Declaration
from mockserver import errors
from mockserver.context import Session
from mockserver.domain import web_sessions
from mockserver.http import rate_limits
from mockserver.http.params import Parameters
from mockserver.http.rate_limits import Family, ThrottleRequest, Verdict
from mockserver.http.request import Request

if TYPE_CHECKING:
    from mockserver.instance import Instance

FAMILY_OF: dict[str, Family] = {
    "statuses.create": "statuses",
    "statuses.edit": "statuses",
    "statuses.reblog": "statuses",
    "accounts.follow": "follows",
    "tags.follow": "follows",
    "reports.create": "reports",
}


WITHOUT_FAMILY = frozenset({401, 403, 404})
"""Refusals that come before the operation counts: they show the throttle's figures (recordings
limits/family_*)."""


class AddressBlocked(errors.WireError):
    """The caller's address has no access at all, whatever it asks for (recording limits/blocked_address)."""

    status = 403
    text = "Forbidden"


class Throttled(errors.TooManyRequests):
    """Refused before it reached the application: other headers than the families' 429."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self.verdict = verdict


def address(request: Request) -> str:
    """The caller's address, as the last proxy that is not ours tells it."""
    return rate_limits.client_address(request.peer, request.headers.get("x-forwarded-for"))


def count(
    instance: Instance, request: Request, method: str, parameters: Parameters, session: Session | None
) -> Verdict | None:
    """Count the request; the tightest limit that met it. Raises Throttled. `session`: of the token in the
    header, whatever it may do, for others are not seen here (recording limits/query_token); without one it
    counts who is signed in."""
    ip = address(request)
    if instance.shut_out.holds(ip, instance.clock.now()):
        raise AddressBlocked
    user_id = _user_id(instance, request, session)
    email = parameters.form.get("user")
    verdict = instance.throttles.check(
        ThrottleRequest(
            path=rate_limits.throttled_path(request.path),
            method=method,
            ip=ip,
            user_id=user_id,
            token=None if session is None else session.token.token,
            paging=rate_limits.pages(parameters.query, parameters.form),
            email=email.get("email")
            if isinstance(email, dict) and isinstance(email.get("email"), str)
            else None,
        ),
        instance.clock.seconds(),
    )
    if verdict is not None and verdict.refused:
        raise Throttled(verdict)
    return verdict


def _user_id(instance: Instance, request: Request, session: Session | None) -> int | None:
    if session is not None and session.user is not None:
        return int(session.user.id)
    if "cookie" not in request.headers:
        return None
    browser = web_sessions.read(instance, request.cookies)
    return None if browser is None else browser.user_id


def family(instance: Instance, declaration: Declaration | None, session: Session | None) -> Verdict | None:
    """The figures of the operation's family for its user."""
    name = FAMILY_OF.get(declaration.id) if declaration is not None else None
    if name is None or session is None or session.account is None:
        return None
    return instance.families.peek(session.account.id, name, instance.clock.seconds())
