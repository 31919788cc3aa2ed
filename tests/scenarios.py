"""A scenario with one of everything, and what its tables take."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.scenario import doings, keys, people, remote, server
from mockserver.scenario.keys import Fields

WORLD: Fields = {
    "settings": {"site_title": "x"},
    "rules": [{"text": "x"}],
    "emojis": [{"shortcode": "e"}],
    "apps": [{"name": "A"}],
    "accounts": [{"username": "ann"}, {"username": "ben"}],
    "remote_accounts": [{"name": "rem", "domain": "r.example"}],
    "tokens": [{"account": "ann"}],
    "invites": [{"code": "c", "account": "ann"}],
    "tags": [{"name": "t"}],
    "follows": [{"from": "ann", "to": "ben"}],
    "blocks": [{"from": "ben", "to": "rem"}],
    "mutes": [{"from": "ann", "to": "rem"}],
    "statuses": [
        {"account": "ann", "text": "x", "poll": {"options": ["a", "b"]}},
        {"account": "ann", "text": "q", "save": "q"},
    ],
    "remote_statuses": [{"account": "rem", "text": "x"}],
    "favourites": [{"from": "ben", "status": "q"}],
    "reblogs": [{"from": "ben", "status": "q"}],
    "announcements": [{"text": "x"}],
    "cards": [{"status": "q", "url": "http://x.example"}],
}


def seeded(world: Fields) -> None:
    """Make it in an instance that is thrown away. Raises ScenarioError."""
    instance = Instance(Options())
    try:
        instance.seed(copy.deepcopy(world))
    finally:
        instance.close()


@cache
def keys_of_tables() -> dict[str, set[str]]:
    """The keys of each table, as the tables themselves ask for them."""
    asked: dict[str, set[str]] = {}

    def note(fields: Fields, where: str, /, **wanted: Any) -> Fields:
        if where.endswith("]"):
            asked.setdefault(where.partition("[")[0], set()).update(wanted)
        return keys.take(fields, where, **wanted)

    with pytest.MonkeyPatch.context() as patch:
        for module in (people, doings, remote, server):
            patch.setattr(module, "take", note)
        seeded(WORLD)
    return asked
