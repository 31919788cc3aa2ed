"""The statuses of one account (recording accounts/statuses_filters; account_statuses_filter.rb)."""

from __future__ import annotations

from typing import Any

from clientkit.operations import accounts, statuses


def shown(viewer: Any, owner: Any, **params: Any) -> list[str]:
    return [status.id for status in viewer.do(accounts.Statuses(id=owner.id, **params))]


def test_boosts_of_muted_people_are_hidden_from_others_but_not_from_the_booster(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    boost = alice.boosts(bob.posts("look"))
    for person in (alice, carol):
        person.do(accounts.Mute(id=bob.id))
    assert shown(alice, alice) == [boost]
    assert shown(carol, alice) == []


def test_pinned_ones_come_by_the_time_of_pinning_but_upwards_by_id(social: Any) -> None:
    alice = social.alice
    posts = [alice.posts(text) for text in ("one", "two", "three")]
    for number in (2, 0, 1):
        alice.do(statuses.Pin(id=posts[number]))
    assert shown(alice, alice, pinned=True) == [posts[1], posts[0], posts[2]]
    assert shown(alice, alice, pinned=True, min_id="0") == posts[::-1]
