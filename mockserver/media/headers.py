"""Reading a picture's size from its first bytes, so that a decompression bomb is refused before anything
decodes it.

Formats: PNG https://www.w3.org/TR/png/, GIF89a, JPEG (T.81), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from mockserver.media import heif

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
LIBPNG_READ: Final = 8192
"""Bytes that libpng reads of pixel data at a time."""
_JPEG_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(data: bytes, content_type: str) -> tuple[int, int] | None:
    """Width and height in pixels as stored (before any orientation), or None when the header is not whole."""
    readers = {"image/png": _png, "image/gif": _gif, "image/webp": _webp, "image/jpeg": _jpeg}
    try:
        size = readers.get(content_type, heif.dimensions)(data)
    except (struct.error, IndexError):
        return None
    return size if size is not None and min(size) > 0 else None


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 33:
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _webp(data: bytes) -> tuple[int, int] | None:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 2
            continue
        if marker in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None


def repaired_png(data: bytes) -> bytes:
    """The PNG's whole chunks with true checksums.

    Wrong checksums and a missing end do not stop libpng (recording `media/broken`), but do stop Pillow;
    libpng reads pixel data in steps, using nothing of the last one of a file that breaks off.
    """
    parts = [PNG_SIGNATURE]
    for kind, body in _png_chunks(data):
        parts += [struct.pack(">I", len(body)), kind, body, struct.pack(">I", zlib.crc32(kind + body))]
    return b"".join(parts)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(PNG_SIGNATURE)
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            if kind == b"IDAT":
                yield kind, body[: len(body) // LIBPNG_READ * LIBPNG_READ]
            break
        yield kind, body
        position += 12 + length
    yield b"IEND", b""
