"""The accepted types of files, their limits, and how a file's type is told from its content.

Docs: https://docs.joinmastodon.org/user/posting/#media and `configuration.media_attachments` of
https://docs.joinmastodon.org/entities/Instance/. What a client says about a file (its name, its
Content-Type) decides nothing as long as the content is of an accepted type (recording `media/broken`).
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

MEGABYTE: Final = 1024 * 1024
IMAGE_SIZE_LIMIT: Final = 16 * MEGABYTE
VIDEO_SIZE_LIMIT: Final = 99 * MEGABYTE
PICTURE_SIZE_LIMIT: Final = 8 * MEGABYTE
"""Of an avatar or a header. A file must have fewer bytes than its limit."""

IMAGE_MATRIX_LIMIT: Final = 33_177_600
GIF_MATRIX_LIMIT: Final = 1280 * 720
VIDEO_MATRIX_LIMIT: Final = 3840 * 2160
"""Pixels; exactly as many still pass."""
VIDEO_FRAME_RATE_LIMIT: Final = 120

IMAGE_MIME_TYPES: Final = (
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/webp",
    "image/avif",
)
VIDEO_MIME_TYPES: Final = ("video/webm", "video/mp4", "video/quicktime", "video/ogg")
AUDIO_MIME_TYPES: Final = (
    "audio/wave",
    "audio/wav",
    "audio/x-wav",
    "audio/x-pn-wave",
    "audio/vnd.wave",
    "audio/ogg",
    "audio/vorbis",
    "audio/mpeg",
    "audio/mp3",
    "audio/webm",
    "audio/flac",
    "audio/aac",
    "audio/m4a",
    "audio/x-m4a",
    "audio/mp4",
    "audio/3gpp",
    "video/x-ms-asf",
)
SUPPORTED_MIME_TYPES: Final = IMAGE_MIME_TYPES + VIDEO_MIME_TYPES + AUDIO_MIME_TYPES
"""In the order in which instances list them."""
PICTURE_MIME_TYPES: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")
"""Of avatars and headers."""

UNKNOWN_TYPE: Final = "application/octet-stream"

BRANDS: Final[dict[bytes, str]] = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic",
    b"hevx": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
"""Major brands of ISO base media files that are not plain `video/mp4`."""

_ASF_HEADER: Final = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_FIXED: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (_ASF_HEADER, "video/x-ms-asf"),
)


def sniff(data: bytes) -> str | None:
    """The accepted content type that the bytes are of, or None.

    The name and the declared type play no part.
    """
    for magic, content_type in _FIXED:
        if data.startswith(magic):
            return content_type
    for look in _LOOKS:
        found = look(data)
        if found is not None:
            return found
    return None


def _riff(data: bytes) -> str | None:
    if data[:4] not in (b"RIFF", b"RF64"):
        return None
    return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(data[8:12])


def _iso_media(data: bytes) -> str | None:
    """Some QuickTime files begin with another box than `ftyp`."""
    if data[4:8] != b"ftyp":
        return "video/quicktime" if data[4:8] in (b"moov", b"wide", b"mdat") else None
    brand = data[8:12]
    if brand in (b"mif1", b"msf1"):
        compatible = data[16 : int.from_bytes(data[:4], "big")][:256]
        for known in (b"avif", b"heic"):
            if known in compatible:
                return BRANDS[known]
    if brand.startswith((b"3gp", b"3g2", b"jp2", b"crx")):
        return None
    return BRANDS.get(brand, "video/mp4")


def _ogg(data: bytes) -> str | None:
    if not data.startswith(b"OggS"):
        return None
    return "video/ogg" if b"\x80theora" in data[:4096] else "audio/ogg"


def _ebml(data: bytes) -> str | None:
    """Matroska and WebM share their first bytes; the document type tells them apart."""
    if not data.startswith(b"\x1aE\xdf\xa3"):
        return None
    return "video/webm" if b"B\x82\x84webm" in data[:64] else None


def _mpeg_audio(data: bytes) -> str | None:
    """A frame header: MPEG layer III, or the ADTS framing of raw AAC.

    Reserved values mean it is something else.
    """
    if len(data) < 4 or data[0] != 0xFF:
        return None
    if data[1] & 0xF6 == 0xF0:
        return "audio/aac" if (data[2] >> 2) & 0x0F < 13 else None
    version, layer = (data[1] >> 3) & 3, (data[1] >> 1) & 3
    bitrate, rate = data[2] >> 4, (data[2] >> 2) & 3
    sound = data[1] & 0xE0 == 0xE0 and version != 1 and layer == 1 and bitrate not in (0, 15) and rate != 3
    return "audio/mpeg" if sound else None


_LOOKS: Final[tuple[Callable[[bytes], str | None], ...]] = (_riff, _iso_media, _ogg, _ebml, _mpeg_audio)

_MARKUP: Final = re.compile(rb"\s*(<!doctype html|<html|<head|<body)", re.I)
_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "application/pdf"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "application/xml"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
)


def foreign_type(data: bytes) -> str | None:
    """A guess at what bytes of no accepted type are, as far as they have a signature."""
    for magic, content_type in _FOREIGN:
        if data.startswith(magic):
            return content_type
    return "text/html" if _MARKUP.match(data[:256]) else None


def type_by_name(filename: str) -> str:
    """What the extension promises; `UNKNOWN_TYPE` when it is none or unknown."""
    suffix = PurePosixPath(filename).suffix.lower()
    extra = {".webp": "image/webp", ".heic": "image/heic", ".heif": "image/heif", ".avif": "image/avif"}
    return extra.get(suffix) or mimetypes.guess_type(f"x{suffix}")[0] or UNKNOWN_TYPE


def is_text(data: bytes) -> bool:
    """Whether the bytes read as text, as `file(1)` would say."""
    head = data[:4096]
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b\b" for byte in head):
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
