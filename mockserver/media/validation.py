"""Which uploads are refused before anything of them is processed, and in which words.

Docs: https://docs.joinmastodon.org/methods/media/#422-unprocessable-entity; texts and their order are those
of the recordings `media/too_large` and `media/broken`.
"""

from __future__ import annotations

from collections.abc import Sequence

from mockserver.media import kinds
from mockserver.media.faults import Fault, InvalidFile, bad_type, spoofed, too_big
from mockserver.media.images import check_dimensions

_TEXTUAL_APPLICATIONS = frozenset(
    f"application/{name}" for name in ("json", "xml", "javascript", "x-sh", "x-csh", "x-tex", "postscript")
)


def validated_type(
    data: bytes,
    filename: str,
    declared: str,
    *,
    attribute: str = "file",
    allowed: Sequence[str] = kinds.SUPPORTED_MIME_TYPES,
    megabytes: int | None = None,
) -> str:
    """The content type of an acceptable upload.

    :param declared: the part's own content type, which only counts where the content and the name say nothing
    :param megabytes: the size limit; None for the limits of media, which depend on their type
    :raises UnsupportedDimensions: a picture of too many pixels; this is found before any other fault
    :raises NotIdentified: a picture without a whole header
    :raises InvalidFile: of no allowed type, not what its name says, or too big
    """
    content_type = kinds.sniff(data)
    faults: list[Fault] = []
    if content_type is None:
        faults, content_type = _strange(data, filename, declared, attribute)
    elif content_type in kinds.IMAGE_MIME_TYPES:
        check_dimensions(data, content_type)
    if content_type not in allowed:
        faults += bad_type(attribute)
    limit = megabytes or size_limit(content_type) // kinds.MEGABYTE
    if len(data) >= limit * kinds.MEGABYTE:
        faults += too_big(attribute, limit)
    if faults:
        raise InvalidFile(faults)
    return content_type


def size_limit(content_type: str) -> int:
    """Bytes that a media file of this type must stay below."""
    sound_or_video = content_type.startswith(("video/", "audio/"))
    return kinds.VIDEO_SIZE_LIMIT if sound_or_video else kinds.IMAGE_SIZE_LIMIT


def _strange(data: bytes, filename: str, declared: str, attribute: str) -> tuple[list[Fault], str]:
    """Of content that is no accepted type: its faults, and the type it passes for.

    Where the bytes have no signature the name decides the type, and the bytes are then held against it.
    """
    if not data:
        return [], "inode/x-empty"
    known = kinds.foreign_type(data)
    if known is not None:
        return [], known
    promised = kinds.type_by_name(filename)
    if promised == kinds.UNKNOWN_TYPE:
        promised = declared.partition(";")[0].strip().lower() or promised
    if kinds.is_text(data):
        honest = promised.startswith("text/") or promised in _TEXTUAL_APPLICATIONS
    else:
        honest = promised.startswith("application/")
    return [] if honest else [spoofed(attribute)], promised
