"""The one clock of an instance. Nobody else reads the time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

HOUR, DAY = 3_600_000, 86_400_000  # ms


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
    return iso(ms - ms % DAY)


def day(ms: int) -> str:
    """`2026-11-21`."""
    return midnight(ms)[:10]


def parse_iso(text: str) -> int:
    """Milliseconds of an ISO 8601 time; without a zone it is UTC. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)


LONGEST_TIME = 128  # characters, as for Ruby
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month_name>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
    r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-\s]+{_MONTH}[-\s]+(?P<year>\d{{4}})(?!\d)",
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?P<between>.*?)(?<!\d)(?P<year>\d{{4}})(?!\d)",
    r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)",
)
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?\s*(?P<half>[ap]m\b)?"
    r"\s*(?P<zone>Z\b|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)


def parse(text: str) -> int:
    """Milliseconds of a time as people and programs write it: ISO 8601, RFC 2822, `2 Jan 2030 10:00`,
    `2030/1/2`; without a zone it is UTC, without a time of day midnight. Raises ValueError."""
    if len(text) > LONGEST_TIME:
        raise ValueError("too long for a time")
    try:
        return parse_iso(text.strip())
    except ValueError:
        pass
    try:
        return _parse_loosely(text)
    except OverflowError as error:
        raise ValueError(f"{text!r} is beyond the calendar") from error


def _parse_loosely(text: str) -> int:
    """Words that say nothing of the time are passed over, as Ruby does."""
    found = next((match for match in (re.search(date, text, re.I) for date in _DATES) if match), None)
    if found is None:
        raise ValueError(f"there is no date in {text!r}")
    date = found.groupdict()
    name = date.get("month_name")
    month = int(date["month"]) if name is None else _MONTHS.index(name.lower()) + 1
    moment = datetime(int(date["year"]), month, int(date["day"]), tzinfo=UTC)
    time_of_day = re.search(_TIME, (date.get("between") or "") + text[found.end() :], re.I)
    return round((moment + (_since_midnight(time_of_day) if time_of_day else timedelta())).timestamp() * 1000)


def _since_midnight(found: re.Match[str]) -> timedelta:
    """In UTC. Raises ValueError for what is no time of day."""
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    if (
        minute > 59
        or second > 59
        or timedelta(hours=hour, minutes=minute, seconds=second) > timedelta(days=1)
    ):
        raise ValueError(f"{found[0]!r} is no time of day")
    fraction = float(f"0.{found['fraction'] or 0}")
    zone = found["zone"] or "Z"
    offset = timedelta()
    if zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:].lstrip(":") or 0))
        offset = -offset if zone[0] == "-" else offset
    return timedelta(hours=hour, minutes=minute, seconds=second + fraction) - offset
