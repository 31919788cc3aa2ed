"""What enters and leaves the home timeline. Truth: recordings timelines/home_*."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, lists, statuses, tags
from mockserver.domain import feeds
from mockserver.domain.events import StatusPosted
from mockserver.store import statuses as status_store
from mockserver.store.schema import feed_entries
from mockserver.store.schema import statuses as status_rows


def test_holds_own_statuses_of_every_visibility_and_followed_ones_that_are_not_for_others(
    social: Any,
) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    own = [alice.posts("x", visibility=v) for v in ("public", "unlisted", "private", "direct")]
    seen = [bob.posts("x", visibility=v) for v in ("public", "unlisted", "private")]
    bob.posts("to nobody", visibility="direct")
    bob.posts("@carol hello", visibility="direct")
    named = bob.posts("@alice hello", visibility="direct")
    assert alice.home() == [named, *reversed(seen), *reversed(own)]


def test_leaves_out_replies_to_people_one_does_not_follow(social: Any) -> None:
    alice, bob, dave = social.alice, social.bob, social.dave
    alice.follows(bob)
    stranger, own = dave.posts("dave"), alice.posts("alice")
    reply = bob.posts("@dave no", in_reply_to_id=stranger)
    thread = bob.posts("nor this", in_reply_to_id=reply)
    to_alice = bob.posts("@alice yes", in_reply_to_id=own)
    to_himself = bob.posts("yes", in_reply_to_id=to_alice)
    assert thread not in alice.home()
    assert [i for i in alice.home() if i != own] == [to_himself, to_alice]


def test_groups_boosts_and_lets_the_oldest_other_one_in_when_the_first_is_undone(social: Any) -> None:
    alice, bob, carol, dave = social.alice, social.bob, social.carol, social.dave
    alice.follows(bob)
    alice.follows(carol)
    original = dave.posts("boosted twice")
    first, second = bob.boosts(original), carol.boosts(original)
    assert alice.home() == [first]
    bob.do(statuses.Unreblog(id=original))
    assert alice.home() == [second]


def test_a_boost_of_what_is_among_the_newest_forty_is_left_out_and_enters_beyond(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    alice.follows(carol)
    old = bob.posts("old")
    for number in range(39):
        bob.posts(f"filler {number}")
    assert carol.boosts(old) not in alice.home()
    carol.do(statuses.Unreblog(id=old))
    bob.posts("one more")
    assert carol.boosts(old) == alice.home()[0]


def test_follow_brings_earlier_statuses_and_unfollow_takes_them_out(social: Any) -> None:
    alice, bob = social.alice, social.bob
    earlier = [bob.posts("x", visibility=v) for v in ("public", "private")]
    bob.posts("@alice direct", visibility="direct")
    alice.follows(bob)
    assert alice.home() == earlier[::-1]
    alice.do(accounts.Unfollow(id=bob.id))
    assert alice.home() == []


def test_follow_of_some_languages_takes_only_those(social: Any) -> None:
    alice, bob = social.alice, social.bob
    before = [bob.posts("x", language=code) for code in ("de", "en")]
    alice.follows(bob, languages=["de"])
    after = [bob.posts("x", language=code) for code in ("de", "en")]
    assert alice.home() == [after[0], before[0]]


def test_mute_takes_out_all_about_one_and_unmute_brings_back_only_ones_own(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    alice.follows(carol)
    by, naming, other = bob.posts("by bob"), carol.posts("@bob hello"), carol.posts("nothing of bob")
    alice.do(accounts.Mute(id=bob.id))
    assert alice.home() == [other]
    assert social.told_to(("user", alice.key))[-2:] == [("delete", naming), ("delete", by)]
    meantime = bob.posts("while muted")
    alice.do(accounts.Unmute(id=bob.id))
    assert alice.home() == [meantime, other, by]


def test_blocked_author_sends_nothing_by_another_ones_boost(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    alice.do(accounts.Block(id=carol.id))
    bob.boosts(carol.posts("x"))
    assert alice.home() == []


def test_being_blocked_empties_ones_home_of_the_blocker(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    bob.posts("x")
    bob.do(accounts.Block(id=alice.id))
    assert alice.home() == []


def test_removal_by_the_followed_one_leaves_what_is_there(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    there = bob.posts("there")
    bob.do(accounts.RemoveFromFollowers(id=alice.id))
    bob.posts("later")
    assert alice.home() == [there]


def test_followed_hashtag_brings_public_statuses_until_it_is_unfollowed(social: Any) -> None:
    alice, bob, dave = social.alice, social.bob, social.dave
    alice.follows(bob)
    alice.do(tags.Follow(name="cats"))
    strange, regular = dave.posts("a #Cats"), bob.posts("#cats too")
    dave.posts("unlisted #cats", visibility="unlisted")
    assert alice.home() == [regular, strange]
    assert social.told_to(("user", alice.key)).count(("update", regular)) == 2
    alice.do(tags.Unfollow(name="cats"))
    assert alice.home() == [regular]


def test_hashtag_added_by_an_edit_brings_the_status_in_at_its_place(social: Any) -> None:
    alice, dave = social.alice, social.dave
    alice.do(tags.Follow(name="cats"))
    plain = dave.posts("plain")
    own = alice.posts("own")
    dave.do(statuses.Edit(id=plain, status="now of #cats"))
    assert alice.home() == [own, plain]


def test_an_edited_reply_to_what_is_gone_stays_with_its_author_alone(social: Any) -> None:
    """FeedManager#filter_from_home"""
    alice, bob = social.alice, social.bob
    bob.follows(alice)
    root = alice.posts("root")
    reply = alice.posts("more", in_reply_to_id=root)
    assert bob.home() == [reply, root]
    alice.do(statuses.Delete(id=root))
    assert bob.home() == [reply]
    alice.do(statuses.Edit(id=reply, status="still more"))
    assert (bob.home(), alice.home()) == ([], [reply])


def test_exclusive_list_keeps_its_members_new_statuses_out(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    alice.follows(carol)
    before = bob.posts("before")
    quiet = alice.do(lists.Create(title="Quiet", exclusive=True))
    alice.do(lists.AddAccounts(id=quiet.id, account_ids=[bob.id]))
    after = bob.posts("@alice after")
    assert alice.home() == [before]
    assert alice.list(quiet.id) == [after, before]
    boost = carol.boosts(after)
    assert alice.home() == [boost, before]


def test_never_gives_more_than_eight_hundred(social: Any) -> None:
    alice = social.alice
    first = alice.posts("the first")
    with social.instance.context() as ctx:
        made = [
            {
                "kind": "home",
                "owner_id": alice.key,
                "status_id": int(first) + n,
                "reblog_of_id": None,
                "hidden": False,
            }
            for n in range(1, 800)
        ]
        ctx.db.insert_many(feed_entries, made)
        status = ctx.db.find(status_rows, id=int(first))._asdict()
        ctx.db.insert_many(status_rows, [status | {"id": entry["status_id"]} for entry in made])
    assert alice.home(min_id="0", limit="1") == [first]
    alice.posts("one more")
    assert alice.home(min_id="0", limit="1") == [str(int(first) + 1)]
    assert alice.home(max_id=str(int(first) + 1)) == []


def test_a_status_of_one_without_followers_costs_three_statements_at_most(
    social: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = int(social.bob.posts("x"))
    ran: list[str] = []
    with social.instance.context() as ctx:
        row = status_store.by_id(ctx.db, status)
        assert row is not None
        ctx.db.delete(feed_entries, status_id=status)
        execute = ctx.db.connection.execute

        def recorded(statement: Any, *more: Any) -> Any:
            ran.append(str(statement))
            return execute(statement, *more)

        monkeypatch.setattr(ctx.db.connection, "execute", recorded)
        feeds.distribute(ctx, StatusPosted(row))
    assert len(ran) <= 3
