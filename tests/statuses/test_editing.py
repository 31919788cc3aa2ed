"""Edits, their history, and deletion. Truth: recordings statuses/edit_*, statuses/delete*."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET

from clientkit.operations import accounts, statuses
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
