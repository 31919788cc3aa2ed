"""Receive events as they happen: https://docs.joinmastodon.org/methods/streaming/

Each operation but Health answers an endless text/event-stream and wants the token of a user.
"""

from __future__ import annotations

from msgspec import UNSET

from clientkit.operations.base import Flag, Operation, Text, operation


@operation("GET /api/v1/streaming/health", auth="none", since="2.5.0")
class Health(Operation[str]):
    """Answer `OK` as plain text."""


@operation("GET /api/v1/streaming/user", scope="read:statuses", auth="token", since="1.0.0")
class User(Operation[str]):
    """Send what concerns the user: the home timeline and, with read:notifications, notifications."""


@operation("GET /api/v1/streaming/user/notification", scope="read:notifications", auth="token", since="1.4.2")
class UserNotification(Operation[str]):
    """Send the user's notifications."""


@operation("GET /api/v1/streaming/public", scope="read:statuses", auth="token", since="1.0.0")
class Public(Operation[str]):
    """Send all public statuses."""

    only_media: Flag = UNSET


@operation("GET /api/v1/streaming/public/local", scope="read:statuses", auth="token", since="1.1.0")
class PublicLocal(Operation[str]):
    """Send the public statuses of this server."""

    only_media: Flag = UNSET


@operation("GET /api/v1/streaming/public/remote", scope="read:statuses", auth="token", since="3.1.4")
class PublicRemote(Operation[str]):
    """Send the public statuses of other servers."""

    only_media: Flag = UNSET


@operation(
    "GET /api/v1/streaming/hashtag", scope="read:statuses", auth="token", since="1.0.0", required=("tag",)
)
class Hashtag(Operation[str]):
    """Send public statuses with a hashtag."""

    tag: Text = UNSET


@operation(
    "GET /api/v1/streaming/hashtag/local",
    scope="read:statuses",
    auth="token",
    since="1.1.0",
    required=("tag",),
)
class HashtagLocal(Operation[str]):
    """Send public statuses of this server with a hashtag."""

    tag: Text = UNSET


@operation(
    "GET /api/v1/streaming/list", scope="read:statuses", auth="token", since="2.1.0", required=("list",)
)
class List(Operation[str]):
    """Send the statuses of one's list."""

    list: Text = UNSET


@operation("GET /api/v1/streaming/direct", scope="read:statuses", auth="token", since="2.4.0")
class Direct(Operation[str]):
    """Send the user's direct conversations."""


@operation("GET /api/v1/streaming", scope=("read",), auth="token", since="1.0.0")
class Websocket(Operation[str]):
    """Open a WebSocket, subscribed to `stream` if one is named; further ones by its messages."""

    stream: Text = UNSET
    tag: Text = UNSET
    list: Text = UNSET
