"""Show and change one's profile as it was typed: https://docs.joinmastodon.org/methods/profile/"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.accounts import FieldAttributes
from clientkit.operations.base import FileParam, Flag, Operation, Text, Texts, operation


@operation("GET /api/v1/profile", scope=("profile", "read", "read:accounts"), since="4.6.0")
class Get(Operation[entities.Profile]):
    """Show one's profile, to be edited."""


@operation("PATCH /api/v1/profile", scope="write:accounts", since="4.6.0", also=("PUT",))
class Update(Operation[entities.Profile]):
    """Change one's profile; what is not sent stays."""

    display_name: Text = UNSET
    note: Text = UNSET
    avatar: FileParam = UNSET
    avatar_description: Text = UNSET
    header: FileParam = UNSET
    header_description: Text = UNSET
    locked: Flag = UNSET
    bot: Flag = UNSET
    discoverable: Flag = UNSET
    hide_collections: Flag = UNSET
    indexable: Flag = UNSET
    show_media: Flag = UNSET
    show_media_replies: Flag = UNSET
    show_featured: Flag = UNSET
    attribution_domains: Texts = UNSET
    fields_attributes: list[FieldAttributes] | UnsetType | None = UNSET


@operation("DELETE /api/v1/profile/avatar", scope="write:accounts", since="4.2.0")
class DeleteAvatar(Operation[entities.CredentialAccount]):
    """Remove one's avatar."""


@operation("DELETE /api/v1/profile/header", scope="write:accounts", since="4.2.0")
class DeleteHeader(Operation[entities.CredentialAccount]):
    """Remove one's header."""
