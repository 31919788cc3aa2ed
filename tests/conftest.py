"""A small world for tests of rules: people act through the handlers, without HTTP between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from clientkit.operations import accounts, statuses, timelines
from clientkit.operations.base import Operation
from mockserver.context import Session
from mockserver.domain.outbox import Channel, Message
from mockserver.handlers import BINDINGS
from mockserver.handlers.binding import Page
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.render.ready import Ready
from mockserver.store.accounts import by_handle, remote_by_name


class Person:
    """Somebody of the world, who does things."""

    def __init__(self, world: World, name: str) -> None:
        row = by_handle(world.instance.db, name) or remote_by_name(world.instance.db, name)
        assert row is not None
        self.world, self.name, self.key, self.id = world, name, row.id, str(row.id)

    def do(self, operation: Operation[Any]) -> Any:
        """What the handler of an operation gives; the items of a page."""
        session = self.world.session(self.name)
        with self.world.instance.context(session=session) as ctx:
            result = BINDINGS[type(operation)].handler(ctx, operation)
            self.world.told += ctx.outbox
        self.world.instance.clock.advance(0.01)
        return _read(result.items if isinstance(result, Page) else result, operation.declaration.returns)

    def posts(self, text: str, **more: Any) -> str:
        """The id of a new status."""
        return str(self.do(statuses.Create(status=text, **more)).id)

    def boosts(self, status_id: str) -> str:
        return str(self.do(statuses.Reblog(id=status_id)).id)

    def follows(self, other: Person, **options: Any) -> Any:
        return self.do(accounts.Follow(id=other.id, **options))

    def home(self, **cursor: Any) -> list[str]:
        return [status.id for status in self.do(timelines.Home(**cursor))]

    def list(self, list_id: str) -> list[str]:
        return [status.id for status in self.do(timelines.List(list_id=list_id))]


def _read(result: Any, kind: Any) -> Any:
    """Entities that were encoded already are read again."""
    if isinstance(result, list):
        return [_read(item, get_args(kind)[0]) for item in result]
    return msgspec.json.decode(result.json(), type=kind) if isinstance(result, Ready) else result


class World:
    def __init__(self) -> None:
        self.instance = Instance(Options(start_at=1_800_000_000, seed=1))
        names = ("alice", "bob", "carol", "dave")
        self.told: list[Message] = []
        self.instance.seed(
            {
                "apps": [{"name": "App", "scopes": "read write follow"}],
                "accounts": [
                    {"username": name, "email": f"{name}@mail.example", "password": "x" * 12}
                    for name in names
                ],
                "tokens": [{"name": name, "account": name, "scopes": "read write follow"} for name in names],
                "remote_accounts": [{"name": "rem", "domain": "remote.example"}],
            }
        )
        self.alice, self.bob, self.carol, self.dave = (Person(self, name) for name in names)
        self.rem = Person(self, "rem")

    def session(self, name: str) -> Session | None:
        token = self.instance.names["tokens"].get(name)
        return self.instance.sessions.find(token) if token else None

    def told_to(self, channel: Channel) -> list[tuple[str, str]]:
        """What was streamed to a channel since `forget_told`: (event, id), as often as it was told."""
        return [
            (message.event, message.text or str(message.id))
            for message in self.told
            for target in message.channels
            if target == channel
        ]

    def forget_told(self) -> None:
        self.told.clear()


@pytest.fixture
def social() -> Iterator[World]:
    """alice, bob, carol and dave, who have nothing to do with each other yet, and rem of another server."""
    world = World()
    yield world
    world.instance.close()
