"""The pages of the server's web site that anybody may read."""

from __future__ import annotations

from clientkit.operations.base import Operation, operation


@operation("GET /", auth="none", since="0.0.0")
class Home(Operation[str]):
    """Show the newest public posts of the server."""


@operation("GET /about", auth="none", since="0.0.0")
class About(Operation[str]):
    """Show what the server is, its rules and its contact."""


@operation("GET /explore", auth="none", since="3.0.0")
class Explore(Operation[str]):
    """Show public posts."""


@operation("GET /tags/:name", auth="none", since="0.0.0")
class Tag(Operation[str]):
    """Show the newest public posts with a hashtag."""

    name: str


@operation("GET /collections/:id", auth="none", since="4.6.0")
class Collection(Operation[str]):
    """Show a collection of accounts."""

    id: str


@operation("GET /@:username", auth="none", since="0.0.0")
class Profile(Operation[str]):
    """Show an account and its newest public posts."""

    username: str


@operation("GET /users/:username", auth="none", since="0.0.0")
class ProfileByName(Operation[str]):
    """Show the same as Profile."""

    username: str


@operation("GET /@:username/:id", auth="none", since="0.0.0")
class Post(Operation[str]):
    """Show a public post."""

    username: str
    id: str


@operation("GET /users/:username/statuses/:id", auth="none", since="0.0.0")
class PostByName(Operation[str]):
    """Show the same as Post."""

    username: str
    id: str
