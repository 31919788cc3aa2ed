"""Media attachments (reference: media.md §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.entities import MediaAttachment
from mockserver.render import urls
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context


def one(ctx: Context, row: Row) -> MediaAttachment:
    instance = ctx.instance
    # A file that is there already is not shown before processing has come to its end.
    url = row.original if row.processing == "complete" else None
    preview = row.thumbnail or row.small
    if row.remote_url is not None and row.original is None:
        # A far file without a copy here is fetched through the server.
        proxy = f"{instance.base_url}/media_proxy/{row.id}"
        address: str | None = f"{proxy}/original"
        preview_address: str | None = f"{proxy}/small"
    else:
        address = urls.file(instance, url) if url else None
        preview_address = urls.file(instance, preview) if preview else None
    return MediaAttachment(
        id=str(row.id),
        type=row.type,
        url=address,
        preview_url=preview_address,
        remote_url=row.remote_url,
        preview_remote_url=row.preview_remote_url,
        text_url=None,
        meta=row.meta,
        description=row.description,
        blurhash=row.blurhash,
    )
