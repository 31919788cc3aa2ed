"""Laws of interactions: https://docs.joinmastodon.org/methods/statuses/#favourite"""

from __future__ import annotations

from contracts.answers import ids_of
from contracts.law import law
from contracts.world import Actor, World


@law(
    "FAV-INVERSE",
    "Favourite and unfavourite are inverse, and each is idempotent",
    actors=2,
    source="https://docs.joinmastodon.org/methods/statuses/#unfavourite",
    broken_by=("favourite_twice_422", "unfavourite_only_says_so", "favourite_counts_every_time"),
    seen_in=("toot#256", "mastodon#3166"),
)
def favourite_inverse(world: World) -> None:
    alice, bob = world.people()
    status = alice.toot(world.text("a status to favour"))["id"]
    before = bob.status(status)["favourites_count"]
    for _ in range(2):
        answer = bob.post(f"/api/v1/statuses/{status}/favourite").ok()
        world.same(answer["favourited"], True, "the answer to favourite says favourited")
        _agree(world, bob, alice, status, before + 1)
    for _ in range(2):
        answer = bob.post(f"/api/v1/statuses/{status}/unfavourite").ok()
        world.same(answer["favourited"], False, "the answer to unfavourite says not favourited")
        _agree(world, bob, alice, status, before)


def _agree(world: World, fan: Actor, author: Actor, status: str, count: int) -> None:
    """Flag, counter and list tell the same, to the fan and to the author."""
    favoured = count > 0
    world.eventually(
        lambda: fan.status(status)["favourited"], lambda now: now == favoured, f"favourited is {favoured}"
    )
    for who in (fan, author):
        world.eventually(
            lambda who=who: who.status(status)["favourites_count"],  # type: ignore[misc]
            lambda now: now == count,
            f"{who.name} sees favourites_count {count}",
        )
    listed = ids_of(author.get(f"/api/v1/statuses/{status}/favourited_by").ok())
    world.same(listed, [fan.id] if favoured else [], "favourited_by lists who favourited")
