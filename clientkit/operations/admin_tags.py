"""Review hashtags: GET, PUT /api/v1/admin/tags (app/controllers/api/v1/admin/tags_controller.rb; the
documentation has no page of its own for it)."""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor

READ, WRITE = ("admin:read",), ("admin:write",)
PAGING = Paging("P1", 100, 200)


@operation("GET /api/v1/admin/tags", scope=READ, auth="optional", since="4.3.0", paging=PAGING)
class Index(Operation[list[entities.AdminTag]], MinCursor):
    """List all hashtags, the newest first."""


@operation("GET /api/v1/admin/tags/:id", scope=READ, auth="optional", since="4.3.0")
class Get(Operation[entities.AdminTag]):
    """See a hashtag by its number."""

    id: str


@operation("PUT /api/v1/admin/tags/:id", scope=WRITE, auth="optional", since="4.3.0", also=("PATCH",))
class Update(Operation[entities.AdminTag]):
    """Change how a hashtag may be used; it then counts as reviewed, whatever was sent."""

    id: str
    display_name: Text = UNSET
    listable: Flag = UNSET
    trendable: Flag = UNSET
    usable: Flag = UNSET
