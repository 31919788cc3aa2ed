"""A handler that fails in the middle has done nothing: no rows, no events, no stale caches."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from mockserver import clock
from mockserver.domain import idempotency, streams
from mockserver.domain.outbox import Message
from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.render import statuses as rendered
from mockserver.store.database import Database
from mockserver.store.schema import due, metadata
from mockserver.testing import world

READ = (
    "/api/v1/timelines/home",
    "/api/v1/timelines/public",
    "/api/v1/notifications",
    "/api/v1/accounts/verify_credentials",
    "/api/v1/conversations",
)


class Stage:
    """The demo world, and what it published."""

    def __init__(self) -> None:
        self.instance = Instance(Options(start_at=1_900_000_000), world("demo"))
        self.instance.run_due()  # the clock stands at years after the demo's making
        self.told: list[Message] = []
        publish = self.instance.hub.publish

        def note(messages: Any) -> Any:
            self.told += messages
            return publish(messages)

        self.instance.hub.publish = note  # type: ignore[method-assign]

    def ask(self, method: str, path: str, who: str = "alice", **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.instance.app, raise_app_exceptions=False)
            headers = {"Authorization": f"Bearer {who}-token", "Idempotency-Key": "once"}
            async with httpx.AsyncClient(transport=transport, base_url=self.instance.base_url) as client:
                return await client.request(method, path, headers=headers, **more)

        return asyncio.run(ask())

    def post(self) -> httpx.Response:
        return self.ask("POST", "/api/v1/statuses", data={"status": "@bob @carol broken #broken"})

    def seen(self) -> dict[str, Any]:
        return {
            f"{who} {path}": self.ask("GET", path, who).json()
            for path in READ
            for who in ("alice", "bob", "carol")
        }

    def rows(self) -> dict[str, list[Any]]:
        """Every row of every table."""
        return {
            table.name: [tuple(row) for row in self.instance.db.rows(sa.select(table))]
            for table in metadata.sorted_tables
        }


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.instance.close()


@pytest.mark.parametrize("first", [True, False], ids=["before it", "after it"])
@pytest.mark.parametrize(
    ("module", "name"),
    [(streams, "announce"), (idempotency, "remember"), (rendered, "one")],
    ids=["a reaction", "the last write", "the render"],
)
def test_posting_that_fails_midway_has_not_happened(
    stage: Stage, module: Any, name: str, first: bool
) -> None:
    work = getattr(module, name)

    def fail(*args: Any, **options: Any) -> Any:
        if not first:
            work(*args, **options)
        raise RuntimeError("fails midway")

    seen, rows = stage.seen(), stage.rows()
    stage.told.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, fail)
        answer = stage.post()
    assert answer.status_code >= 400
    assert set(answer.json()) == {"error"}
    assert stage.rows() == rows
    assert stage.told == []
    assert stage.seen() == seen


def test_posting_works_after_a_failure(stage: Stage) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(rendered, "one")
        assert stage.post().status_code >= 400
    before = stage.ask("GET", "/api/v1/accounts/verify_credentials").json()["statuses_count"]
    posted = stage.post()
    assert posted.status_code == 200
    assert stage.ask("GET", "/api/v1/timelines/home").json()[0]["id"] == posted.json()["id"]
    after = stage.ask("GET", "/api/v1/accounts/verify_credentials").json()["statuses_count"]
    assert after == before + 1
    assert any(message.event == "update" for message in stage.told)


def test_a_refusal_midway_changes_nothing(stage: Stage) -> None:
    stage.seen()  # the first visit of a day is noted, whatever becomes of the call
    rows = stage.rows()
    answer = stage.ask("POST", "/api/v1/statuses", data={"status": "x", "media_ids[]": "123456"})
    assert answer.status_code == 422
    assert stage.rows() == rows
    assert stage.told == []


def test_work_that_fails_when_it_falls_due_is_dropped_and_holds_up_nothing(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    at = clock.iso(stage.instance.clock.now() + 600_000)
    for who, text in (("alice", "fails"), ("bob", "goes out")):
        later = stage.ask("POST", "/api/v1/statuses", who, data={"status": text, "scheduled_at": at})
        assert later.status_code == 200
    stage.told.clear()
    announce, failed = streams.announce, list[Any]()

    def fail_once(*args: Any) -> None:
        if not failed:
            failed.append(args)
            raise RuntimeError("fails when due")
        announce(*args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "announce", fail_once)
        stage.instance.clock.advance(601)
    assert "fails when due" in caplog.text
    assert len([message for message in stage.told if message.event == "update"]) == 1
    assert stage.ask("GET", "/api/v1/timelines/home", "bob").json()[0]["content"] == "<p>goes out</p>"
    assert stage.ask("GET", "/api/v1/timelines/home", "alice").status_code == 200
    assert stage.instance.db.find(due, kind="scheduled_status") is None


ACTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "favourite": ("POST", "/api/v1/statuses/{bob}/favourite", {}),
    "boost": ("POST", "/api/v1/statuses/{bob}/reblog", {}),
    "edit": ("PUT", "/api/v1/statuses/{own}", {"status": "@carol changed #changed"}),
    "delete": ("DELETE", "/api/v1/statuses/{own}", {}),
    "profile": ("PATCH", "/api/v1/accounts/update_credentials", {"note": "#new", "locked": True}),
    "block": ("POST", "/api/v1/accounts/{author}/block", {}),
    "report": ("POST", "/api/v1/reports", {"account_id": "{author}", "comment": "x"}),
    "filter": (
        "POST",
        "/api/v2/filters",
        {"title": "x", "context": ["home"], "keywords_attributes": [{"keyword": "weather"}]},
    ),
    "marker": ("POST", "/api/v1/markers", {"home": {"last_read_id": "1"}}),
}


@pytest.mark.parametrize("act", ACTS)
def test_whatever_fails_after_its_last_write_has_not_happened(stage: Stage, act: str) -> None:
    posts = stage.ask("GET", "/api/v1/timelines/public?limit=40").json()
    bob = next(post for post in posts if post["account"]["username"] == "bob")
    own = next(post for post in posts if post["account"]["username"] == "alice")
    names = {"bob": bob["id"], "own": own["id"], "author": bob["account"]["id"]}
    method, path, content = ACTS[act]
    content = {key: value.format(**names) if value == "{author}" else value for key, value in content.items()}
    seen, rows = stage.seen(), stage.rows()
    stage.told.clear()
    beginning = stage.instance.snapshot()
    writes: list[int] = [0]
    change = Database._change

    def failing(last: int) -> Any:
        def counted(self: Database, *given: Any) -> Any:
            result = change(self, *given)
            writes[0] += 1
            if writes[0] == last:
                raise RuntimeError("fails midway")
            return result

        return counted

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "_change", failing(0))
        assert stage.ask(method, path.format(**names), json=content).status_code == 200
        stage.instance.restore(beginning)
        patch.setattr(Database, "_change", failing(writes[0]))
        stage.told.clear()
        writes[0] = 0
        assert stage.ask(method, path.format(**names), json=content).status_code >= 400
    assert stage.rows() == rows
    assert stage.told == []
    assert stage.seen() == seen
