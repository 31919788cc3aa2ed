"""The words of world items, by what they speak of; to import it is to know them."""

from contracts.recordings.vocabulary import moderation, people, polls_and_posts, server, trends, values

__all__ = ["moderation", "people", "polls_and_posts", "server", "trends", "values"]
