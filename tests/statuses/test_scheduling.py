"""Statuses for later. Truth: recordings polls/scheduled_*, statuses/scheduled_published."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from clientkit.entities import ScheduledStatus, Status
from clientkit.operations import scheduled_statuses, statuses
from mockserver import clock, errors
from mockserver.store.schema import users


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


def _kept(social: Any, **draft: Any) -> dict[str, Any]:
    """The parameters of a scheduled status, as the wire has them."""
    made = social.alice.do(statuses.Create(**draft, scheduled_at=_in(social, 600)))
    kept: dict[str, Any] = msgspec.to_builtins(made.params)
    return kept


def _after(social: Any, seconds: int) -> None:
    social.instance.clock.advance(seconds)
    social.instance.run_due()


@pytest.mark.parametrize("text", [{}, {"status": ""}])
def test_a_warning_alone_is_lost(social: Any, text: dict[str, str]) -> None:
    """It is taken for the text, which is not kept (reference: statuses_text.md §5)."""
    kept = _kept(social, spoiler_text="careful", **text)
    assert "spoiler_text" not in kept
    assert kept["text"] == text.get("status")
    _after(social, 601)
    assert social.alice.home() == []
    assert social.alice.do(scheduled_statuses.Index()) == []


def test_values_are_kept_as_sent(social: Any) -> None:
    poll = {
        "options": ["a", "b"],
        "expires_in": "600",
        "multiple": "true",
        "colour": "red",
        "hide_totals": [],
    }
    kept = _kept(
        social, status="x", visibility="private", quote_approval_policy="followers", poll=poll, language="xx"
    )
    assert kept["poll"] == {"multiple": "true", "expires_in": "600", "options": ["a", "b"]}
    assert (kept["quote_approval_policy"], kept["language"]) == ("followers", "xx")


def test_the_draft_is_judged_before_its_time(social: Any) -> None:
    with pytest.raises(errors.RecordInvalid):
        social.alice.do(statuses.Create(status="", scheduled_at=_in(social, 10)))


def test_a_quote_must_have_a_text_and_cannot_be_direct(social: Any) -> None:
    """What is scheduled is judged before it mentions or quotes: app/services/post_status_service.rb."""
    made = social.bob.posts("x")
    with pytest.raises(errors.RecordInvalid):
        _kept(social, quoted_status_id=made)
    with pytest.raises(errors.ValidationFailed, match="Cannot quote a non-mentioned user"):
        _kept(social, status="@bob", visibility="direct", quoted_status_id=made)
    assert _kept(social, status="@bob", quoted_status_id=made)["quoted_status_id"] == made


def test_nothing_is_posted_that_answers_or_quotes_what_is_gone_or_names_too_many(social: Any) -> None:
    made = social.bob.posts("x")
    _kept(social, status="re", in_reply_to_id=made)
    _kept(social, status="quote", quoted_status_id=made)
    _kept(social, status="@bob", allowed_mentions=[])
    _kept(social, status="fine")
    social.bob.do(statuses.Delete(id=made))
    _after(social, 601)
    assert [social.alice.do(statuses.Get(id=i)).content for i in social.alice.home()] == ["<p>fine</p>"]


def test_what_is_posted_in_its_time_counts_towards_no_limit(social: Any) -> None:
    def left() -> int:
        clock = social.instance.clock
        return int(social.instance.families.peek(social.alice.key, "statuses", clock.seconds()).remaining)

    _kept(social, status="later")
    social.instance.seed({"statuses": [{"account": "alice", "text": "seeded"}]})
    before = left()
    _after(social, 601)
    assert len(social.alice.home()) == 2
    social.alice.posts("now")
    assert left() == before - 1


def test_nothing_is_posted_for_a_disabled_login(social: Any) -> None:
    _kept(social, status="later")
    social.instance.db.update(users, {"account_id": social.alice.key}, disabled=True)
    _after(social, 601)
    assert social.alice.home() == []


def test_the_limits_count_the_row_that_is_moved(social: Any) -> None:
    for number in range(300):
        day = 1 + number % 28
        social.alice.do(statuses.Create(status="x", scheduled_at=f"2035-{1 + number // 28:02}-{day:02}"))
    last = social.alice.do(scheduled_statuses.Index())[0]
    for change in (
        scheduled_statuses.Update(id=last.id),
        statuses.Create(status="x", scheduled_at="2036-01-01"),
    ):
        with pytest.raises(errors.ValidationFailed, match="limit of 300 scheduled posts"):
            social.alice.do(change)


@pytest.mark.parametrize(
    ("sent", "at"),
    [
        ("2030-01-01", "2030-01-01T00:00:00.000Z"),
        ("20300101", "2030-01-01T00:00:00.000Z"),
        ("20300101T100000Z", "2030-01-01T10:00:00.000Z"),
        ("2030/1/2 3:04", "2030-01-02T03:04:00.000Z"),
        ("2030-01-01 10:00:00.5 +0100", "2030-01-01T09:00:00.500Z"),
        ("2030-01-01T24:00", "2030-01-02T00:00:00.000Z"),
        ("Tue, 1 Jan 2030 10:00:00 -0500", "2030-01-01T15:00:00.000Z"),
        ("Sat Aug 28 02:55:50 2030", "2030-08-28T02:55:50.000Z"),
        ("January 2nd, 2030 10:00 pm", "2030-01-02T22:00:00.000Z"),
        ("01/02/2030", "2030-02-01T00:00:00.000Z"),
    ],
)
def test_times_are_read_as_ruby_reads_them(sent: str, at: str) -> None:
    """Made with Ruby's DateTime.parse."""
    assert clock.iso(clock.parse(sent)) == at


@pytest.mark.parametrize(
    "sent",
    [
        "tomorrow",
        "1890000000",
        "2030",
        "2030-13-01",
        "2030-02-30",
        "2030-01-01T25:00",
        "99999999",
        "9999-12-31 24:00",
        pytest.param("jan 1 " * 99999 + "2030", id="endless"),
    ],
)
def test_what_is_no_time_is_refused(social: Any, sent: str) -> None:
    with pytest.raises(errors.RecordInvalid):
        social.alice.do(statuses.Create(status="x", scheduled_at=sent))


def test_a_blank_time_is_none(social: Any) -> None:
    assert isinstance(social.alice.do(statuses.Create(status="x", scheduled_at=" ")), Status)
