"""What stands above and below a status; several at once. Truth: recordings statuses/context*."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, statuses
from mockserver import errors


def _ids(found: list[Any]) -> list[str]:
    return [one.id for one in found]


def test_ancestors_root_first_and_descendants_by_path_with_own_ones_first(social: Any) -> None:
    alice, bob = social.alice, social.bob
    root = alice.posts("root")
    middle = bob.posts("middle", in_reply_to_id=root)
    a = alice.posts("a", in_reply_to_id=middle)
    b = bob.posts("b", in_reply_to_id=middle)
    a_child = bob.posts("under a", in_reply_to_id=a)
    thread = alice.do(statuses.Context(id=middle))
    assert _ids(thread.ancestors) == [root]
    assert sorted(_ids(thread.descendants)) == sorted([a, b, a_child])
    assert _ids(thread.descendants).index(a) < _ids(thread.descendants).index(a_child)
    top = alice.do(statuses.Context(id=a))
    assert (_ids(top.ancestors), _ids(top.descendants)) == ([root, middle], [a_child])


def test_what_is_not_to_be_seen_is_left_out_but_not_what_hangs_below(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    root = alice.posts("root")
    hidden = bob.posts("@alice", in_reply_to_id=root, visibility="direct")
    below = alice.posts("public again", in_reply_to_id=hidden)
    assert _ids(carol.do(statuses.Context(id=root)).descendants) == [below]
    assert _ids(carol.do(statuses.Context(id=below)).ancestors) == [root]
    carol.do(accounts.Mute(id=alice.id))
    assert _ids(carol.do(statuses.Context(id=root)).descendants) == []


def test_a_boost_has_no_thread(social: Any) -> None:
    root = social.alice.posts("root")
    social.bob.posts("reply", in_reply_to_id=root)
    thread = social.carol.do(statuses.Context(id=social.carol.boosts(root)))
    assert (thread.ancestors, thread.descendants) == ([], [])


def test_several_come_newest_first_without_unknown_and_unwanted_ones(social: Any) -> None:
    first, second = social.alice.posts("1"), social.alice.posts("2")
    blocked = social.bob.posts("3")
    social.carol.do(accounts.Block(id=social.bob.id))
    found = social.carol.do(statuses.Index(id=[first, second, blocked, first, "1"]))
    assert _ids(found) == [second, first]


def test_twenty_different_ones_are_the_most(social: Any) -> None:
    made = social.alice.posts("x")
    assert _ids(social.alice.do(statuses.Index(id=[made] * 30))) == [made]
    with pytest.raises(errors.TooManyIds):
        social.alice.do(statuses.Index(id=[str(n) for n in range(1, 22)]))
