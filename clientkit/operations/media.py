"""Upload files to be attached to statuses: https://docs.joinmastodon.org/methods/media/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import FileParam, Operation, Text, operation


@operation("POST /api/v2/media", scope="write:media", since="3.1.3", required=("file",))
class Create(Operation[entities.MediaAttachment]):
    """Upload a file; 202 while video, audio or an animation is still being processed.

    `focus` is "x,y", each from -1 to 1.
    """

    file: FileParam = UNSET
    thumbnail: FileParam = UNSET
    description: Text = UNSET
    focus: Text = UNSET


@operation("GET /api/v1/media/:id", scope="write:media", since="3.1.3")
class Get(Operation[entities.MediaAttachment]):
    """Show one's own upload that is not attached yet; 206 while it is being processed."""

    id: str


@operation("DELETE /api/v1/media/:id", scope="write:media", since="4.4.0")
class Delete(Operation[entities.Empty]):
    """Delete one's own upload that is not attached."""

    id: str


@operation("PUT /api/v1/media/:id", scope="write:media", since="0.0.0", also=("PATCH",))
class Update(Operation[entities.MediaAttachment]):
    """Change one's own upload before it is attached."""

    id: str
    thumbnail: FileParam = UNSET
    description: Text = UNSET
    focus: Text = UNSET


@operation("POST /api/v1/media", scope="write:media", since="0.0.0", deprecated="3.1.3", required=("file",))
class CreateV1(Operation[entities.MediaAttachment]):
    """Upload a file and wait until it is processed."""

    file: FileParam = UNSET
    thumbnail: FileParam = UNSET
    description: Text = UNSET
    focus: Text = UNSET
