"""What an upload becomes: the stored files, their metadata and their blurhash.

Docs: https://docs.joinmastodon.org/entities/MediaAttachment/. `accept` is what an upload waits for,
`finish` the slow rest that video and sound have; both are pure and may run in any thread. Whatever the
bytes are, nothing but a `MediaError` leaves this module.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from mockserver.media import blurhash, clips, colors, images, kinds
from mockserver.media.faults import MediaError, ProcessingFailed
from mockserver.media.params import decode_data_uri, parse_focus
from mockserver.media.validation import validated_type

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = [
    "Picture",
    "Processed",
    "Stored",
    "Thumbnail",
    "accept",
    "accept_at_once",
    "avatar",
    "decode_data_uri",
    "finish",
    "header",
    "parse_focus",
    "thumbnail",
]

AVATAR_SIDE: Final = 400
HEADER_PIXELS: Final = 750_000
PICTURE_MEGABYTES: Final = kinds.PICTURE_SIZE_LIMIT // kinds.MEGABYTE
IMAGE_MEGABYTES: Final = kinds.IMAGE_SIZE_LIMIT // kinds.MEGABYTE

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Stored:
    """A file as it is kept: `extension` without dot."""

    extension: str
    content_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Processed:
    """An attachment's files and facts.

    `type` is image, gifv, video or audio; `meta` has `original` and `small` as the entity shows them (and
    `colors` for artwork); `original` is None while `asynchronous` work is still to be done by `finish`.
    """

    type: str
    original: Stored | None
    small: Stored | None
    meta: dict[str, Any]
    blurhash: str | None
    asynchronous: bool


@dataclass(frozen=True)
class Thumbnail:
    """Artwork given with sound or video.

    It takes the preview's place and brings its measures, hash and colours.
    """

    original: Stored
    meta_small: dict[str, Any]
    blurhash: str
    colors: dict[str, str]


@dataclass(frozen=True)
class Picture:
    """An avatar or header; `static` is the still of a GIF, else None."""

    original: Stored
    static: Stored | None


def _only_media_errors(function: Callable[P, R]) -> Callable[P, R]:
    """Decoders meet hostile bytes in ways of their own (MemoryError among them).

    All of them mean the same here.
    """

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except MediaError:
            raise
        except Exception as error:
            raise ProcessingFailed from error

    return guarded


@_only_media_errors
def accept(data: bytes, filename: str, content_type: str) -> Processed:
    """Validate an upload and do what its answer waits for.

    :param content_type: as declared by the client; the content itself decides
    :raises MediaError: with the exact text of the refusal
    """
    kind = validated_type(data, filename, content_type)
    if kind == "image/gif" and images.is_animated(data):
        return _preview(clips.to_mp4(data))
    if kind in kinds.IMAGE_MIME_TYPES:
        return _image(data, filename, kind)
    if kind in kinds.VIDEO_MIME_TYPES:
        return _preview(data)
    found = clips.probe(data)
    if not found.has_sound:
        raise ProcessingFailed
    return Processed("audio", None, None, {"original": found.meta}, None, asynchronous=True)


@_only_media_errors
def finish(data: bytes, processed: Processed) -> Processed:
    """The rest of the work on a clip that `accept` has taken: the file to store, and its final facts.

    :raises ProcessingFailed: the clip turned out to be undecodable
    """
    if not processed.asynchronous:
        return processed
    if processed.type == "audio":
        return _finished_sound(data, processed)
    if kinds.sniff(data) == "video/mp4" and clips.probe(data).plays_everywhere:
        return replace(processed, original=Stored("mp4", "video/mp4", data), asynchronous=False)
    video = clips.to_mp4(data)
    meta = {**processed.meta, "original": clips.probe(video).meta}
    return replace(processed, original=Stored("mp4", "video/mp4", video), meta=meta, asynchronous=False)


@_only_media_errors
def accept_at_once(data: bytes, filename: str, content_type: str) -> Processed:
    """An upload processed within its call, as by the old `POST /api/v1/media`.

    Of a transcoded video the preview is then made from the result, while the measures stay those of the
    upload (recording `media/v1_kinds`).

    :raises MediaError: with the exact text of the refusal
    """
    accepted = accept(data, filename, content_type)
    finished = finish(data, accepted)
    if finished.type in ("image", "audio") or finished.original is None or finished.original.data == data:
        return finished
    shown = _preview(finished.original.data)
    meta = {"original": accepted.meta["original"], "small": shown.meta["small"]}
    return replace(finished, small=shown.small, meta=meta, blurhash=shown.blurhash)


@_only_media_errors
def thumbnail(data: bytes, filename: str, content_type: str) -> Thumbnail:
    """Artwork uploaded with sound or video; faults are named `Thumbnail …`.

    :raises MediaError: with the exact text of the refusal
    """
    kind = validated_type(
        data,
        filename,
        content_type,
        attribute="thumbnail",
        allowed=kinds.IMAGE_MIME_TYPES,
        megabytes=IMAGE_MEGABYTES,
    )
    return _artwork(images.decode(data, kind), filename, kind, data)


@_only_media_errors
def avatar(data: bytes, filename: str, content_type: str) -> Picture:
    """A profile picture, 400×400; faults are named `Avatar …`. A GIF goes on moving, at its own size."""
    kind = _picture_type("avatar", data, filename, content_type)
    square = images.cropped_square(images.decode(data, kind), AVATAR_SIDE)
    return _picture(square, data, filename, kind)


@_only_media_errors
def header(data: bytes, filename: str, content_type: str) -> Picture:
    """A profile's banner of at most 750 000 pixels; faults are named `Header …`."""
    kind = _picture_type("header", data, filename, content_type)
    banner = images.decode(data, kind)
    size = images.area_box(*banner.size, HEADER_PIXELS)
    return _picture(images.scaled(banner, size), data, filename, kind)


def _image(data: bytes, filename: str, kind: str) -> Processed:
    """The preview is made from the stored original, not from the upload: what is lossy loses twice."""
    original, shown = _kept(images.decode(data, kind), images.ORIGINAL_PIXELS, filename, kind, data)
    small, preview = _kept(shown, images.SMALL_PIXELS, filename, "image/png" if kind == "image/gif" else kind)
    meta = {"original": images.geometry(shown), "small": images.geometry(preview)}
    return Processed("image", original, small, meta, blurhash.of_picture(preview), asynchronous=False)


def _kept(picture: Image, pixels: int, filename: str, kind: str, upload: bytes = b"") -> tuple[Stored, Image]:
    """A picture of at most so many pixels as it is stored, and as it looks from there."""
    target = images.stored_type(kind)
    fitted = images.scaled(picture, images.area_box(*picture.size, pixels))
    if kind == "image/gif" and upload and fitted is picture:
        file = upload
    else:
        file = images.encoded(fitted, target)
        if target in ("image/jpeg", "image/webp"):
            fitted = images.decode(file, target)
    return Stored(images.extension(kind, filename), target, file), fitted


def _preview(video: bytes) -> Processed:
    """What a clip's answer shows before it is finished; one without sound is a gifv."""
    found = clips.probe(video)
    clips.check_video(found)
    picture = clips.preview(video)
    return Processed(
        type="video" if found.has_sound else "gifv",
        original=None,
        small=Stored("png", "image/png", images.encoded(picture, "image/png")),
        meta={"original": found.meta, "small": images.geometry(picture)},
        blurhash=blurhash.of_picture(picture),
        asynchronous=True,
    )


def _finished_sound(data: bytes, processed: Processed) -> Processed:
    """Sound with artwork inside keeps the measures of the upload (recording `media/audio_cover_mp3`)."""
    sound = clips.to_mp3(data)
    done = replace(processed, original=Stored("mp3", "audio/mpeg", sound), asynchronous=False)
    if not clips.probe(data).has_picture:
        return replace(done, meta={**processed.meta, "original": clips.probe(sound).meta})
    try:
        picture = clips.preview(data, box=(1 << 16, 1 << 16))
    except MediaError:  # broken artwork is no reason to refuse the sound
        return done
    art = _artwork(picture, "", "image/png", b"")
    meta = {**processed.meta, "small": art.meta_small, "colors": art.colors}
    return replace(done, small=art.original, meta=meta, blurhash=art.blurhash)


def _artwork(picture: Image, filename: str, kind: str, upload: bytes) -> Thumbnail:
    stored, shown = _kept(picture, images.SMALL_PIXELS, filename, kind, upload)
    return Thumbnail(stored, images.geometry(shown), blurhash.of_picture(shown), colors.of_picture(shown))


def _picture_type(attribute: str, data: bytes, filename: str, content_type: str) -> str:
    return validated_type(
        data,
        filename,
        content_type,
        attribute=attribute,
        allowed=kinds.PICTURE_MIME_TYPES,
        megabytes=PICTURE_MEGABYTES,
    )


def _picture(shown: Image, upload: bytes, filename: str, kind: str) -> Picture:
    if kind == "image/gif":
        static = Stored("png", "image/png", images.encoded(shown, "image/png"))
        return Picture(Stored("gif", kind, upload), static)
    return Picture(Stored(images.extension(kind, filename), kind, images.encoded(shown, kind)), None)
