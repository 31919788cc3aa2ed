"""The admin API, one module per page: https://docs.joinmastodon.org/methods/admin/"""

from mockserver.handlers.admin import (  # noqa: F401
    accounts,
    canonical_email_blocks,
    dimensions,
    domain_allows,
    domain_blocks,
    email_domain_blocks,
    ip_blocks,
    measures,
    reports,
    retention,
    tags,
    trends,
)
