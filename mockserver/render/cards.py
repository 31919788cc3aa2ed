"""Link previews (reference: entities.md, PreviewCard). A fake crawls nothing: cards come from scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from clientkit.entities import PreviewCard, PreviewCardAuthor
from mockserver import clock
from mockserver.render import urls
from mockserver.store.database import Row
from mockserver.store.schema import preview_cards, preview_cards_statuses

if TYPE_CHECKING:
    from mockserver.context import Context

_CARDS = (
    sa.select(preview_cards_statuses.c.status_id, preview_cards)
    .join(preview_cards, preview_cards.c.id == preview_cards_statuses.c.preview_card_id)
    .where(preview_cards_statuses.c.status_id.in_(sa.bindparam("ids", expanding=True)))
)


def by_status(ctx: Context, ids: list[int]) -> dict[int, PreviewCard]:
    return {row.status_id: one(ctx, row) for row in ctx.db.rows(_CARDS, {"ids": ids})}


def one(ctx: Context, row: Row) -> PreviewCard:
    authors = []
    if row.author_name or row.author_url:
        authors.append(PreviewCardAuthor(name=row.author_name, url=row.author_url, account=None))
    return PreviewCard(
        url=row.url,
        title=row.title,
        description=row.description,
        language=row.language,
        type=row.type,
        author_name=row.author_name,
        author_url=row.author_url,
        provider_name=row.provider_name,
        provider_url=row.provider_url,
        html=row.html,
        width=row.width,
        height=row.height,
        image=urls.file(ctx.instance, row.image) if row.image else None,
        image_description=row.image_description,
        embed_url=row.embed_url,
        blurhash=row.blurhash,
        published_at=clock.optional_iso(row.published_at),
        authors=authors,
    )
