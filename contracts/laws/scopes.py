"""Laws of tokens and scopes: https://docs.joinmastodon.org/api/oauth-scopes/"""

from __future__ import annotations

from contracts.effects import Effects
from contracts.law import law
from contracts.world import Actor, World

SCOPES = "https://docs.joinmastodon.org/api/oauth-scopes/"

READS = {
    "/api/v1/timelines/home": "read:statuses",
    "/api/v1/bookmarks": "read:bookmarks",
    "/api/v1/favourites": "read:favourites",
    "/api/v1/lists": "read:lists",
    "/api/v1/mutes": "read:mutes",
    "/api/v1/notifications": "read:notifications",
    "/api/v1/follow_requests": "read:follows",
}
WRITES = {
    "favourite": "write:favourites",
    "unfavourite": "write:favourites",
    "bookmark": "write:bookmarks",
    "unbookmark": "write:bookmarks",
}
TRIED = ("read", "write", *sorted({*READS.values(), *WRITES.values(), "write:statuses"}))
"""The scopes of which a token is tried where there is one."""


@law(
    "SCOPE-MATRIX",
    "A token does exactly what its scopes say: each call with each scope is done, or refused without effect",
    source=SCOPES,
    broken_by=("scope_not_checked", "read_scope_writes", "parent_scope_refused", "refused_but_done"),
)
def scope_matrix(world: World) -> None:
    (alice,) = world.people()
    status = alice.toot(world.text("acted on"))["id"]
    calls = [("GET", path, scope) for path, scope in READS.items()]
    calls += [("POST", f"/api/v1/statuses/{status}/{act}", scope) for act, scope in WRITES.items()]
    for nobody in (world.anonymous, alice.with_token("no-such-token", "a made-up token")):
        for method, path, _ in calls:
            world.same(nobody.call(method, path).status, 401, f"{nobody.name} is refused at {method} {path}")
    columns = {held: narrowed for held in TRIED if (narrowed := alice.narrowed(held)) is not None}
    if len(columns) < len(TRIED):
        held = ", ".join(columns) or "no scope"
        world.note(f"tried with tokens of {held}; --token 'NAME[read:statuses]=TOKEN' gives others")
    for held, narrowed in columns.items():
        _column(world, narrowed, held, calls)
        _post(world, alice, narrowed, held)
        _unchanged(world, alice, status, held)


def _column(world: World, who: Actor, held: str, calls: list[tuple[str, str, str]]) -> None:
    for method, path, needed in calls:
        answer = who.call(method, path)
        if _suffices(held, needed):
            world.check(
                200 <= answer.status < 300, f"{held} suffices for {method} {path}", "2xx", answer.status
            )
        else:
            world.same(
                answer.status, 403, f"{held} does not suffice for {method} {path}, which needs {needed}"
            )


def _post(world: World, alice: Actor, who: Actor, held: str) -> None:
    before = alice.statuses_of(alice)
    answer = who.post("/api/v1/statuses", status=world.text(), visibility="private")
    if answer.status < 300:
        alice.posted(answer)
    if _suffices(held, "write:statuses"):
        world.check(answer.status == 200, f"{held} suffices to post", 200, answer.status)
    else:
        world.same(answer.status, 403, f"{held} does not suffice to post")
        world.same(alice.statuses_of(alice), before, "a refused status is not posted")


def _unchanged(world: World, alice: Actor, status: str, held: str) -> None:
    """Who may act has undone it in the end; who may not has changed nothing."""
    after = alice.status(status)
    state = [after["favourited"], after["bookmarked"]]
    world.same(state, [False, False], f"after the calls with {held} the status is as it was")


def _suffices(held: str, needed: str) -> bool:
    return held in (needed, needed.partition(":")[0])


ANONYMOUS = (
    "/api/v1/accounts/verify_credentials",
    "/api/v1/timelines/home",
    "/api/v1/notifications",
    "/api/v1/favourites",
    "/api/v1/bookmarks",
    "/api/v1/lists",
    "/api/v1/mutes",
    "/api/v1/blocks",
    "/api/v1/follow_requests",
    "/api/v1/conversations",
    "/api/v1/preferences",
)


@law(
    "ANON-MATRIX",
    "What is one person's is shown to nobody without a token, or with a made-up one",
    actors=0,
    effects=Effects.READ,
    source=SCOPES,
    broken_by=("anonymous_is_somebody",),
)
def anonymous_matrix(world: World) -> None:
    if world.server.isolated:
        world.server.people(1, 1)
    for nobody in (world.anonymous, Actor(world, "a made-up token", None, "no-such-token")):
        for path in ANONYMOUS:
            world.same(nobody.get(path).status, 401, f"{nobody.name} is refused at {path}")
