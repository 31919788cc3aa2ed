"""Custom emojis as entities: https://docs.joinmastodon.org/entities/CustomEmoji/."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Since, Url


class CustomEmoji(Struct, kw_only=True, gc=False):
    """A custom emoji. `category` and `featured` stand only in the list of all emojis, when categorised."""

    shortcode: str
    url: Url
    static_url: Url
    visible_in_picker: bool
    category: str | UnsetType = UNSET
    featured: Annotated[bool | UnsetType, Since("4.6.0")] = UNSET
