"""Review what is popular (app/controllers/api/v1/admin/trends/):
https://docs.joinmastodon.org/methods/admin/trends/

Who may not review is given the public rankings."""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import MinCursor, Offset

READ, WRITE = ("admin:read",), ("admin:write",)


@operation(
    "GET /api/v1/admin/trends/links",
    scope=READ,
    auth="optional",
    since="3.5.0",
    paging=Paging("offset", 10, 20),
)
class Links(Operation[list[entities.TrendsLink]], Offset):
    """List the links that trend, reviewed or not."""


@operation(
    "GET /api/v1/admin/trends/statuses",
    scope=READ,
    auth="optional",
    since="3.5.0",
    paging=Paging("offset", 20, 40),
)
class Statuses(Operation[list[entities.Status]], Offset):
    """List the statuses that trend, reviewed or not."""


@operation(
    "GET /api/v1/admin/trends/tags",
    scope=READ,
    auth="optional",
    since="3.5.0",
    paging=Paging("offset", 10, 20),
)
class Tags(Operation[list[entities.AdminTrendsTag]], Offset):
    """List the hashtags that trend, reviewed or not."""


@operation("POST /api/v1/admin/trends/links/:id/approve", scope=WRITE, auth="optional", since="4.2.0")
class ApproveLink(Operation[entities.AdminTrendsLink]):
    """Let a link trend."""

    id: str


@operation("POST /api/v1/admin/trends/links/:id/reject", scope=WRITE, auth="optional", since="4.2.0")
class RejectLink(Operation[entities.AdminTrendsLink]):
    """Keep a link from trending."""

    id: str


@operation("POST /api/v1/admin/trends/statuses/:id/approve", scope=WRITE, auth="optional", since="4.2.0")
class ApproveStatus(Operation[entities.Status]):
    """Let a status trend."""

    id: str


@operation("POST /api/v1/admin/trends/statuses/:id/reject", scope=WRITE, auth="optional", since="4.2.0")
class RejectStatus(Operation[entities.Status]):
    """Keep a status from trending."""

    id: str


@operation("POST /api/v1/admin/trends/tags/:id/approve", scope=WRITE, auth="optional", since="4.2.0")
class ApproveTag(Operation[entities.AdminTag]):
    """Let a hashtag trend."""

    id: str


@operation("POST /api/v1/admin/trends/tags/:id/reject", scope=WRITE, auth="optional", since="4.2.0")
class RejectTag(Operation[entities.AdminTag]):
    """Keep a hashtag from trending."""

    id: str


@operation(
    "GET /api/v1/admin/trends/links/publishers",
    scope=READ,
    auth="optional",
    since="4.2.0",
    paging=Paging("P1", 100, 200),
)
class Publishers(Operation[list[entities.PreviewCardProvider]], MinCursor):
    """List the sites whose pages are linked to, the newest first."""


@operation(
    "POST /api/v1/admin/trends/links/publishers/:id/approve", scope=WRITE, auth="optional", since="4.2.0"
)
class ApprovePublisher(Operation[entities.PreviewCardProvider]):
    """Let links to a site trend that have no verdict of their own."""

    id: str


@operation(
    "POST /api/v1/admin/trends/links/publishers/:id/reject", scope=WRITE, auth="optional", since="4.2.0"
)
class RejectPublisher(Operation[entities.PreviewCardProvider]):
    """Keep links to a site from trending that have no verdict of their own."""

    id: str
