"""Upload files to be attached to statuses: https://docs.joinmastodon.org/methods/media/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import media
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import uploads
from mockserver.handlers.binding import Reply, handles
from mockserver.media.faults import PROCESSING_FAILED
from mockserver.render import media as render
from mockserver.store import media as store
from mockserver.store.database import Row

PARTIAL = 206


def read(op: media.Create) -> uploads.Prepared:
    return uploads.prepare(op.file, op.thumbnail)


def read_at_once(op: media.CreateV1) -> uploads.Prepared:
    return uploads.prepare(op.file, op.thumbnail, at_once=True)


def read_artwork(op: media.Update) -> uploads.Artwork | None:
    return uploads.prepare_artwork(op.thumbnail)


@handles(media.Create, prepare=read)
def create(ctx: Context, op: media.Create) -> Reply:
    check_focus(ctx)
    row = uploads.upload(ctx, ctx.call.prepared, description=op.description, focus=op.focus)
    return Reply(render.one(ctx, row), status=200 if row.processing == "complete" else 202)


@handles(media.CreateV1, prepare=read_at_once)
def create_v1(ctx: Context, op: media.CreateV1) -> entities.MediaAttachment:
    check_focus(ctx)
    row = uploads.upload(ctx, ctx.call.prepared, description=op.description, focus=op.focus, at_once=True)
    return render.one(ctx, row)


@handles(media.Get)
def get(ctx: Context, op: media.Get) -> Reply:
    row = store.own_unattached(ctx, op.id)
    if row.processing == "queued":
        row = uploads.polled(ctx, row)
    return shown(ctx, row)


@handles(media.Update, prepare=read_artwork)
def update(ctx: Context, op: media.Update) -> Reply:
    row = store.own_unattached(ctx, op.id)
    check_focus(ctx)
    if row.processing != "failed":
        row = uploads.change(ctx, row, description=op.description, focus=op.focus, artwork=ctx.call.prepared)
    return shown(ctx, row)


@handles(media.Delete)
def delete(ctx: Context, op: media.Delete) -> None:
    row = store.own(ctx, op.id)
    if row.status_id is not None:
        raise errors.Unprocessable("Media attachment is currently used by a status")
    uploads.remove(ctx, row)


def shown(ctx: Context, row: Row) -> Reply:
    if row.processing == "failed":
        raise errors.Unprocessable(PROCESSING_FAILED)
    return Reply(render.one(ctx, row), status=200 if row.processing == "complete" else PARTIAL)


def check_focus(ctx: Context) -> None:
    """A real server breaks on a JSON number (recording media/focus)."""
    if isinstance(ctx.call.parameters.get("focus"), int | float):
        raise errors.InvalidParameter("focus must be two numbers in a text: 0.5,-0.25")
