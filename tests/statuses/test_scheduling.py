"""Statuses for later. Truth: recordings polls/scheduled_*, statuses/scheduled_published."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.entities import ScheduledStatus, Status
from clientkit.operations import scheduled_statuses, statuses
from mockserver import clock, errors


def _in(social: Any, seconds: int) -> str:
    return clock.iso(social.instance.clock.now() + seconds * 1000)


def test_is_posted_when_its_time_has_come(social: Any) -> None:
    alice = social.alice
    kept = alice.do(statuses.Create(status="later", spoiler_text="careful", scheduled_at=_in(social, 600)))
    assert isinstance(kept, ScheduledStatus)
    social.instance.run_due()
    assert alice.home() == []
    social.instance.clock.advance(601)
    social.instance.run_due()
    made = alice.do(statuses.Get(id=alice.home()[0]))
    assert (made.content, made.spoiler_text) == ("<p>later</p>", "careful")
    assert alice.do(scheduled_statuses.Index()) == []


def test_what_is_moved_is_posted_at_the_new_time_alone(social: Any) -> None:
    alice = social.alice
    kept = alice.do(statuses.Create(status="later", scheduled_at=_in(social, 600)))
    alice.do(scheduled_statuses.Update(id=kept.id, scheduled_at=_in(social, 1200)))
    social.instance.clock.advance(601)
    social.instance.run_due()
    assert alice.home() == []
    social.instance.clock.advance(600)
    social.instance.run_due()
    assert len(alice.home()) == 1


def test_what_is_cancelled_is_never_posted(social: Any) -> None:
    alice = social.alice
    kept = alice.do(statuses.Create(status="later", scheduled_at=_in(social, 600)))
    alice.do(scheduled_statuses.Cancel(id=kept.id))
    social.instance.clock.advance(601)
    social.instance.run_due()
    assert alice.home() == []
    with pytest.raises(errors.RecordNotFound):
        alice.do(scheduled_statuses.Get(id=kept.id))


def test_the_past_posts_now_and_too_soon_is_refused(social: Any) -> None:
    assert isinstance(social.alice.do(statuses.Create(status="x", scheduled_at=_in(social, -60))), Status)
    with pytest.raises(errors.ValidationFailed) as raised:
        social.alice.do(statuses.Create(status="x", scheduled_at=_in(social, 299)))
    assert str(raised.value) == "Validation failed: Scheduled at date must be in the future"


@pytest.mark.parametrize(
    "draft", [{"status": ""}, {"status": "x", "visibility": "bogus"}, {"status": "x" * 501}]
)
def test_what_cannot_be_posted_cannot_be_scheduled(social: Any, draft: dict[str, Any]) -> None:
    with pytest.raises(errors.RecordInvalid):
        social.alice.do(statuses.Create(**draft, scheduled_at=_in(social, 600)))


def test_twenty_five_can_be_scheduled_for_a_day(social: Any) -> None:
    at = "2035-01-02T03:04:05Z"
    for _ in range(25):
        social.alice.do(statuses.Create(status="x", scheduled_at=at))
    with pytest.raises(errors.ValidationFailed) as raised:
        social.alice.do(statuses.Create(status="x", scheduled_at=at))
    assert (
        str(raised.value) == "Validation failed: You have exceeded the limit of 25 scheduled posts for today"
    )
    social.alice.do(statuses.Create(status="x", scheduled_at="2035-01-03T03:04:05Z"))


def test_others_cannot_see_it(social: Any) -> None:
    kept = social.alice.do(statuses.Create(status="later", scheduled_at=_in(social, 600)))
    with pytest.raises(errors.RecordNotFound):
        social.bob.do(scheduled_statuses.Get(id=kept.id))
    assert social.bob.do(scheduled_statuses.Index()) == []
