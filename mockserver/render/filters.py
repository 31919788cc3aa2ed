"""Which of the viewer's filters a status matches (reference: endpoints/lists-filters-…md, Filters v2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clientkit.entities import Filter, FilterResult
from mockserver import clock
from mockserver.render import polls
from mockserver.store.database import Database, Row
from mockserver.store.schema import custom_filter_keywords, custom_filter_statuses, custom_filters, media_attachments
from mockserver.store.statuses import Extra
from mockserver.text.formatting import plain_text

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.render.statuses import Prototype


@dataclass(slots=True)
class Rule:
    """A filter ready to be applied."""

    entity: Filter
    pattern: re.Pattern[str] | None
    statuses: frozenset[int]
    expires_at: int | None


def matches(ctx: Context, prototype: Prototype, wrapper: Prototype | None = None) -> list[FilterResult]:
    """`wrapper`: the boost around it, which a filter may name too."""
    rules = ctx.instance.filters.of(ctx)
    if not rules:
        return []
    searched = searchable(ctx, prototype.row)
    ids = {prototype.row.id} | ({wrapper.row.id} if wrapper is not None else set())
    found = []
    for rule in rules:
        if rule.expires_at is not None and rule.expires_at <= ctx.now:
            continue
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
        for table in (custom_filters, custom_filter_keywords, custom_filter_statuses):
            db.watch(table, "id", self._forget)

    def _forget(self, _id: int | None) -> None:
        self._rules.clear()

    def of(self, ctx: Context) -> list[Rule]:
        viewer = ctx.viewer_id
        assert viewer is not None
        rules = self._rules.get(viewer)
        if rules is None:
            rules = self._rules[viewer] = _load(ctx, viewer)
        return rules


def _load(ctx: Context, account_id: int) -> list[Rule]:
    rows = ctx.db.find_all(custom_filters, order="id", account_id=account_id)
    ids = [row.id for row in rows]
    words = ctx.db.find_all(custom_filter_keywords, order="id", custom_filter_id=ids) if ids else []
    named = ctx.db.find_all(custom_filter_statuses, order="id", custom_filter_id=ids) if ids else []
    return [
        Rule(
            entity=entity(row),
            pattern=_pattern([word for word in words if word.custom_filter_id == row.id]),
            statuses=frozenset(one.status_id for one in named if one.custom_filter_id == row.id),
            expires_at=row.expires_at,
        )
        for row in rows
    ]


def entity(row: Row) -> Filter:
    """A filter as it stands in a result: without its keywords and statuses."""
    return Filter(
        id=str(row.id),
        title=row.title,
        context=list(row.context),
        expires_at=clock.optional_iso(row.expires_at),
        filter_action=row.action,
    )


def _pattern(words: list[Row]) -> re.Pattern[str] | None:
    """Word boundaries only stand next to word characters (app/models/custom_filter_keyword.rb)."""
    parts = []
    for word in words:
        keyword = word.keyword
        before = r"\b" if word.whole_word and re.match(r"\w", keyword) else ""
        after = r"\b" if word.whole_word and re.search(r"\w\Z", keyword) else ""
        parts.append(f"{before}{re.escape(keyword)}{after}")
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None
