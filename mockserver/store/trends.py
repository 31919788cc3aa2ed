"""What is popular: from people's use of the last days, or because a scenario says so.

Scores compare today with yesterday (tags and links: accounts that used them), or count favourites and boosts
(posts); below five of them nothing trends. Facts: search-trends-instance.md, Trends; recordings trends/*.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store import publishers
from mockserver.store.database import Database, Row
from mockserver.store.schema import (
    accounts,
    preview_cards,
    preview_cards_statuses,
    status_stats,
    statuses,
    tag_uses,
    tags,
    trends,
)
from mockserver.store.visibility import visible, wanted

THRESHOLD = 5
LIFETIME = 7 * DAY  # of a post: after that it does not trend any more
_DAY = sa.bindparam("day", type_=sa.BigInteger)

_SET = sa.select(trends.c.subject_id, trends.c.score, trends.c.allowed).where(
    trends.c.kind == sa.bindparam("kind")
)


def _accounts_of_tags(day: sa.ColumnElement[int]) -> sa.Select[Any]:
    return (
        sa.select(tag_uses.c.tag_id.label("id"), sa.func.count().label("accounts"))
        .where(tag_uses.c.day == day)
        .group_by(tag_uses.c.tag_id)
    )


_TAG_ACCOUNTS = _accounts_of_tags(_DAY)
_CARD_ACCOUNTS = (
    sa.select(
        preview_cards_statuses.c.preview_card_id.label("id"),
        sa.func.count(sa.distinct(statuses.c.account_id)).label("accounts"),
    )
    .join(statuses, statuses.c.id == preview_cards_statuses.c.status_id)
    .where(
        statuses.c.created_at >= _DAY, statuses.c.created_at < _DAY + DAY, statuses.c.visibility == "public"
    )
    .group_by(preview_cards_statuses.c.preview_card_id)
)
_LIKED = sa.func.coalesce(status_stats.c.favourites_count, 0) + sa.func.coalesce(
    status_stats.c.reblogs_count, 0
)
_POSTS = (
    sa.select(
        statuses.c.id, statuses.c.account_id, statuses.c.language, statuses.c.trendable, _LIKED.label("score")
    )
    .select_from(
        statuses.join(accounts, accounts.c.id == statuses.c.account_id).outerjoin(
            status_stats, status_stats.c.status_id == statuses.c.id
        )
    )
    .where(
        statuses.c.visibility == "public",
        statuses.c.reblog_of_id.is_(None),
        sa.or_(
            # What trends is weighed like this when it is reckoned; what was put there stays, though its
            # author is limited since (recording moderation/trends_of_the_punished).
            sa.and_(
                _LIKED >= THRESHOLD,
                statuses.c.created_at > sa.bindparam("since", type_=sa.BigInteger),
                statuses.c.in_reply_to_id.is_(None),
                statuses.c.sensitive.is_(False),
                statuses.c.spoiler_text == "",
                accounts.c.discoverable.is_(True),
                accounts.c.silenced_at.is_(None),
            ),
            statuses.c.id.in_(sa.select(trends.c.subject_id).where(trends.c.kind == "status")),
        ),
    )
)
_POSTS_FOR_ALL = visible(_POSTS, anonymous=True)
_POSTS_FOR_ONE = wanted(visible(_POSTS, anonymous=False), statuses.c.account_id)
_CARDS = sa.select(preview_cards).where(preview_cards.c.id.in_(sa.bindparam("ids", expanding=True)))


def put(db: Database, kind: str, subject_id: int, score: float, allowed: bool | None = None) -> None:
    """Have something trend with a score of one's own choice. `kind`: tag, status, link. `allowed`: a verdict
    for as long as nobody has reviewed the thing itself."""
    db.upsert(trends, {"kind": kind, "subject_id": subject_id}, score=score, allowed=allowed)


def _set(db: Database, kind: str) -> dict[int, Row]:
    return {row.subject_id: row for row in db.rows(_SET, {"kind": kind})}


def _scores(db: Database, chosen: dict[int, Row], by_day: sa.Select[Any], now: int) -> dict[int, float]:
    """Of everything that trends, reviewed or not: how far today's accounts exceed yesterday's."""
    today = now - now % DAY
    before = {row.id: row.accounts for row in db.rows(by_day, {"day": today - DAY})}
    scores = {}
    for row in db.rows(by_day, {"day": today}):
        expected = max(before.get(row.id, 0), 1)
        if row.accounts >= THRESHOLD and row.accounts > expected:
            scores[row.id] = (row.accounts - expected) ** 2 / expected
    return scores | {i: row.score for i, row in chosen.items()}


def _ordered(scores: dict[int, float]) -> list[int]:
    return sorted(scores, key=lambda i: (-scores[i], i))


def tag_ids(db: Database, now: int, *, by_default: bool, reviewing: bool = False) -> list[int]:
    """Approved tags, the best first. `by_default`: what nobody has reviewed counts as approved; `reviewing`:
    rejected ones too."""
    scores = _scores(db, _set(db, "tag"), _TAG_ACCOUNTS, now)
    found = {row.id: row for row in db.find_all(tags, id=list(scores))} if scores else {}
    ranking = [i for i in _ordered(scores) if i in found]
    return [i for i in ranking if reviewing or _approved(found[i].trendable, by_default)]


def links(db: Database, now: int, *, by_default: bool, reviewing: bool = False) -> list[Row]:
    """Approved link previews, the best first; those without a verdict have their site's. `reviewing`:
    rejected ones too."""
    chosen = _set(db, "link")
    scores = _scores(db, chosen, _CARD_ACCOUNTS, now)
    found = {row.id: row for row in db.rows(_CARDS, {"ids": list(scores)})} if scores else {}
    ranking = [found[i] for i in _ordered(scores) if i in found]
    if reviewing or not ranking:
        return ranking
    verdicts = publishers.verdicts(db, ranking)
    return [row for row in ranking if _approved(_first(verdicts[row.id], chosen.get(row.id)), by_default)]


def posts(
    db: Database, now: int, viewer: int | None, *, by_default: bool, reviewing: bool = False
) -> list[Row]:
    """Approved posts that the viewer may and wants to see, the best first, only the best of each author.
    `reviewing`: rejected ones too, and all of an author's."""
    parameters = {"since": now - LIFETIME}
    if viewer is None:
        rows = db.rows(_POSTS_FOR_ALL, parameters)
    else:
        rows = db.rows(_POSTS_FOR_ONE, {**parameters, "viewer": viewer})
    chosen = _set(db, "status")
    scores = {row.id: chosen[row.id].score if row.id in chosen else row.score for row in rows}
    by_id = {row.id: row for row in rows}
    if reviewing:
        return [by_id[i] for i in _ordered(scores)]
    best: dict[int, Row] = {}
    for i in _ordered(scores):
        if _approved(_first(by_id[i].trendable, chosen.get(i)), by_default):
            best.setdefault(by_id[i].account_id, by_id[i])
    return list(best.values())


def _first(verdict: bool | None, chosen: Row | None) -> bool | None:
    """The verdict on a thing, or what was said when it was made to trend."""
    return chosen.allowed if verdict is None and chosen is not None else verdict


def _approved(trendable: bool | None, by_default: bool) -> bool:
    return by_default if trendable is None else bool(trendable)


_LINK_DAY = statuses.c.created_at - statuses.c.created_at % DAY
_LINK_USES = (
    sa.select(
        preview_cards_statuses.c.preview_card_id.label("id"),
        _LINK_DAY.label("day"),
        sa.func.count(sa.distinct(statuses.c.account_id)).label("accounts"),
        sa.func.count().label("uses"),
    )
    .join(statuses, statuses.c.id == preview_cards_statuses.c.status_id)
    .where(
        preview_cards_statuses.c.preview_card_id.in_(sa.bindparam("ids", expanding=True)),
        statuses.c.created_at >= sa.bindparam("since", type_=sa.BigInteger),
        statuses.c.visibility == "public",
    )
    .group_by("id", "day")
)


def link_uses(db: Database, ids: list[int], since: int) -> dict[tuple[int, int], tuple[int, int]]:
    """For (card id, midnight in ms) how many accounts posted a link, and how often."""
    if not ids:
        return {}
    return {
        (row.id, row.day): (row.accounts, row.uses)
        for row in db.rows(_LINK_USES, {"ids": ids, "since": since})
    }
