"""The streams by name: where each is found, what it needs to know, the channels behind it (reference:
streaming.md §3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from mockserver.store.roles import Permission
from mockserver.store.schema import lists
from mockserver.streaming.access import NOTIFICATIONS, UNEXPECTED, Refused
from mockserver.text.tags import normalise_tag

if TYPE_CHECKING:
    from mockserver.context import Session
    from mockserver.domain.outbox import Channel
    from mockserver.instance import Instance

ROOT = "/api/v1/streaming"

PATHS = {
    f"{ROOT}/user": "user",
    f"{ROOT}/user/notification": "user:notification",
    f"{ROOT}/public": "public",
    f"{ROOT}/public/local": "public:local",
    f"{ROOT}/public/remote": "public:remote",
    f"{ROOT}/hashtag": "hashtag",
    f"{ROOT}/hashtag/local": "hashtag:local",
    f"{ROOT}/list": "list",
    f"{ROOT}/direct": "direct",
}
"""The event streams; matched exactly. With `only_media` the public ones are those of the media."""

PUBLIC = frozenset(f"public{part}{media}" for part in ("", ":local", ":remote") for media in ("", ":media"))
HASHTAG = frozenset({"hashtag", "hashtag:local"})

FALSE = frozenset({"", "0", "f", "F", "false", "FALSE", "off", "OFF"})


_BIGINT = re.compile(r"\s*[+-]?[0-9]+\s*")


class Stream(Struct, frozen=True):
    """A stream that may be heard: the channels behind it, how WebSocket frames name it, and which origins
    of posts its reader is told of."""

    channels: tuple[Channel, ...]
    label: list[object]
    local: bool = True
    remote: bool = True


def only_media(values: list[str]) -> bool:
    """Given twice it is an array, which is true."""
    return len(values) > 1 or any(value not in FALSE for value in values)


def resolve(instance: Instance, session: Session, name: object, parameters: Mapping[str, object]) -> Stream:
    """The stream of a name for this reader; raises Refused (400, 401, and 500 for a tag that is no text)."""
    account = session.account
    assert account is not None
    if name == "user":
        home: tuple[Channel, ...] = (("user", account.id),)
        return Stream(
            home + ((("notifications", account.id),) if session.scopes & NOTIFICATIONS else ()), ["user"]
        )
    if name == "user:notification":
        return Stream((("notifications", account.id),), ["user:notification"])
    if name == "direct":
        return Stream((("direct", account.id),), ["direct"])
    if name == "list":
        return _list(instance, account.id, parameters.get("list"))
    if isinstance(name, str) and name in HASHTAG:
        return _hashtag(instance, session, name, parameters.get("tag"))
    if isinstance(name, str) and name in PUBLIC:
        return Stream(((name, ""),), [name], *_told_of(instance, session, "live"))
    raise Refused(400, "Unknown stream type")


def _missing(value: object) -> bool:
    """As JavaScript has it: an empty array or object is there."""
    return value is None or (isinstance(value, str | int | float) and not value)


def _hashtag(instance: Instance, session: Session, name: str, tag: object) -> Stream:
    if _missing(tag):
        raise Refused(400, "Missing tag name parameter")
    if not isinstance(tag, str):
        raise Refused(500, UNEXPECTED)
    return Stream(((name, normalise_tag(tag)),), [name, tag], *_told_of(instance, session, "topic"))


def _list(instance: Instance, account_id: int, given: object) -> Stream:
    """The id goes as written to the database and into the name of the channel: `01` opens, but is silent."""
    if _missing(given):
        raise Refused(400, "Missing list name parameter")
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    text = str(given)
    number = (
        int(text) if isinstance(given, str | int) and _BIGINT.fullmatch(text) and len(text) < 20 else None
    )
    found = instance.db.find(lists, id=number) if number is not None and abs(number) < 1 << 63 else None
    if number is None or found is None or found.account_id != account_id:
        raise Refused(401, "Not authorized to stream this list")
    return Stream((("list", number if text == str(number) else text),), ["list", given])


def _told_of(instance: Instance, session: Session, feed: str) -> tuple[bool, bool]:
    """Whether posts of this server and of others are told, by the settings of access to feeds (recording
    streaming/feed_access)."""
    assert session.user is not None
    permissions = instance.roles.of(session.user.role).permissions
    exempt = bool(permissions & Permission.VIEW_FEEDS) and not permissions & Permission.ADMINISTRATOR
    settings = instance.settings
    return (
        exempt or settings[f"local_{feed}_feed_access"] != "disabled",
        exempt or settings[f"remote_{feed}_feed_access"] != "disabled",
    )
