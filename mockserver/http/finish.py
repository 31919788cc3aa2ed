"""Putting the headers on an answer, and making an answer of a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

import msgspec

from clientkit.operations.base import Declaration
from mockserver import errors
from mockserver.handlers.binding import PagePolicy
from mockserver.http import conditional, cors, headers, rate_limits
from mockserver.http.encode import Answer
from mockserver.http.rate_limits import Verdict
from mockserver.http.request import Request
from mockserver.http.throttling import AddressBlocked, Throttled

if TYPE_CHECKING:
    from mockserver.instance import Instance

BY_LANGUAGE = re.compile(r"/api/v1/(admin/)?trends/(statuses|links)(?!/publishers)")
"""Operations whose answers depend on Accept-Language, and say so in Vary (recordings admin/*, trends/*)."""

_encode = msgspec.json.Encoder().encode


class WrongHost(errors.WireError):
    """Another name than the server's own (recording errors/host)."""

    status = 403
    text = "Forbidden"


class Unreadable(errors.BadRequest):
    """A request that could not be read, refused before anything else is looked at."""


class UnreadableType(Unreadable):
    """A Content-Type or an Accept that is no media type."""

    status = 406
    text = "Not Acceptable"


class NoRequest(errors.BadRequest):
    """What the web server itself refuses, a query too long or a verb in lower case: no body, no headers
    (recordings errors/strange_text, errors/wrong_method)."""


def finish(
    answer: Answer,
    instance: Instance,
    request: Request,
    declaration: Declaration | None,
    limits: Verdict | None,
    family: Verdict | None,
) -> Answer:
    """Add what all answers of the operation carry; what the handler set itself stays."""
    if declaration is not None and _is_api(declaration, request):
        common = dict(
            _api_headers(
                declaration,
                answer.status,
                "authorization" in request.headers,
                request.headers.get("accept"),
                answer.headers.get("Content-Type"),
            )
        )
        if limits is not None:
            common.update(rate_limits.headers(limits, family))
    else:
        common = dict(headers.page(instance.base_url, instance.ids.nonce()))
        if answer.policy is not None:
            common["Content-Security-Policy"] = _page_policy(answer.policy, instance)
        if cors.varies(request.path):
            common["Vary"] = "Accept, Origin"
        elif 300 <= answer.status < 400:
            del common["Vary"]  # a redirect is the same in every format
    if answer.status == 200 and answer.body:
        common["ETag"] = conditional.etag(answer.body, answer.digest)
    if declaration is not None and declaration.deprecation is not None:
        common["Deprecation"] = f"@{declaration.deprecation}"
    common.update(answer.headers)
    if "cookie" in request.headers and "Cookie" in common.get("Vary", ""):
        common["Cache-Control"] = headers.PRIVATE  # app/controllers/concerns/cache_concern.rb
    if "" in answer.headers.values():  # what a handler empties is left out
        common = {name: value for name, value in common.items() if value}
    answer.headers = common
    return answer


def _page_policy(policy: PagePolicy, instance: Instance) -> str:
    nonce = policy.nonce or instance.ids.nonce()
    return headers.page_csp(
        instance.base_url,
        nonce,
        leads_away=policy.leads_away,
        rendered=policy.rendered,
        formless=policy.formless,
        framed=policy.framed,
    )


def _is_api(declaration: Declaration, request: Request) -> bool:
    """Whether the headers of the API belong to it; userinfo has them outside of `/api`."""
    return request.path.lstrip("/").startswith("api/") or declaration.id == "oauth.userinfo"


@lru_cache(maxsize=2048)
def _api_headers(
    declaration: Declaration, status: int, authorized: bool, accept: str | None, content_type: str | None
) -> headers.Headers:
    return headers.api(
        declaration.cache,
        status=status,
        authorized=authorized,
        accept=accept,
        by_language=BY_LANGUAGE.match(declaration.path) is not None,
        content_type=content_type or headers.JSON,
    )


def with_cors(answer: Answer, request: Request) -> None:
    """A preflight's answer has its headers, or has none where the call is not allowed."""
    origin = request.headers.get("origin")
    if origin is not None and not _is_preflight(request):
        answer.headers.update(cors.cors_headers(request.path, origin))


def _is_preflight(request: Request) -> bool:
    asked = request.headers.get("access-control-request-method")
    return cors.is_preflight(request.method, request.headers.get("origin"), asked)


def preflight(request: Request) -> Answer | None:
    """The answer to a CORS preflight, None for any other request."""
    if not _is_preflight(request):
        return None
    asked = request.headers.get("access-control-request-method")
    wanted = request.headers.get("access-control-request-headers")
    return Answer(200, b"", dict(cors.preflight_headers(request.path, asked or "", wanted)))


def check_host(request: Request, domain: str) -> Answer | None:
    """Refuse other host names, lead plain http to https; None when both are right. `/health` is open to
    all."""
    if request.path == "/health":
        return None
    host = request.headers.get("host", "").partition(":")[0].lower()
    if host != domain.partition(":")[0]:
        raise WrongHost
    if "x-forwarded-for" in request.headers:  # behind a proxy, which alone knows how it was called
        scheme = request.headers.get("x-forwarded-proto", "http")
    else:
        scheme = request.headers.get("x-forwarded-proto", request.scheme)
    if scheme != "https":
        query = f"?{request.query.decode('latin-1')}" if request.query else ""
        return Answer(
            301,
            b"",
            {"Location": f"https://{domain}{request.path}{query}", "Content-Type": headers.HTML}
            | ({"Vary": "Origin"} if cors.varies(request.path) else {}),
        )
    return None


def refusal(
    error: errors.WireError,
    instance: Instance,
    request: Request,
    declaration: Declaration | None,
    limits: Verdict | None,
    family: Verdict | None,
) -> Answer:
    """The answer that an error becomes."""
    for kind, make in _SPECIAL.items():
        if isinstance(error, kind):
            answer = make(error, instance, request)
            if limits is not None and kind is errors.EmptyNotFound:
                answer.headers.update(rate_limits.headers(limits))
            return answer
    answer = Answer(error.status, _encode(error.body), {"Content-Type": headers.JSON, **error.headers})
    if isinstance(error, errors.CallerSuspended):
        answer.headers.update(_suspended(request))
    return finish(answer, instance, request, declaration, limits, family)


def _suspended(request: Request) -> headers.Headers:
    accept = request.headers.get("accept")
    made = dict(headers.suspended(accept))
    if not request.path.lstrip("/").startswith("api/"):
        made["Vary"] = "Origin"  # recording moderation/suspended_own_calls, userinfo
    return list(made.items())


def _unreadable(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    accept = request.headers.get("accept")
    made = dict(headers.unreadable(accept, cors=cors.varies(request.path)))
    if headers.prefers_json(accept):
        return Answer(error.status, _encode({"status": error.status, "error": error.text}), made)
    return Answer(error.status, b"", made)


def _route_not_found(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    accept = request.headers.get("accept")
    made = dict(
        headers.route_not_found(
            instance.base_url, instance.ids.nonce(), accept, cors=cors.varies(request.path)
        )
    )
    if headers.error_page(accept).format == "json":
        return Answer(404, _encode(error.body), made)
    return Answer(
        404, error_page("The page you are looking for isn't here.", instance.settings["site_title"]), made
    )


def _throttled(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    assert isinstance(error, Throttled)
    made = dict(headers.throttled(instance.base_url, instance.ids.nonce(), cors=cors.varies(request.path)))
    made.update(rate_limits.headers(error.verdict))
    return Answer(429, _encode(error.body), made)


def _wrong_host(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    vary = {"Vary": "Origin"} if cors.varies(request.path) else {}
    return Answer(403, b"", {"Content-Type": "text/html; charset=UTF-8"} | vary)


def _empty(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    assert isinstance(error, errors.EmptyNotFound)
    return Answer(error.status, b"", dict(headers.switched_off(error.vary)))


def _bare(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    return Answer(error.status, b"")


def _address_blocked(error: errors.WireError, instance: Instance, request: Request) -> Answer:
    cors_path = cors.varies(request.path)
    made = dict(headers.blocked_address(instance.base_url, instance.ids.nonce(), cors=cors_path))
    return Answer(error.status, b"Forbidden\n", made)


_SPECIAL: dict[type[errors.WireError], Callable[[errors.WireError, Instance, Request], Answer]] = {
    NoRequest: _bare,
    AddressBlocked: _address_blocked,
    Unreadable: _unreadable,
    errors.RouteNotFound: _route_not_found,
    Throttled: _throttled,
    WrongHost: _wrong_host,
    errors.EmptyNotFound: _empty,
}


def error_page(sentence: str, site: str) -> bytes:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f"<title>{sentence} - {escape(site)}</title></head>"
        f"<body><h1>{sentence}</h1></body></html>\n"
    ).encode()
