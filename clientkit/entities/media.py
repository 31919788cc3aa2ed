"""Media attachments: https://docs.joinmastodon.org/entities/MediaAttachment/."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Id, Url


class MediaSize(Struct, kw_only=True, gc=False):
    """The measures of one file: pixels, seconds, bits per second; `frame_rate` is a fraction, "30/1".

    Which keys stand depends on the media: images have size and aspect, video rate and duration, audio no
    pixels.
    """

    width: int | UnsetType = UNSET
    height: int | UnsetType = UNSET
    frame_rate: str | UnsetType = UNSET
    duration: float | UnsetType = UNSET
    bitrate: int | UnsetType = UNSET
    size: str | UnsetType = UNSET
    aspect: float | UnsetType = UNSET


class MediaFocus(Struct, kw_only=True, gc=False):
    """The point to keep in view when cropped, −1 to 1; a part that was sent badly is null (recorded)."""

    x: float | None
    y: float | None


class MediaColors(Struct, kw_only=True, gc=False):
    """Colours of an audio's cover, `#rrggbb`."""

    background: str
    foreground: str
    accent: str


class MediaMeta(Struct, kw_only=True, gc=False):
    """What is known of the files. The order of keys varies between answers (recorded)."""

    focus: MediaFocus | UnsetType = UNSET
    colors: MediaColors | UnsetType = UNSET
    original: MediaSize | UnsetType = UNSET
    small: MediaSize | UnsetType = UNSET


class MediaAttachment(Struct, kw_only=True, gc=False):
    """An attached file. `url` is null while it is processed; `text_url` is always null for new media."""

    id: Id
    type: str
    url: Url | None
    preview_url: Url | None
    remote_url: Url | None
    preview_remote_url: Url | None
    text_url: Url | None
    meta: MediaMeta | None
    description: str | None
    blurhash: str | None
