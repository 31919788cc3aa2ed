"""Show what is popular just now: https://docs.joinmastodon.org/methods/trends/

No token is needed and no scope checked; a user's token only fits the answer to the user.
"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations.base import Operation, Paging, operation
from clientkit.operations.params import Offset


@operation(
    "GET /api/v1/trends/tags",
    auth="optional",
    since="3.5.0",
    cache="anonymous",
    paging=Paging("offset", 10, 20),
)
class Tags(Operation[list[entities.Tag]], Offset):
    """List the hashtags used by more people than usual."""


@operation(
    "GET /api/v1/trends/statuses",
    auth="optional",
    since="3.5.0",
    cache="anonymous",
    paging=Paging("offset", 20, 40),
)
class Statuses(Operation[list[entities.Status]], Offset):
    """List the statuses that get the most attention, one per author."""


@operation(
    "GET /api/v1/trends/links",
    auth="optional",
    since="3.5.0",
    cache="anonymous",
    paging=Paging("offset", 10, 20),
)
class Links(Operation[list[entities.TrendsLink]], Offset):
    """List the links shared by more people than usual."""


@operation(
    "GET /api/v1/trends",
    auth="optional",
    since="3.0.0",
    deprecated="3.5.0",
    deprecation=1648598400,
    cache="anonymous",
    paging=Paging("offset", 10, 20),
)
class TagsV1(Operation[list[entities.Tag]], Offset):
    """The former address of Tags, to which its Link leads."""
