"""Finding accounts and hashtags by words, as a server without Elasticsearch does
(app/models/concerns/account/search.rb).

The query is one phrase: its words stand next to each other in the display name, the username and the
domain, read as one text, and each may be the beginning of one there (PostgreSQL gives the prefix mark of a
quoted phrase to every word of it). Ranking as `ts_rank_cd(…, 32)` does it, times how much the account is
followed; whom the viewer has to do with comes first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store.dialect import LONGEST_PATTERN
from mockserver.store.schema import account_stats, accounts, follows, statuses, tags, users
from mockserver.store.visibility import one_of
from mockserver.text.tags import normalise_tag

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row

WEIGHTS = {"display_name": 1.0, "username": 0.4, "domain": 0.2}

_WORDS = re.compile(r"[^\W_]+", re.UNICODE)
_HOST = r"[\w-]++(?:\.[\w-]++)+"
_TOKENS = re.compile(rf"(?<![\w.+-])[\w.+-]++@{_HOST}|(?<![\w-]){_HOST}|{_WORDS.pattern}")
"""As PostgreSQL reads a text: an e-mail address and a host name are one word each. Looked for where a run of
their letters begins: a long run that is neither would be read again from each of its letters."""

_TEXT = sa.func.lower(
    accounts.c.display_name + " " + accounts.c.username + " " + sa.func.coalesce(accounts.c.domain, "")
)
_CANDIDATES = (
    sa.select(
        accounts.c.id,
        accounts.c.username,
        accounts.c.domain,
        accounts.c.display_name,
        account_stats.c.followers_count,
        account_stats.c.following_count,
        account_stats.c.last_status_at,
    )
    .outerjoin(account_stats, account_stats.c.account_id == accounts.c.id)
    .outerjoin(users, users.c.account_id == accounts.c.id)
    .where(
        accounts.c.suspended_at.is_(None),
        accounts.c.moved_to_account_id.is_(None),
        sa.or_(
            accounts.c.domain.is_not(None),
            sa.and_(users.c.approved.is_(True), users.c.confirmed_at.is_not(None)),
        ),
        _TEXT.like(sa.bindparam("pattern"), escape="\\"),
    )
    .order_by(accounts.c.id)
)
_TIES = sa.select(follows.c.account_id, follows.c.target_account_id).where(
    sa.or_(follows.c.account_id == sa.bindparam("me"), follows.c.target_account_id == sa.bindparam("me"))
)


def account_ids(
    db: Database, query: str, *, viewer_id: int | None, following: bool, now: int, limit: int, offset: int
) -> list[int]:
    """Ids of the accounts that match, the best first. `following`: only those whom the viewer follows, and
    the viewer."""
    words = [word.lower() for word in _TOKENS.findall(query)]
    if not words:
        return []
    ties = _ties(db, viewer_id)
    scored = []
    for row in db.rows(_CANDIDATES, {"pattern": _pattern(words)}):
        followed, follower = (viewer_id, row.id) in ties, (row.id, viewer_id) in ties
        if following and row.id != viewer_id and not followed:
            continue
        matched = _rank(row, words)
        if matched:
            rank = _boost(row, now) * matched / (matched + 1)
            # Among those whom one follows, following back counts double; else who is near goes before all.
            order = (0, -(follower + 1) * rank) if following else (-(followed + follower), -rank)
            scored.append((*order, row.id))
    return [number for *_, number in sorted(scored)[offset : offset + limit]]


def _pattern(words: list[str]) -> str:
    """What SQL can rule out, of patterns that are not too long for it: the database folds the case of ASCII
    letters only."""
    longest = max((word for word in words if word.isascii()), key=len, default="")
    return f"%{longest[:LONGEST_PATTERN].replace('_', chr(92) + '_')}%"


def _ties(db: Database, viewer_id: int | None) -> set[tuple[int | None, int]]:
    if viewer_id is None:
        return set()
    return {(row.account_id, row.target_account_id) for row in db.rows(_TIES, {"me": viewer_id})}


def _rank(row: Row, words: list[str]) -> float:
    """The sum over all places where the phrase stands: a word counts by the column that it is in."""
    found = [
        (token.lower(), weight)
        for name, weight in WEIGHTS.items()
        for token in _TOKENS.findall(getattr(row, name) or "")
    ]
    total = 0.0
    for start in range(len(found) - len(words) + 1):
        part = found[start : start + len(words)]
        if all(token.startswith(word) for word, (token, _) in zip(words, part, strict=True)):
            total += len(part) / sum(1 / weight for _, weight in part)
    return total


def _boost(row: Row, now: int) -> float:
    """Followers against followed ones, followers at all, and whether it still posts."""
    followers, followed = row.followers_count or 0, row.following_count or 0
    reputation = followers / (followed + 1)
    days = 0.0 if row.last_status_at is None else max(0.0, abs(now - row.last_status_at) // DAY - 30)
    recent = (
        0.0 if row.last_status_at is None else math.exp(-(days**2) / (2 * (-(30**2) / (2 * math.log(0.3)))))
    )
    return (reputation + math.log10(followers + 2) + recent) / 3


# --- hashtags

_TAGS = (
    sa.select(tags)
    .where(
        tags.c.name.like(sa.bindparam("prefix"), escape="\\"),
        sa.or_(tags.c.listable.is_(None), tags.c.listable.is_(True)),
    )
    .order_by(sa.func.length(tags.c.name), tags.c.name)
    .limit(sa.bindparam("limit"))
    .offset(sa.bindparam("offset"))
)
_REVIEWED_TAGS = _TAGS.where(sa.or_(tags.c.reviewed_at.is_not(None), tags.c.name == sa.bindparam("exact")))


def tag_ids(db: Database, query: str, *, exclude_unreviewed: bool, limit: int, offset: int) -> Sequence[int]:
    """Ids of the hashtags that begin so, the shortest first."""
    name = normalise_tag(query)
    if not name or len(name) > LONGEST_PATTERN:
        return []
    parameters: dict[str, Any] = {"prefix": name.replace("_", "\\_") + "%", "limit": limit, "offset": offset}
    if exclude_unreviewed:
        return [row.id for row in db.rows(_REVIEWED_TAGS, parameters | {"exact": name})]
    return [row.id for row in db.rows(_TAGS, parameters)]


# --- addresses of other servers

_ACCOUNT_BY_URI = sa.select(accounts.c.id).where(
    accounts.c.uri == sa.bindparam("uri"), accounts.c.domain.is_not(None)
)
_HIDDEN_BY_URI = sa.select(statuses.c.id).where(
    sa.or_(statuses.c.uri == sa.bindparam("uri"), statuses.c.url == sa.bindparam("uri")),
    statuses.c.local.is_(False),
    one_of(statuses.c.visibility, "private", "direct", "limited"),
)


def remote_account(db: Database, uri: str) -> int | None:
    number: int | None = db.scalar(_ACCOUNT_BY_URI, {"uri": uri})
    return number


def hidden_remote_statuses(db: Database, uri: str) -> list[int]:
    """Ids of the remote statuses of this address that are not public: those a real server looks for at home
    only."""
    return db.scalars(_HIDDEN_BY_URI, {"uri": uri})
