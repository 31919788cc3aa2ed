"""What is measured, and what each figure must reach."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import listeners, load, servers, worlds
from mockserver.http.pipeline import Run, routes
from mockserver.http.request import Request
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.testing import world

PAGE = 20
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Figure:
    """`limit`: what it must reach; `least` tells whether that is the least or the most it may be. None:
    only told."""

    name: str
    value: float
    unit: str = ""
    limit: float | None = None
    least: bool = True

    @property
    def reached(self) -> bool:
        if self.limit is None:
            return True
        return self.value >= self.limit if self.least else self.value <= self.limit

    def line(self) -> str:
        mark = " " if self.limit is None else "✓" if self.reached else "✗"
        bound = (
            ""
            if self.limit is None
            else f"   ({'at least' if self.least else 'at most'} {self.limit:g} {self.unit})"
        )
        return f"{mark} {self.name:<58} {self.value:>10.2f} {self.unit}{bound}"


def requests(scale: float) -> list[Figure]:
    """Requests a second of the commonest reads, as a part of what the bare route does with the same bytes;
    and of posting."""
    figures: list[Figure] = []
    seconds = 4 * scale
    with servers.fake("--scenario", str(worlds.timeline())) as told:
        port, token = told["port"], told["tokens"]["alice"]
        status_id = worlds.newest_status(told)
        for name, path, least in (
            ("home timeline", "/api/v1/timelines/home", 0.15),
            ("one status", f"/api/v1/statuses/{status_id}", 0.25),
            ("verify_credentials", "/api/v1/accounts/verify_credentials", 0.25),
        ):
            body = worlds.fetch(told, path)
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "body"
                file.write_bytes(body)
                ready = load.request("GET", path, token)
                with servers.bare(file) as bare_port:
                    bare_ready = load.request("GET", "/bare")
                    # In turns, so that both meet the same machine.
                    turns = [
                        (
                            load.measure(bare_port, partial(bytes, bare_ready), seconds=seconds / 2),
                            load.measure(port, partial(bytes, ready), seconds=seconds / 2),
                        )
                        for _ in range(2)
                    ]
            bare = statistics.mean(one.per_second for one, _ in turns)
            ours = statistics.mean(one.per_second for _, one in turns)
            figures += [
                Figure(f"{name} ({len(body) / 1000:.1f} KB), of the bare route", ours / bare, "", least),
                Figure(f"{name}: requests a second (bare {bare:.0f})", ours, "/s"),
                Figure(f"{name}: 99th percentile", max(one.p99_ms for _, one in turns), "ms"),
            ]
        numbers = itertools.count()

        def post() -> bytes:
            return load.request(
                "POST", "/api/v1/statuses", token, f"status=Post+number+{next(numbers)}".encode(), FORM
            )

        rate = load.measure(port, post, seconds=seconds)
        figures += [
            Figure("posting: requests a second", rate.per_second, "/s", 900),
            Figure("posting: 99th percentile", rate.p99_ms, "ms"),
        ]
    return figures


def process(scale: float) -> list[Figure]:
    """The start, and memory before and after ten thousand statuses."""
    starts = []
    for _ in range(3):
        with servers.fake("--scenario", "demo") as told:
            starts.append(told["started"])
            empty = servers.resident_mb(told["pid"])
    with servers.fake("--scenario", "demo") as told:
        many = int(10_000 * scale)
        token = told["tokens"]["alice"]
        worlds.post_many(told["port"], token, many)
        full = servers.resident_mb(told["pid"])
    return [
        Figure("process start to first answer, demo world", statistics.median(starts), "s", 0.6, least=False),
        Figure("memory at start", empty, "MB", 80, least=False),
        Figure(f"memory after {many} statuses", full, "MB", 130, least=False),
    ]


def streams(scale: float) -> list[Figure]:
    """From the answer to a post until its event is at every listener of the public stream, over WebSocket."""
    figures = []
    for number in (1, 100, max(100, int(1000 * scale))):
        with servers.fake("--scenario", "empty") as told:
            delays = listeners.delays(told, number, posts=5)
        limit = 250 if number >= 1000 else None
        figures.append(
            Figure(
                f"post to event at all of {number} listeners",
                statistics.median(delays),
                "ms",
                limit,
                least=False,
            )
        )
    return figures


def growth(scale: float) -> list[Figure]:
    """What a home page costs with many statuses stored, of its cost with a thousand."""
    small, *costs = asyncio.run(_home_costs([1_000, int(100_000 * scale), int(1_000_000 * scale)]))
    figures = [Figure("home page with 1000 statuses stored", small[1] * 1e6, "µs")]
    for number, cost in costs:
        limit = 1.5 if number == 1_000_000 else None
        name = f"home page with {number} statuses stored, of that"
        figures.append(Figure(name, cost / small[1], "times", limit, least=False))
    return figures


async def _home_costs(numbers: list[int]) -> list[tuple[int, float]]:
    """Median seconds for one home page with so many statuses stored, without what was rendered before; in
    turns, so that all meet the same machine."""
    stored = [(number, *worlds.stored(number), list[float]()) for number in numbers]
    router = routes()
    for _ in range(300):
        for _number, instance, token, times in stored:
            instance.rendered.statuses.forget(None)
            headers = {"authorization": f"Bearer {token}"}
            request = Request("GET", "/api/v1/timelines/home", b"", headers, "127.0.0.1", "http")
            began = time.perf_counter()
            answer = await Run(instance, request).answer(router)
            times.append(time.perf_counter() - began)
            assert answer.status == 200 and answer.body.count(b'"created_at"') >= PAGE
    for _number, instance, *_rest in stored:
        instance.close()
    return [(number, statistics.median(times)) for number, _instance, _token, times in stored]


def instances(scale: float) -> list[Figure]:
    """Making and resetting an instance with the demo world, once the world was made in this process."""
    snapshot = world("demo")
    made, reset = [], []
    for _ in range(30):
        began = time.perf_counter()
        instance = Instance(Options(base_url="http://127.0.0.1:4000"), snapshot)
        made.append(time.perf_counter() - began)
        began = time.perf_counter()
        instance.restore(snapshot)
        reset.append(time.perf_counter() - began)
        instance.close()
    return [
        Figure("make an instance with the demo world", statistics.median(made) * 1000, "ms", 10, least=False),
        Figure("reset it", statistics.median(reset) * 1000, "ms", 10, least=False),
    ]
