"""Show polls and vote in them: https://docs.joinmastodon.org/methods/polls/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Texts, operation


@operation("GET /api/v1/polls/:id", scope="read:statuses", auth="optional", since="2.8.0", cache="anonymous")
class Get(Operation[entities.Poll]):
    """Show a poll."""

    id: str


@operation("POST /api/v1/polls/:id/votes", scope="write:statuses", since="2.8.0", required=("choices",))
class Vote(Operation[entities.Poll]):
    """Vote for options of a poll by their positions, counted from 0."""

    id: str
    choices: Texts = UNSET
