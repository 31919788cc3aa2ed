"""Work that goes on after an answer, which a header names so that a client can ask how far it is
(app/models/async_refresh.rb; recordings timelines/regeneration, misc/async_refreshes). The wire's id is the
work's key within the server, signed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING

import msgspec

from mockserver.clock import DAY, HOUR
from mockserver.store.schema import async_refreshes as TABLE

if TYPE_CHECKING:
    from mockserver.clock import Clock
    from mockserver.instance import Instance
    from mockserver.store.database import Database, Row

HEADER = "Mastodon-Async-Refresh"
RUNNING_LASTS, FINISHED_LASTS = DAY, HOUR
"""How long (ms) is known of work under way, and of what came to its end."""


class Refreshes:
    """Read through a cache: every look at a home feed asks."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._running: dict[str, Row] | None = None
        db.watch(TABLE, "key", self._forget)

    def _forget(self, _key: str | None) -> None:
        self._running = None

    def running(self, key: str) -> Row | None:
        """The work of a key, while it goes on."""
        if self._running is None:
            self._running = {row.key: row for row in self._db.find_all(TABLE, finished=False)}
        row = self._running.get(key)
        return row if row is not None and self._clock.now() - row.changed_at < RUNNING_LASTS else None


def key_of_home(account_id: int) -> str:
    return f"account:{account_id}:regeneration"


def key_of_report(account_id: int, year: int) -> str:
    return f"wrapstodon:{account_id}:{year}"


def put(instance: Instance, key: str, *, finished: bool = False, result_count: int | None = None) -> None:
    """Work begins, goes on, or is finished."""
    db, now = instance.db, instance.clock.now()
    known = db.find(TABLE, key=key)
    counted = known.result_count if known is not None and result_count is None else result_count
    db.upsert(TABLE, {"key": key}, finished=finished, changed_at=now, result_count=counted)


def header(instance: Instance, row: Row, retry: int) -> str:
    """What Mastodon-Async-Refresh says of running work. `retry`: seconds."""
    counted = "" if row.result_count is None else f", result_count={row.result_count}"
    return f'id="{signed(instance, row.key)}", retry={retry}{counted}'


def signed(instance: Instance, key: str) -> str:
    """The id that callers get."""
    text = base64.b64encode(msgspec.json.encode(key)).decode()
    return f"{text}--{_signature(instance, text)}"


def _signature(instance: Instance, text: str) -> str:
    return hmac.new(instance.secret.encode(), text.encode(), hashlib.sha1).hexdigest()


def find(instance: Instance, given: str) -> Row | None:
    """The work of an id; None for one that is forged, unknown or of long ago."""
    text, _, signature = given.rpartition("--")
    if not hmac.compare_digest(signature.encode(), _signature(instance, text).encode()):
        return None
    try:
        key = msgspec.json.decode(base64.b64decode(text), type=str)
    except (binascii.Error, msgspec.MsgspecError):
        return None
    row = instance.db.find(TABLE, key=key)
    if row is None or instance.clock.now() - row.changed_at >= (
        FINISHED_LASTS if row.finished else RUNNING_LASTS
    ):
        return None
    return row
