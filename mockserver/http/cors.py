"""Which web pages may call what: the CORS headers of answers, and the answers to preflights.

Any origin may call the paths of `RESOURCES`; the answer is the same for all, and without credentials.
Facts: recordings errors/no_route, errors/path_spelling, misc/unknown_paths, limits/headers;
https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS
"""

from __future__ import annotations

import re
from typing import NamedTuple

EXPOSED = (
    "Link, Mastodon-Async-Refresh, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id"
)
MAX_AGE = "7200"


class Resource(NamedTuple):
    pattern: re.Pattern[str]
    methods: str
    exposed: str = ""


RESOURCES = (
    Resource(re.compile("/api.*", re.S), "POST, PUT, DELETE, GET, PATCH, OPTIONS", EXPOSED),
    Resource(re.compile(r"/\.well-known.*", re.S), "GET"),
    Resource(re.compile("/nodeinfo.*", re.S), "GET"),
    Resource(re.compile("/@[^/?&#]+"), "GET"),
    Resource(re.compile("/users/[^/?&#]+"), "GET"),
    Resource(re.compile("/oauth/token"), "POST"),
    Resource(re.compile("/oauth/revoke"), "POST"),
    Resource(re.compile("/oauth/userinfo"), "GET, POST"),
)
"""The first that matches the whole path holds; `/apinothing` is an `/api` path (recording limits/headers)."""


def resource_of(path: str) -> Resource | None:
    """The resource a path belongs to; dots and doubled slashes are resolved first."""
    if path.startswith("/api/") and "/." not in path:
        return RESOURCES[0]
    path = _clean(path)
    return next((r for r in RESOURCES if r.pattern.fullmatch(path)), None)


def varies(path: str) -> bool:
    """Whether `Origin` is appended to the answer's Vary, with or without an Origin in the request."""
    return resource_of(path) is not None


def cors_headers(path: str, origin: str | None) -> list[tuple[str, str]]:
    """For every answer, whatever its status; empty without an Origin (an empty one counts)."""
    resource = resource_of(path) if origin is not None else None
    return _headers(resource) if resource else []


def is_preflight(method: str, origin: str | None, requested_method: str | None) -> bool:
    """An OPTIONS without both headers goes to the router like any unknown route."""
    return method == "OPTIONS" and origin is not None and requested_method is not None


def preflight_headers(
    path: str, requested_method: str, requested_headers: str | None
) -> list[tuple[str, str]]:
    """All headers of the answer, which is 200 and empty in any case; none where the call is not allowed."""
    resource = resource_of(path)
    if resource is None or requested_method.upper() not in resource.methods.split(", "):
        return []
    headers = _headers(resource)
    if requested_headers:
        headers.append(("Access-Control-Allow-Headers", requested_headers))
    return headers


def _headers(resource: Resource) -> list[tuple[str, str]]:
    return [
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", resource.methods),
        ("Access-Control-Expose-Headers", resource.exposed),
        ("Access-Control-Max-Age", MAX_AGE),
    ]


def _clean(path: str) -> str:
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    return "/" + "/".join(segments)
