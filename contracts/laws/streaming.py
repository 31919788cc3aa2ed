"""Laws of streams: https://docs.joinmastodon.org/methods/streaming/"""

from __future__ import annotations

from typing import Any

from contracts.answers import ids_of
from contracts.law import law
from contracts.targets.server import Listening
from contracts.world import Actor, World

TOLD = ("id", "content", "visibility", "spoiler_text", "created_at", "in_reply_to_id")
"""What of a status is the same in a stream and by GET, at any time."""


@law(
    "STREAM=REST",
    "The home stream tells of the same statuses as the home timeline, whole and in order, and of deletions",
    source="https://docs.joinmastodon.org/methods/streaming/#user",
    broken_by=("stream_drops_every_other_event", "stream_without_deletes", "stream_twice"),
)
def stream_equals_rest(world: World) -> None:
    (alice,) = world.people()
    stream = world.listen(alice, "/api/v1/streaming/user")
    posted = [alice.toot(world.text(f"streamed {n}"), visibility="private")["id"] for n in range(2)]
    doomed = posted[0]
    events: list[tuple[str, Any]] = []
    _told(world, stream, events, lambda: _ids(events, "update"), set(posted), "updates of all statuses come")
    alice.delete(f"/api/v1/statuses/{doomed}").ok()
    last = alice.toot(world.text("the last"), visibility="private")["id"]
    _told(world, stream, events, lambda: _ids(events, "update"), {*posted, last}, "the last update comes")
    _told(world, stream, events, lambda: _ids(events, "delete"), {doomed}, "the deletion comes")
    updates = [id for id in _ids(events, "update") if id in (*posted, last)]
    world.same(sorted(updates), sorted([*posted, last]), "every status comes once")
    if world.server.isolated:
        world.same(updates, [*posted, last], "statuses come in their order")
    _same_as_rest(world, alice, events, [last, posted[1]])


def _ids(events: list[tuple[str, Any]], name: str) -> list[str]:
    told = [payload for event, payload in events if event == name]
    return [payload["id"] if isinstance(payload, dict) else payload for payload in told]


def _told(
    world: World, stream: Listening, events: list[tuple[str, Any]], seen: Any, wanted: set[str], what: str
) -> None:
    def read() -> list[str]:
        events.extend(stream.read())
        return list(seen())

    world.eventually(read, lambda ids: wanted <= set(ids), what)


def _same_as_rest(world: World, alice: Actor, events: list[tuple[str, Any]], alive: list[str]) -> None:
    home = world.eventually(
        lambda: [
            id
            for id in ids_of(alice.get("/api/v1/timelines/home", limit=40).ok())
            if id in _ids(events, "update")
        ],
        lambda ids: ids == alive,
        "the home timeline holds what was streamed and not deleted",
    )
    for id in home:
        streamed = next(p for event, p in events if event == "update" and p["id"] == id)
        fetched = alice.status(id)
        world.same(
            {name: streamed[name] for name in TOLD} | {"account": streamed["account"]["id"]},
            {name: fetched[name] for name in TOLD} | {"account": fetched["account"]["id"]},
            "the stream tells what GET tells",
        )
