"""What one does with a status, and takes back: https://docs.joinmastodon.org/methods/statuses/#favourite"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import UNSET

from clientkit.entities import Status
from clientkit.operations import statuses
from clientkit.operations.base import Operation
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import favourites, reblogs
from mockserver.handlers.binding import handles
from mockserver.handlers.statuses import look
from mockserver.render import statuses as render
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.paging import record_id

ACTIONS: dict[type[Operation[Any]], Callable[[Context, Row], None]] = {
    statuses.Favourite: favourites.add,
    statuses.Bookmark: favourites.bookmark,
    statuses.Mute: favourites.mute,
    statuses.Unmute: favourites.unmute,
    statuses.Pin: favourites.pin,
    statuses.Unpin: favourites.unpin,
}
"""What is done with a status that one can see, and answered with it."""


def _acting(action: Callable[[Context, Row], None]) -> Callable[[Context, Any], Status]:
    def handler(ctx: Context, op: Any) -> Status:
        status = store.get(ctx, op.id)
        action(ctx, status)
        return render.one(ctx, status)

    return handler


for _operation, _action in ACTIONS.items():
    handles(_operation, first=look)(_acting(_action))


@handles(statuses.Unfavourite)
def unfavourite(ctx: Context, op: statuses.Unfavourite) -> Status:
    status = _visible_or(ctx, op.id, favourites.has_favourited)
    favourites.remove(ctx, status.id)
    return _as_listed(ctx, status)


@handles(statuses.Unbookmark)
def unbookmark(ctx: Context, op: statuses.Unbookmark) -> Status:
    status = _visible_or(ctx, op.id, favourites.has_bookmarked)
    favourites.unbookmark(ctx, status.id)
    return _as_listed(ctx, status)


def _as_listed(ctx: Context, status: Row) -> Status:
    """As a listing shows it: a boost without the flags of what it boosts."""
    return render.many(ctx, [status.id])[0]


@handles(statuses.Reblog)
def reblog(ctx: Context, op: statuses.Reblog) -> Status:
    visibility = None if op.visibility is UNSET else op.visibility
    return render.one(ctx, reblogs.reblog(ctx, store.get(ctx, op.id), visibility))


@handles(statuses.Unreblog)
def unreblog(ctx: Context, op: statuses.Unreblog) -> Status:
    """A real server removes the boost after answering: the author's counters are still the former ones. Where
    there was no boost, what the viewer has done with the status is not looked up (recordings
    statuses/act_public, statuses/reblog)."""
    status = _visible_or(ctx, op.id, favourites.has_reblogged)
    before = render.one(ctx, status)
    removed = reblogs.unreblog(ctx, status.id)
    if not removed:
        return _untouched(before)
    return msgspec.structs.replace(render.one(ctx, status), account=before.account, reblogged=False)


def _untouched(status: Status) -> Status:
    """As if the viewer had done nothing with the status, nor with what it boosts."""
    return msgspec.structs.replace(
        status,
        favourited=False,
        reblogged=False,
        muted=False,
        bookmarked=False,
        pinned=UNSET if status.pinned is UNSET else False,
        filtered=[],
        reblog=None if status.reblog is None else _untouched(status.reblog),
    )


def _visible_or(ctx: Context, given: str, done: Callable[[Context, int], bool]) -> Row:
    """What one has done can be taken back when the status can no longer be seen, too."""
    status = store.by_id(ctx.db, record_id(given))
    if status is None or not (done(ctx, status.id) or store.find_visible(ctx, status.id) is not None):
        raise errors.NotFound
    return status
