"""Following and what ends it. Truth: recordings accounts/follow_*, accounts/block, relations/*."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, domain_blocks, endorsements, follow_requests, mutes
from mockserver import errors


def _relation(person: Any, other: Any) -> Any:
    return person.do(accounts.Relationships(id=[other.id]))[0]


def test_locked_account_is_asked_and_can_let_in(social: Any) -> None:
    alice, bob = social.alice, social.bob
    with social.instance.context() as ctx:
        from mockserver.store.schema import accounts as table

        ctx.db.update(table, {"id": bob.key}, locked=True)
    asked = alice.follows(bob, notify=True)
    assert (asked.following, asked.requested, asked.notifying) == (False, True, True)
    answered = bob.do(follow_requests.Accept(account_id=alice.id))
    assert (answered.followed_by, answered.requested_by) == (True, False)
    assert (_relation(alice, bob).following, _relation(alice, bob).notifying) == (True, True)
    with pytest.raises(errors.RecordNotFound):
        bob.do(follow_requests.Accept(account_id=alice.id))


def test_remote_account_is_claimed_to_be_followed_though_it_is_only_asked(social: Any) -> None:
    answer = social.alice.follows(social.rem)
    assert (answer.following, answer.requested) == (True, False)
    assert (_relation(social.alice, social.rem).following, _relation(social.alice, social.rem).requested) == (
        False,
        True,
    )


def test_following_again_changes_only_the_given_options(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob, notify=True, languages=["de"])
    again = alice.follows(bob, reblogs=False)
    assert (again.showing_reblogs, again.notifying, again.languages) == (False, True, ["de"])
    assert alice.follows(bob, languages=[]).languages == []


def test_oneself_and_those_in_the_way_cannot_be_followed(social: Any) -> None:
    alice, bob = social.alice, social.bob
    with pytest.raises(errors.NotPermitted, match="Following your own account is not allowed"):
        alice.follows(alice)
    bob.do(accounts.Block(id=alice.id))
    with pytest.raises(errors.NotPermitted, match="This action is not allowed"):
        alice.follows(bob)
    with pytest.raises(errors.ValidationFailed, match="Languages is invalid"):
        alice.follows(social.carol, languages=["DE"])


def test_block_ends_following_in_both_directions_and_the_counts_follow(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.follows(bob)
    bob.follows(alice)
    alice.do(accounts.Endorse(id=bob.id))
    relation = alice.do(accounts.Block(id=bob.id))
    assert (relation.blocking, relation.following, relation.followed_by, relation.endorsed) == (
        True,
        False,
        False,
        False,
    )
    shown = alice.do(accounts.Get(id=bob.id))
    assert (shown.followers_count, shown.following_count) == (0, 0)


def test_block_refuses_the_request_of_the_blocked_but_keeps_ones_own(social: Any) -> None:
    alice, rem = social.alice, social.rem
    alice.follows(rem)
    relation = alice.do(accounts.Block(id=rem.id))
    assert (relation.blocking, relation.following, relation.requested) == (True, False, True)
    with social.instance.context() as ctx:
        from mockserver.store.schema import accounts as table

        ctx.db.update(table, {"id": alice.key}, locked=True)
    assert social.bob.follows(alice).requested
    alice.do(accounts.Block(id=social.bob.id))
    assert not _relation(social.bob, alice).requested
    assert alice.do(follow_requests.Get()) == []


def test_mute_for_a_time_ends_by_itself_a_little_later(social: Any) -> None:
    alice, bob = social.alice, social.bob
    muted = alice.do(accounts.Mute(id=bob.id, duration=60, notifications=False))
    assert (muted.muting, muted.muting_notifications) == (True, False)
    assert muted.muting_expires_at == "2027-01-15T08:01:00Z"
    social.instance.clock.advance(61)
    assert _relation(alice, bob).muting
    assert alice.do(mutes.Get())[0].mute_expires_at is None
    social.instance.clock.advance(10)
    assert not _relation(alice, bob).muting


def test_muting_again_overwrites_the_end(social: Any) -> None:
    alice, bob = social.alice, social.bob
    alice.do(accounts.Mute(id=bob.id, duration=60))
    alice.do(accounts.Mute(id=bob.id))
    social.instance.clock.advance(100)
    assert _relation(alice, bob).muting


def test_domain_block_ends_follows_and_forbids_new_ones(social: Any) -> None:
    alice, rem = social.alice, social.rem
    with social.instance.context() as ctx:
        from mockserver.domain import follows

        follows.begin(ctx, alice.key, rem.key)
        follows.begin(ctx, rem.key, alice.key)
    assert alice.do(domain_blocks.Preview(domain="Remote.example")) == {
        "following_count": 1,
        "followers_count": 1,
    }
    alice.do(domain_blocks.Block(domain=" Remote.Example"))
    relation = _relation(alice, rem)
    assert (relation.following, relation.followed_by, relation.domain_blocking) == (False, False, True)
    with pytest.raises(errors.NotPermitted):
        alice.follows(rem)
    assert alice.do(domain_blocks.Block(domain="remote.example")) is None
    with pytest.raises(errors.ValidationFailed, match="Domain has already been taken"):
        alice.do(domain_blocks.Block(domain="REMOTE.example"))


@pytest.mark.parametrize(
    ("domain", "text"),
    [
        ("", "Domain can't be blank"),
        ("a..b", "Domain is invalid"),
        ("under_score.example", "Domain is invalid"),
        ("two words", "Domain is invalid, Domain is invalid"),
    ],
)
def test_domain_block_refuses_what_is_no_domain(social: Any, domain: str, text: str) -> None:
    with pytest.raises(errors.ValidationFailed) as refusal:
        social.alice.do(domain_blocks.Block(domain=domain))
    assert refusal.value.message == f"Validation failed: {text}"


def test_endorsement_needs_a_follow(social: Any) -> None:
    with pytest.raises(
        errors.ValidationFailed, match="You must be already following the person you want to endorse"
    ):
        social.alice.do(accounts.Endorse(id=social.bob.id))


def test_familiar_followers_are_those_one_follows_who_follow_too(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob)
    bob.follows(carol)
    social.dave.follows(carol)
    found = alice.do(accounts.FamiliarFollowers(id=[carol.id]))[0]
    assert [account.id for account in found.accounts] == [bob.id]


def test_a_limit_of_nothing_shows_all_of_ones_own_endorsements_only(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    for person in (bob, carol):
        alice.follows(person)
        alice.do(accounts.Endorse(id=person.id))
    assert [one.id for one in alice.do(endorsements.Get(limit="0"))] == [bob.id, carol.id]
    with pytest.raises(errors.InvalidParameter):
        alice.do(accounts.Endorsements(id=alice.id, limit="0"))
