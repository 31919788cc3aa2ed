"""What an edit changes of the media of a status (`media_attributes`; recordings statuses/edit_media,
media/attach_more)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from mockserver import errors
from mockserver.media.params import parse_focus
from mockserver.store.database import Row
from mockserver.store.paging import record_id

MOST_CHARACTERS = 10_000


def read(media: Sequence[Row], attributes: Sequence[Any]) -> dict[int, dict[str, Any]]:
    """New columns by the ids of the media that the status is to have, just attached ones too. Attributes of
    others, of media that the edit drops, are ignored. Raises ValidationFailed for too many words."""
    kept = {row.id: row for row in media}
    changes: dict[int, dict[str, Any]] = {}
    for one in attributes:
        row = kept.get(record_id(one.id if isinstance(one.id, str) else None))
        new = _columns(row, one) if row is not None else {}
        if row is not None and new:
            changes[row.id] = new
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
