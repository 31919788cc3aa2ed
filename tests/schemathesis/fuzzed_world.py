"""The world that is fuzzed: one of everything, so that calls find what they name."""

from __future__ import annotations

from typing import Any

import httpx

from contracts.targets.fakes import Stepping
from mockserver import fixtures
from mockserver.instance import Instance
from mockserver.options import Options

BASE = "https://mastodon.example"
SCOPES = "read write follow push profile admin:read admin:write"
SCENARIO: dict[str, Any] = {
    "apps": [{"name": "Fuzz", "scopes": SCOPES}],
    "accounts": [{"username": "alice", "role": "Owner"}, {"username": "bob"}, {"username": "carol"}],
    "tokens": [
        {"name": "alice", "account": "alice", "scopes": SCOPES},
        {"name": "bob", "account": "bob", "scopes": SCOPES},
    ],
    "follows": [{"from": "alice", "to": "bob"}, {"from": "bob", "to": "alice"}],
    "announcements": [{"text": "Hear, hear", "save": "announcement"}],
    "statuses": [
        {"account": "alice", "text": "One #topic", "save": "status", "favourited_by": ["bob"]},
        {"account": "bob", "text": "@alice two", "visibility": "direct"},
        {"account": "bob", "text": "Three", "save": "theirs"},
    ],
}


class World:
    """An instance that goes back to its beginning; `ids`: what there is, by what it is called in paths and
    parameters."""

    def __init__(self) -> None:
        self.instance = Instance(Options(base_url=BASE, rate_limits="off", seed=1, start_at=1_790_000_000))
        made = self.instance.seed(SCENARIO)
        self.token = made["tokens"]["alice"]
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        self.http = httpx.Client(transport=Stepping(self.instance.app), base_url=BASE, headers=headers)
        self.ids = self._ids(made)
        self._beginning = self.instance.snapshot()

    def _ids(self, made: dict[str, Any]) -> dict[str, str]:
        post = self._post
        file = {"file": ("chart.png", fixtures.media("chart.png") or b"", "image/png")}
        poll = {"options": ["a", "b"], "expires_in": 600}
        asked = self._as_bob("/api/v1/statuses", status="Pick", poll=poll)
        filtered = post(
            "/api/v2/filters", title="No", context=["home"], keywords_attributes=[{"keyword": "no"}]
        )
        return {
            "statuses": made["saved"]["status"],
            "quotes": made["saved"]["theirs"],
            "accounts": made["accounts"]["bob"],
            "announcements": made["saved"]["announcement"],
            "lists": post("/api/v1/lists", title="List")["id"],
            "media": self.http.post("/api/v2/media", files=file).json()["id"],
            "polls": asked["poll"]["id"],
            "filters": filtered["id"],
            "keywords": filtered["keywords"][0]["id"],
            "scheduled_statuses": post(
                "/api/v1/statuses", status="Later", scheduled_at="2027-11-22T00:00:00Z"
            )["id"],
            "conversations": self._first("/api/v1/conversations"),
            "notifications": self._first("/api/v1/notifications"),
            "featured_tags": post("/api/v1/featured_tags", name="topic")["id"],
            "tags": "topic",
            "tag": "topic",
        }

    def _post(self, path: str, **content: Any) -> Any:
        return self.http.post(path, json=content).raise_for_status().json()

    def _as_bob(self, path: str, **content: Any) -> Any:
        token = self.instance.names["tokens"]["bob"]
        return (
            self.http.post(path, json=content, headers={"Authorization": f"Bearer {token}"})
            .raise_for_status()
            .json()
        )

    def _first(self, path: str) -> str:
        return str(self.http.get(path).raise_for_status().json()[0]["id"])

    def known(self, path: str, name: str) -> str | None:
        """What a parameter may name: by its own name (`media_ids[]`, `in_reply_to_id`), else by what stands
        before it in the path."""
        for ending, kind in BY_NAME.items():
            if name.removesuffix("[]").endswith(ending):
                return self.ids[kind]
        segments = path.split("/")
        at = segments.index(f"{{{name}}}") if f"{{{name}}}" in segments else 0
        return self.ids.get(segments[at - 1]) if at else None

    def begin_again(self) -> None:
        self.instance.restore(self._beginning)

    def close(self) -> None:
        self.http.close()
        self.instance.close()


BY_NAME = {
    "media_ids": "media",
    "account_id": "accounts",
    "account_ids": "accounts",
    "in_reply_to_id": "statuses",
    "quoted_status_id": "quotes",
    "quoting_status_id": "quotes",
    "status_id": "statuses",
    "status_ids": "statuses",
    "filter_id": "filters",
    "list_id": "lists",
    "hashtag": "tags",
}
