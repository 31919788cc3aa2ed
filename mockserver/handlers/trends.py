"""Show what is popular just now: https://docs.joinmastodon.org/methods/trends/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from clientkit.operations import trends
from clientkit.operations.params import Offset
from mockserver.context import Context
from mockserver.domain import locales
from mockserver.handlers.binding import Page, handles
from mockserver.render import ready
from mockserver.render import tags as tag_render
from mockserver.render import trends as render
from mockserver.store import trends as store
from mockserver.store.paging import limit_of, offset_of

T = TypeVar("T")
TAGS_PATH = "/api/v1/trends/tags"


def cut(op: Offset, found: Sequence[T], default: int, maximum: int) -> tuple[Sequence[T], dict[str, Any]]:
    """The asked part of a ranking, and how to go on: `next` when it is full, `prev` from the third page
    on."""
    limit, offset = limit_of(op.limit, default, maximum), offset_of(op.offset)
    part = found[offset : offset + limit]
    ways: dict[str, Any] = {}
    if len(part) == limit:
        ways["next"] = {"offset": offset + limit}
    if offset > limit:
        ways["prev"] = {"offset": offset - limit}
    return part, ways


def on(ctx: Context) -> bool:
    return bool(ctx.instance.settings["trends"])


def by_default(ctx: Context) -> bool:
    return bool(ctx.instance.settings["trendable_by_default"])


@handles(trends.Tags, trends.TagsV1)
def tags(ctx: Context, op: trends.Tags) -> Page | list[Any]:
    """The former address links to the new one."""
    if not on(ctx):
        return []
    part, ways = cut(op, store.tag_ids(ctx.db, ctx.now, by_default=by_default(ctx)), 10, 20)
    return Page(tag_render.many(ctx, part), path=TAGS_PATH, **ways)


@handles(trends.Statuses)
def statuses(ctx: Context, op: trends.Statuses) -> Page | list[Any]:
    if not on(ctx):
        return []
    found = store.posts(ctx.db, ctx.now, ctx.viewer_id, by_default=by_default(ctx))
    part, ways = cut(op, preferred_first(ctx, found), 20, 40)
    return Page(ready.many(ctx, [row.id for row in part]), **ways)


@handles(trends.Links)
def links(ctx: Context, op: trends.Links) -> Page | list[Any]:
    if not on(ctx):
        return []
    found = store.links(ctx.db, ctx.now, by_default=by_default(ctx))
    part, ways = cut(op, preferred_first(ctx, found), 10, 20)
    return Page(render.links(ctx, part), **ways)


def preferred_first(ctx: Context, found: Sequence[Any]) -> list[Any]:
    """What is in the reader's languages comes before the rest; the order stays otherwise."""
    languages = locales.preferred(ctx)
    return sorted(found, key=lambda row: row.language not in languages)
