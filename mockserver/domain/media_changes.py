"""What an edit changes of media that a status has (`media_attributes`; recordings statuses/edit_media,
media/attach_more)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from mockserver import errors
from mockserver.media.params import parse_focus
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import media_attachments

if TYPE_CHECKING:
    from mockserver.context import Context

MOST_CHARACTERS = 10_000


def read(
    ctx: Context, status: Row, media_ids: Sequence[str] | None, attributes: Sequence[Any] | None
) -> dict[int, dict[str, Any]]:
    """New columns by media id. Those of other media, or of media that the edit drops, are ignored."""
    kept = {record_id(text) for text in media_ids or []}
    attached = {row.id: row for row in ctx.db.find_all(media_attachments, status_id=status.id)}
    changes: dict[int, dict[str, Any]] = {}
    for one in attributes or []:
        media_id = record_id(one.id if isinstance(one.id, str) else None)
        row = attached.get(media_id)
        if row is not None and media_id in kept:
            new = _columns(row, one)
            if new:
                changes[media_id] = new
    return changes


def _columns(row: Row, given: Any) -> dict[str, Any]:
    new: dict[str, Any] = {}
    if (
        given.description is not UNSET
        and given.description is not None
        and given.description != row.description
    ):
        if len(given.description) > MOST_CHARACTERS:
            raise errors.ValidationFailed(
                f"Description is too long (maximum is {MOST_CHARACTERS} characters)"
            )
        new["description"] = given.description
    if isinstance(given.focus, str):
        focus = parse_focus(given.focus)
        if focus is not None and focus != (row.meta or {}).get("focus"):
            new["meta"] = {**(row.meta or {}), "focus": focus}
    return new
