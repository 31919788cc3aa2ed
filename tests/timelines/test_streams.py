"""Which streams are told of statuses. Truth: recordings streaming/boosts, public_ws, tag_follow, list*."""

from __future__ import annotations

from typing import Any

from clientkit.operations import accounts, lists, statuses, tags

PUBLIC = ("public", "")


def test_public_status_is_told_to_followers_lists_hashtags_and_the_public(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    number = alice.do(lists.Create(title="L")).id
    alice.do(lists.AddAccounts(id=number, account_ids=[bob.id]))
    status = bob.posts("#Cats")
    channels = [
        ("user", bob.key), ("user", alice.key), ("list", int(number)), PUBLIC, ("public:local", ""),
        ("hashtag", "cats"), ("hashtag:local", "cats"),
    ]  # fmt: skip
    for channel in channels:
        assert social.told_to(channel) == [("update", status)], channel
    assert social.told_to(("public:media", "")) == []


def test_reply_to_another_is_told_to_hashtags_only_but_its_deletion_to_the_public_too(social: Any) -> None:
    alice, bob = social.alice, social.bob
    reply = bob.posts("#cats", in_reply_to_id=alice.posts("x"))
    social_told = [told for told in social.told_to(PUBLIC) if told[1] == reply]
    assert (social_told, social.told_to(("hashtag", "cats"))) == ([], [("update", reply)])
    bob.do(statuses.Delete(id=reply))
    assert social.told_to(PUBLIC)[-1] == ("delete", reply)


def test_boosts_that_are_grouped_away_are_not_told_and_each_that_stands_has_its_own_deletion(
    social: Any,
) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    alice.follows(carol)
    original = social.dave.posts("x")
    first = bob.boosts(original)
    carol.boosts(original)
    assert social.told_to(("user", alice.key)) == [("update", first)]
    social.forget_told()
    social.dave.do(statuses.Edit(id=original, status="edited"))
    assert social.told_to(("user", alice.key)) == []
    social.dave.do(statuses.Delete(id=original))
    assert social.told_to(("user", alice.key))[0] == ("delete", first)
    assert ("delete", original) not in social.told_to(("user", alice.key))
    assert social.told_to(("user", social.dave.key))[-1] == ("delete", original)


def test_mentioned_follower_is_told_twice_of_a_deletion(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    status = bob.posts("@alice hello")
    social.forget_told()
    bob.do(statuses.Delete(id=status))
    assert social.told_to(("user", alice.key)) == [("delete", status)] * 2


def test_deletion_is_not_told_to_one_who_had_the_status_by_its_hashtag_only(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.do(tags.Follow(name="cats"))
    status = bob.posts("#cats")
    bob.do(statuses.Delete(id=status))
    assert social.told_to(("user", alice.key)) == [("update", status)]
    assert alice.home() == []


def test_edit_is_told_to_mentioned_people_on_their_notifications(social: Any) -> None:
    bob = social.bob
    status = bob.posts("@carol hello")
    bob.do(statuses.Edit(id=status, status="@carol hello again"))
    assert ("status.update", status) in social.told_to(("notifications", social.carol.key))
    assert ("status.update", status) in social.told_to(("user", bob.key))


def test_following_and_unfollowing_are_silent(social: Any) -> None:
    alice, bob = social.alice, social.bob
    bob.posts("x")
    alice.follows(bob)
    alice.do(accounts.Unfollow(id=bob.id))
    assert social.told_to(("user", alice.key)) == []


def test_private_and_direct_statuses_are_told_to_no_public_stream(social: Any) -> None:
    for visibility in ("unlisted", "private", "direct"):
        social.bob.posts("#cats", visibility=visibility)
    assert social.told_to(PUBLIC) + social.told_to(("hashtag", "cats")) == []


def test_new_policy_of_quoting_is_told_like_an_edit_but_notifies_nobody(social: Any) -> None:
    """Truth: endpoints' page of statuses (`interaction_policy`); app/controllers/api/v1/statuses,
    interaction_policies_controller.rb."""
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    status = bob.posts("@carol #cats")
    social.forget_told()
    bob.do(statuses.EditInteractionPolicy(id=status, quote_approval_policy="nobody"))
    for channel in (("user", alice.key), ("user", bob.key), PUBLIC, ("hashtag", "cats")):
        assert social.told_to(channel) == [("status.update", status)], channel
    assert social.told_to(("notifications", social.carol.key)) == []
    social.forget_told()
    bob.do(statuses.EditInteractionPolicy(id=status, quote_approval_policy="nobody"))
    assert social.told_to(PUBLIC) == []


def test_boost_that_is_edited_changes_no_feed(social: Any) -> None:
    """Truth: app/lib/feed_manager.rb, add_to_feed: a boost of what was boosted before is not added."""
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    original = social.dave.posts("x")
    boosts = {"the one that stands": bob.boosts(original), "one that is grouped away": alice.boosts(original)}
    homes = alice.home(), bob.home()
    for name, boost in boosts.items():
        author = bob if boost == boosts["the one that stands"] else alice
        social.forget_told()
        author.do(statuses.Edit(id=boost, status="words of one's own"))
        for person in (alice, bob):
            assert social.told_to(("user", person.key)) == [], name
        assert (alice.home(), bob.home()) == homes, name
