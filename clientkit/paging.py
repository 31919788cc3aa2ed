"""Listings page by page: https://docs.joinmastodon.org/api/guidelines/#pagination

Cursors are the server's business: of many listings they are ids that stand in no entity, so the addresses of
the Link header are followed as they are and never built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from clientkit.operations.base import Operation

R = TypeVar("R")
Rel = Literal["next", "prev"]

_LINK = re.compile(r'<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s;,"]+))*)')
_REL = re.compile(r';\s*rel\s*=\s*"?([^";,]*)"?', re.I)


@dataclass(frozen=True)
class Page(Generic[R]):
    """One page. `items` is what the operation returns; `next` leads to older rows, `prev` to newer ones,
    each None when the server names none."""

    items: R
    operation: Operation[R]
    next: str | None = None
    prev: str | None = None

    def link(self, rel: Rel) -> str | None:
        return self.next if rel == "next" else self.prev


def links(header: str) -> dict[str, str]:
    """`<https://h/a?max_id=1>; rel="next"` → `{"next": "https://h/a?max_id=1"}`; left out without a rel."""
    found: dict[str, str] = {}
    for address, parameters in _LINK.findall(header):
        rel = _REL.search(parameters)
        for name in rel[1].lower().split() if rel else ():
            found.setdefault(name, address)
    return found
