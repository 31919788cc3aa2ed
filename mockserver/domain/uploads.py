"""Uploads: taking a file, processing it in the background, changing and removing it.

Docs: https://docs.joinmastodon.org/methods/media/ (facts: reference media.md, recordings media/*). What is
slow runs in threads: `prepare` before the call's transaction, the second half of clips and sound after it. A
clip is shown as finished when that work is done *and* `Options.media_processing` lets it: after so many
polls, or at a time of the instance's clock.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, Struct

from clientkit.operations.base import FileParam, Text, Upload
from mockserver import errors
from mockserver.domain import due
from mockserver.domain.pictures import partitioned
from mockserver.media import faults, processing
from mockserver.options import Processing
from mockserver.store import media as store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.instance import Instance

LOCAL, COPIES = "media_attachments", "cache/media_attachments"
"""Where the files of this server's own attachments are kept, and its copies of those of others."""
DESCRIPTION_LIMIT = 10_000  # characters
_NEVER = 253_402_300_799_000  # the end of the year 9999, in ms: what only polls release
_TOO_LONG = f"Description is too long (maximum is {DESCRIPTION_LIMIT} characters)"
_THUMBNAIL_KINDS = ("audio", "video")


class Artwork(Struct, frozen=True):
    """What became of a thumbnail that was sent: `thumbnail`, or why it is refused."""

    thumbnail: processing.Thumbnail | None = None
    error: faults.MediaError | None = None


class Prepared(Struct, frozen=True):
    """What the slow first half made of an upload; all None when no file was sent."""

    data: bytes = b""
    file: processing.Processed | None = None
    error: faults.MediaError | None = None
    artwork: Artwork | None = None


# --- slow, in threads


def prepare(file: FileParam, thumbnail: FileParam, *, at_once: bool = False) -> Prepared:
    """Read an upload; `at_once`: process it to the end. Raises BadRequest for a thumbnail that is plain
    text."""
    artwork = prepare_artwork(thumbnail)
    if not isinstance(file, Upload):
        if file is UNSET or not file:
            return Prepared(artwork=artwork)
        decoded = processing.decode_data_uri(file)
        if decoded is None:  # an address that a real server would fetch, or nonsense
            return Prepared(error=faults.ProcessingFailed(), artwork=artwork)
        file = Upload("", *decoded)
    accept = processing.accept_at_once if at_once else processing.accept
    try:
        return Prepared(file.data, accept(file.data, file.filename, file.content_type), artwork=artwork)
    except faults.MediaError as error:
        return Prepared(file.data, error=error, artwork=artwork)


def prepare_artwork(given: FileParam) -> Artwork | None:
    """Read a thumbnail, None when none was sent; plain text is a BadRequest (recording media/thumbnail)."""
    if not isinstance(given, Upload):
        if given is UNSET or not given:
            return None
        decoded = processing.decode_data_uri(given)
        if decoded is None:
            raise errors.BadRequest
        given = Upload("", *decoded)
    try:
        return Artwork(processing.thumbnail(given.data, given.filename, given.content_type))
    except faults.MediaError as error:
        return Artwork(error=error)


# --- uploading


def upload(ctx: Context, prepared: Prepared, *, description: Text, focus: Text, at_once: bool = False) -> Row:
    """Store an upload of the caller's; the row's `processing` says whether more is to be done (never
    with `at_once`)."""
    made = prepared.file
    _validate(prepared, description, None if made is None else made.type)
    assert made is not None
    rule = Processing() if at_once else ctx.instance.options.media_processing.get(made.type, Processing())
    if rule.immediate and made.asynchronous:
        # Who asks for processing "at once" is ready to wait for it within the call.
        made = _finished(prepared.data, made)
    words = description if isinstance(description, str) else None
    media_id = _insert(ctx, ctx.me.id, made, words, queued=not rule.immediate)
    row = change(ctx, store.by_id(ctx.db, media_id), focus=focus, artwork=prepared.artwork)
    if not rule.immediate:
        _queue(ctx, row, prepared.data, made, rule)
    return row


def store_finished(
    ctx: Context, account_id: int, data: bytes, filename: str, *, description: str | None, focus: str | None
) -> int:
    """Put an attachment there, processed to the end; for scenarios. Raises MediaError; gives its id."""
    media_id = _insert(
        ctx, account_id, processing.accept_at_once(data, filename, ""), description, queued=False
    )
    change(ctx, store.by_id(ctx.db, media_id), focus=focus)
    return media_id


def store_copy(
    ctx: Context, account_id: int, data: bytes, filename: str, remote_url: str, **shown: Any
) -> int:
    """Put an attachment of another server there, with this server's copy of it; for scenarios. `shown`:
    columns that tell otherwise than the data. Raises MediaError; gives its id."""
    made = processing.accept_at_once(data, filename, "")
    media_id = _insert(ctx, account_id, made, None, queued=False, root=COPIES)
    store.change(ctx.db, store.by_id(ctx.db, media_id), remote_url=remote_url, **shown)
    return media_id


def _finished(data: bytes, made: processing.Processed) -> processing.Processed:
    try:
        return processing.finish(data, made)
    except faults.MediaError as error:
        raise errors.Unprocessable(error.message) from error


def _insert(
    ctx: Context,
    account_id: int,
    made: processing.Processed,
    description: str | None,
    *,
    queued: bool,
    root: str = LOCAL,
) -> int:
    media_id, stem = ctx.instance.ids.snowflake(), ctx.instance.ids.hex()
    sound = made.type == "audio"
    store.insert(
        ctx.db,
        id=media_id,
        account_id=account_id,
        type=made.type,
        processing="queued" if queued else "complete",
        original=_store_style(ctx, media_id, "original", stem, made.original, root),
        small=None if sound else _store_style(ctx, media_id, "small", stem, made.small, root),
        thumbnail=_store_artwork(ctx, media_id, made.small) if sound else None,
        description=description,
        blurhash=made.blurhash,
        meta=dict(made.meta),
        created_at=ctx.now,
    )
    return media_id


def _store_style(
    ctx: Context, media_id: int, style: str, stem: str, stored: processing.Stored | None, root: str
) -> str | None:
    path = f"{root}/files/{partitioned(media_id)}/{style}/{stem}"
    return None if stored is None else _store(ctx, path, stored)


def _store_artwork(ctx: Context, media_id: int, stored: processing.Stored | None) -> str | None:
    if stored is None:
        return None
    return _store(
        ctx, f"media_attachments/thumbnails/{partitioned(media_id)}/original/{ctx.instance.ids.hex()}", stored
    )


def _store(ctx: Context, path: str, stored: processing.Stored) -> str:
    path = f"{path}.{stored.extension}"
    store.keep_file(ctx.db, path, stored.content_type, stored.data, ctx.now)
    return path


# --- what is refused


def _validate(prepared: Prepared, description: Text, kind: str | None) -> None:
    """Raise what is wrong with an upload, all in one sentence: the file, its thumbnail, its words, what
    is missing."""
    messages: list[str] = []
    for error in (prepared.error, prepared.artwork.error if prepared.artwork else None):
        if isinstance(error, faults.InvalidFile):
            messages += [fault.sentence for fault in error.faults]
        elif error is not None:
            raise errors.Unprocessable(error.message)
    messages += description_faults(description)
    if prepared.file is None and prepared.error is None:
        messages.append(faults.FILE_BLANK.sentence)
    if prepared.artwork is not None and kind is not None and kind not in _THUMBNAIL_KINDS:
        messages.append(faults.THUMBNAIL_NOT_ALLOWED.sentence)
    if messages:
        raise errors.ValidationFailed(*messages)


def description_faults(description: Text) -> list[str]:
    return [_TOO_LONG] if isinstance(description, str) and len(description) > DESCRIPTION_LIMIT else []


# --- processing in the background


def _queue(ctx: Context, row: Row, data: bytes, made: processing.Processed, rule: Processing) -> None:
    store.queue(ctx.db, row.id, data=data, polls=rule.polls, result=None if made.asynchronous else {})
    at = ctx.now + round(rule.seconds * 1000) if rule.seconds else _NEVER
    due.schedule(ctx, "media", at, id=row.id)
    if made.asynchronous:
        _start(ctx.instance, row.id, data, made)


def _start(instance: Instance, media_id: int, data: bytes, made: processing.Processed) -> None:
    """Have the rest of the work done in a thread; without an event loop (in a script that seeds) here
    and now."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        with instance.context() as ctx:
            _keep_result(ctx, media_id, _attempt(data, made))
        return
    job = loop.create_task(_work(instance, media_id, data, made), name=_job_name(media_id))
    instance.jobs.add(job)
    job.add_done_callback(instance.jobs.discard)


def _job_name(media_id: int) -> str:
    return f"media {media_id}"


async def _work(instance: Instance, media_id: int, data: bytes, made: processing.Processed) -> None:
    done = await asyncio.to_thread(_attempt, data, made)
    with instance.context() as ctx:
        _keep_result(ctx, media_id, done)


def _attempt(data: bytes, made: processing.Processed) -> processing.Processed | None:
    try:
        return processing.finish(data, made)
    except faults.MediaError:
        return None


def _keep_result(ctx: Context, media_id: int, done: processing.Processed | None) -> None:
    """Lay by what the work gave until it may be seen; the attachment may be gone by now."""
    row, job = store.find(ctx.db, media_id), store.job(ctx.db, media_id)
    if row is None or job is None:
        return
    if done is None:
        result: dict[str, Any] = {"failed": True}
    else:
        stem = row.small.rpartition("/")[2].partition(".")[0] if row.small else ctx.instance.ids.hex()
        result = {
            "original": _store_style(ctx, media_id, "original", stem, done.original, LOCAL),
            "meta": done.meta,
        }
        if row.type == "audio" and done.small is not None:
            result |= {"thumbnail": _store_artwork(ctx, media_id, done.small), "blurhash": done.blurhash}
    store.change_job(ctx.db, media_id, result=result)
    if job.released:
        _complete(ctx, media_id)


@due.job("media")
def _release(ctx: Context, payload: dict[str, Any]) -> None:
    """The clock lets the attachment be finished."""
    job = store.job(ctx.db, payload["id"])
    if job is not None:
        _let_finish(ctx, job)


def polled(ctx: Context, row: Row) -> Row:
    """Count a look at an attachment in processing; the row as it is after that."""
    job = store.job(ctx.db, row.id)
    if job is None:
        return row
    if job.polls > 0:
        store.change_job(ctx.db, row.id, polls=job.polls - 1)
    elif job.released or not _by_clock(ctx, row):
        _let_finish(ctx, job)
    return store.by_id(ctx.db, row.id)


def _by_clock(ctx: Context, row: Row) -> bool:
    return bool(ctx.instance.options.media_processing.get(row.type, Processing()).seconds)


def _let_finish(ctx: Context, job: Row) -> None:
    store.change_job(ctx.db, job.media_id, released=True)
    if job.result is not None:
        _complete(ctx, job.media_id)
    elif not any(
        isinstance(j, asyncio.Task) and j.get_name() == _job_name(job.media_id) for j in ctx.instance.jobs
    ):
        # The work was cut off: by a restart, or it belongs to the world that a snapshot was taken of.
        row = store.by_id(ctx.db, job.media_id)
        begun = processing.Processed(row.type, None, None, row.meta, row.blurhash, asynchronous=True)
        _start(ctx.instance, row.id, job.data, begun)


def _complete(ctx: Context, media_id: int) -> None:
    """Show the finished work; what was changed meanwhile (words, focus, a thumbnail) stays."""
    row, job = store.by_id(ctx.db, media_id), store.job(ctx.db, media_id)
    assert job is not None
    store.remove_job(ctx.db, media_id)
    result = job.result
    if result.get("failed"):
        store.change(ctx.db, row, processing="failed")
        return
    values: dict[str, Any] = {"processing": "complete"}
    if result.get("original"):
        values["original"] = result["original"]
    made = result.get("meta", {})
    if row.thumbnail is not None:
        made = {name: value for name, value in made.items() if name not in ("small", "colors")}
        if result.get("thumbnail"):
            store.drop_files(ctx.db, [result["thumbnail"]])
    elif result.get("thumbnail"):
        values |= {"thumbnail": result["thumbnail"], "blurhash": result["blurhash"]}
    store.change(ctx.db, row, meta={**row.meta, **made}, **values)


# --- changing and removing


def change(
    ctx: Context, row: Row, *, description: Text = UNSET, focus: Text = UNSET, artwork: Artwork | None = None
) -> Row:
    """Change what is sent of an attachment, the rest stays; null empties the description. Raises
    ValidationFailed."""
    messages = []
    if artwork is not None and artwork.error is not None:
        if not isinstance(artwork.error, faults.InvalidFile):
            raise errors.Unprocessable(artwork.error.message)
        messages = [fault.sentence for fault in artwork.error.faults]
    messages += description_faults(description)
    if artwork is not None and row.type not in _THUMBNAIL_KINDS:
        messages.append(faults.THUMBNAIL_NOT_ALLOWED.sentence)
    if messages:
        raise errors.ValidationFailed(*messages)
    values: dict[str, Any] = {} if description is UNSET else {"description": description}
    meta = dict(row.meta or {})
    point = processing.parse_focus(focus) if isinstance(focus, str) else None
    if point is not None:
        meta["focus"] = point
    if artwork is not None and artwork.thumbnail is not None:
        made = artwork.thumbnail
        if row.thumbnail is not None:
            store.drop_files(ctx.db, [row.thumbnail])
        values |= {"thumbnail": _store_artwork(ctx, row.id, made.original), "blurhash": made.blurhash}
        meta |= {"small": made.meta_small, "colors": made.colors}
    if meta != (row.meta or {}):
        values["meta"] = meta
    if not values:
        return row
    store.change(ctx.db, row, **values)
    return store.by_id(ctx.db, row.id)


def remove(ctx: Context, row: Row) -> None:
    """Delete an attachment and its files: their addresses answer 404 at once."""
    store.drop_files(ctx.db, [path for path in (row.original, row.small, row.thumbnail) if path is not None])
    store.remove_job(ctx.db, row.id)
    store.remove(ctx.db, row)
