"""The rules: what may happen, and what follows from it.

Actions emit events (`events.py`); importing this package registers the reactions, in the order in which
they run."""

from mockserver.domain import (  # noqa: F401
    announcements,
    collections,
    conversations,
    # isort: off
    feeds,
    filters,
    mutes,
    notified,
    tags,
)
