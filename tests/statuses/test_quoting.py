"""Quotes and who may make them. Truth: recordings statuses/quote_*, statuses/interaction_policy."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, domain_blocks, statuses
from mockserver import errors
from mockserver.store.schema import accounts as account_rows
from mockserver.store.schema import quotes
from mockserver.store.schema import statuses as status_rows


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


def test_the_line_that_names_what_is_quoted_goes_with_it(social: Any) -> None:
    """Not when the quote is revoked (reference: statuses_text.md §1, Quotes)."""
    made = social.alice.posts("x")
    quoting, silent = _quotes(social.bob, made).id, _quotes(social.bob, made, spoiler_text="cw").id
    social.bob.do(statuses.Edit(id=quoting, status="edited @alice"))
    social.alice.do(statuses.RevokeQuote(id=made, quoting_status_id=silent))
    for one in (quoting, silent):
        assert "RE:" in social.bob.do(statuses.Get(id=one)).content
    social.alice.do(statuses.Delete(id=made))
    assert social.bob.do(statuses.Get(id=quoting)).content.startswith('<p>edited <span class="h-card"')
    assert social.bob.do(statuses.Get(id=silent)).content == "<p>quoting</p>"
    versions = social.bob.do(statuses.History(id=quoting))
    assert [one.content for one in versions] == ["<p>quoting</p>", "<p>edited @alice</p>"]


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


def test_who_is_quoted_sees_the_quote_without_being_named(social: Any) -> None:
    """As one who is mentioned in silence: Quote#ensure_quoted_access."""
    made = social.alice.posts("x")
    quoting = _quotes(social.bob, made, visibility="private")
    assert quoting.mentions == []
    assert social.alice.do(statuses.Get(id=quoting.id)).mentions == []
    with pytest.raises(errors.NotFound):
        social.carol.do(statuses.Get(id=quoting.id))


def test_a_revoked_quote_of_what_is_deleted_stays_revoked(social: Any) -> None:
    made = social.alice.posts("x")
    quoting = _quotes(social.bob, made).id
    social.alice.do(statuses.RevokeQuote(id=made, quoting_status_id=quoting))
    social.alice.do(statuses.Delete(id=made))
    assert social.bob.do(statuses.Get(id=quoting)).quote.state == "revoked"


def test_a_blocked_domain_shows_in_the_quote(social: Any) -> None:
    db = social.instance.db
    social.instance.seed({"remote_statuses": [{"account": "rem", "text": "<p>x</p>", "save": "theirs"}]})
    theirs = int(social.instance.names["saved"]["theirs"])
    db.update(status_rows, {"id": theirs}, quote_approval_policy="public")
    quoting = _quotes(social.bob, str(theirs)).id
    db.update(quotes, {"status_id": int(quoting)}, state="accepted")
    social.carol.do(domain_blocks.Block(domain="remote.example"))
    shown = social.carol.do(statuses.Get(id=quoting)).quote
    assert (shown.state, shown.quoted_status.account.username) == ("blocked_domain", "rem")


def test_limited_authors_are_not_listed_to_those_who_do_not_follow_them(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    made = alice.posts("x")
    quoting = _quotes(bob, made).id
    carol.follows(bob)
    social.instance.db.update(account_rows, {"id": bob.key}, silenced_at=social.instance.clock.now())
    for person, shown in ((carol, [quoting]), (social.dave, []), (bob, [quoting])):
        assert [one.id for one in person.do(statuses.Quotes(id=made))] == shown
        assert [one.id for one in person.do(statuses.Index(id=[quoting]))] == shown
    assert [one.id for one in alice.do(statuses.Quotes(id=made))] == [quoting]


def test_a_boost_stands_for_what_it_boosts_though_it_cannot_be_seen(social: Any) -> None:
    made = social.alice.posts("x")
    wrapper = social.bob.do(statuses.Reblog(id=made, visibility="private")).id
    with pytest.raises(errors.NotFound):
        social.carol.do(statuses.Get(id=wrapper))
    assert _quotes(social.carol, wrapper).quote.quoted_status.id == made


def test_one_quotes_all_of_ones_own_but_what_is_direct(social: Any) -> None:
    for visibility in ("public", "unlisted", "private", "limited"):
        assert _quotes(social.alice, social.alice.posts("x", visibility=visibility)).quote.state == "accepted"
    with pytest.raises(errors.NotFound):
        _quotes(social.alice, social.alice.posts("x", visibility="direct"))
