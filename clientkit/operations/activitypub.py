"""The documents that other servers read: https://docs.joinmastodon.org/spec/activitypub/"""

from __future__ import annotations

from typing import Any

from clientkit.operations.base import Operation, operation


@operation("GET /ap/users/:id", auth="none", since="4.5.0")
class Actor(Operation[dict[str, Any]]):
    """Show an account as an actor."""

    id: str


@operation("GET /ap/users/:account_id/statuses/:id", auth="none", since="4.5.0")
class Note(Operation[dict[str, Any]]):
    """Show a public post as a note."""

    account_id: str
    id: str


@operation("GET /ap/users/:account_id/statuses/:id/activity", auth="none", since="4.5.0")
class Activity(Operation[dict[str, Any]]):
    """Show what made a public post: its creation, or a boost."""

    account_id: str
    id: str


@operation("GET /users/:username/statuses/:id/activity", auth="none", since="0.0.0")
class ActivityByName(Operation[dict[str, Any]]):
    """Show the same as Activity; the `url` of a boost."""

    username: str
    id: str


@operation("GET /ap/users/:id/followers", auth="none", since="4.5.0")
class Followers(Operation[dict[str, Any]]):
    """Show how many follow an account."""

    id: str


@operation("GET /ap/users/:id/following", auth="none", since="4.5.0")
class Following(Operation[dict[str, Any]]):
    """Show how many an account follows."""

    id: str


@operation("GET /ap/users/:id/outbox", auth="none", since="4.5.0")
class Outbox(Operation[dict[str, Any]]):
    """Show how much an account has posted."""

    id: str


@operation("GET /ap/users/:id/collections/featured", auth="none", since="4.5.0")
class Featured(Operation[dict[str, Any]]):
    """Show the posts that an account has pinned."""

    id: str


@operation("GET /ap/users/:account_id/collections/:id", auth="none", since="4.6.0")
class FeaturedCollection(Operation[dict[str, Any]]):
    """Show a collection of accounts."""

    account_id: str
    id: str


@operation("GET /ap/users/:id/featured_collections", auth="none", since="4.6.0")
class FeaturedCollections(Operation[dict[str, Any]]):
    """Show how many collections of accounts somebody has made."""

    id: str


@operation("GET /actor", auth="none", since="3.0.0")
class ServerActor(Operation[dict[str, Any]]):
    """Show the actor that acts for the server itself."""
