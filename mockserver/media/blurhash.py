"""BlurHash: a picture as a few cosine components in base 83.

The algorithm: https://github.com/woltapp/blurhash/blob/master/Algorithm.md. `of_picture` adds how Mastodon
prepares a picture for it; every constant there was found by matching the hashes of recorded uploads.
"""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

COMPONENTS: Final = 4
BOX: Final = 100
DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
_LINEAR: Final = [
    v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)
]
_EDGE: Final = 4
FAR: Final = 100.0
"""Pictures more than twice so many times larger than the hash reads are shrunk roughly first."""


def encode(width: int, height: int, rgb: bytes) -> str:
    """The hash of `rgb`, three bytes a pixel, in 4×4 components."""
    factors = _factors(width, height, rgb)
    (average, *details) = factors
    peak = max(abs(value) for detail in details for value in detail)
    quantised_peak = max(0, min(82, math.floor(peak * 166 - 0.5)))
    red, green, blue = map(_to_srgb, average)
    return "".join(
        (
            _base83((COMPONENTS - 1) * 10, 1),
            _base83(quantised_peak, 1),
            _base83((red << 16) + (green << 8) + blue, 4),
            *(_base83(_quantise(detail, (quantised_peak + 1) / 166), 2) for detail in details),
        )
    )


def _factors(width: int, height: int, rgb: bytes) -> list[list[float]]:
    """Per component (row by row) the weights of red, green and blue.

    First along x, then along y: each row is read once, and equal rows are summed once.
    """
    across = [[math.cos(math.pi * i * x / width) for x in range(width)] for i in range(1, COMPONENTS)]
    known: dict[bytes, list[float]] = {}
    rows = []
    for start in range(0, width * height * 3, width * 3):
        row = rgb[start : start + width * 3]
        sums = known.get(row)
        if sums is None:
            sums = known[row] = []
            for channel in range(3):
                light = [_LINEAR[value] for value in row[channel::3]]
                sums.append(sum(light))
                sums.extend(sum(map(mul, light, wave)) for wave in across)
        rows.append(sums)
    columns = list(zip(*rows, strict=True))
    factors = []
    for j in range(COMPONENTS):
        down = [math.cos(math.pi * j * y / height) for y in range(height)]
        for i in range(COMPONENTS):
            scale = (1 if i == j == 0 else 2) / (width * height)
            factors.append([scale * sum(map(mul, columns[c * COMPONENTS + i], down)) for c in range(3)])
    return factors


def _to_srgb(value: float) -> int:
    value = max(0.0, min(1.0, value))
    curved = value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return int(curved * 255 + 0.5)


def _quantise(detail: list[float], peak: float) -> int:
    total = 0
    for value in detail:
        root = math.copysign(math.sqrt(abs(value) / peak), value)
        total = total * 19 + max(0, min(18, math.floor(root * 9 + 9.5)))
    return total


def _base83(value: int, length: int) -> str:
    return "".join(DIGITS[value // 83**place % 83] for place in reversed(range(length)))


def of_picture(picture: Image) -> str:
    """The hash of a preview, brought into a box of 100×100 first (small pictures are enlarged)."""
    fitted = _fit(picture)
    if fitted.mode != "RGB":
        fitted = fitted.convert("RGB")
    return encode(fitted.width, fitted.height, fitted.tobytes())


def _fit(picture: Image) -> Image:
    """The picture fitted into the box.

    Enlarging is libvips' bicubic: edges go on for ever, and the grid is half a result pixel off the centre.
    """
    from PIL.Image import Resampling

    if picture.mode not in ("RGB", "RGBA"):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    width, height = picture.size
    scale = min(BOX / width, BOX / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    if scale <= 1:
        return picture.resize(size, Resampling.LANCZOS, reducing_gap=FAR)
    origin = _EDGE - 0.5 / scale
    box = (origin, origin, origin + width, origin + height)
    return _with_edges(picture).resize(size, Resampling.BICUBIC, box=box)


def _with_edges(picture: Image) -> Image:
    """The picture with its outermost pixels repeated on each side."""
    from PIL import Image as images

    width, height = picture.size
    wide = images.new(picture.mode, (width + 2 * _EDGE, height + 2 * _EDGE))
    wide.paste(picture, (_EDGE, _EDGE))
    first, last = picture.crop((0, 0, 1, height)), picture.crop((width - 1, 0, width, height))
    for offset in range(_EDGE):
        wide.paste(first, (offset, _EDGE))
        wide.paste(last, (width + _EDGE + offset, _EDGE))
    top = wide.crop((0, _EDGE, wide.width, _EDGE + 1))
    bottom = wide.crop((0, height + _EDGE - 1, wide.width, height + _EDGE))
    for offset in range(_EDGE):
        wide.paste(top, (0, offset))
        wide.paste(bottom, (0, height + _EDGE + offset))
    return wide
