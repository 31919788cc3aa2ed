"""How far timelines were read (https://docs.joinmastodon.org/methods/markers/; recordings
timelines/markers*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store.paging import MAX_ID, integer
from mockserver.store.schema import markers as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

TIMELINES = ("home", "notifications")


def find_or_create(ctx: Context, timeline: str) -> Row:
    """A marker begins at 0, in version 0."""
    keys = {"account_id": ctx.me.id, "timeline": timeline}
    if (row := ctx.db.find(TABLE, **keys)) is None:
        ctx.db.insert(TABLE, **keys, last_read_id=0, version=0, updated_at=ctx.now)
        row = ctx.db.find(TABLE, **keys)
    assert row is not None
    return row


def save(ctx: Context, timeline: str, last_read_id: str | None) -> None:
    """Text without a number is 0; a blank one is refused. `version` counts the changes."""
    before = find_or_create(ctx, timeline)
    if last_read_id is None or not last_read_id.strip():
        raise errors.ValidationFailed("Last read can't be blank")
    value = integer(last_read_id) or 0
    if abs(value) > MAX_ID:
        raise errors.InvalidParameter(f"{timeline}[last_read_id] is out of range")
    if before.last_read_id != value:
        ctx.db.update(
            TABLE, {"id": before.id}, last_read_id=value, version=before.version + 1, updated_at=ctx.now
        )


def named(ctx: Context, timelines: list[str]) -> list[Row]:
    """The caller's markers of these timelines, in the order in which they were made."""
    wanted = [name for name in timelines if name in TIMELINES]
    return list(ctx.db.find_all(TABLE, order="id", account_id=ctx.me.id, timeline=wanted)) if wanted else []
