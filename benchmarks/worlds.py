"""The worlds that are measured."""

from __future__ import annotations

import json
import socket
import tempfile
import urllib.request
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import load
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.store import schema

SENTENCE = "The quick brown fox jumps over the lazy dog, twice on Sundays and once on every other day. "


@cache
def timeline() -> Path:
    """A scenario whose home timeline has 20 statuses of more than 25 KB: two people, texts with links,
    mentions and tags."""
    people = "".join(
        f'[[accounts]]\nusername = "{name}"\ndisplay_name = "{name.title()}"\n'
        'note = "I write about #foxes and more."\n\n'
        f'[[tokens]]\nname = "{name}"\naccount = "{name}"\n\n'
        for name in ("alice", "bob")
    )
    posts = "".join(
        f'[[statuses]]\naccount = "bob"\nfavourited_by = ["alice"]\n'
        f'text = "Number {n}: @alice {SENTENCE} #foxes https://example.com/{n}"\n\n'
        for n in range(25)
    )
    file = Path(tempfile.mkdtemp()) / "timeline.toml"
    file.write_text(f'[[apps]]\nname = "Bench"\n\n{people}[[follows]]\nfrom = "alice"\nto = "bob"\n\n{posts}')
    return file


def fetch(told: dict[str, Any], path: str, name: str = "alice") -> bytes:
    asked = urllib.request.Request(
        told["base_url"] + path, headers={"Authorization": f"Bearer {told['tokens'][name]}"}
    )
    with urllib.request.urlopen(asked, timeout=10) as answer:
        body: bytes = answer.read()
        return body


def newest_status(told: dict[str, Any]) -> str:
    return str(json.loads(fetch(told, "/api/v1/timelines/home"))[0]["id"])


def post_many(port: int, token: str, number: int) -> None:
    """Post so many statuses, one after the other."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        reader = connection.makefile("rb")
        for n in range(number):
            body = f"status=Number+{n}".encode()
            connection.sendall(
                load.request("POST", "/api/v1/statuses", token, body, "application/x-www-form-urlencoded")
            )
            length = 0
            while (line := reader.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            reader.read(length)


def stored(number: int) -> tuple[Instance, str]:
    """An instance with so many statuses in it, all by an account whose follower's token is returned.
    Written as rows: posting a million would measure posting."""
    instance = Instance(Options())
    made = instance.seed(
        {
            "apps": [{"name": "Bench"}],
            "accounts": [{"username": "alice"}, {"username": "bob"}],
            "tokens": [{"name": "alice", "account": "alice"}],
            "follows": [{"from": "alice", "to": "bob"}],
        }
    )
    alice, bob = int(made["accounts"]["alice"]), int(made["accounts"]["bob"])
    newest = instance.ids.snowflake()
    now = instance.clock.now()
    ids = range(newest - number * 65536, newest, 65536)
    with instance.db.transaction():
        for part in (ids[at : at + 5000] for at in range(0, len(ids), 5000)):
            instance.db.insert_many(schema.statuses, [_row(i, bob, now) for i in part])
        instance.db.insert_many(
            schema.feed_entries,
            [{"kind": "home", "owner_id": alice, "status_id": i, "reblog_of_id": None} for i in ids[-800:]],
        )
    return instance, made["tokens"]["alice"]


def _row(status_id: int, account_id: int, now: int) -> dict[str, Any]:
    return {
        "id": status_id,
        "account_id": account_id,
        "uri": f"http://localhost:3000/ap/users/{account_id}/statuses/{status_id}",
        "url": f"http://localhost:3000/@bob/{status_id}",
        "text": SENTENCE,
        "content": f"<p>{SENTENCE}</p>",
        "visibility": "public",
        "language": "en",
        "created_at": now,
    }
