"""The words of world items, by what they speak of; to import it is to know them."""

from contracts.recordings.vocabulary import (  # noqa: F401
    moderation,
    people,
    polls_and_posts,
    server,
    trends,
    values,
)
from contracts.recordings.vocabulary.register import Scenario, meaning_of

__all__ = ["Scenario", "meaning_of"]
