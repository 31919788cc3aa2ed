"""Custom emoji that a text uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from clientkit.entities import CustomEmoji
from mockserver.render import urls
from mockserver.store.database import Row
from mockserver.store.schema import custom_emojis
from mockserver.text.emoji import replace_shortcodes, shortcodes

if TYPE_CHECKING:
    from mockserver.context import Context

_TAG = re.compile(r"(<[^>]*>)")
_NAMED = sa.select(custom_emojis).where(
    sa.func.lower(custom_emojis.c.shortcode).in_(sa.bindparam("shortcodes", expanding=True)),
    custom_emojis.c.disabled.is_(False),
)


def used(ctx: Context, texts: Sequence[str], domain: str | None = None) -> list[CustomEmoji]:
    """The emoji whose shortcodes stand in the texts, in order of first appearance; letter case does not
    matter."""
    if not any(":" in one for one in texts):
        return []
    names = list(dict.fromkeys(code.lower() for code in shortcodes(*texts)))
    if not names:
        return []
    rows = {
        row.shortcode.lower(): row
        for row in ctx.db.rows(_NAMED, {"shortcodes": names})
        if row.domain == domain
    }
    return [one(ctx, rows[name]) for name in names if name in rows]


def one(ctx: Context, row: Row) -> CustomEmoji:
    return CustomEmoji(
        shortcode=row.shortcode,
        url=urls.file(ctx.instance, row.image),
        static_url=urls.file(ctx.instance, row.image_static),
        visible_in_picker=row.visible_in_picker,
    )


def listed(ctx: Context, row: Row) -> CustomEmoji:
    """As in the list of all: with its category, if it has one (recording instance/custom_emojis)."""
    emoji = one(ctx, row)
    if row.category is not None:
        emoji.category, emoji.featured = row.category, row.featured
    return emoji


def drawn(html: str, emojis: Sequence[CustomEmoji], picture: Callable[[CustomEmoji], str]) -> str:
    """HTML with pictures for the shortcodes in its text; `picture`: an emoji's HTML."""
    if not emojis:
        return html
    known = {emoji.shortcode.lower(): emoji for emoji in emojis}

    def put(shortcode: str) -> str:
        emoji = known.get(shortcode.lower())
        return f":{shortcode}:" if emoji is None else picture(emoji)

    parts = _TAG.split(html)  # the odd ones are tags
    return "".join(part if i % 2 else replace_shortcodes(part, put) for i, part in enumerate(parts))
