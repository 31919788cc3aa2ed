"""Polls (reference: entities.md, Poll; statuses_text.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import UNSET

from clientkit.entities import Poll, PollOption
from mockserver import clock
from mockserver.render import emojis
from mockserver.store.database import Row
from mockserver.store.schema import poll_votes, polls

if TYPE_CHECKING:
    from mockserver.context import Context

_VOTES = (
    sa.select(poll_votes.c.poll_id, poll_votes.c.choice)
    .where(
        poll_votes.c.account_id == sa.bindparam("viewer"),
        poll_votes.c.poll_id.in_(sa.bindparam("ids", expanding=True)),
    )
    .order_by(poll_votes.c.id)
)


def by_status(ctx: Context, statuses: Sequence[Row]) -> dict[int, Poll]:
    """Polls by the id of their status."""
    ids = [row.poll_id for row in statuses if row.poll_id is not None]
    if not ids:
        return {}
    rows = ctx.db.find_all(polls, id=ids)
    return dict(zip((row.status_id for row in rows), _render(ctx, rows), strict=True))


def one(ctx: Context, row: Row) -> Poll:
    return _render(ctx, [row])[0]


def options_of(ctx: Context, status: Row) -> list[str]:
    row = ctx.db.find(polls, id=status.poll_id)
    return [] if row is None else list(row.options)


def _render(ctx: Context, rows: Sequence[Row]) -> list[Poll]:
    viewer, now = ctx.viewer_id, ctx.now
    own: dict[int, list[int]] = {}
    if viewer is not None:
        for vote in ctx.db.rows(_VOTES, {"viewer": viewer, "ids": [row.id for row in rows]}):
            own.setdefault(vote.poll_id, []).append(vote.choice)
    made = []
    for row in rows:
        expired = row.expires_at is not None and row.expires_at <= now
        hidden = row.hide_totals and not expired
        votes = own.get(row.id, [])
        made.append(
            Poll(
                id=str(row.id),
                expires_at=clock.optional_iso(row.expires_at),
                expired=expired,
                multiple=row.multiple,
                votes_count=row.votes_count,
                voters_count=row.voters_count,
                voted=UNSET if viewer is None else bool(votes) or viewer == row.account_id,
                own_votes=UNSET if viewer is None else votes,
                options=[
                    PollOption(title=title, votes_count=None if hidden else tally)
                    for title, tally in zip(row.options, row.cached_tallies, strict=True)
                ],
                emojis=emojis.used(ctx, row.options),
            )
        )
    return made
