"""Preferences of a user: https://docs.joinmastodon.org/entities/Preferences/."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Struct

from clientkit.entities.base import Since


class Preferences(Struct, kw_only=True, gc=False):
    """The defaults a client should follow."""

    posting_default_visibility: str = msgspec.field(name="posting:default:visibility")
    posting_default_sensitive: bool = msgspec.field(name="posting:default:sensitive")
    posting_default_language: str | None = msgspec.field(name="posting:default:language")
    posting_default_quote_policy: Annotated[str, Since("4.5.0")] = msgspec.field(
        name="posting:default:quote_policy"
    )
    reading_expand_media: str = msgspec.field(name="reading:expand:media")
    reading_expand_spoilers: bool = msgspec.field(name="reading:expand:spoilers")
    reading_autoplay_gifs: bool = msgspec.field(name="reading:autoplay:gifs")
