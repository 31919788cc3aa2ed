"""Filters as they go over the wire, and which of the viewer's a status matches
(https://docs.joinmastodon.org/entities/Filter/; recordings filters/matching, filters/results_quote)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex
from msgspec import Struct

from clientkit.entities import Filter, FilterKeyword, FilterResult, FilterStatus, V1Filter
from mockserver import clock
from mockserver.render import polls
from mockserver.render.cache import Kept
from mockserver.store import filters as store
from mockserver.store.database import Database, Row
from mockserver.store.schema import (
    custom_filter_keywords,
    custom_filter_statuses,
    custom_filters,
    media_attachments,
)
from mockserver.store.statuses import Extra
from mockserver.text.formatting import plain_text

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.render.prototypes import Prototype


class Rule(Struct):
    """A filter ready to be applied. `streamed`: the pattern as the streaming server has it."""

    entity: Filter
    pattern: regex.Pattern[str] | None
    streamed: regex.Pattern[str] | None
    statuses: frozenset[int]
    expires_at: int | None


def matches(
    ctx: Context, prototype: Prototype, wrapper: Prototype | None = None, searched: str | None = None
) -> list[FilterResult]:
    """`wrapper`: the boost around it, which a filter may name too; `searched`: its `searchable` text, where
    that is known already."""
    rules = ctx.instance.filters.of(ctx)
    if not rules:
        return []
    if searched is None:
        searched = ctx.instance.filters.searchable(ctx, prototype)
    ids = {prototype.row.id} | ({wrapper.row.id} if wrapper is not None else set())
    found = []
    for rule in _in_force(ctx, rules):
        hit = rule.pattern.search(searched) if rule.pattern is not None else None
        named = [str(i) for i in sorted(ids & rule.statuses)]
        if hit is not None or named:
            found.append(
                FilterResult(
                    filter=rule.entity,
                    keyword_matches=[hit.group()] if hit is not None else None,
                    status_matches=named if rule.statuses else None,
                )
            )
    return found


def streamed(ctx: Context, searched: str) -> list[FilterResult]:
    """What the viewer is told on public and hashtag streams, where the streaming server searches for itself:
    for keywords only, by its own idea of words. `searched`: the `searchable` text of the status."""
    found = []
    for rule in _in_force(ctx, ctx.instance.filters.of(ctx)):
        hit = rule.streamed.search(searched) if rule.streamed is not None else None
        if hit is not None:
            found.append(FilterResult(filter=rule.entity, keyword_matches=[hit.group()], status_matches=None))
    return found


def _in_force(ctx: Context, rules: list[Rule]) -> Iterator[Rule]:
    return (rule for rule in rules if rule.expires_at is None or rule.expires_at > ctx.now)


def searchable(ctx: Context, row: Row) -> str:
    """Warning, content, poll options and descriptions of media, as plain text."""
    parts = [row.spoiler_text, plain_text(row.content)]
    if row.extras & Extra.POLL:
        parts += polls.options_of(ctx, row)
    if row.extras & Extra.MEDIA:
        by_id = {m.id: m for m in ctx.db.find_all(media_attachments, status_id=row.id)}
        parts += [by_id[i].description or "" for i in row.ordered_media_attachment_ids if i in by_id]
    return "\n\n".join(filter(None, parts))


class Filters:
    """The rules of each account, kept until one changes."""

    def __init__(self, db: Database) -> None:
        self._rules: dict[int, list[Rule]] = {}
        self._searched: Kept[tuple[Prototype, str]] = Kept(4096)
        for table in (custom_filters, custom_filter_keywords, custom_filter_statuses):
            db.watch(table, "id", self._forget)

    def _forget(self, _id: int | None) -> None:
        self._rules.clear()

    def of(self, ctx: Context) -> list[Rule]:
        viewer = ctx.viewer_id
        assert viewer is not None
        if viewer not in self._rules:
            self.load(ctx.db, (viewer,))
        return self._rules[viewer]

    def load(self, db: Database, account_ids: Iterable[int]) -> None:
        """Have the rules of many accounts at hand, with three statements for all of them."""
        missing: dict[int, list[Rule]] = {i: [] for i in account_ids if i not in self._rules}
        if missing:
            self._rules |= missing | _load(db, list(missing))

    def searchable(self, ctx: Context, prototype: Prototype) -> str:
        """What is searched of a status, made once: a status that has changed has another prototype."""
        kept = self._searched.get(prototype.row.id)
        if kept is None or kept[0] is not prototype:
            kept = self._searched[prototype.row.id] = prototype, searchable(ctx, prototype.row)
        return kept[1]


def _load(db: Database, account_ids: list[int]) -> dict[int, list[Rule]]:
    rows = db.find_all(custom_filters, order="id", account_id=account_ids)
    ids = [row.id for row in rows]
    words: dict[int, list[Row]] = {i: [] for i in ids}
    named: dict[int, set[int]] = {i: set() for i in ids}
    if ids:
        for word in db.find_all(custom_filter_keywords, order="id", custom_filter_id=ids):
            words[word.custom_filter_id].append(word)
        for one in db.find_all(custom_filter_statuses, order="id", custom_filter_id=ids):
            named[one.custom_filter_id].add(one.status_id)
    found: dict[int, list[Rule]] = {}
    for row in rows:
        keywords = words[row.id]
        rule = Rule(
            entity(row),
            _pattern(keywords, RUBY),
            _pattern(keywords, JAVASCRIPT),
            frozenset(named[row.id]),
            row.expires_at,
        )
        found.setdefault(row.account_id, []).append(rule)
    return found


def entity(row: Row) -> Filter:
    """A filter as it stands in a result: without its keywords and statuses."""
    return Filter(
        id=str(row.id),
        title=row.title,
        context=list(row.context),
        expires_at=clock.optional_iso(row.expires_at),
        filter_action=row.action,
    )


class Dialect(NamedTuple):
    """What a language's regular expressions take for a part of a word, and for a word's edges."""

    word: str
    before: str
    after: str
    flags: int


RUBY = Dialect(r"\w", r"\b", r"\b", regex.IGNORECASE | regex.FULLCASE)
"""Letters are those of Unicode, and folded by its rules: `straße` finds STRASSE
(app/models/custom_filter_keyword.rb)."""

_ASCII = "[A-Za-z0-9_]"
JAVASCRIPT = Dialect(_ASCII, f"(?<!{_ASCII})", f"(?!{_ASCII})", regex.IGNORECASE)
"""Words are of ASCII letters alone: `猫` is found within 黒猫です (streaming/index.js)."""


def _pattern(words: list[Row], dialect: Dialect) -> regex.Pattern[str] | None:
    """Word boundaries only stand next to word characters."""
    parts = []
    for word in words:
        keyword = word.keyword
        before = dialect.before if word.whole_word and regex.match(dialect.word, keyword) else ""
        after = dialect.after if word.whole_word and regex.search(rf"{dialect.word}\Z", keyword) else ""
        parts.append(f"{before}{regex.escape(keyword)}{after}")
    return regex.compile("|".join(parts), dialect.flags) if parts else None


# --- the filters themselves


def one(ctx: Context, row: Row) -> Filter:
    return many(ctx, [row])[0]


def many(ctx: Context, rows: Sequence[Row]) -> list[Filter]:
    """With their keywords and statuses."""
    ids = [row.id for row in rows]
    words, named = store.keywords(ctx.db, ids), store.statuses(ctx.db, ids)
    return [
        msgspec.structs.replace(
            entity(row),
            keywords=[keyword(word) for word in words if word.custom_filter_id == row.id],
            statuses=[status(one) for one in named if one.custom_filter_id == row.id],
        )
        for row in rows
    ]


def keyword(row: Row) -> FilterKeyword:
    return FilterKeyword(id=str(row.id), keyword=row.keyword, whole_word=row.whole_word)


def status(row: Row) -> FilterStatus:
    return FilterStatus(id=str(row.id), status_id=str(row.status_id))


def v1(ctx: Context, keywords: Sequence[Row]) -> list[V1Filter]:
    """Keywords in the form of the first API, each with what it shares with the others of its filter."""
    filter_ids = list({word.custom_filter_id for word in keywords})
    parents = {row.id: row for row in ctx.db.find_all(custom_filters, id=filter_ids)} if filter_ids else {}
    return [_v1(word, parents[word.custom_filter_id]) for word in keywords]


def _v1(word: Row, parent: Row) -> V1Filter:
    return V1Filter(
        id=str(word.id),
        phrase=word.keyword,
        context=list(parent.context),
        whole_word=word.whole_word,
        expires_at=clock.optional_iso(parent.expires_at),
        irreversible=parent.action == "hide",
    )
