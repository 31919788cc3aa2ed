"""Polls: what is refused, voting, ending. Truth: recordings polls/*, statuses/edit_poll."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import notifications, polls, statuses
from mockserver import errors

POLL = {"options": ["a", "b"], "expires_in": 600}


@pytest.mark.parametrize(
    ("poll", "text"),
    [
        ({"options": ["a"], "expires_in": 600}, "Choices must have more than one item"),
        ({"options": ["a", " "], "expires_in": 600}, "Choices must have more than one item"),
        ({"options": list("abcde"), "expires_in": 600}, "Choices can't contain more than 4 items"),
        ({"options": ["a", "a "], "expires_in": 600}, "Choices contain duplicate items"),
        ({"options": ["a", "b" * 51], "expires_in": 600}, "Choices cannot be longer than 50 characters each"),
        ({"options": ["a", "b"], "expires_in": 299}, "Deadline is too soon"),
        ({"options": ["a", "b"], "expires_in": 2629747}, "Deadline is too far into the future"),
        ({"options": ["a", "b"]}, "Deadline can't be blank"),
        ({"options": [], "expires_in": 600}, "Choices can't be blank, Choices must have more than one item"),
    ],
)
def test_what_a_poll_must_be(social: Any, poll: dict[str, Any], text: str) -> None:
    with pytest.raises(errors.ValidationFailed) as raised:
        social.alice.posts("x", poll=poll)
    assert str(raised.value) == f"Validation failed: {text}"


@pytest.mark.parametrize("poll", [None, {}, "poll"])
def test_anything_but_a_table_is_no_poll(social: Any, poll: Any) -> None:
    assert social.alice.do(statuses.Create(status="x", poll=poll)).poll is None


def test_a_vote_counts_once_and_shows_to_the_voter_alone(social: Any) -> None:
    poll = social.alice.do(statuses.Create(status="x", poll=POLL)).poll
    voted = social.bob.do(polls.Vote(id=poll.id, choices=["1"]))
    assert (voted.voted, voted.own_votes, voted.votes_count, voted.voters_count) == (True, [1], 1, 1)
    assert [one.votes_count for one in voted.options] == [0, 1]
    with pytest.raises(errors.ValidationFailed) as raised:
        social.bob.do(polls.Vote(id=poll.id, choices=["0"]))
    assert str(raised.value) == "Validation failed: You have already voted on this poll"
    assert social.carol.do(polls.Get(id=poll.id)).voted is False


def test_several_choices_are_several_votes_of_one_voter(social: Any) -> None:
    poll = social.alice.do(statuses.Create(status="x", poll=POLL | {"multiple": True})).poll
    voted = social.bob.do(polls.Vote(id=poll.id, choices=["0", "1"]))
    assert (voted.votes_count, voted.voters_count) == (2, 1)


def test_one_cannot_vote_in_own_or_ended_polls_or_for_what_is_not_there(social: Any) -> None:
    alice, bob = social.alice, social.bob
    poll = alice.do(statuses.Create(status="x", poll=POLL)).poll
    for person, choice, text in (
        (alice, "0", "You cannot vote in your own polls"),
        (bob, "2", "The chosen vote option does not exist"),
    ):
        with pytest.raises(errors.ValidationFailed) as raised:
            person.do(polls.Vote(id=poll.id, choices=[choice]))
        assert str(raised.value) == f"Validation failed: {text}"
    social.instance.clock.advance(601)
    with pytest.raises(errors.ValidationFailed) as raised:
        bob.do(polls.Vote(id=poll.id, choices=["0"]))
    assert str(raised.value) == "Validation failed: The poll has already ended"


def test_hidden_totals_show_when_the_poll_has_ended(social: Any) -> None:
    poll = social.alice.do(statuses.Create(status="x", poll=POLL | {"hide_totals": True})).poll
    voted = social.bob.do(polls.Vote(id=poll.id, choices=["0"]))
    assert [one.votes_count for one in voted.options] == [None, None]
    social.instance.clock.advance(601)
    ended = social.bob.do(polls.Get(id=poll.id))
    assert (ended.expired, [one.votes_count for one in ended.options]) == (True, [1, 0])


def test_the_end_is_told_to_the_author_and_to_voters(social: Any) -> None:
    poll = social.alice.do(statuses.Create(status="x", poll=POLL)).poll
    social.bob.do(polls.Vote(id=poll.id, choices=["0"]))
    social.instance.clock.advance(601)
    social.instance.run_due()
    told = [
        [one.type for one in p.do(notifications.Index())] for p in (social.alice, social.bob, social.carol)
    ]
    assert told == [["poll"], ["poll"], []]


def test_votes_stay_in_an_edit_of_the_same_poll_and_go_with_other_choices(social: Any) -> None:
    alice, bob = social.alice, social.bob
    made = alice.do(statuses.Create(status="x", poll=POLL))
    bob.do(polls.Vote(id=made.poll.id, choices=["0"]))

    def edited(**poll: Any) -> int:
        return int(alice.do(statuses.Edit(id=made.id, status="x", poll=POLL | poll)).poll.votes_count)

    assert edited(multiple=False) == 1
    assert edited() == 0  # not said: taken for another `multiple`
    bob.do(polls.Vote(id=made.poll.id, choices=["0"]))
    assert edited(multiple=False, options=["a", "c"]) == 0


def test_the_first_choice_that_is_refused_says_why(social: Any) -> None:
    """Votes are stored one by one, and undone together: app/services/vote_service.rb."""
    poll = social.alice.do(statuses.Create(status="x", poll=POLL)).poll
    for choices, text in (
        (["9", "0"], "The chosen vote option does not exist"),
        (["0", "9"], "The chosen vote option does not exist, You have already voted on this poll"),
        (["0", "1"], "You have already voted on this poll"),
    ):
        with pytest.raises(errors.ValidationFailed) as raised:
            social.bob.do(polls.Vote(id=poll.id, choices=choices))
        assert str(raised.value) == f"Validation failed: {text}"
    assert social.bob.do(polls.Get(id=poll.id)).votes_count == 0


def test_an_option_of_spaces_of_any_script_is_dropped(social: Any) -> None:
    options = ["a", "\u3000\u00a0", "b"]
    made = social.alice.do(statuses.Create(status="x", poll={"options": options, "expires_in": 600}))
    assert [one.title for one in made.poll.options] == ["a", "b"]


@pytest.mark.parametrize(("option", "fits"), [("क्ष" * 25, True), ("क्ष" * 26, False), ("🇩🇪" * 50, True)])
def test_options_are_measured_as_texts_are(social: Any, option: str, fits: bool) -> None:
    create = statuses.Create(status="x", poll={"options": ["a", option], "expires_in": 600})
    if fits:
        assert social.alice.do(create).poll.options[1].title == option
    else:
        with pytest.raises(errors.ValidationFailed, match="longer than 50"):
            social.alice.do(create)


@pytest.mark.parametrize("poll", [{"colour": "red"}, {"options": {"0": "a"}}, {"expires_in": []}])
def test_a_table_with_nothing_of_a_poll_in_it_is_none(social: Any, poll: Any) -> None:
    """What Rails does not permit is not there."""
    assert social.alice.do(statuses.Create(status="x", poll=poll)).poll is None


def test_one_option_that_is_none_drops_them_all(social: Any) -> None:
    with pytest.raises(errors.ValidationFailed, match="Choices can't be blank"):
        social.alice.posts("x", poll={"options": [["a"], "b", "c"], "expires_in": 600})
