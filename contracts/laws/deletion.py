"""Laws of deleting: https://docs.joinmastodon.org/methods/statuses/#delete"""

from __future__ import annotations

from contracts.answers import ids_of
from contracts.law import law
from contracts.world import Actor, World

DELETE = "https://docs.joinmastodon.org/methods/statuses/#delete"


@law(
    "DELETE-GONE",
    "A deleted status is gone everywhere, and only it",
    actors=2,
    source=DELETE,
    broken_by=("deleted_still_readable", "deleted_only_by_id", "delete_forgets_text"),
)
def delete_gone(world: World) -> None:
    alice, bob = world.people()
    text = world.text("soon gone")
    kept, doomed = alice.toot(world.text("stays"))["id"], alice.toot(text)["id"]
    for act in ("favourite", "bookmark"):
        bob.post(f"/api/v1/statuses/{doomed}/{act}").ok()
    answer = alice.delete(f"/api/v1/statuses/{doomed}").ok()
    world.same(answer.get("text"), text, "the answer holds the source, for a redraft")
    for who in (alice, bob, world.anonymous):
        _nowhere(world, who, doomed)
    for who, path in (
        (alice, f"/api/v1/accounts/{alice.id}/statuses"),
        (bob, f"/api/v1/accounts/{alice.id}/statuses"),
        (alice, "/api/v1/timelines/home"),
        (bob, "/api/v1/favourites"),
        (bob, "/api/v1/bookmarks"),
    ):
        world.eventually(
            lambda who=who, path=path: ids_of(who.get(path).ok()),  # type: ignore[misc]
            lambda seen: doomed not in seen,
            f"{path} of {who.name} lacks the deleted status",
        )
    world.same(alice.delete(f"/api/v1/statuses/{doomed}").status, 404, "what is gone cannot be deleted")
    world.same(bob.status(kept)["id"], kept, "other statuses stay")


def _nowhere(world: World, who: Actor, doomed: str) -> None:
    for part in ("", "/context", "/history", "/favourited_by"):
        path = f"/api/v1/statuses/{doomed}{part}"
        seen = world.eventually(
            lambda path=path: who.get(path).status,  # type: ignore[misc]
            lambda status: status == 404 or (status in (401, 403) and who.token is None),
            f"{path} is not found",
        )
        world.check(seen != 200, "a deleted status is not shown", 404, seen)


@law(
    "NOT-YOURS",
    "Nobody edits or deletes another's status",
    actors=2,
    source=DELETE,
    broken_by=("anyone_deletes", "anyone_edits"),
)
def not_yours(world: World) -> None:
    alice, bob = world.people()
    status = alice.toot(world.text("mine"))
    path = f"/api/v1/statuses/{status['id']}"
    refused = (403, 404, 422)
    edit = bob.call("PUT", path, data={"status": world.text("taken over")})
    world.check(edit.status in refused, "another's edit is refused", refused, edit.status)
    delete = bob.delete(path)
    world.check(delete.status in refused, "another's deletion is refused", refused, delete.status)
    after = alice.status(status["id"])
    world.same(after["content"], status["content"], "the status is as it was")
    world.same(after["edited_at"], None, "the status was not edited")
