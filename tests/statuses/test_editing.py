"""Edits, their history, and deletion. Truth: recordings statuses/edit_*, statuses/delete*."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET

from clientkit.operations import accounts, polls, statuses
from mockserver import errors


def test_an_edit_without_change_leaves_no_trace(social: Any) -> None:
    alice = social.alice
    made = alice.posts("same")
    assert alice.do(statuses.Edit(id=made, status="same")).edited_at is None
    assert len(alice.do(statuses.History(id=made))) == 1


@pytest.mark.parametrize(
    "change", [{"status": "same "}, {"status": "same", "quote_approval_policy": "nobody"}]
)
def test_outer_spaces_and_another_quote_policy_are_changes(social: Any, change: dict[str, Any]) -> None:
    made = social.alice.posts("same")
    assert social.alice.do(statuses.Edit(id=made, **change)).edited_at is not None


def test_history_has_every_version_oldest_first_with_mentions_as_plain_text(social: Any) -> None:
    alice = social.alice
    made = alice.posts("@bob one")
    alice.do(statuses.Edit(id=made, status="two", spoiler_text="careful"))
    versions = alice.do(statuses.History(id=made))
    assert [one.content for one in versions] == ["<p>@bob one</p>", "<p>two</p>"]
    assert [one.spoiler_text for one in versions] == ["", "careful"]


def test_what_an_edit_does_not_say_is_taken_away(social: Any) -> None:
    alice = social.alice
    made = alice.posts(
        "x", spoiler_text="careful", language="de", poll={"options": ["a", "b"], "expires_in": 600}
    )
    edited = alice.do(statuses.Edit(id=made, status="y"))
    assert (edited.spoiler_text, edited.sensitive, edited.poll, edited.language) == ("", False, None, "de")
    with pytest.raises(errors.ValidationFailed):
        alice.do(statuses.Edit(id=made))


def test_nobody_elses_status_can_be_edited_or_deleted(social: Any) -> None:
    made = social.alice.posts("x")
    for operation in (statuses.Edit(id=made, status="y"), statuses.Delete(id=made)):
        with pytest.raises(errors.RecordNotFound):
            social.bob.do(operation)


def test_deleting_gives_the_source_and_takes_what_hangs_on_it(social: Any) -> None:
    alice, bob = social.alice, social.bob
    made = alice.posts("@bob **source**")
    reply = bob.posts("@alice reply", in_reply_to_id=made)
    wrapper = bob.boosts(made)
    bob.do(statuses.Favourite(id=made))
    gone = alice.do(statuses.Delete(id=made))
    assert (gone.text, gone.content) == ("@bob **source**", UNSET)
    answer = bob.do(statuses.Get(id=reply))
    assert (answer.in_reply_to_id, answer.in_reply_to_account_id) == (None, alice.id)
    for missing in (made, wrapper):
        with pytest.raises(errors.NotFound):
            bob.do(statuses.Get(id=missing))
    counts = [person.do(accounts.Get(id=person.id)).statuses_count for person in (alice, bob)]
    assert counts == [0, 1]


def test_whoever_boosted_sees_the_edit_in_the_boost(social: Any) -> None:
    made = social.alice.posts("before")
    wrapper = social.bob.boosts(made)
    social.alice.do(statuses.Edit(id=made, status="after"))
    assert social.carol.do(statuses.Get(id=wrapper)).reblog.content == "<p>after</p>"


@pytest.mark.parametrize("change", [{"spoiler_text": "careful "}, {"status": "@BOB"}])
def test_texts_count_as_they_were_sent(social: Any, change: dict[str, Any]) -> None:
    made = social.alice.posts("@bob", spoiler_text="careful")
    edit = {"status": "@bob", "spoiler_text": "careful", **change}
    edited = social.alice.do(statuses.Edit(id=made, **edit))
    assert edited.edited_at is not None
    assert (edited.spoiler_text, len(edited.mentions)) == ("careful", 1)


def test_a_policy_counts_before_it_is_held_to_the_visibility(social: Any) -> None:
    made = social.alice.posts("x", visibility="private")
    edited = social.alice.do(statuses.Edit(id=made, status="x", quote_approval_policy="public"))
    assert edited.edited_at is not None
    assert edited.quote_approval.automatic == []


@pytest.mark.parametrize("quoting", [False, True])
def test_without_a_text_the_new_warning_becomes_it_and_the_old_one_stays(social: Any, quoting: bool) -> None:
    """app/services/update_status_service.rb"""
    quoted = {"quoted_status_id": social.bob.posts("q")} if quoting else {}
    made = social.alice.posts("x", spoiler_text="old", **quoted)
    edited = social.alice.do(statuses.Edit(id=made, status=" ", spoiler_text="new"))
    assert social.alice.do(statuses.Source(id=made)).text == "new"
    assert (edited.spoiler_text, edited.sensitive) == ("old", False)


def test_a_wrong_poll_is_told_before_a_wrong_text(social: Any) -> None:
    made = social.alice.posts("x")
    with pytest.raises(errors.ValidationFailed) as raised:
        social.alice.do(statuses.Edit(id=made, status="", poll={"options": ["a", "b"], "expires_in": 1}))
    assert str(raised.value) == "Validation failed: Deadline is too soon"


def test_spaces_around_an_option_take_all_votes_away(social: Any) -> None:
    poll = {"options": ["a", "b"], "expires_in": 600, "multiple": False}
    made = social.alice.do(statuses.Create(status="x", poll=poll))
    for options, votes in ((["a", "b"], 1), (["a ", "b"], 0)):
        social.bob.do(polls.Vote(id=made.poll.id, choices=["0"]))
        edited = social.alice.do(statuses.Edit(id=made.id, status="x", poll=poll | {"options": options}))
        assert (edited.poll.votes_count, [one.title for one in edited.poll.options]) == (votes, ["a", "b"])
        assert social.bob.do(polls.Get(id=made.poll.id)).voted is bool(votes)
        if votes:
            social.alice.do(statuses.Edit(id=made.id, status="x", poll=poll | {"options": ["b", "a"]}))
            social.alice.do(statuses.Edit(id=made.id, status="x", poll=poll))


def test_a_text_that_is_sent_again_finds_nobody_new(social: Any) -> None:
    made = social.alice.posts("@eve")
    people = [{"username": "eve", "email": "eve@mail.example", "password": "x" * 12}]
    social.instance.seed({"accounts": people})
    edited = social.alice.do(statuses.Edit(id=made, status="@eve"))
    assert (edited.edited_at, edited.mentions) == (None, [])
