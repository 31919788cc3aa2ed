"""Whatever happens, a stream tells each reader what REST answers the same reader at that moment.

People act at random; after each act everything that the streams have told is asked for by REST."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import httpx
import pytest

from tests.streaming.conftest import Stage

PEOPLE = ("alice", "bob", "carol")
ACTS = 100


class Crowd:
    """People who post, boost, edit, filter, follow and mute, each with all streams open."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage, self.random = stage, Random(seed)
        self.statuses: dict[str, str] = {}  # id → author
        lists = {name: self.call(name, "POST", "/v1/lists", title="friends")["id"] for name in PEOPLE}
        for name in PEOPLE:
            others = [self.id(other) for other in PEOPLE if other != name]
            for other in others:
                self.call(name, "POST", f"/v1/accounts/{other}/follow")
            self.call(name, "POST", f"/v1/lists/{lists[name]}/accounts", account_ids=others)
        plain = [{"stream": stream} for stream in ("user", "direct", "public")]
        self.sockets = {
            name: stage.socket(
                name, *plain, {"stream": "list", "list": lists[name]}, {"stream": "hashtag", "tag": "cats"}
            )
            for name in PEOPLE
        }

    def id(self, name: str) -> str:
        return str(self.stage.ids[name])

    def call(self, who: str | None, method: str, path: str, **form: Any) -> Any:
        """None for what is refused: much of what people try at random is."""
        try:
            return self.stage.call(who, method, f"/api{path}", **form)
        except httpx.HTTPStatusError as error:
            assert error.response.status_code in (403, 404, 422), (method, path, form)
            return None

    def acts(self) -> None:
        who = self.random.choice(PEOPLE)
        acts: tuple[Callable[[str], None], ...] = (
            self.posts, self.posts, self.posts, self.boosts, self.edits, self.edits, self.marks, self.votes,
            self.relates, self.changes_profile, self.filters, self.deletes, self.allows_quotes,
        )  # fmt: skip
        self.random.choice(acts)(who) if self.statuses else self.posts(who)

    def text(self) -> str:
        parts = [self.random.choice(("hello", "kiwi pie", "#cats rule")), str(self.random.randrange(1000))]
        return " ".join(parts + [f"@{self.random.choice(PEOPLE)}"] * self.random.randrange(2))

    def status(self) -> str:
        return self.random.choice(list(self.statuses))

    def posts(self, who: str) -> None:
        visibility = self.random.choice(("public", "public", "unlisted", "private", "direct"))
        form: dict[str, Any] = {"status": self.text(), "visibility": visibility}
        more: list[dict[str, Any]] = [
            {"poll": {"options": ["kiwi", "plum"], "expires_in": 3600}},
            {"spoiler_text": "kiwi"},
            {"quote_approval_policy": "followers"},
        ]
        if self.statuses:
            more += [{"in_reply_to_id": self.status()}, {"quoted_status_id": self.status()}]
        form |= self.random.choice([{}, {}, *more])
        self._keep(who, self.call(who, "POST", "/v1/statuses", **form))

    def boosts(self, who: str) -> None:
        self._keep(who, self.call(who, "POST", f"/v1/statuses/{self.status()}/reblog"))

    def _keep(self, who: str, made: Any) -> None:
        if made is not None:
            self.statuses[made["id"]] = who

    def edits(self, who: str) -> None:
        status = self.status()
        self.call(self.statuses[status], "PUT", f"/v1/statuses/{status}", status=self.text())

    def deletes(self, who: str) -> None:
        status = self.status()
        self.call(self.statuses.pop(status), "DELETE", f"/v1/statuses/{status}")

    def allows_quotes(self, who: str) -> None:
        status, policy = self.status(), self.random.choice(("public", "followers", "nobody"))
        path = f"/v1/statuses/{status}/interaction_policy"
        self.call(self.statuses[status], "PUT", path, quote_approval_policy=policy)

    def marks(self, who: str) -> None:
        act = self.random.choice(("favourite", "unfavourite", "bookmark", "mute", "unreblog"))
        self.call(who, "POST", f"/v1/statuses/{self.status()}/{act}")

    def votes(self, who: str) -> None:
        seen = self.call(who, "GET", f"/v1/statuses/{self.status()}")
        if seen is not None and seen["poll"]:
            self.call(who, "POST", f"/v1/polls/{seen['poll']['id']}/votes", choices=[0])

    def relates(self, who: str) -> None:
        act = self.random.choice(("follow", "unfollow", "mute", "unmute", "block", "unblock", "unblock"))
        self.call(who, "POST", f"/v1/accounts/{self.id(self.random.choice(PEOPLE))}/{act}")

    def changes_profile(self, who: str) -> None:
        changes = {"display_name": self.text()[:30], "discoverable": self.random.random() < 0.5}
        self.call(who, "PATCH", "/v1/accounts/update_credentials", **changes)

    def filters(self, who: str) -> None:
        keyword = {"keyword": self.random.choice(("kiwi", "cats", "hell")), "whole_word": True}
        form = {"title": "fruit", "context": ["home"], "keywords_attributes": [keyword]}
        made = self.call(who, "POST", "/v2/filters", **form)
        self.call(who, "POST", f"/v2/filters/{made['id']}/statuses", status_id=self.status())


def as_told(crowd: Crowd, who: str, stream: str, event: str, payload: Any) -> Any:
    """What REST answers, with the known differences of streams (reference: streaming.md §7, §8)."""
    if event == "notification":
        return crowd.call(who, "GET", f"/v1/notifications/{payload['id']}")
    if event == "conversation":
        return next(c for c in crowd.call(who, "GET", "/v1/conversations") if c["id"] == payload["id"])
    own = crowd.call(who, "GET", f"/v1/statuses/{payload['id']}")
    if stream in ("public", "hashtag"):
        found = [one | {"status_matches": None} for one in own["filtered"] if one["keyword_matches"]]
        return crowd.call(None, "GET", f"/v1/statuses/{payload['id']}") | {"filtered": found}
    if own["reblog"]:
        own["bookmarked"] = False  # the boost's own, where a boost alone by REST shows what it boosts
    quoted = (own["quote"] or {}).get("quoted_status")
    for status in filter(None, (own, own["reblog"], quoted)):
        if status["account"]["username"] == who:
            status.setdefault("pinned", False)
    return own


@pytest.mark.parametrize("seed", range(2))
def test_all_that_is_told_is_what_rest_answers(stage: Stage, seed: int) -> None:
    crowd, compared = Crowd(stage, seed), set()
    for _ in range(ACTS):
        crowd.acts()
        for who, socket in crowd.sockets.items():
            for frame in socket.exchange():
                (stream, *_), event = frame["stream"], frame["event"]
                if event != "delete":
                    payload = json.loads(frame["payload"])
                    assert payload == as_told(crowd, who, stream, event, payload), (who, stream, event)
                compared.add((stream, event))
    assert {
        ("user", "update"), ("user", "status.update"), ("user", "delete"), ("user", "notification"),
        ("list", "update"), ("direct", "conversation"), ("public", "update"), ("hashtag", "update"),
    } <= compared  # fmt: skip
