"""A fake instance for tests, in the same process, over real HTTP.

    with fake(scenario) as server:
        requests.get(f"{server.base_url}/api/v1/timelines/public")
        server.advance(600)

All instances of a process are served by one thread with one event loop; each has a port of its own. What is
asked of an instance through `Fake` runs in that thread, between requests."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import uvicorn

from mockserver import fixtures
from mockserver.instance import Instance, Snapshot
from mockserver.options import Options
from mockserver.serve import config

T = TypeVar("T")

LAST_ANSWERS = 1.0
"""Real seconds that requests under way are given at the end."""


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop in which all instances of this process answer, in a thread that ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="fakestodon", daemon=True).start()
    return loop


@cache
def world(scenario: str | Path | None = None, **options: Any) -> Snapshot:
    """The world of a scenario (`demo`, `empty`, a TOML file; None has nobody), made once and then copied."""
    instance = Instance(Options(**options))
    if scenario is not None:
        from mockserver.serve import load

        path = scenario if isinstance(scenario, Path) else fixtures.scenario(scenario)
        if path is None:
            raise ValueError(
                f"there is no scenario {scenario!r}; "
                f"name one of {', '.join(fixtures.scenario_names())}, or give a Path"
            )
        load(instance, path)
    try:
        return instance.snapshot()
    finally:
        instance.close()


class Fake:
    """An instance that answers at `base_url`."""

    def __init__(self, instance: Instance, server: uvicorn.Server) -> None:
        self.instance = instance
        self._server = server

    @property
    def base_url(self) -> str:
        return self.instance.base_url

    @property
    def tokens(self) -> dict[str, str]:
        """Access tokens by the names that the scenario gave them."""
        return dict(self.instance.names["tokens"])

    def call(self, function: Callable[[], T]) -> T:
        """Run a function where the instance answers, so that no request is under way meanwhile."""

        async def run() -> T:
            return function()

        return asyncio.run_coroutine_threadsafe(run(), _loop()).result()

    def seed(self, scenario: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Add to the world; gives the ids and tokens made, by name."""
        return self.call(lambda: self.instance.seed(scenario))

    def advance(self, seconds: float) -> None:
        """Move the instance's clock; what falls due is done."""
        self.call(lambda: self.instance.clock.advance(seconds))

    def wait_for_listeners(self, number: int = 1, timeout: float = 10) -> None:
        """Wait until so many streams are listened to: a client has sent its request before the
        server has read it. `timeout` in seconds of real time; raises TimeoutError."""
        waited = threading.Event()
        for _ in range(round(timeout / 0.01)):
            if self.call(lambda: self.instance.hub.listening) >= number:
                return
            waited.wait(0.01)
        raise TimeoutError(f"fewer than {number} streams are listened to after {timeout} s")

    def settle(self) -> None:
        """Wait for the processing of media."""
        asyncio.run_coroutine_threadsafe(self.instance.settle(), _loop()).result()

    def reset(self, snapshot: Snapshot) -> None:
        self.call(lambda: self.instance.restore(snapshot))


@contextmanager
def fake(scenario: str | Path | dict[str, Any] | None = "demo", **options: Any) -> Iterator[Fake]:
    """An instance on a free port of the loopback. `scenario`: a name, a file, or a scenario as a dictionary;
    `options`: those of `mockserver.options.Options`."""
    # Named as TCP: asyncio switches Nagle's delay (40 ms an answer) off only for sockets that say so.
    listening = socket.socket(proto=socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    snapshot = world(None if isinstance(scenario, dict) else scenario)
    instance = Instance(Options(base_url=base_url, **options), snapshot)
    if isinstance(scenario, dict):
        instance.seed(scenario)
    server = uvicorn.Server(config(instance))
    instance.hub.stopping = lambda: server.should_exit
    ticking = asyncio.run_coroutine_threadsafe(_start(server, listening), _loop()).result()
    try:
        yield Fake(instance, server)
    finally:
        asyncio.run_coroutine_threadsafe(_stop(instance, server, listening, ticking), _loop()).result()
        instance.close()


async def _start(server: uvicorn.Server, listening: socket.socket) -> asyncio.Task[None]:
    """What `uvicorn.Server.serve` does, but for signals, which belong to the process that tests, and for
    its main loop, which looks only ten times a second whether it shall end."""
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup(sockets=[listening])
    return asyncio.create_task(_tick(server))


async def _tick(server: uvicorn.Server) -> None:
    """Keep the Date header right."""
    while True:
        await server.on_tick(0)
        await asyncio.sleep(1)


async def _stop(
    instance: Instance, server: uvicorn.Server, listening: socket.socket, ticking: asyncio.Task[None]
) -> None:
    server.should_exit = True
    ticking.cancel()
    for one in server.servers:
        one.close()
    listening.close()
    for connection in list(server.server_state.connections):
        connection.shutdown()
    instance.hub.close()
    tasks = set(server.server_state.tasks)
    if tasks:
        # What is being answered may end by itself: uvicorn tells of a cancelled request with a traceback.
        _, late = await asyncio.wait(tasks, timeout=LAST_ANSWERS)
        for task in late:
            task.cancel()
    await instance.stop()
