"""Pictures: decoding them (damaged ones too), scaling them by area, storing them without metadata.

What Mastodon 4.6 does with libvips, done with Pillow; the numbers are those of the recordings
`media/kinds_*`.
"""

from __future__ import annotations

import io
import math
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from mockserver.media import heif
from mockserver.media.faults import NotIdentified, ProcessingFailed, UnsupportedDimensions
from mockserver.media.headers import dimensions, repaired_png
from mockserver.media.kinds import GIF_MATRIX_LIMIT, IMAGE_MATRIX_LIMIT

if TYPE_CHECKING:
    from PIL.Image import Image

ORIGINAL_PIXELS: Final = 3840 * 2160
SMALL_PIXELS: Final = 640 * 360
"""Areas, not boxes: a panorama's preview may be 960 pixels wide."""

LONGEST_SIDE: Final = 10_000_000
"""libvips reads no picture with a longer one (VIPS_MAX_COORD)."""
STRIP: Final = 100_000
"""From this length on a picture is scaled by leaving pixels out: Pillow computes the weights of all others
beforehand, in seconds in which nothing else runs."""

JPEG_END: Final = b"\xff\xd9"

QUALITY: Final = 75
"""libvips' own choice for JPEG and WebP.

With it the blurhashes of twice saved pictures are the recorded ones.
"""

_PILLOW_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
_EXTENSIONS: Final = {"image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


def check_dimensions(data: bytes, content_type: str) -> None:
    """Refuse a picture of too many pixels by its header alone.

    :raises UnsupportedDimensions: more than 33 177 600 pixels, or 921 600 for a GIF (recording
    `media/too_large`)
    :raises NotIdentified: the header is not whole
    """
    size = dimensions(data, content_type)
    if size is None:
        raise NotIdentified
    is_gif = content_type == "image/gif"
    if size[0] * size[1] > (GIF_MATRIX_LIMIT if is_gif else IMAGE_MATRIX_LIMIT):
        raise UnsupportedDimensions(
            f"{size[0]}x{size[1]} {'GIF files' if is_gif else 'images'} are not supported"
        )


def decode(data: bytes, content_type: str) -> Image:
    """The first frame, upright, as far as it can be read: rows that a truncated file lacks are black."""
    from PIL import Image, ImageOps

    if content_type in ("image/heic", "image/heif"):
        return _decode_heif(data)
    source = io.BytesIO(_complete(data, content_type))
    try:
        picture: Image.Image = Image.open(source, formats=["AVIF"] if content_type == "image/avif" else None)
    except Exception as error:
        raise ProcessingFailed from error
    if picture.width * picture.height > IMAGE_MATRIX_LIMIT or max(picture.size) > LONGEST_SIDE:
        raise ProcessingFailed
    _load_leniently(picture)
    try:
        picture = ImageOps.exif_transpose(picture)
    except Exception:  # a damaged EXIF block leaves the picture as it is stored
        return picture
    return picture


def _complete(data: bytes, content_type: str) -> bytes:
    """The file with an end, so that a truncated one is decoded up to where it breaks off."""
    if content_type == "image/png":
        return repaired_png(data)
    return data + JPEG_END if content_type == "image/jpeg" else data


def _load_leniently(picture: Any) -> None:
    """Decode what is there. Pillow's own switch for this is global, and the process is not ours alone."""
    try:
        picture.load()
    except Exception as error:
        if getattr(picture, "_im", None) is None:
            raise ProcessingFailed from error
        picture.tile = []


def _decode_heif(data: bytes) -> Image:
    """Pillow reads no HEIC, FFmpeg does: one stream, or one for each tile of a grid in reading order."""
    import av
    from PIL import Image

    shown = heif.primary(data)
    if shown is None:
        raise NotIdentified
    whole = Image.new("RGB", (shown.width, shown.height))
    with av.open(io.BytesIO(data), "r") as container:
        first = container.streams.video[0]
        tiles = [s for s in container.streams.video if (s.width, s.height) == (first.width, first.height)]
        columns = math.ceil(shown.width / first.width)
        rows = math.ceil(shown.height / first.height)
        if len(tiles) < columns * rows:
            raise ProcessingFailed
        for place, tile in enumerate(tiles[: columns * rows]):
            container.seek(0)
            frame: Any = next(iter(container.decode(tile)))
            whole.paste(_in_colour(frame), (place % columns * first.width, place // columns * first.height))
    return whole.rotate(90 * shown.turns, expand=True)


def _in_colour(frame: Any) -> Image:
    """A decoded tile as RGB.

    Chroma is spread linearly, as libheif does it (recording `media/kinds_modern`).
    """
    from PIL import Image
    from PIL.Image import Resampling

    if frame.format.name != "yuvj420p":
        picture: Image.Image = frame.to_image()
        return picture
    planes = []
    for plane in frame.planes:
        raw = bytes(plane)
        rows = (raw[start : start + plane.width] for start in range(0, len(raw), plane.line_size))
        grey = Image.frombytes("L", (plane.width, plane.height), b"".join(rows))
        planes.append(grey.resize((frame.width, frame.height), Resampling.BILINEAR))
    return Image.merge("YCbCr", planes).convert("RGB")


def is_animated(data: bytes) -> bool:
    """Whether a GIF has more than one frame."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            return bool(getattr(picture, "is_animated", False))
    except Exception:
        return False


def area_box(width: int, height: int, pixels: int) -> tuple[int, int]:
    """The size of a picture scaled to at most `pixels`, never enlarged.

    The ideal sides are rounded to a box, the picture is fitted into it, and its sides are rounded again:
    4000×3000 in 8 294 400 pixels gives a box of 3326×2494 and a picture of 3325×2494 (recording
    `media/kinds_shapes`).
    """
    if width * height <= pixels:
        return width, height
    box = (round(math.sqrt(pixels * width / height)), round(math.sqrt(pixels * height / width)))
    return fit_box(width, height, (max(1, box[0]), max(1, box[1])))


def fit_box(width: int, height: int, box: tuple[int, int]) -> tuple[int, int]:
    """The size of a picture fitted into a box, never enlarged."""
    scale = min(1.0, box[0] / width, box[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def scaled(picture: Image, size: tuple[int, int]) -> Image:
    """The picture in that size, in a mode that can be resampled."""
    from PIL.Image import Resampling

    if picture.size == size:
        return picture
    return smooth(picture).resize(size, Resampling.LANCZOS if max(size) < STRIP else Resampling.NEAREST)


def cropped_square(picture: Image, side: int) -> Image:
    """The middle of the picture, scaled to a square of `side` pixels."""
    from PIL import ImageOps
    from PIL.Image import Resampling

    return ImageOps.fit(smooth(picture), (side, side), Resampling.LANCZOS)


def smooth(picture: Image) -> Image:
    """The picture in eight bits of colour a channel, its transparency kept."""
    if picture.mode in ("RGB", "RGBA", "L"):
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def encoded(picture: Image, content_type: str) -> bytes:
    """The picture as a file of one of the stored types, without metadata."""
    target = io.BytesIO()
    options: dict[str, Any] = {"quality": QUALITY} if content_type in ("image/jpeg", "image/webp") else {}
    if content_type == "image/jpeg" and picture.mode not in ("RGB", "L"):
        picture = smooth(picture).convert("RGB")
    elif content_type == "image/webp" or picture.mode not in ("1", "L", "P", "RGB", "RGBA"):
        picture = smooth(picture)
    if content_type == "image/png" and picture.width * picture.height > SMALL_PIXELS:
        options["compress_level"] = 1
    bare = picture.copy()
    bare.info = {k: v for k, v in picture.info.items() if k == "transparency"}
    bare.save(target, _PILLOW_FORMATS[content_type], **options)
    return target.getvalue()


def stored_type(content_type: str) -> str:
    """The type a picture is stored as: its own, but HEIC and AVIF become JPEG."""
    return content_type if content_type in _PILLOW_FORMATS else "image/jpeg"


def extension(content_type: str, filename: str) -> str:
    """The stored extension.

    A JPEG keeps `jpg` only from a name ending in exactly that (recording `media/upload_more`).
    """
    if content_type == "image/jpeg" and PurePosixPath(filename).suffix == ".jpg":
        return "jpg"
    return _EXTENSIONS[stored_type(content_type)]


def geometry(picture: Image) -> dict[str, Any]:
    """The `original` or `small` entry of a picture's metadata."""
    return measures(picture.width, picture.height)


def measures(width: int, height: int) -> dict[str, Any]:
    """`aspect` is the unrounded quotient of the rounded sides."""
    return {"width": width, "height": height, "size": f"{width}x{height}", "aspect": width / height}
