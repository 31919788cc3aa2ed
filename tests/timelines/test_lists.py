"""What list timelines hold, and who may be in a list. Truth: recordings timelines/list*, lists/*."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, lists
from mockserver import errors


def _list(person: Any, *members: Any, **options: Any) -> str:
    made = person.do(lists.Create(title="L", **options))
    person.do(lists.AddAccounts(id=made.id, account_ids=[member.id for member in members]))
    return str(made.id)


@pytest.mark.parametrize(
    ("policy", "admitted"), [("list", {"carol"}), ("followed", {"carol", "dave"}), ("none", set())]
)
def test_replies_policy_decides_on_replies_to_others(social: Any, policy: str, admitted: set[str]) -> None:
    alice, bob = social.alice, social.bob
    for other in (bob, social.carol, social.dave):
        alice.follows(other)
    number = _list(alice, bob, social.carol, replies_policy=policy)
    asked = {name: getattr(social, name).posts("x") for name in ("alice", "carol", "dave")}
    replies = {name: bob.posts("re", in_reply_to_id=status) for name, status in asked.items()}
    to_himself = bob.posts("re", in_reply_to_id=bob.posts("x"))
    held = set(alice.list(number))
    assert {name for name, reply in replies.items() if reply in held} == {"alice", *admitted}
    assert to_himself in held


def test_member_brings_earlier_statuses_and_takes_them_along(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    earlier = bob.posts("x")
    number = _list(alice, bob)
    assert alice.list(number) == [earlier]
    alice.do(lists.RemoveAccounts(id=number, account_ids=[bob.id]))
    assert alice.list(number) == []


def test_unfollow_ends_the_membership(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    bob.posts("x")
    number = _list(alice, bob)
    alice.do(accounts.Unfollow(id=bob.id))
    assert alice.list(number) == []
    assert alice.do(lists.Accounts(id=number)) == []


def test_only_followed_accounts_can_be_added_and_all_or_none_are(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    number = _list(alice)
    with pytest.raises(errors.ValidationFailed, match="Account must be a followed account"):
        alice.do(lists.AddAccounts(id=number, account_ids=[bob.id, carol.id]))
    assert alice.do(lists.Accounts(id=number)) == []
    alice.do(lists.AddAccounts(id=number, account_ids=[alice.id, bob.id, bob.id]))
    with pytest.raises(errors.ValidationFailed, match="Account is already on the list"):
        alice.do(lists.AddAccounts(id=number, account_ids=[bob.id]))


def test_other_peoples_lists_do_not_exist(social: Any) -> None:
    number = _list(social.alice)
    with pytest.raises(errors.RecordNotFound):
        social.bob.list(number)
