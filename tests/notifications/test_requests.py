"""What the policy holds back, and what its owner does about it (recordings notifications/requests*,
policy*)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, conversations, notifications, statuses
from mockserver import errors
from mockserver.store.schema import users


def held(person: Any) -> list[Any]:
    return [one for one in person.do(notifications.Index(include_filtered=True)) if one.filtered is True]


def test_a_strangers_private_mention_is_held_back_by_default(social: Any) -> None:
    social.bob.posts("psst @alice", visibility="direct")
    assert social.alice.do(notifications.Index()) == []
    (one,) = held(social.alice)
    assert one.group_key == f"ungrouped-{one.id}"
    (request,) = social.alice.do(notifications.Requests())
    assert (request.account.username, request.notifications_count) == ("bob", "1")


def test_an_answer_to_ones_private_mention_passes(social: Any) -> None:
    first = social.alice.posts("psst @bob", visibility="direct")
    social.bob.posts("@alice yes", visibility="direct", in_reply_to_id=first)
    assert [one.type for one in social.alice.do(notifications.Index())] == ["mention"]


def test_an_answer_to_a_public_post_in_private_is_held_back(social: Any) -> None:
    first = social.alice.posts("hello")
    social.bob.posts("@alice psst", visibility="direct", in_reply_to_id=first)
    assert len(held(social.alice)) == 1


def test_accepting_lets_all_in_and_exempts_the_sender(social: Any) -> None:
    social.bob.posts("one @alice", visibility="direct")
    (request,) = social.alice.do(notifications.Requests())
    social.forget_told()
    social.alice.do(notifications.AcceptRequest(id=request.id))
    social.bob.posts("two @alice", visibility="direct")
    assert held(social.alice) == [] and len(social.alice.do(notifications.Index())) == 2
    assert social.alice.do(notifications.Requests()) == []
    assert len(social.alice.do(conversations.Index())) == 2
    events = [event for event, _ in social.told_to(("notifications", social.alice.key))]
    assert events == ["notifications_merged", "notification"]


def test_a_block_ends_the_exemption(social: Any) -> None:
    alice, bob = social.alice, social.bob
    bob.posts("one @alice", visibility="direct")
    (request,) = alice.do(notifications.Requests())
    alice.do(notifications.AcceptRequest(id=request.id))
    alice.do(accounts.Block(id=bob.id))
    alice.do(accounts.Unblock(id=bob.id))
    bob.posts("two @alice", visibility="direct")
    assert len(held(alice)) == 1


def test_dismissing_one_deletes_what_it_holds_dismissing_several_does_not(social: Any) -> None:
    alice = social.alice
    social.bob.posts("one @alice", visibility="direct")
    social.carol.posts("two @alice", visibility="direct")
    carols, bobs = alice.do(notifications.Requests())
    alice.do(notifications.DismissRequest(id=bobs.id))
    alice.do(notifications.DismissRequests(id=[carols.id, "999"]))
    assert [one.account.username for one in held(alice)] == ["carol"]
    with pytest.raises(errors.RecordNotFound):
        alice.do(notifications.DismissRequest(id=bobs.id))


def test_a_request_without_anything_left_goes(social: Any) -> None:
    first = social.bob.posts("one @alice", visibility="direct")
    last = social.bob.posts("two @alice", visibility="direct")
    social.bob.do(statuses.Delete(id=last))
    (request,) = social.alice.do(notifications.Requests())
    assert (request.notifications_count, request.last_status) == ("1", None)
    social.bob.do(statuses.Delete(id=first))
    assert social.alice.do(notifications.Requests()) == []


def test_what_is_held_back_without_being_a_mention_opens_no_request(social: Any) -> None:
    social.alice.do(notifications.UpdatePolicy(for_not_following="filter"))
    post = social.alice.posts("hello")
    social.bob.do(statuses.Favourite(id=post))
    assert len(held(social.alice)) == 1
    assert social.alice.do(notifications.Requests()) == []


def test_dropping_keeps_nothing(social: Any) -> None:
    social.alice.do(notifications.UpdatePolicy(for_not_followers="drop"))
    social.bob.posts("hi @alice")
    assert held(social.alice) == [] and social.alice.do(notifications.Index()) == []


def test_the_word_of_staff_passes_policy_and_block(social: Any) -> None:
    with social.instance.context() as ctx:
        ctx.db.update(users, {"account_id": social.dave.key}, role="Moderator")
    social.alice.do(notifications.UpdatePolicy(for_not_following="drop"))
    social.alice.do(accounts.Block(id=social.dave.id))
    social.dave.posts("@alice a word", visibility="direct")
    assert [one.type for one in social.alice.do(notifications.Index())] == ["mention"]


@pytest.mark.parametrize(("value", "verdict"), [("filter", "filter"), (1, "filter"), (0, "accept")])
def test_the_policy_takes_names_and_json_numbers(social: Any, value: Any, verdict: str) -> None:
    assert social.alice.do(notifications.UpdatePolicy(for_bots=value)).for_bots == verdict


@pytest.mark.parametrize("value", ["2", "", None, "nonsense", 3, True])
def test_the_policy_refuses_anything_else(social: Any, value: Any) -> None:
    with pytest.raises(errors.InvalidParameter):
        social.alice.do(notifications.UpdatePolicy(for_bots=value))


def test_the_old_switches_take_any_text_for_on(social: Any) -> None:
    policy = social.alice.do(notifications.UpdatePolicyV1(filter_bots="false", filter_private_mentions=False))
    assert policy.filter_bots is True and policy.filter_private_mentions is False
