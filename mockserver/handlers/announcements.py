"""Announcements of the server: https://docs.joinmastodon.org/methods/announcements/"""

from __future__ import annotations

from clientkit.entities import Announcement
from clientkit.operations import announcements as ops
from mockserver.context import Context
from mockserver.domain import announcements as domain
from mockserver.handlers.binding import handles
from mockserver.render import announcements as render
from mockserver.store import announcements as store


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> list[Announcement]:
    return render.many(ctx, store.published(ctx.db))


@handles(ops.Dismiss)
def dismiss(ctx: Context, op: ops.Dismiss) -> None:
    domain.dismiss(ctx, domain.published(ctx, op.id))


@handles(ops.AddReaction)
def add_reaction(ctx: Context, op: ops.AddReaction) -> None:
    domain.react(ctx, domain.published(ctx, op.id), op.name)


@handles(ops.RemoveReaction)
def remove_reaction(ctx: Context, op: ops.RemoveReaction) -> None:
    domain.take_back(ctx, domain.published(ctx, op.id), op.name)
