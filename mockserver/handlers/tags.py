"""Show, follow and feature hashtags: https://docs.joinmastodon.org/methods/tags/"""

from __future__ import annotations

from clientkit.entities import Tag
from clientkit.operations import tags as ops
from mockserver.context import Context
from mockserver.domain import tags
from mockserver.handlers.binding import handles
from mockserver.render import tags as render


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Tag:
    name, tag = tags.named(ctx, op.name)
    return render.unused(ctx, name) if tag is None else render.one(ctx, tag)


@handles(ops.Follow)
def follow(ctx: Context, op: ops.Follow) -> Tag:
    name, _ = tags.named(ctx, op.name)
    return render.one(ctx, tags.follow(ctx, ctx.me, name))


@handles(ops.Unfollow)
def unfollow(ctx: Context, op: ops.Unfollow) -> Tag:
    name, tag = tags.named(ctx, op.name)
    if tag is None:
        return render.unused(ctx, name)
    tags.unfollow(ctx, ctx.me, tag)
    return render.one(ctx, tag)


@handles(ops.Feature)
def feature(ctx: Context, op: ops.Feature) -> Tag:
    name, tag = tags.named(ctx, op.name)
    return render.one(ctx, tags.feature_tag(ctx, ctx.me, name, tag))


@handles(ops.Unfeature)
def unfeature(ctx: Context, op: ops.Unfeature) -> Tag:
    name, tag = tags.named(ctx, op.name)
    if tag is None:
        return render.unused(ctx, name)
    tags.unfeature(ctx, ctx.me, tag)
    return render.one(ctx, tag)
