"""When the calls of a scene were made, read from the recorded answers.

A played scene starts at the moment it was recorded and keeps up with it, so that windows of rate limits,
expiries and "five minutes from now" fall as they fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from contracts.recordings.scenes import SNOWFLAKE, Json, Scene, Step

PAST_KEYS = frozenset({"created_at", "edited_at", "updated_at"})
"""Times that cannot lie ahead of the moment in which they are told."""

FURTHEST_STEP = 900.0
"""Seconds by which one answer may move the clock: more than that was the world's doing, not waiting."""

SHORT_WINDOW = 300
LIMITS_OF_SHORT_WINDOWS = frozenset({"300", "1500"})
LONG_WINDOWS_END = 1800
PAGED_WINDOWS_END = 900
"""A limit of 300 that a paged call shows may be that of paged calls, whose windows are a quarter of an hour
(recording limits/paging_300)."""

_PAGED = re.compile(r"(?:^|[?&])(?:page|min_id|max_id|since_id)=[^&]")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def seconds_of(text: str) -> float:
    """Unix seconds of an ISO 8601 time (UTC if it says no zone). Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def start_of(scene: Scene) -> float | None:
    """Unix seconds when the scene began: its first actor's id tells, else the first time in an answer."""
    actors = [scene.variables.get(f"{name}.id") for name in scene.data.get("actors") or {}]
    made = [int(value) >> 16 for value in actors if isinstance(value, str) and SNOWFLAKE.fullmatch(value)]
    if made:
        return min(made) / 1000
    for step in scene.steps:
        answer = step.get("answer")
        if not isinstance(answer, dict):
            continue
        told = max(_past_moments(answer.get("body")), default=None)
        if told is not None:
            return told
        end = _end_of_short_window(answer.get("headers", {}))
        if end is not None:
            return end - SHORT_WINDOW
    return None


def reached(answer: Json, now: float, method: str, paged: bool = False) -> float:
    """The latest moment that the recorded answer proves to have been reached; `now` if none is later."""
    headers = answer.get("headers", {}) if isinstance(answer, dict) else {}
    body = answer.get("body") if isinstance(answer, dict) else answer
    moments = [moment for moment in _past_moments(body) if moment - now <= FURTHEST_STEP]
    if method == "POST" and isinstance(body, dict) and isinstance(body.get("id"), str):
        made = int(body["id"]) >> 16 if SNOWFLAKE.fullmatch(body["id"]) else 0
        moments += [made / 1000] if made / 1000 - now <= FURTHEST_STEP else []
    end = _end_of_short_window(headers)
    # A window of five minutes that ends further away has not begun yet; longer windows end on half hours.
    longer = PAGED_WINDOWS_END if paged else LONG_WINDOWS_END
    if end and SHORT_WINDOW < int(end) - now <= SHORT_WINDOW + FURTHEST_STEP and int(end) % longer:
        moments.append(float(int(end) - SHORT_WINDOW))
    return max([now, *moments])


def pages(step: Step) -> bool:
    """Whether the call has a parameter by which paged calls are counted, in its address or its form."""
    pairs = [*step.get("query", ()), *step.get("form", ())]
    return any(map(_PAGED.search, [str(step["call"]), *(f"{name}={value}" for name, value in pairs)]))


def _end_of_short_window(headers: dict[str, Json]) -> float | None:
    """Unix seconds when a limit of five minutes begins anew; other limits have windows of other lengths."""
    reset = headers.get("x-ratelimit-reset")
    short = headers.get("x-ratelimit-limit") in LIMITS_OF_SHORT_WINDOWS
    return seconds_of(reset) if short and isinstance(reset, str) and _MOMENT.fullmatch(reset) else None


def _past_moments(value: Json, key: str | None = None) -> Iterator[float]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _past_moments(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _past_moments(inner, key)
    elif (
        key in PAST_KEYS
        and isinstance(value, str)
        and _MOMENT.fullmatch(value)
        and not value.endswith("T00:00:00.000Z")
    ):
        yield seconds_of(value)
    elif key == "created_at" and isinstance(value, int):  # of a token (recording oauth/apps_create)
        yield float(value)
