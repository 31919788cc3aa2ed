"""A scenario with one of everything, and what its tables take."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.scenario import doings, keys, moments, people, remote, server, staff, trending
from mockserver.scenario.keys import Fields
from mockserver.store.schema import appeals, collections, media_attachments, reports, scheduled_statuses

WORLD: Fields = {
    "settings": {"site_title": "x"},
    "rules": [{"text": "x"}],
    "emojis": [{"shortcode": "e"}],
    "apps": [{"name": "A"}],
    "roles": [{"name": "R"}],
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
        {"account": "ben", "text": "r", "save": "r2", "quotes": "q"},
    ],
    "remote_statuses": [{"account": "rem", "text": "x", "save": "r"}],
    "favourites": [{"from": "ben", "status": "q"}],
    "reblogs": [{"from": "ben", "status": "q"}],
    "announcements": [{"text": "x"}],
    "cards": [{"status": "q", "url": "http://x.example"}],
    "terms": [{"text": "x", "effective_date": "2025-01-01"}],
    "domain_blocks": [{"domain": "bad.example"}],
    "remote_media": [{"status": "r"}],
    "trends": [{"tag": "t", "score": 1}],
    "warning_presets": [{"text": "x"}],
    "appeals": [{"state": "rejected"}],
    "report_actions": [{"report": 1, "type": "delete_statuses", "account": "ben"}],
    "polls": [{"id": 1}],
    "scheduled": [{"id": 1}],
    "media": [{"id": 1}],
    "quotes": [{"status": "r2", "state": "revoked"}],
    "tagged_collections": [{"status": "q", "collection": "1"}],
    "refreshes": [{"key": "context:1:refresh"}],
    "annual_reports": [{"account": "ann", "year": 2025}],
    "limits": [{"account": "ann", "family": "follows", "used": 1}],
    "notification_groups": [{"account": "ann", "type": "favourite", "status": "q", "hours_ago": 1}],
}

THERE: tuple[tuple[Any, Fields], ...] = (
    (reports, {"account_id": 1, "target_account_id": 1, "status_ids": [], "updated_at": 0}),
    (appeals, {"account_warning_id": 1}),
    (scheduled_statuses, {"account_id": 1, "params": {}}),
    (media_attachments, {"account_id": 1, "type": "image"}),
    (collections, {"account_id": 1, "name": "C", "updated_at": 0}),
)
"""Things with the id 1 that calls have made."""


def seeded(world: Fields) -> None:
    """Make it in an instance that is thrown away. Raises ScenarioError."""
    instance = Instance(Options())
    with instance.context() as ctx:
        for table, columns in THERE:
            ctx.db.insert(table, id=1, created_at=ctx.now, **columns)
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
        for module in (people, doings, remote, server, staff, trending, moments):
            patch.setattr(module, "take", note)
        seeded(WORLD)
    return asked
