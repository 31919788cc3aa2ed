"""Show hashtags on one's profile: https://docs.joinmastodon.org/methods/featured_tags/"""

from __future__ import annotations

from clientkit.entities import FeaturedTag, Tag
from clientkit.operations import featured_tags as ops
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import tags
from mockserver.handlers.binding import handles
from mockserver.render import tags as render
from mockserver.store import tags as store
from mockserver.store.paging import record_id
from mockserver.store.schema import featured_tags


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> list[FeaturedTag]:
    return render.featured_by(ctx, ctx.me)


@handles(ops.Feature)
def feature(ctx: Context, op: ops.Feature) -> FeaturedTag:
    if not isinstance(op.name, str) or not op.name.strip():
        raise errors.ParameterMissing("name")
    row = tags.feature(ctx, ctx.me, op.name.strip().removeprefix("#"))
    return render.featured(ctx, ctx.me, [row])[0]


@handles(ops.Unfeature)
def unfeature(ctx: Context, op: ops.Unfeature) -> None:
    if not ctx.db.delete(featured_tags, id=record_id(op.id), account_id=ctx.me.id):
        raise errors.RecordNotFound


@handles(ops.Suggestions)
def suggestions(ctx: Context, op: ops.Suggestions) -> list[Tag]:
    return render.many(ctx, store.suggested(ctx.db, ctx.me.id))
