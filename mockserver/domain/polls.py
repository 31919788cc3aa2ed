"""Polls: their rules, votes, and their end (app/validators/poll_*_validator.rb,
app/services/vote_service.rb; reference: statuses_text.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from mockserver import errors
from mockserver.domain import due
from mockserver.domain.events import PollExpired, PollVoted
from mockserver.store import relations
from mockserver.store import statuses as status_store
from mockserver.store.database import Row
from mockserver.store.paging import integer
from mockserver.store.schema import poll_votes, polls, statuses
from mockserver.text import length
from mockserver.text.formatting import is_blank, strip

if TYPE_CHECKING:
    from mockserver.context import Context

FALSE_TEXTS = ("0", "f", "F", "false", "FALSE", "off", "OFF")
MOST_OPTIONS, MOST_CHARACTERS = 4, 50
SHORTEST, LONGEST = 300, 2_629_746  # seconds


class Draft(Struct, kw_only=True):
    """A poll as somebody wants it; `expires_in` in seconds, None: not said."""

    options: Sequence[str]
    expires_in: int | None = None
    multiple: bool | None = False  # None: an edit that does not say takes it for a change
    hide_totals: bool = False

    @property
    def choices(self) -> list[str]:
        return [strip(option) for option in self.options if not is_blank(option)]


def permitted(given: dict[str, Any]) -> dict[str, Any]:
    """Of a poll as it was sent what is looked at, in this order: single values, and options that are a list
    of such."""
    kept: dict[str, Any] = {
        name: given[name]
        for name in ("multiple", "hide_totals", "expires_in")
        if name in given and not isinstance(given[name], list | dict)
    }
    options = given.get("options")
    if isinstance(options, list) and not any(isinstance(one, list | dict) for one in options):
        kept["options"] = options
    return kept


def draft_of(given: Any) -> Draft | None:
    """A poll as it was sent; anything but a table with something of a poll in it is none."""
    poll = permitted(given) if isinstance(given, dict) else {}
    if not poll:
        return None
    texts = [_text(one) for one in poll.get("options", ())]
    return Draft(
        options=[one for one in texts if one is not None],
        expires_in=_seconds(poll.get("expires_in")),
        multiple=_flag(poll["multiple"]) if "multiple" in poll else None,
        hide_totals=_flag(poll.get("hide_totals")),
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _seconds(value: Any) -> int | None:
    if value is None or value == "":
        return None
    return integer(str(value)) or 0


def _flag(value: Any) -> bool:
    return value not in (None, "", False, 0, *FALSE_TEXTS)


def problems(draft: Draft) -> list[str]:
    """What is wrong with it, in the recorded order; empty: nothing."""
    found = []
    choices = draft.choices
    if draft.expires_in is None:
        found.append("Deadline can't be blank")
    if not choices:
        found.append("Choices can't be blank")
    if len(choices) <= 1:
        found.append("Choices must have more than one item")
    if len(choices) > MOST_OPTIONS:
        found.append(f"Choices can't contain more than {MOST_OPTIONS} items")
    if any(_is_long(choice) for choice in choices):
        found.append(f"Choices cannot be longer than {MOST_CHARACTERS} characters each")
    if len(set(choices)) != len(choices):
        found.append("Choices contain duplicate items")
    if draft.expires_in is not None and draft.expires_in > LONGEST:
        found.append("Deadline is too far into the future")
    if draft.expires_in is not None and draft.expires_in < SHORTEST:
        found.append("Deadline is too soon")
    return found


def _is_long(choice: str) -> bool:
    return len(choice) > MOST_CHARACTERS < length.clusters(choice)


def create(ctx: Context, account_id: int, status_id: int, draft: Draft, now: int) -> int:
    """The id of the new poll, which ends by itself."""
    choices = draft.choices
    expires_at = now + (draft.expires_in or 0) * 1000
    poll_id = ctx.db.insert(
        polls,
        account_id=account_id,
        status_id=status_id,
        options=choices,
        cached_tallies=[0] * len(choices),
        multiple=bool(draft.multiple),
        hide_totals=draft.hide_totals,
        expires_at=expires_at,
        created_at=now,
    )
    due.schedule(ctx, "poll", expires_at, id=poll_id)
    return poll_id


def change(ctx: Context, poll_id: int, draft: Draft, now: int) -> int:
    """Edit a poll, which counts its time from now. Other choices, spaces around them included, or another
    `multiple`, take all votes away (recording statuses/edit_poll)."""
    row = ctx.db.find(polls, id=poll_id)
    assert row is not None
    choices, expires_at = draft.choices, now + (draft.expires_in or 0) * 1000
    values: dict[str, Any] = {"hide_totals": draft.hide_totals, "expires_at": expires_at}
    if list(row.options) != list(draft.options) or row.multiple != draft.multiple:
        ctx.db.delete(poll_votes, poll_id=poll_id)
        values |= {
            "options": choices,
            "multiple": bool(draft.multiple),
            "cached_tallies": [0] * len(choices),
            "votes_count": 0,
            "voters_count": 0,
        }
    ctx.db.update(polls, {"id": poll_id}, **values)
    due.schedule(ctx, "poll", expires_at, id=poll_id)
    return poll_id


def visible(ctx: Context, poll_id: int) -> tuple[Row, Row]:
    """A poll and its status, if the viewer may see it; raises NotFound."""
    poll = ctx.db.find(polls, id=poll_id) if poll_id else None
    status = status_store.find_visible(ctx, poll.status_id) if poll is not None else None
    if poll is None or status is None or status.poll_id != poll.id:
        raise errors.NotFound
    return poll, status


def vote(ctx: Context, poll: Row, status: Row, choices: Sequence[int]) -> None:
    """Vote for these options, all or none; raises ValidationFailed with all that is wrong with the first that
    is refused."""
    me = ctx.me
    if relations.blocks_account(ctx.db, me.id, poll.account_id):
        raise errors.NotPermitted
    mine = {row.choice for row in ctx.db.find_all(poll_votes, poll_id=poll.id, account_id=me.id)}
    for number, choice in enumerate(choices):
        found = _refusals(ctx, poll, choice, mine.union(choices[:number]))
        if found:
            raise errors.ValidationFailed(*found)
    for choice in choices:
        ctx.db.insert(poll_votes, poll_id=poll.id, account_id=me.id, choice=choice, created_at=ctx.now)
    tallies = [count + (1 if number in choices else 0) for number, count in enumerate(poll.cached_tallies)]
    voters = poll.voters_count if mine or poll.voters_count is None else poll.voters_count + 1
    ctx.db.update(
        polls,
        {"id": poll.id},
        cached_tallies=tallies,
        votes_count=poll.votes_count + len(choices),
        voters_count=voters,
    )
    ctx.emit(PollVoted(poll, status, me.id))


def _refusals(ctx: Context, poll: Row, choice: int, before: set[int]) -> list[str]:
    """Why a choice is refused to the caller, who has made those of `before`."""
    found = []
    if poll.expires_at is not None and poll.expires_at <= ctx.now:
        found.append("The poll has already ended")
    if not 0 <= choice < len(poll.options):
        found.append("The chosen vote option does not exist")
    if poll.account_id == ctx.me.id:
        found.append("You cannot vote in your own polls")
    if choice in before if poll.multiple else before:
        found.append("You have already voted on this poll")
    return found


@due.job("poll")
def end(ctx: Context, payload: dict[str, Any]) -> None:
    poll = ctx.db.find(polls, id=payload["id"])
    status = ctx.db.find(statuses, id=poll.status_id) if poll is not None else None
    if poll is None or status is None or poll.expires_at is None:
        return
    if poll.expires_at <= ctx.now:
        ctx.emit(PollExpired(poll, status))


def delete(ctx: Context, poll_id: int) -> None:
    ctx.db.delete(poll_votes, poll_id=poll_id)
    ctx.db.delete(polls, id=poll_id)
