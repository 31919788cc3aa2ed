"""What answers each operation: one module per page of the API's documentation.

Importing this package binds all handlers; `BINDINGS` is the result.
"""

from mockserver.handlers import (  # noqa: F401
    accounts,
    announcements,
    apps,
    async_refreshes,
    auth,
    authorize,
    blocks,
    conversations,
    custom_emojis,
    directory,
    domain_blocks,
    emails,
    endorsements,
    favourites,
    featured_tags,
    filters,
    follow_requests,
    followed_tags,
    grouped_notifications,
    health,
    instance,
    lists,
    markers,
    media,
    mutes,
    notifications,
    oauth,
    oembed,
    polls,
    preferences,
    profile,
    push,
    relationships,
    reports,
    scheduled_statuses,
    search,
    site,
    statuses,
    suggestions,
    tags,
    timelines,
    trends,
    web,
    well_known,
)
from mockserver.handlers.binding import BINDINGS

__all__ = ["BINDINGS"]
