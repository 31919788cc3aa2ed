"""Reading the parameters of an upload that are text: a `data:` address as the file, and the focal point.

Docs: https://docs.joinmastodon.org/methods/media/#v2 and
https://docs.joinmastodon.org/api/guidelines/#focal-points
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import string
from typing import Final

_DATA_URI: Final = re.compile(r"data:([-\w]+/[-\w+.]+)?;base64,(.*)", re.S)
_NOT_BASE64: Final = bytes(set(range(128)) - set(b"+/" + (string.ascii_letters + string.digits).encode()))
_NUMBER: Final = re.compile(r"\s*([-+]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)")


def decode_data_uri(text: str) -> tuple[str, bytes] | None:
    """Content type and bytes of a base64 `data:` address, or None for any other text."""
    match = _DATA_URI.match(text)
    if match is None:
        return None
    letters = match[2].encode("ascii", "ignore").translate(None, _NOT_BASE64)
    try:
        return match[1] or "text/plain", base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except (binascii.Error, ValueError):
        return None


def parse_focus(value: str) -> dict[str, float | None] | None:
    """The `focus` entry of the metadata, or None for a blank text, which changes nothing.

    Each part is read as far as it is a number (`abc` is 0), a missing part is None, further parts are
    ignored, and nothing is held to the range −1 to 1 (recording `media/focus`).
    """
    if not value.strip():
        return None
    parts = value.split(",")
    while parts and not parts[-1]:
        parts.pop()
    x, y, *_ = [*map(_leading_number, parts), None, None]
    return {"x": x, "y": y}


def _leading_number(text: str) -> float | None:
    """JSON knows no infinity, so a number too large for a float is none."""
    match = _NUMBER.match(text)
    number = float(match[1].replace("_", "")) if match else 0.0
    return number if math.isfinite(number) else None
