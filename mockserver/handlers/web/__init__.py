"""What is not the API: pages for people and their browsers, and documents for other servers."""

from mockserver.handlers.web import (  # noqa: F401
    activitypub,
    auth,
    authorize,
    client,
    registrations,
    site,
    syndication,
    well_known,
)
