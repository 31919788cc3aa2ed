"""The three colours that a player of sound with artwork is painted in.

Docs: `meta.colors` of https://docs.joinmastodon.org/entities/MediaAttachment/#audio. The most frequent
colours of ten steps a channel are compared: the background is the most frequent of the edges, the other two
are those of the whole picture that differ from it most (recording `media/audio_cover_mp3`).
"""

from __future__ import annotations

import colorsys
import math
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

Rgb = tuple[int, int, int]

BINS: Final = 10
PALETTE: Final = 10
EDGE: Final = 0.25
MINIMUM_CONTRASTS: Final = (2.0, 3.0)
"""For the accent, then for the foreground, as quotients of WCAG's relative luminance."""


def of_picture(picture: Image) -> dict[str, str]:
    """`background`, `foreground` and `accent` as `#rrggbb`."""
    if picture.mode == "P":
        # By way of its transparency, without which Pillow warns.
        picture = picture.convert("RGBA")
    small = picture.convert("RGB")
    small.thumbnail((100, 100))
    everywhere = _palette(small)
    background = _palette(*_edges(small))[0]
    fronts: list[Rgb] = []
    for minimum in MINIMUM_CONTRASTS:
        fit = [c for c in everywhere if c not in fronts and _contrast(background, c) >= minimum]
        if fit:
            fronts.append(max(fit, key=lambda color: _distance(background, color)))
    fronts += [_shifted(background, 0.35 + 0.15 * step) for step in range(2 - len(fronts))]
    foreground = max(fronts, key=lambda color: _contrast(background, color))
    accent = max(fronts, key=_saturation)
    return {"background": _hex(background), "foreground": _hex(foreground), "accent": _hex(accent)}


def _palette(*pictures: Image) -> list[Rgb]:
    """The most frequent bins' middle colours, the most frequent first."""
    raw = b"".join(picture.tobytes() for picture in pictures)
    bins = Counter(zip(*(bytes(v * BINS // 256 for v in raw[c::3]) for c in range(3)), strict=True))
    width = 256 / BINS
    return [
        (int((r + 0.5) * width), int((g + 0.5) * width), int((b + 0.5) * width))
        for (r, g, b), _ in bins.most_common(PALETTE)
    ]


def _edges(picture: Image) -> list[Image]:
    """A quarter of the picture on each side, or all of it when that is nothing."""
    width, height = picture.size
    across, down = int(width * EDGE), int(height * EDGE)
    if not across or not down:
        return [picture]
    boxes = (
        (0, 0, width, down),
        (0, height - down, width, height),
        (0, down, across, height - down),
        (width - across, down, width, height - down),
    )
    return [picture.crop(box) for box in boxes]


def _linear(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _luminance(color: Rgb) -> float:
    red, green, blue = map(_linear, color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _distance(one: Rgb, other: Rgb) -> float:
    return math.dist(_lab(one), _lab(other))


def _lab(color: Rgb) -> tuple[float, float, float]:
    red, green, blue = map(_linear, color)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _saturation(color: Rgb) -> float:
    return colorsys.rgb_to_hls(*(v / 255 for v in color))[2]


def _shifted(color: Rgb, by: float) -> Rgb:
    """Lighter, or darker where it is light already."""
    hue, light, saturation = colorsys.rgb_to_hls(*(v / 255 for v in color))
    light = light - by if light > 0.5 else light + by
    red, green, blue = colorsys.hls_to_rgb(hue, max(0.0, min(1.0, light)), saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def _hex(color: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
