"""Redirect URIs: which an application may register, and which of them a request means
(lib/doorkeeper/oauth/helpers/uri_checker.rb)."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, quote_plus

OUT_OF_BAND = frozenset({"urn:ietf:wg:oauth:2.0:oob", "urn:ietf:wg:oauth:2.0:oob:auto"})
FORBIDDEN_SCHEMES = frozenset({"data", "vbscript", "javascript"})

_PARTS = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?")
_CHARACTERS = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")


class Parts(NamedTuple):
    """None: the part is not there, other than an empty one."""

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    @property
    def opaque(self) -> bool:
        """`mailto:somebody`: nothing like a place."""
        return (
            self.scheme is not None
            and self.authority is None
            and self.path != ""
            and not self.path.startswith("/")
        )

    @property
    def loopback(self) -> bool:
        host = (self.authority or "").rpartition("@")[2]
        host = host.partition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False

    @property
    def portless(self) -> str:
        return re.sub(r":\d*$", "", self.authority or "")


def parse(uri: str) -> Parts | None:
    """None when it is no URI: a character that would have to be escaped."""
    found = _PARTS.fullmatch(uri)
    return Parts(*found.groups()) if found is not None and _CHARACTERS.fullmatch(uri) else None


def faults(text: str) -> list[str]:
    """What is wrong with URIs separated by white space, as the rest of sentences that begin with `Redirect
    URI`."""
    if not text.strip():
        return ["can't be blank"]
    return [fault for uri in text.split() if uri not in OUT_OF_BAND for fault in _faults(uri)]


def _faults(uri: str) -> list[str]:
    parts = parse(uri)
    if parts is None:
        return ["must be a valid URI."]
    checks = (
        ("is forbidden by the server.", (parts.scheme or "").lower() in FORBIDDEN_SCHEMES),
        ("cannot contain a fragment.", parts.fragment is not None),
        ("must specify a scheme.", parts.opaque or parts.scheme == "localhost"),
        ("must be an absolute URI.", parts.scheme is None and not parts.authority),
        (
            "must be a valid URI.",
            (parts.scheme or "").lower() in ("http", "https") and not parts.opaque and not parts.authority,
        ),
    )
    return [fault for fault, holds in checks if holds]


def registered(uri: str, among: str) -> bool:
    """Whether a request's URI is one of those registered (`among`, separated by white space)."""
    if uri in OUT_OF_BAND:
        return uri in among.split()
    parts = parse(uri)
    if parts is None or parts.scheme is None or parts.fragment is not None or parts.opaque:
        return False
    return any(_same(parts, parse(other)) for other in among.split() if other not in OUT_OF_BAND)


def _same(asked: Parts, known: Parts | None) -> bool:
    """A query that was registered must be there; any other may be (recording oauth/authorize_errors). Of a
    loopback address the port is
    free (https://datatracker.ietf.org/doc/html/rfc8252#section-7.3)."""
    if known is None:
        return False
    if known.query and sorted((asked.query or "").split("&")) != sorted(known.query.split("&")):
        return False
    if known.loopback and asked.loopback:
        return (asked.scheme, asked.portless, asked.path) == (known.scheme, known.portless, known.path)
    return (asked.scheme, asked.authority, asked.path) == (known.scheme, known.authority, known.path)


def with_parameters(uri: str, parameters: dict[str, str], *, fragment: bool = False) -> str:
    """The URI with an answer in its query, beside what stands there, or in its fragment."""
    if fragment:
        return f"{uri}#{encode(parameters)}"
    base, _, query = uri.partition("?")
    kept = dict(parse_qsl(query, keep_blank_values=True))
    return f"{base}?{encode(kept | parameters)}"


def encode(parameters: dict[str, str]) -> str:
    """A form's encoding: a space becomes `+`."""
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in parameters.items())
