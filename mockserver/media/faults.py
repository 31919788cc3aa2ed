"""Why a file is refused: every error an upload can meet, with its exact wire text.

Docs: https://docs.joinmastodon.org/methods/media/#422-unprocessable-entity
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct

VALIDATION_FAILED = "Validation failed: "
PROCESSING_FAILED = "Error processing thumbnail for uploaded media"
NOT_IDENTIFIED = "File type of uploaded media could not be verified"
NO_VIDEO_STREAM = "Video has no video stream"


class Fault(Struct, frozen=True):
    """One failed validation: `attribute` and `code` as in an error's `details`, `description` its words."""

    attribute: str
    code: str
    description: str

    @property
    def sentence(self) -> str:
        """The attribute's human name and the description: `File file size must be less than 16 MB`."""
        return f"{self.attribute.replace('_', ' ').capitalize()} {self.description}"


class MediaError(Exception):
    """A refused file. `message` is the whole text of the wire error; each is answered with status 422."""

    kind: ClassVar[str] = "media"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidFile(MediaError):
    """Failed validations, in their wire order.

    Further faults of the record (its description) come after them.
    """

    kind = "validation"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(VALIDATION_FAILED + ", ".join(fault.sentence for fault in faults))
        self.faults = tuple(faults)


class UnsupportedDimensions(MediaError):
    """Too many pixels, too many frames a second, or no pictures at all in a video."""

    kind = "dimensions"


class NotIdentified(MediaError):
    """The file claims to be a picture but has not even a whole header."""

    kind = "unidentified"

    def __init__(self) -> None:
        super().__init__(NOT_IDENTIFIED)


class ProcessingFailed(MediaError):
    """The content cannot be decoded.

    The real server answers this with status 500 (recording `media/broken_video`).
    """

    kind = "processing"

    def __init__(self) -> None:
        super().__init__(PROCESSING_FAILED)


def spoofed(attribute: str) -> Fault:
    """The content is not what the file's name says."""
    return Fault(
        attribute, "ERR_SPOOFED_MEDIA_TYPE", "has contents that are not what they are reported to be"
    )


def bad_type(attribute: str) -> list[Fault]:
    """The content is of no accepted type. The odd second code is the real server's."""
    return [
        Fault(f"{attribute}_content_type", "ERR_INVALID", "is invalid"),
        Fault(attribute, "ERR_IS INVALID", "is invalid"),
    ]


def too_big(attribute: str, megabytes: int) -> list[Fault]:
    """The file has `megabytes` × 1024 × 1024 bytes or more (recording `media/too_large`)."""
    words = f"must be less than {megabytes} MB"
    return [
        Fault(attribute, "ERR_LESS_THAN", words),
        Fault(f"{attribute}_file_size", "ERR_LESS_THAN", words),
    ]


FILE_BLANK = Fault("file", "ERR_BLANK", "can't be blank")
THUMBNAIL_NOT_ALLOWED = Fault("thumbnail", "ERR_PRESENT", "must be blank")
