"""Laws of who sees what: https://docs.joinmastodon.org/entities/Status/#visibility"""

from __future__ import annotations

from contracts.answers import ids_of
from contracts.law import law
from contracts.world import Actor, World

SEEN_BY = {
    "public": {"author", "follower", "mentioned", "stranger", "anonymous"},
    "unlisted": {"author", "follower", "mentioned", "stranger", "anonymous"},
    "private": {"author", "follower", "mentioned"},
    "direct": {"author", "mentioned"},
}
"""Who sees a status that mentions `mentioned`, by its visibility. Whom the author blocks sees none."""

REFUSED = (401, 403, 404, 422)


@law(
    "VIS-MATRIX",
    "A status is shown to exactly those it is meant for: by id, in threads, in listings, and to act on",
    actors=2,
    wishes=5,
    source="https://docs.joinmastodon.org/entities/Status/#visibility",
    broken_by=(
        "direct_readable_by_anyone",
        "private_readable_by_anyone",
        "blocked_may_read",
        "private_in_public_list",
        "private_becomes_public",
        "unlisted_in_public_timeline",
    ),
    seen_in=("mastodon#13161",),
)
def visibility_matrix(world: World) -> None:
    author, *others = world.people()
    viewers = {"anonymous": world.anonymous, "author": author}
    viewers |= dict(zip(("mentioned", "follower", "stranger", "blocked"), others, strict=False))
    _relate(author, viewers)
    mention = viewers["mentioned"].handle if "mentioned" in viewers else ""
    statuses = {
        visibility: author.toot(world.text(f"{mention} {visibility}"), visibility=visibility)["id"]
        for visibility in SEEN_BY
        if visibility != "public" or world.public_allowed
    }
    for role, viewer in viewers.items():
        meant = {visibility for visibility in statuses if role in SEEN_BY[visibility]}
        _by_id(world, role, viewer, statuses, meant)
        _in_list(world, role, viewer, author, statuses, meant)
    _in_public_timeline(world, author, statuses)


def _relate(author: Actor, viewers: dict[str, Actor]) -> None:
    for role in ("mentioned", "follower", "stranger", "blocked"):
        if role in viewers:
            author.set_relation(viewers[role], "blocking", False)
            viewers[role].set_relation(author, "following", role == "follower")
    if "blocked" in viewers:
        author.set_relation(viewers["blocked"], "blocking", True)


def _by_id(world: World, role: str, viewer: Actor, statuses: dict[str, str], meant: set[str]) -> None:
    for visibility, id in statuses.items():
        for part in ("", "/context"):
            answer = viewer.get(f"/api/v1/statuses/{id}{part}")
            what = f"{role} and a {visibility} status{part}"
            if visibility in meant:
                allowed = (200,) if role != "anonymous" else (200, 401, 403)
                world.check(answer.status in allowed, f"{what}: shown", 200, answer.status)
            else:
                world.check(answer.status in REFUSED, f"{what}: hidden", 404, answer.status)
        if visibility not in meant and role != "anonymous":
            act = viewer.post(f"/api/v1/statuses/{id}/favourite")
            world.same(act.status, 404, f"{role} cannot favour a {visibility} status")


def _in_list(
    world: World, role: str, viewer: Actor, author: Actor, statuses: dict[str, str], meant: set[str]
) -> None:
    answer = viewer.get(f"/api/v1/accounts/{author.id}/statuses", limit=40)
    if role == "anonymous" and answer.status in (401, 403):
        return
    listed = set(ids_of(answer.ok())) if answer.status != 403 else set()
    shown = {visibility for visibility, id in statuses.items() if id in listed}
    world.same(sorted(shown), sorted(meant), f"the author's list shows {role} what they may see")


def _in_public_timeline(world: World, author: Actor, statuses: dict[str, str]) -> None:
    """Nothing but public ones; each other status is older than the newest and would have come by now."""
    listed = set(ids_of(author.get("/api/v1/timelines/public", limit=40).ok()))
    leaked = sorted(v for v, id in statuses.items() if id in listed and v != "public")
    world.same(leaked, [], "only public statuses are in the public timeline")
