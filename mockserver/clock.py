"""The one clock of an instance. Nobody else reads the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache


class Clock:
    """Real time, or time that stands still until it is moved.

    `now()` is in milliseconds since the Unix epoch, UTC. `advance` moves the clock forward and then runs
    what has fallen due."""

    def __init__(self, start_at: float | None = None) -> None:
        """`start_at`: Unix seconds at which to stand still; None follows the machine's clock."""
        self._frozen = None if start_at is None else round(start_at * 1000)
        self._offset = 0
        self.on_move: Callable[[], None] = lambda: None

    def now(self) -> int:
        """Milliseconds since the epoch."""
        return (time.time_ns() // 1_000_000 if self._frozen is None else self._frozen) + self._offset

    def seconds(self) -> float:
        return self.now() / 1000

    def advance(self, seconds: float) -> None:
        self._offset += round(seconds * 1000)
        self.on_move()


def monotonic() -> float:
    """Seconds that only measure durations (the log's), never wire times."""
    return time.perf_counter()


@lru_cache(maxsize=4096)
def iso(ms: int) -> str:
    """`2026-11-21T01:34:05.123Z`."""
    return f"{datetime.fromtimestamp(ms // 1000, UTC):%Y-%m-%dT%H:%M:%S}.{ms % 1000:03}Z"


def optional_iso(ms: int | None) -> str | None:
    return None if ms is None else iso(ms)


@lru_cache(maxsize=1024)
def midnight(ms: int) -> str:
    """The day as a datetime: `2026-11-21T00:00:00.000Z`."""
    return iso(ms - ms % 86_400_000)


def day(ms: int) -> str:
    """`2026-11-21`."""
    return midnight(ms)[:10]


def parse_iso(text: str) -> int:
    """Milliseconds of an ISO 8601 time; without a zone it is UTC. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)


def parse(text: str) -> int:
    """Milliseconds of a time in ISO 8601 or RFC 2822, or of a bare date; without a zone it is UTC. Raises
    ValueError."""
    text = text.strip()
    if text.isdigit():
        raise ValueError("a bare number is no time")
    try:
        return parse_iso(text)
    except ValueError:
        moment = parsedate_to_datetime(text)
        return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
