"""One's own profile as its owner edits it (reference: entities.md, Profile)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.entities import Profile
from mockserver.render import accounts, credentials, tags, urls
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context


def one(ctx: Context, row: Row) -> Profile:
    return Profile(
        id=str(row.id),
        display_name=row.display_name,
        note=row.note,
        fields=credentials.raw_fields(row),
        formatted_note=accounts.note(ctx, row),
        formatted_fields=accounts.fields(ctx, row),
        avatar=_picture(ctx, row.avatar),
        avatar_static=_picture(ctx, row.avatar_static or row.avatar),
        avatar_description=row.avatar_description,
        header=_picture(ctx, row.header),
        header_static=_picture(ctx, row.header_static or row.header),
        header_description=row.header_description,
        locked=row.locked,
        bot=row.bot,
        hide_collections=row.hide_collections,
        discoverable=row.discoverable,
        indexable=row.indexable,
        show_media=row.show_media,
        show_media_replies=row.show_media_replies,
        show_featured=row.show_featured,
        attribution_domains=row.attribution_domains,
        featured_tags=tags.featured_by(ctx, row),
    )


def _picture(ctx: Context, path: str | None) -> str | None:
    return None if path is None else urls.file(ctx.instance, path)
