"""One whole fake server: its database, clock, ids, caches, streams and limits. A process may hold many."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from mockserver.clock import Clock
from mockserver.context import Call, Context, Session
from mockserver.domain import due
from mockserver.ids import Ids
from mockserver.options import Options
from mockserver.store import accounts, addresses, schema
from mockserver.store.database import Database
from mockserver.store.paging import INSTANCE_ACTOR

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mockserver.http.rate_limits import Families, Throttles
    from mockserver.render.cache import RenderCache
    from mockserver.streaming.hub import Hub

log = logging.getLogger("fakestodon")


class Snapshot(Struct, frozen=True):
    """A whole world: the bytes of its database, the address it was made under, and the names that scenarios
    gave."""

    database: bytes
    base_url: str
    names: dict[str, dict[str, Any]]


@cache
def _blank() -> bytes:
    """The database of an empty instance: laying the tables anew each time would take longer than all else."""
    db = Database()
    db.create()
    try:
        return db.snapshot()
    finally:
        db.close()


OnAnswer = Callable[[str, str, int, float, str | None], None]
"""Told of every answer: method, path, status, seconds, the name of the account."""


class Instance:
    """`instance.app` is the ASGI application; `instance.seed(scenario)` fills it;
    `instance.clock.advance(seconds)` moves its time."""

    def __init__(self, options: Options | None = None, snapshot: Snapshot | None = None) -> None:
        """`snapshot`: begin with this world instead of an empty one."""
        from mockserver.domain.async_refreshes import Refreshes
        from mockserver.http.authenticate import Sessions
        from mockserver.http.rate_limits import Families, Throttles, parse_policy
        from mockserver.render.cache import RenderCache
        from mockserver.render.filters import Filters
        from mockserver.store.ip_blocks import ShutOut
        from mockserver.store.roles import Roles
        from mockserver.store.settings import Settings
        from mockserver.streaming.hub import Hub

        self.options = options or Options()
        self.base_url = self.options.base_url
        self.clock = Clock(self.options.start_at)
        self.clock.on_move = self._moved
        self.ids = Ids(self.clock, self.options.seed)
        self.db = Database(self.options.database)
        blank = snapshot.database if snapshot is not None else _blank()
        if self.options.database is None:
            self.db.restore(blank)
        else:
            self.db.create()
        if snapshot is None and accounts.by_id(self.db, INSTANCE_ACTOR) is None:
            accounts.make_instance_actor(self.db, self.base_url, self.clock.now())
        self.settings = Settings(self.db, self.clock, open_registrations=self.options.open_registrations)
        self.roles = Roles(self.db)
        self.refreshes = Refreshes(self.db, self.clock)
        self.sessions = Sessions(self.db)
        self.rendered: RenderCache = RenderCache(self.db)
        self.filters = Filters(self.db)
        self.shut_out = ShutOut(self.db)
        self.hub: Hub = Hub(self)
        policy = parse_policy(self.options.rate_limits)
        self.throttles: Throttles = Throttles(policy)
        self.families: Families = Families(policy)
        self.secret = self.ids.token()  # signs the cookies of web sessions
        self.names: dict[str, dict[str, Any]] = {
            "accounts": {},
            "apps": {},
            "tokens": {},
            "saved": {},
        }  # by scenarios
        self.jobs: set[asyncio.Future[Any]] = set()
        self.on_answer: OnAnswer = lambda *_: None
        if snapshot is not None:
            self._adopt(snapshot)
        self._next_due = due.next_at(self.db)
        self.db.watch(schema.due, "at", self._due_changed)

    @property
    def domain(self) -> str:
        """The host name (with a port other than the scheme's own), as accounts carry it."""
        return self.base_url.partition("://")[2]

    @cached_property
    def app(self) -> ASGIApp:
        from mockserver.app import build

        return build(self)

    # --- doing things

    @contextmanager
    def context(self, call: Call | None = None, session: Session | None = None) -> Iterator[Context]:
        """A transaction; what it put in the outbox is streamed after its commit."""
        ctx = Context(self, session, call or Call())
        try:
            with self.db.transaction():
                yield ctx
        finally:
            if ctx.tallies:
                with self.db.transaction():
                    for write in ctx.tallies:
                        write()
        if ctx.outbox:
            self.hub.publish(ctx.outbox)

    def seed(self, scenario: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Fill the world from a scenario (docs/scenarios.md); may be called again. Gives the ids and tokens
        made, by name."""
        from mockserver.scenario import seed

        return seed(self, scenario)

    # --- time

    def _due_changed(self, at: int | None) -> None:
        # An insertion names its time; after any other change the table is asked.
        if at is None:
            self._next_due = due.next_at(self.db)
        elif self._next_due is None or at < self._next_due:
            self._next_due = at

    def _moved(self) -> None:
        self.run_due()
        self.hub.clock_moved()

    def run_due(self) -> None:
        """Run the work that the clock has reached, in order. What fails is logged and dropped: it would only
        fail again, and hold up all that comes after it."""
        while self._next_due is not None and self._next_due <= self.clock.now():
            try:
                with self.context() as ctx:
                    due.run_next(ctx)
            except Exception:
                log.exception("work that fell due failed, and is dropped")
                with self.context() as ctx:
                    due.drop_next(ctx)
            self._next_due = due.next_at(self.db)

    async def settle(self) -> None:
        """Wait for background jobs; finish the processing of media, and annual reports, whatever the clock
        says."""
        while self.jobs:
            await asyncio.gather(*self.jobs, return_exceptions=True)
        with self.context() as ctx:
            for kind in ("media", "annual_report"):
                due.run_all(ctx, kind)

    # --- life

    def snapshot(self) -> Snapshot:
        return Snapshot(
            self.db.snapshot(), self.base_url, {kind: dict(names) for kind, names in self.names.items()}
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to a snapshot; open streams stay open, limits start anew. One of another address is moved
        to this one."""
        self.db.restore(snapshot.database)
        self._adopt(snapshot)
        self.throttles.clear()
        self.families.clear()
        self._next_due = due.next_at(self.db)

    def _adopt(self, snapshot: Snapshot) -> None:
        self.names = {kind: dict(names) for kind, names in snapshot.names.items()}
        if snapshot.base_url != self.base_url:
            addresses.move(self.db, snapshot.base_url, self.base_url)

    async def stop(self) -> None:
        """Give up background jobs, in the loop that they run in; then the instance may be closed."""
        jobs = list(self.jobs)
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)

    def close(self) -> None:
        """To be called in the loop of its jobs, or after `stop`: what is still at work must not write."""
        for job in self.jobs:
            job.cancel()
        self.hub.close()
        self.db.close()
