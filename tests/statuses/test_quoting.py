"""Quotes and who may make them. Truth: recordings statuses/quote_*, statuses/interaction_policy."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, statuses
from mockserver import errors


def _quotes(person: Any, status_id: str, **more: Any) -> Any:
    return person.do(statuses.Create(status="quoting", quoted_status_id=status_id, **more))


def test_a_quote_shows_what_is_quoted_and_is_counted(social: Any) -> None:
    made = social.alice.posts("quoted")
    quote = _quotes(social.bob, made).quote
    assert (quote.state, quote.quoted_status.id) == ("accepted", made)
    assert social.alice.do(statuses.Get(id=made)).quotes_count == 1
    assert [one.account.username for one in social.carol.do(statuses.Quotes(id=made))] == ["bob"]


@pytest.mark.parametrize(
    ("policy", "stranger", "follower"),
    [("public", True, True), ("followers", False, True), ("nobody", False, False)],
)
def test_the_policy_says_who_may_quote(social: Any, policy: str, stranger: bool, follower: bool) -> None:
    social.carol.follows(social.alice)
    made = social.alice.posts("x", quote_approval_policy=policy)
    for person, may in ((social.bob, stranger), (social.carol, follower), (social.alice, True)):
        shown = person.do(statuses.Get(id=made)).quote_approval.current_user
        assert shown == ("automatic" if may else "denied")
        if may:
            _quotes(person, made)
        else:
            with pytest.raises(errors.NotFound):
                _quotes(person, made)


def test_private_statuses_are_quoted_by_their_author_alone_and_no_wider(social: Any) -> None:
    alice, bob = social.alice, social.bob
    bob.follows(alice)
    private = alice.posts("x", visibility="private")
    assert _quotes(alice, private, visibility="public").visibility == "private"
    with pytest.raises(errors.NotFound):
        _quotes(bob, private)


def test_a_revoked_quote_stays_but_shows_nothing_to_others(social: Any) -> None:
    made = social.alice.posts("x")
    quoting = _quotes(social.bob, made).id
    with pytest.raises(errors.NotPermitted):
        social.bob.do(statuses.RevokeQuote(id=made, quoting_status_id=quoting))
    answer = social.alice.do(statuses.RevokeQuote(id=made, quoting_status_id=quoting))
    assert (answer.id, answer.quote.state, answer.quote.quoted_status) == (quoting, "revoked", None)
    assert social.alice.do(statuses.Get(id=made)).quotes_count == 0
    assert social.carol.do(statuses.Quotes(id=made)) == []


def test_a_deleted_status_leaves_its_quotes_behind(social: Any) -> None:
    made = social.alice.posts("x")
    quoting = _quotes(social.bob, made).id
    social.alice.do(statuses.Delete(id=made))
    quote = social.bob.do(statuses.Get(id=quoting)).quote
    assert (quote.state, quote.quoted_status) == ("deleted", None)


def test_whom_the_viewer_avoids_shows_in_the_quote_but_not_in_a_list_by_ids(social: Any) -> None:
    quoting = _quotes(social.bob, social.alice.posts("x")).id
    social.carol.do(accounts.Block(id=social.alice.id))
    assert social.carol.do(statuses.Get(id=quoting)).quote.state == "blocked_account"
    assert social.carol.do(statuses.Index(id=[quoting]))[0].quote.state == "accepted"


def test_quotes_by_those_whom_the_author_blocks_are_not_listed_to_them(social: Any) -> None:
    made = social.alice.posts("x")
    _quotes(social.bob, made)
    kept = _quotes(social.carol, made).id
    social.alice.do(accounts.Block(id=social.bob.id))
    assert [one.id for one in social.alice.do(statuses.Quotes(id=made))] == [kept]


def test_a_direct_post_quotes_only_those_it_names(social: Any) -> None:
    made = social.alice.posts("x")
    with pytest.raises(errors.ValidationFailed) as raised:
        _quotes(social.bob, made, visibility="direct")
    assert (
        str(raised.value) == "Validation failed: Cannot quote a non-mentioned user in a Private Mention post."
    )
    social.bob.do(statuses.Create(status="@alice", quoted_status_id=made, visibility="direct"))


def test_a_new_policy_is_no_edit(social: Any) -> None:
    made = social.alice.posts("x")
    answer = social.alice.do(statuses.EditInteractionPolicy(id=made, quote_approval_policy="nobody"))
    assert (answer.quote_approval.automatic, answer.edited_at) == ([], None)
    with pytest.raises(errors.NotPermitted):
        social.bob.do(statuses.EditInteractionPolicy(id=made, quote_approval_policy="public"))
    with pytest.raises(errors.RecordInvalid):
        social.alice.do(statuses.EditInteractionPolicy(id=made, quote_approval_policy="x"))
