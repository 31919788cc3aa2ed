"""Read timelines: https://docs.joinmastodon.org/methods/timelines/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Flag, LooseTexts, Operation, Paging, Text, operation
from clientkit.operations.params import MinCursor


@operation(
    "GET /api/v1/timelines/public",
    scope="read:statuses",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P3", 20, 40, keep=("local", "remote", "limit", "only_media")),
)
class Public(Operation[list[entities.Status]], MinCursor):
    """List the public statuses the server knows; `local` only its own, `remote` only others'."""

    local: Flag = UNSET
    remote: Flag = UNSET
    only_media: Flag = UNSET


@operation(
    "GET /api/v1/timelines/tag/:hashtag",
    scope="read:statuses",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P3", 20, 40, keep=("local", "limit", "only_media")),
)
class Hashtag(Operation[list[entities.Status]], MinCursor):
    """List public statuses with a hashtag or `any` of further ones, with `all` and `none` of others."""

    hashtag: str
    any: LooseTexts = UNSET
    all: LooseTexts = UNSET
    none: LooseTexts = UNSET
    local: Flag = UNSET
    remote: Flag = UNSET
    only_media: Flag = UNSET


@operation(
    "GET /api/v1/timelines/home",
    scope="read:statuses",
    since="0.0.0",
    paging=Paging("P3", 20, 40, keep=("local", "limit"), feed=True),
)
class Home(Operation[list[entities.Status]], MinCursor):
    """List the statuses of those one follows; 206 while the feed is being rebuilt. `local` has no effect."""

    local: Flag = UNSET


@operation(
    "GET /api/v1/timelines/link",
    scope="read:statuses",
    auth="optional",
    since="4.3.0",
    cache="anonymous",
    paging=Paging("P3", 20, 40, keep=("url", "limit")),
    required=("url",),
)
class Link(Operation[list[entities.Status]], MinCursor):
    """List public statuses that name a link which is trending."""

    url: Text = UNSET


@operation(
    "GET /api/v1/timelines/list/:list_id",
    scope="read:lists",
    since="2.1.0",
    paging=Paging("P3", 20, 40, feed=True),
)
class List(Operation[list[entities.Status]], MinCursor):
    """List the statuses of the members of a list."""

    list_id: str
