"""Public and hashtag timelines. Truth: recordings timelines/public_*, timelines/tag_*."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, timelines
from clientkit.operations.base import Operation
from mockserver import errors
from mockserver.handlers import BINDINGS


def _ids(person: Any, operation: Operation[Any]) -> list[str]:
    return [status.id for status in person.do(operation)]


def _anonymous(social: Any, operation: Operation[Any]) -> list[str]:
    with social.instance.context() as ctx:
        return [status.id for status in BINDINGS[type(operation)].handler(ctx, operation).items]


def test_public_holds_public_statuses_and_self_replies_but_no_boosts_or_replies(social: Any) -> None:
    alice, bob = social.alice, social.bob
    first = bob.posts("one")
    alice.posts("re", in_reply_to_id=first)
    alice.boosts(first)
    thread = bob.posts("two", in_reply_to_id=first)
    bob.posts("unlisted", visibility="unlisted")
    assert _anonymous(social, timelines.Public()) == [thread, first]
    assert _anonymous(social, timelines.Public(remote=True)) == []


def test_public_leaves_out_whom_the_viewer_mutes_or_blocks_and_who_blocks_him(social: Any) -> None:
    alice = social.alice
    ids = [person.posts("x") for person in (social.bob, social.carol, social.dave, alice)]
    alice.do(accounts.Mute(id=social.bob.id))
    alice.do(accounts.Block(id=social.carol.id))
    social.dave.do(accounts.Block(id=alice.id))
    assert _ids(alice, timelines.Public()) == [ids[3]]
    assert _ids(social.bob, timelines.Public()) == ids[::-1]


@pytest.mark.parametrize(
    ("sets", "found"),
    [
        ({}, ["one", "both"]),
        ({"any": ["two"]}, ["one", "two", "both"]),
        ({"all": ["two"]}, ["both"]),
        ({"none": "two"}, ["one"]),
        ({"any": ["two"], "none": ["one"]}, ["two"]),
        ({"all": ["never_seen"]}, ["one", "both"]),
    ],
)
def test_hashtag_timeline_combines_hashtags(social: Any, sets: dict[str, Any], found: list[str]) -> None:
    bob = social.bob
    ids = {"one": bob.posts("#one"), "two": bob.posts("#two"), "both": bob.posts("#one #two")}
    listed = _anonymous(social, timelines.Hashtag(hashtag="One", **sets))
    assert listed == [ids[name] for name in reversed(found)]


def test_unknown_hashtag_has_nothing_whatever_the_others(social: Any) -> None:
    social.bob.posts("#one")
    assert _anonymous(social, timelines.Hashtag(hashtag="nosuch", any=["one"])) == []


@pytest.mark.parametrize(("local", "remote"), [(True, None), (None, None), (True, True)])
def test_closed_feed_refuses_anonymous_callers(social: Any, local: bool | None, remote: bool | None) -> None:
    social.instance.settings.set("local_live_feed_access", "authenticated")
    with pytest.raises(errors.UserRequired):
        _anonymous(social, timelines.Public(local=local, remote=remote))
    assert _anonymous(social, timelines.Public(remote=True)) == []


def test_disabled_half_is_left_out_without_a_word(social: Any) -> None:
    status = social.bob.posts("x")
    social.instance.settings.set("remote_live_feed_access", "disabled")
    assert _ids(social.alice, timelines.Public()) == [status]
    social.instance.settings.set("local_live_feed_access", "disabled")
    assert _ids(social.alice, timelines.Public()) == []
