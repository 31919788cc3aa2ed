"""The sites whose pages are linked to, and whether their links may trend
(app/models/preview_card_provider.rb).

A site is there once a link to it has a preview; its id is that of the first one. Verdicts stand among the
settings."""

from __future__ import annotations

from urllib.parse import urlsplit

import sqlalchemy as sa
from msgspec import Struct

from mockserver.store.database import Database
from mockserver.store.schema import preview_cards, settings

_PREFIX = "publisher:"
_CARDS = sa.select(preview_cards.c.id, preview_cards.c.url).order_by(preview_cards.c.id)
_VERDICTS = sa.select(settings).where(settings.c.var.startswith(_PREFIX, autoescape=True))


class Publisher(Struct, frozen=True):
    id: int
    domain: str
    trendable: bool | None = None
    reviewed_at: int | None = None


def domain_of(url: str) -> str:
    """The name of a site, empty for an address without one."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def everyone(db: Database) -> list[Publisher]:
    """Newest first."""
    first: dict[str, int] = {}
    for card in db.rows(_CARDS):
        first.setdefault(domain_of(card.url), card.id)
    verdicts = {row.var.removeprefix(_PREFIX): row for row in db.rows(_VERDICTS)}
    made = []
    for domain, number in first.items():
        row = verdicts.get(domain)
        if domain:
            trendable, at = (None, None) if row is None else (bool(row.value), row.updated_at)
            made.append(Publisher(number, domain, trendable, at))
    return made[::-1]


def verdicts(db: Database) -> dict[str, bool]:
    """By domain: whether its links may trend."""
    return {row.var.removeprefix(_PREFIX): bool(row.value) for row in db.rows(_VERDICTS)}


def find(db: Database, publisher_id: int) -> Publisher | None:
    return next((one for one in everyone(db) if one.id == publisher_id), None)


def review(db: Database, domain: str, trendable: bool, now: int) -> None:
    """`now`: in ms."""
    db.upsert(settings, {"var": _PREFIX + domain}, value=trendable, updated_at=now)
