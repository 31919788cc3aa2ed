"""Laws of listings: https://docs.joinmastodon.org/api/guidelines/#pagination"""

from __future__ import annotations

from hypothesis import strategies as st

from contracts.answers import ids_of
from contracts.effects import Effects
from contracts.law import Unable, law
from contracts.world import Actor, World

GUIDE = "https://docs.joinmastodon.org/api/guidelines/#pagination"
LIVE_STATUSES = 3
"""So few on a live server: each costs one of 30 deletions in half an hour."""


def _posted(world: World, author: Actor) -> list[str]:
    """Statuses of ours, the newest first."""
    count = world.draw(st.integers(1, 9), live=LIVE_STATUSES)
    return [author.toot(world.text("one of several"))["id"] for _ in range(count)][::-1]


@law(
    "PAGE-PARTITION",
    "Pages partition a timeline, whatever the page size",
    examples=12,
    source=GUIDE,
    broken_by=("page_overlap", "page_gap", "page_limit_plus_one", "page_next_loops"),
    seen_in=("GTS#1807", "takahe#361", "mastodon#5588", "GTS#2213"),
)
def page_partition(world: World) -> None:
    (alice,) = world.people()
    ours = _posted(world, alice)
    limit = world.draw(st.integers(1, len(ours) + 1), live=2)
    for path in (f"/api/v1/accounts/{alice.id}/statuses", "/api/v1/timelines/home"):
        world.eventually(
            lambda path=path: ids_of(alice.get(path, limit=40).ok()),  # type: ignore[misc]
            lambda seen: set(ours) <= set(seen),
            f"{path} has all of ours",
        )
        _walk(world, alice, path, limit, ours)


def _walk(world: World, who: Actor, path: str, limit: int, ours: list[str]) -> None:
    seen: list[str] = []
    for page in who.walk(path, limit, most=3 * len(ours) + 5):
        world.check(len(page) <= limit, "a page holds at most `limit` items", f"≤ {limit}", len(page))
        seen += ids_of(page)
        if ours[-1] in seen and not world.server.isolated:
            break
    world.same(len(seen), len(set(seen)), f"no item is on two pages of {path} (items, different ones)")
    world.same(
        [id for id in seen if id in ours], ours, f"the pages of {path} hold every item once, the newest first"
    )


@law(
    "MIN-MAX-DUAL",
    "max_id gives the page just below a status and min_id the page just above it, both without it",
    examples=12,
    source=GUIDE,
    broken_by=("min_id_as_since_id", "page_overlap", "page_gap"),
    seen_in=("friendica#9418", "pixelfed#3354"),
)
def min_max_dual(world: World) -> None:
    (alice,) = world.people()
    ours = _posted(world, alice)
    limit = world.draw(st.integers(1, len(ours)), live=1)
    pivot = world.draw(st.sampled_from(ours), live=ours[-1])
    at = ours.index(pivot)
    newer, older = ours[:at], ours[at + 1 :]
    below = [id for id in alice.statuses_of(alice, max_id=pivot, limit=limit) if id in ours]
    world.same(below, older[:limit], "max_id gives the statuses just older than it")
    above = alice.statuses_of(alice, min_id=pivot, limit=limit)
    world.same(above, newer[max(0, len(newer) - limit) :], "min_id gives the statuses just newer than it")
    newest = alice.statuses_of(alice, since_id=pivot, limit=limit)
    world.same(newest, newer[:limit], "since_id gives the newest statuses above it")
    if newer:
        back = [id for id in alice.statuses_of(alice, max_id=newer[-1], limit=1) if id in ours]
        world.same(back, [pivot], "below the first status above is the status itself")


@law(
    "PAGES-PUBLIC",
    "Following `next` through the public timeline always goes on, the newest first, and repeats nothing",
    actors=0,
    effects=Effects.READ,
    source=GUIDE,
    broken_by=("page_overlap", "page_next_loops", "page_limit_plus_one"),
    seen_in=("takahe#361", "Mastodon.py#147"),
)
def pages_public(world: World) -> None:
    if world.server.isolated and world.public_allowed:
        (alice,) = [Actor(world, "alice", one) for one in world.server.people(1, 1)]
        for _ in range(5):
            alice.toot(world.text(), visibility="public")
    path, limit, seen = "/api/v1/timelines/public", 2, list[str]()
    first = world.anonymous.get(path, limit=limit)
    if first.status in (401, 403, 422):
        raise Unable("closed", "this server shows its public timeline to nobody")
    for page in world.anonymous.walk(path, limit, most=4):
        world.check(len(page) <= limit, "a page holds at most `limit` items", f"≤ {limit}", len(page))
        seen += ids_of(page)
    world.check(
        len(seen) > limit or len(ids_of(first.body)) < limit,
        "a full page has a `next` link",
        "a next page",
        "none",
    )
    world.same(len(seen), len(set(seen)), "no status is on two pages (statuses, different ones)")
    if len(seen) <= limit:
        raise Unable("empty", "the public timeline holds too little to page through")
