"""Polls: https://docs.joinmastodon.org/methods/polls/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit.entities import Poll
from clientkit.operations import polls
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import polls as domain
from mockserver.handlers.binding import handles
from mockserver.render import polls as render
from mockserver.store.paging import record_id

HEX = 16


@handles(polls.Get)
def get(ctx: Context, op: polls.Get) -> Poll:
    poll, _ = domain.visible(ctx, record_id(op.id))
    return render.one(ctx, poll)


@handles(polls.Vote)
def vote(ctx: Context, op: polls.Vote) -> Poll:
    poll, status = domain.visible(ctx, record_id(op.id))
    if op.choices is UNSET or not op.choices:
        raise errors.ParameterMissing("choices")
    domain.vote(ctx, poll, status, [_choice(text) for text in op.choices])
    poll, _ = domain.visible(ctx, poll.id)
    return render.one(ctx, poll)


def _choice(text: str) -> int:
    """`0x1` counts as 1, as in Ruby; what is no number at all is refused."""
    try:
        return int(text, HEX) if text.lower().startswith("0x") else int(text)
    except ValueError:
        raise errors.InvalidParameter("choices must be numbers") from None
