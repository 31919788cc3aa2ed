"""Rate limits as the server tells them, and how long to wait for them.

https://docs.joinmastodon.org/api/rate-limits/; the modes are those of Mastodon.py's manual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

Mode = Literal["throw", "wait", "pace"]
"""throw: a 429 raises RateLimited. wait: wait until the window ends and try again, until it succeeds.
pace: also wait between calls, so that the limit is generally not reached."""

LONGEST_WAIT = 300.0
"""Seconds of one wait, whatever the server's clock says; then the call is tried again."""

PACE_FACTOR = 1.1
FIRST_BACKOFF = 2.0


@dataclass(frozen=True)
class Window:
    """What one answer told: `remaining` calls of `limit` until `reset`, in seconds of the local clock.

    `end` is the same in whole seconds of the server's: Mastodon's windows end on a full second, to which it
    adds the microseconds of now.
    """

    limit: int
    remaining: int
    reset: float
    end: int


def read(headers: Mapping[str, str], now: float) -> Window | None:
    """None without usable headers: not every server sends them, not even with a 429."""
    try:
        limit, remaining = int(headers["X-RateLimit-Limit"]), int(headers["X-RateLimit-Remaining"])
        reset = _instant(headers["X-RateLimit-Reset"])
    except (KeyError, ValueError, OverflowError):
        return None
    return Window(limit, remaining, reset + now - _server_time(headers, now), int(reset))


def _instant(text: str) -> float:
    """ISO 8601 as Mastodon has it, or Unix seconds as GoToSocial has it (milliseconds are told by size)."""
    try:
        number = float(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return number / 1000 if number > 1e11 else number


def _server_time(headers: Mapping[str, str], now: float) -> float:
    """By the Date of the answer, so that a wrong clock, here or there, does not change a wait."""
    try:
        return parsedate_to_datetime(headers["Date"]).timestamp()
    except (KeyError, ValueError):
        return now


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Retry-After in seconds from now, at most LONGEST_WAIT; it is a number of them, or a date."""
    text = headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return min(float(text), LONGEST_WAIT)
    try:
        left = parsedate_to_datetime(text).timestamp() - _server_time(headers, now)
    except (ValueError, TypeError):
        return None
    return min(max(left, 0.0), LONGEST_WAIT)


@dataclass
class Limits:
    """The windows of one token, as far as they were seen.

    Operations count in different windows (posting in one of three hours, uploads in one of thirty minutes),
    so each operation is paced by the window that its own last answer showed.
    """

    mode: Mode = "wait"
    pace_factor: float = PACE_FACTOR
    _seen: dict[str, tuple[int, int]] = field(default_factory=dict)
    _windows: dict[tuple[int, int], tuple[Window, float]] = field(default_factory=dict)

    def note(self, operation: str, window: Window | None, now: float) -> None:
        if window is None:
            return
        key = (window.limit, window.end)
        self._seen[operation] = key
        self._windows = {k: kept for k, kept in self._windows.items() if kept[0].reset > now}
        self._windows[key] = (window, now)

    def pause(self, operation: str, now: float) -> float:
        """Seconds to wait before a call: 0 unless pacing."""
        key = self._seen.get(operation)
        if self.mode != "pace" or key is None or key not in self._windows:
            return 0.0
        window, last = self._windows[key]
        left = window.reset - now
        if window.remaining > 0:
            left = (left / window.remaining - (now - last)) / self.pace_factor
        return min(max(left, 0.0), LONGEST_WAIT)


def wait_after_429(window: Window | None, refusals: int, now: float) -> float:
    """Until the window ends; without one twice as long after each refusal, from 2 s to 5 minutes."""
    if window is not None and window.reset > now:
        return min(window.reset - now, LONGEST_WAIT)
    return min(FIRST_BACKOFF * 2.0 ** min(refusals, 16), LONGEST_WAIT)
