"""Attaching media to a status (reference: media.md §8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store.database import Row
from mockserver.store.paging import integer
from mockserver.store.schema import media_attachments

if TYPE_CHECKING:
    from mockserver.context import Context

MOST = 4


def attachable(
    ctx: Context, account_id: int, given: Sequence[str] | None, *, attached_to: int | None = None
) -> list[Row]:
    """The media of these ids, in this order, each once. `attached_to`: a status on which they may be
    already (an edit).

    Raises Unprocessable with the recorded sentences, in their order: too many, not found, mixed kinds,
    unfinished."""
    if not given:
        return []
    if len(given) > MOST:
        raise errors.Unprocessable(f"Cannot attach more than {MOST} files")
    ids = list(dict.fromkeys(integer(one) or 0 for one in given))
    found = {row.id: row for row in ctx.db.find_all(media_attachments, id=[i for i in ids if 0 < i < 2**63])}
    media = [found[i] for i in ids if i in found and _free(found[i], account_id, attached_to)]
    usable = {row.id for row in media}
    missing = [str(i) for i in ids if i not in usable]
    if missing:
        raise errors.Unprocessable(
            f"Media {', '.join(missing)} not found or already attached to another post"
        )
    if len(media) > 1 and any(row.type in ("video", "audio") for row in media):
        raise errors.Unprocessable("Cannot attach a video to a post that already contains images")
    if any(row.processing != "complete" for row in media):
        raise errors.Unprocessable(
            "Cannot attach files that have not finished processing. Try again in a moment!"
        )
    return media


def _free(row: Row, account_id: int, attached_to: int | None) -> bool:
    """An edit, unlike a new status, takes nothing that a scheduled status holds
    (app/services/update_status_service.rb)."""
    if row.account_id != account_id or (attached_to is not None and row.scheduled_status_id is not None):
        return False
    return row.status_id is None or row.status_id == attached_to


def attach(ctx: Context, media: Sequence[Row], status_id: int) -> None:
    fresh = [row.id for row in media if row.status_id != status_id]
    if fresh:
        ctx.db.update(media_attachments, {"id": fresh}, status_id=status_id)
