"""When calls were made is read from the recorded answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from contracts.recordings.scenes import Scene
from contracts.recordings.timing import pages, reached, seconds_of, start_of

NOON = seconds_of("2026-11-21T12:01:00Z")


def scene(**data: Any) -> Scene:
    return Scene("a/b", {"steps": [], "actors": {}, **data}, Path("b.json"), None)


def _limited(limit: str, reset: str) -> dict[str, str]:
    return {"x-ratelimit-limit": limit, "x-ratelimit-reset": reset}


def test_a_scene_starts_when_its_first_actor_was_made() -> None:
    ids = {f"{name}.id": str(round((NOON + late) * 1000) << 16) for name, late in (("bob", 1), ("alice", 0))}
    assert start_of(scene(actors={"alice": {}, "bob": {}}, variables=ids)) == NOON


def test_a_scene_without_actors_starts_by_its_first_answer_that_tells_a_time() -> None:
    silent = {"answer": {"status": 200, "headers": {}, "body": {"ends": "2020-01-01T00:00:00.000Z"}}}
    longer = {
        "answer": {"headers": {"x-ratelimit-limit": "5", "x-ratelimit-reset": "2026-11-21T12:10:00.5Z"}}
    }
    limited = {
        "answer": {"headers": {"x-ratelimit-limit": "300", "x-ratelimit-reset": "2026-11-21T12:06:00.5Z"}}
    }
    token = {"answer": {"headers": {}, "body": {"created_at": int(NOON)}}}
    assert start_of(scene(steps=[silent, longer, limited])) == NOON + 0.5
    assert start_of(scene(steps=[longer, token])) == NOON
    assert start_of(scene(steps=[silent])) is None


@pytest.mark.parametrize(
    ("answer", "method", "later"),
    [
        ({"body": {"created_at": "2026-11-21T12:01:05.500Z"}}, "GET", 5.5),
        ({"body": [{"status": {"edited_at": "2026-11-21T12:01:05.500Z"}}]}, "GET", 5.5),
        ({"body": {"created_at": "2026-11-21T12:00:00.000Z"}}, "GET", 0),
        ({"body": {"expires_at": "2026-11-21T12:01:05.500Z"}}, "GET", 0),
        ({"body": {"created_at": "2026-11-22T12:01:05.500Z"}}, "GET", 0),
        ({"body": {"id": str(round((NOON + 2) * 1000) << 16)}}, "POST", 2),
        ({"headers": _limited("300", "2026-11-21T12:10:00.123Z")}, "GET", 240),
        ({"headers": _limited("300", "2026-11-21T12:05:00.123Z")}, "GET", 0),
        ({"headers": _limited("1500", "2026-11-21T12:30:00.123Z")}, "GET", 0),
        ({"headers": _limited("5", "2026-11-21T12:10:00.123Z")}, "GET", 0),
        ([], "GET", 0),
    ],
)
def test_an_answer_proves_a_moment_only_by_what_cannot_lie_ahead(
    answer: Any, method: str, later: float
) -> None:
    assert reached(answer, NOON, method) - NOON == pytest.approx(later, abs=0.001)


@pytest.mark.parametrize(
    ("step", "paged"),
    [
        ({"call": "GET /api/v1/timelines/home?limit=1&max_id=5"}, True),
        ({"call": "GET /api/v1/timelines/home?max_id="}, False),
        ({"call": "GET /api/v1/timelines/home"}, False),
        ({"call": "GET /api/v1/directory", "query": [["page", "2"]]}, True),
        ({"call": "POST /api/v1/statuses", "form": [["status", "x"], ["since_id", "1"]]}, True),
        ({"call": "POST /api/v1/statuses", "json": {"page": "1"}}, False),
    ],
)
def test_a_paged_call_may_show_the_window_of_paged_calls(step: dict[str, Any], paged: bool) -> None:
    quarter = {"headers": _limited("300", "2026-11-21T12:15:00.123Z")}
    assert pages(step) is paged
    assert reached(quarter, NOON, "GET", pages(step)) - NOON == pytest.approx(0 if paged else 540)
