"""Whom to follow (app/models/account_suggestions/*; reference: apps-oauth-accounts.md, Suggestions)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clientkit.operations import accounts, suggestions
from mockserver.store import schema


def suggested(social: Any) -> list[tuple[str, list[str]]]:
    found = social.alice.do(suggestions.Get())
    assert [one.account.acct for one in found] == [
        account.acct for account in social.alice.do(suggestions.GetV1())
    ]
    return [(one.account.acct, one.sources) for one in found]


def change(social: Any, person: Any, **columns: Any) -> None:
    with social.instance.context() as ctx:
        ctx.db.update(schema.accounts, {"id": person.key}, **columns)


@pytest.fixture
def acquainted(social: Any) -> Any:
    """alice follows bob, who shows that he follows carol, who may be discovered."""
    change(social, social.bob, hide_collections=False)
    change(social, social.carol, discoverable=True)
    social.alice.follows(social.bob)
    social.bob.follows(social.carol)
    return social


FRIEND = [("carol", ["friends_of_friends"])]


def test_friends_of_friends_are_suggested_once_their_friend_shows_them(acquainted: Any) -> None:
    assert suggested(acquainted) == FRIEND
    change(acquainted, acquainted.bob, hide_collections=None)
    assert suggested(acquainted) == []


def test_the_picks_of_the_staff_come_first_and_have_to_be_discoverable_too(acquainted: Any) -> None:
    change(acquainted, acquainted.rem, discoverable=True)
    names = "@dave, rem@remote.example, carol@localhost:3000, nobody"
    acquainted.instance.seed({"settings": {"bootstrap_timeline_accounts": names}})
    assert suggested(acquainted) == [
        ("rem@remote.example", ["featured"]), ("carol", ["featured", "friends_of_friends"]),
    ]  # fmt: skip
    (first, _) = acquainted.alice.do(suggestions.Get())
    assert first.source == "staff"


@pytest.mark.parametrize(
    "reason",
    [
        lambda s: s.alice.follows(s.carol),
        lambda s: s.alice.do(accounts.Mute(id=s.carol.id)),
        lambda s: s.alice.do(accounts.Block(id=s.carol.id)),
        lambda s: s.carol.do(accounts.Block(id=s.alice.id)),
        lambda s: s.alice.do(suggestions.Remove(account_id=s.carol.id)),
        lambda s: change(s, s.carol, discoverable=None),
        lambda s: change(s, s.carol, silenced_at=1),
        lambda s: change(s, s.carol, suspended_at=1),
        lambda s: change(s, s.carol, memorial=True),
        lambda s: change(s, s.carol, moved_to_account_id=s.dave.key),
    ],
)
def test_whoever_is_known_or_hidden_is_not_suggested(
    acquainted: Any, reason: Callable[[Any], object]
) -> None:
    reason(acquainted)
    assert suggested(acquainted) == []
