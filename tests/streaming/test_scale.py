"""A crowd of listeners costs no more statements and encodings than one."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack

import pytest
import sqlalchemy as sa

from mockserver.domain.outbox import Channel, Message
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.store.schema import custom_filter_keywords, custom_filters, statuses
from mockserver.streaming.connection import Connection, EventSubscription
from tests import tracing

CROWD = 12


def crowded() -> Instance:
    """rem has posted; everybody has a filter of their own, which does not match."""
    instance = Instance(Options())
    names = [f"user{number}" for number in range(CROWD)]
    instance.seed(
        {
            "apps": [{"name": "Bot", "scopes": "read"}],
            "accounts": [{"username": n, "email": f"{n}@mail.example", "password": "x" * 12} for n in names],
            "tokens": [{"name": n, "account": n, "scopes": "read"} for n in names],
            "remote_accounts": [{"username": "rem", "domain": "remote.example"}],
            "remote_statuses": [{"account": "rem", "text": "kiwi"}],
        }
    )
    for name in names:
        owner = int(instance.names["accounts"][name])
        found = instance.db.insert(
            custom_filters, account_id=owner, title="x", context=["home"], created_at=0
        )
        instance.db.insert(custom_filter_keywords, custom_filter_id=found, keyword=name, updated_at=0)
    return instance


async def cost(kind: str, listeners: int) -> tuple[int, int]:
    """Statements, and different frames, of one post that is told to so many."""
    instance = crowded()
    status_id = instance.db.scalar(sa.select(statuses.c.id))

    with ExitStack() as open_streams:
        connections: list[Connection[bytes]] = []
        channels: list[Channel] = []
        for token in list(instance.names["tokens"].values())[:listeners]:
            session = instance.sessions.find(token)
            assert session is not None
            connection: Connection[bytes] = Connection(session)
            channel = (kind, connection.account_id if kind == "user" else "")
            open_streams.enter_context(instance.hub.connected(connection))
            instance.hub.subscribe(EventSubscription(connection, (channel,)))
            connections.append(connection)
            channels.append(channel)
        with tracing.statements(instance.db) as run:
            instance.hub.publish([Message(tuple(dict.fromkeys(channels)), "update", "status", status_id)])
        told = [await anext(connection.frames()) for connection in connections]
        assert [len(frames) for frames in told] == [1] * listeners
    instance.close()
    return len(run), len({id(frames[0]) for frames in told})


@pytest.mark.parametrize("kind", ["user", "public"])
def test_many_cost_as_much_as_one(kind: str) -> None:
    assert asyncio.run(cost(kind, CROWD)) == asyncio.run(cost(kind, 1))
