"""Collections (recordings collections/*, notifications/types_collection, search/urls_collections*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from clientkit.operations import accounts, collections, notifications, reports, search, statuses
from mockserver import errors
from mockserver.handlers import BINDINGS
from mockserver.store import schema
from tests import tracing
from tests.conftest import World

LISTED = ("alice", "bob", "carol", "dave")


@pytest.fixture
def featured(social: World) -> Iterator[World]:
    """Everybody may be put into collections by anybody."""
    with social.instance.context() as ctx:
        for name in LISTED:
            ctx.db.update(schema.accounts, {"id": getattr(social, name).key}, discoverable=True)
    yield social


def made(person: Any, *members: Any, **more: Any) -> Any:
    values: dict[str, Any] = {"name": "Picks", "sensitive": False, "discoverable": True} | more
    ids = [member.id for member in members]
    return person.do(collections.Create(account_ids=ids, **values))["collection"]


def shown(person: Any, collection: Any) -> list[str]:
    """The accounts that somebody sees in a collection, the owner first."""
    answer = person.do(collections.Get(id=collection.id))
    assert answer.collection.item_count == len(answer.collection.items) == len(answer.accounts) - 1
    return [account.acct for account in answer.accounts]


def added(person: Any, collection: Any, member: Any) -> Any:
    operation = collections.AddItem(collection_id=collection.id, account_id=member.id)
    return person.do(operation)["collection_item"]


def change(world: World, person: Any, **values: Any) -> None:
    with world.instance.context() as ctx:
        ctx.db.update(schema.accounts, {"id": person.key}, **values)


# --- making and changing


def test_a_collection_holds_each_account_once_in_the_given_order(featured: World) -> None:
    one = made(featured.alice, featured.carol, featured.bob, featured.carol, tag_name="#Not a tag!")
    assert [item.account_id for item in one.items] == [featured.carol.id, featured.bob.id]
    assert one.tag.name == "notatag"
    assert one.uri.endswith(f"/ap/users/{featured.alice.id}/collections/{one.id}")
    assert shown(featured.dave, one) == ["alice", "carol", "bob"]


def test_all_that_is_wrong_is_told_at_once_wrapped_twice(featured: World) -> None:
    with pytest.raises(errors.CollectionInvalid) as caught:
        featured.alice.do(collections.Create(description="d" * 101, language="pt-BR"))
    inner = caught.value.body["error"]
    assert inner["error"] == (
        "Validation failed: Name can't be blank, Description is too long (maximum is 100 characters), "
        "Sensitive is not included in the list, Discoverable is not included in the list, Language is invalid"
    )
    assert inner["details"]["name"] == [{"error": "ERR_BLANK", "description": "can't be blank"}]


@pytest.mark.parametrize(
    ("name", "codes"),
    [("", ["ERR_BLANK", "ERR_INVALID"]), ("!", ["ERR_BLANK", "ERR_INVALID"]), ("123", ["ERR_INVALID"])],
)
def test_a_bad_tag_is_told_of_alone(featured: World, name: str, codes: list[str]) -> None:
    with pytest.raises(errors.CollectionInvalid) as caught:
        made(featured.alice, name="", tag_name=name)
    details = caught.value.body["error"]["details"]
    assert [problem["error"] for problem in details["name"]] == codes
    assert set(details) == {"name", "display_name"}


def test_a_tag_that_staff_forbid_cannot_be_the_topic(featured: World) -> None:
    with featured.instance.context() as ctx:
        ctx.db.insert(schema.tags, name="banned", display_name="banned", usable=False, created_at=ctx.now)
    with pytest.raises(errors.CollectionInvalid) as caught:
        made(featured.alice, tag_name="Banned")
    assert caught.value.body["error"]["details"]["tag_name"][0]["error"] == "ERR_UNUSABLE"


def test_there_are_limits_when_creating(featured: World) -> None:
    for _ in range(10):
        made(featured.alice)
    with pytest.raises(errors.CollectionInvalid) as caught:
        made(featured.alice)
    assert caught.value.body["error"]["details"]["base"][0]["error"] == "ERR_TOO_MANY"


def test_more_than_25_members_are_too_many_at_once(featured: World) -> None:
    with featured.instance.context() as ctx:
        ids = [
            ctx.db.insert(
                schema.accounts, id=number, username=f"m{number}", discoverable=True, created_at=ctx.now
            )
            for number in range(1, 27)
        ]
    values: dict[str, Any] = {"name": "Many", "sensitive": False, "discoverable": True}
    with pytest.raises(errors.CollectionInvalid, match="no more than 25"):
        featured.alice.do(collections.Create(account_ids=[str(i) for i in ids], **values))
    full = featured.alice.do(collections.Create(account_ids=[str(i) for i in ids[:25]], **values))[
        "collection"
    ]
    assert added(featured.alice, full, featured.bob).state == "accepted"


def test_null_clears_and_blanks_do_not(featured: World) -> None:
    one = made(featured.alice, description="d", language="en", tag_name="cats")

    def update(**values: Any) -> Any:
        return featured.alice.do(collections.Update(id=one.id, **values))["collection"]

    cleared = update(description=None, language=None, tag_name=None)
    assert (cleared.description, cleared.language, cleared.tag) == (None, None, None)
    assert update(description="").description == ""
    for bad in ({"language": ""}, {"tag_name": ""}, {"name": None}, {"sensitive": None}):
        with pytest.raises(errors.CollectionInvalid):
            update(**bad)


def test_only_the_owner_changes_a_collection(featured: World) -> None:
    one = made(featured.alice, featured.bob)
    item = one.items[0].id
    for operation in (
        collections.Update(id=one.id, name="mine"),
        collections.Delete(id=one.id),
        collections.AddItem(collection_id=one.id, account_id=featured.carol.id),
        collections.DeleteItem(collection_id=one.id, id=item),
    ):
        with pytest.raises(errors.NotPermitted):
            featured.bob.do(operation)
    with pytest.raises(errors.NotPermitted):
        featured.alice.do(collections.RevokeItem(collection_id=one.id, id=item))


# --- who may be in one


def test_who_is_not_discoverable_is_not_added_and_a_locked_one_only_by_followers(featured: World) -> None:
    change(featured, featured.bob, discoverable=False)
    change(featured, featured.carol, locked=True)
    for member in (featured.bob, featured.carol, featured.rem):
        with pytest.raises(errors.NotPermitted):
            made(featured.alice, member)
    with featured.instance.context() as ctx:
        ctx.db.insert(
            schema.follows,
            account_id=featured.alice.key,
            target_account_id=featured.carol.key,
            created_at=ctx.now,
        )
    assert made(featured.alice, featured.carol).item_count == 1
    assert made(featured.carol, featured.carol).item_count == 1


def test_a_remote_member_is_pending_and_seen_by_the_owner_only(featured: World) -> None:
    change(featured, featured.rem, feature_policy=["public"])
    one = made(featured.alice, featured.bob, featured.rem)
    assert [item.state for item in one.items] == ["accepted", "pending"]
    assert shown(featured.alice, one) == ["alice", "bob", "rem@remote.example"]
    assert shown(featured.bob, one) == ["alice", "bob"]


def test_unknown_accounts_are_not_found_and_nobody_is_added(featured: World) -> None:
    values: dict[str, Any] = {"name": "x", "sensitive": False, "discoverable": True}
    with pytest.raises(errors.RecordNotFound):
        featured.alice.do(collections.Create(account_ids=[featured.bob.id, "abc"], **values))
    with pytest.raises(errors.Unprocessable, match="`account_id` parameter is missing"):
        featured.alice.do(collections.AddItem(collection_id=made(featured.alice).id, account_id=""))


def test_who_left_is_gone_but_cannot_be_added_before_the_owner_removes_the_item(featured: World) -> None:
    one = made(featured.alice, featured.bob)
    item = one.items[0].id
    leave = collections.RevokeItem(collection_id=one.id, id=item)
    featured.bob.do(leave)
    featured.bob.do(leave)
    assert shown(featured.alice, one) == ["alice"]
    with pytest.raises(errors.ValidationFailed, match="Account has already been taken"):
        added(featured.alice, one, featured.bob)
    featured.alice.do(collections.DeleteItem(collection_id=one.id, id=item))
    assert added(featured.alice, one, featured.bob).account_id == featured.bob.id


@pytest.mark.parametrize(("blocker", "blocked"), [("alice", "bob"), ("bob", "alice")])
def test_a_block_parts_owner_and_member_either_way(featured: World, blocker: str, blocked: str) -> None:
    one = made(featured.alice, featured.bob, featured.carol)
    getattr(featured, blocker).do(accounts.Block(id=getattr(featured, blocked).id))
    assert shown(featured.carol, one) == ["alice", "carol"]
    with pytest.raises(errors.NotPermitted):
        made(featured.alice, featured.bob)
    (kept,) = featured.bob.do(collections.InCollections(account_id=featured.bob.id))["collections"]
    assert [item.account_id for item in kept.items] == [featured.carol.id]


# --- who sees what


def test_members_whom_the_viewer_blocks_are_left_out_and_others_stay(featured: World) -> None:
    one = made(featured.alice, featured.bob, featured.carol, discoverable=False)
    featured.dave.do(accounts.Block(id=featured.bob.id))
    featured.dave.do(accounts.Mute(id=featured.carol.id))
    featured.carol.do(accounts.Block(id=featured.dave.id))
    featured.dave.do(accounts.Block(id=featured.alice.id))
    assert shown(featured.dave, one) == ["alice", "carol"]


def test_whom_the_owner_blocks_sees_no_collection(featured: World) -> None:
    one = made(featured.alice)
    featured.alice.do(accounts.Block(id=featured.dave.id))
    with pytest.raises(errors.NotPermitted):
        featured.dave.do(collections.Get(id=one.id))
    listing = collections.AccountCollections(account_id=featured.alice.id)
    assert featured.dave.do(listing) == {"collections": []}
    assert [c.id for c in featured.carol.do(listing)["collections"]] == [one.id]


def test_others_see_only_discoverable_ones_listed_newest_first(featured: World) -> None:
    first, hidden, last = (made(featured.alice, discoverable=shown) for shown in (True, False, True))
    listing = collections.AccountCollections(account_id=featured.alice.id)
    assert [c.id for c in featured.bob.do(listing)["collections"]] == [last.id, first.id]
    assert [c.id for c in featured.alice.do(listing)["collections"]] == [last.id, hidden.id, first.id]


def test_only_oneself_lists_the_collections_one_is_in(featured: World) -> None:
    ids = [made(featured.alice, featured.bob, discoverable=shown).id for shown in (True, False)]
    listing = collections.InCollections(account_id=featured.bob.id)
    assert [c.id for c in featured.bob.do(listing)["collections"]] == ids
    with pytest.raises(errors.NotPermitted):
        featured.alice.do(listing)
    with featured.instance.context() as ctx, pytest.raises(errors.UserRequired):
        BINDINGS[collections.InCollections].handler(ctx, listing)


def test_the_links_of_a_list_count_by_offset_times_limit(featured: World) -> None:
    for _ in range(3):
        made(featured.alice)

    def ways(**cursor: Any) -> tuple[Any, Any, Any]:
        listing = collections.AccountCollections(account_id=featured.alice.id, **cursor)
        with featured.instance.context() as ctx:
            page = BINDINGS[collections.AccountCollections].handler(ctx, listing)
        return len(page.items["collections"]), page.next, page.prev

    assert ways(limit="1") == (1, {"offset": 1}, None)
    assert ways(limit="1", offset="1") == (1, {"offset": 2}, {"offset": 0})
    assert ways(limit="2", offset="1") == (2, None, {"offset": -1})
    assert ways(limit="0")[0] == 0
    with pytest.raises(errors.InvalidParameter):
        ways(offset="-1")


# --- what follows from it


def told(person: Any) -> list[tuple[str, Any]]:
    found = person.do(notifications.Index())
    return [(one.type, one.collection and one.collection.name) for one in found]


def test_members_hear_of_being_added_and_of_the_latest_change(featured: World) -> None:
    one = made(featured.alice, featured.bob)
    for values in ({"name": "New"}, {"name": "Newer"}, {"discoverable": False}, {"language": "de"}):
        featured.alice.do(collections.Update(id=one.id, **values))
    assert told(featured.bob) == [("collection_update", "Newer"), ("added_to_collection", "Newer")]
    featured.alice.do(collections.Delete(id=one.id))
    assert told(featured.bob) == [("added_to_collection", None)]


def test_changes_of_the_listing_only_tell_nobody(featured: World) -> None:
    one = made(featured.alice, featured.bob)
    featured.alice.do(collections.Update(id=one.id, discoverable=False, language="de"))
    assert told(featured.bob) == [("added_to_collection", "Picks")]


def test_a_collection_is_found_by_its_address_unless_the_owner_blocks(featured: World) -> None:
    one = made(featured.alice, discoverable=False)

    def found(address: str) -> list[str]:
        answer = featured.bob.do(search.Search(q=address, resolve=True))
        return [collection.id for collection in answer.collections]

    assert found(one.url) == found(one.uri) == [one.id]
    assert found(one.url[:-1]) == []
    featured.alice.do(accounts.Block(id=featured.bob.id))
    assert found(one.url) == []


def test_a_report_names_collections_of_its_target_only(featured: World) -> None:
    one = made(featured.alice)
    report = reports.Create(account_id=featured.alice.id, collection_ids=[one.id])
    assert featured.bob.do(report).collection_ids == [one.id]
    for target, number in ((featured.carol, one.id), (featured.alice, "999")):
        with pytest.raises(errors.RecordNotFound):
            featured.bob.do(reports.Create(account_id=target.id, collection_ids=[number]))


def test_a_post_names_the_collections_whose_addresses_are_links_in_it(featured: World) -> None:
    """https://docs.joinmastodon.org/client/collections/; recording collections/in_posts_and_reports."""
    unlinked = made(featured.alice)
    assert featured.bob.do(statuses.Create(status=unlinked.url)).tagged_collections == []  # on localhost
    featured.instance.base_url = "https://fake.social"
    one, other = made(featured.alice), made(featured.alice, discoverable=False)

    def named(status: Any) -> list[str]:
        return [collection.id for collection in status.tagged_collections]

    posted = featured.bob.do(statuses.Create(status=f"{other.url} and {one.url}, {one.url}"))
    assert named(posted) == [one.id, other.id]
    for text in (f"{one.url}x", f"{one.url}/x", "https://fake.social/collections/999", one.uri, one.id):
        assert named(featured.bob.do(statuses.Create(status=text))) == []
    assert named(featured.carol.do(statuses.Get(id=posted.id))) == [one.id, other.id]
    edited = featured.bob.do(statuses.Edit(id=posted.id, status=f"only {other.url}"))
    assert named(edited) == [other.id]
    assert named(featured.bob.do(statuses.Edit(id=posted.id, status="none"))) == []


def test_a_page_of_posts_asks_once_for_all_their_collections(featured: World) -> None:
    featured.instance.base_url = "https://fake.social"
    shown = made(featured.alice)

    def asked() -> int:
        featured.carol.do(accounts.Statuses(id=featured.bob.id))  # so that all else is known already
        with tracing.statements(featured.instance.db) as run:
            page = featured.carol.do(accounts.Statuses(id=featured.bob.id))
        assert all(len(one.tagged_collections) == 1 for one in page)
        return len(run)

    featured.bob.posts(shown.url)
    single = asked()
    for _ in range(4):
        featured.bob.posts(shown.url)
    assert asked() == single
