"""The sites whose pages are linked to, and whether their links may trend
(app/models/preview_card_provider.rb).

A site is there once a link to it has a preview (a real server adds it when moderators are to be asked about
a link that would trend); subdomains belong to the site of their parent, if there is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from mockserver.store.admin import with_parents
from mockserver.store.database import Database, Row
from mockserver.store.schema import preview_card_providers as TABLE


def domain_of(url: str) -> str:
    """The name of a site, empty for an address without one."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def of_urls(db: Database, urls: Iterable[str]) -> dict[str, Row]:
    """By address: its site, where there is one; the nearest parent counts."""
    chains = {url: with_parents(domain) for url in urls if (domain := domain_of(url))}
    wanted = sorted({name for chain in chains.values() for name in chain})
    known = {row.domain: row for row in db.find_all(TABLE, domain=wanted)} if wanted else {}
    nearest = {
        url: next((known[name] for name in chain if name in known), None) for url, chain in chains.items()
    }
    return {url: row for url, row in nearest.items() if row is not None}


def meet(db: Database, url: str, now: int) -> None:
    """A link has got a preview; `now`: in ms."""
    domain = domain_of(url)
    if domain and not of_urls(db, [url]):
        db.insert(TABLE, domain=domain, created_at=now, updated_at=now)


def verdicts(db: Database, cards: Sequence[Row]) -> dict[int, bool | None]:
    """By card: whether it may trend, by its own verdict, else by its site's; None without either."""
    sites = of_urls(db, [card.url for card in cards if card.trendable is None])
    found: dict[int, bool | None] = {}
    for card in cards:
        judged = sites.get(card.url) if card.trendable is None else card
        found[card.id] = None if judged is None or judged.trendable is None else bool(judged.trendable)
    return found
