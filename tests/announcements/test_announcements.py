"""Announcements and reactions to them (recordings announcements/*, streaming/announcements)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from clientkit.operations import announcements
from mockserver import errors


@pytest.fixture
def announced(social: Any) -> str:
    social.instance.seed({"announcements": [{"text": "Hello @alice #news"}]})
    (one,) = social.alice.do(announcements.Get())
    return str(one.id)


def reactions(social: Any, person: Any) -> list[tuple[str, int, bool]]:
    (one,) = person.do(announcements.Get())
    return [(r.name, r.count, r.me) for r in one.reactions]


def test_an_announcement_names_people_and_tags(social: Any, announced: str) -> None:
    (one,) = social.alice.do(announcements.Get())
    assert [m.acct for m in one.mentions] == ["alice"]
    assert [t.name for t in one.tags] == ["news"]
    assert 'class="u-url mention"' in one.content and one.read is False


def test_dismissing_marks_as_read_for_oneself(social: Any, announced: str) -> None:
    for _ in range(2):
        social.alice.do(announcements.Dismiss(id=announced))
    assert social.alice.do(announcements.Get())[0].read is True
    assert social.bob.do(announcements.Get())[0].read is False


def test_the_listing_goes_by_start_else_by_publication(social: Any, announced: str) -> None:
    later = {"text": "Far", "starts_at": "2090-01-01T10:00:00Z", "ends_at": "2090-01-02T10:00:00Z"}
    past = {"text": "Past", "starts_at": "2020-01-01T10:00:00Z", "ends_at": "2020-01-02T10:00:00Z"}
    social.instance.seed({"announcements": [later, past, {"text": "Hidden", "published": False}]})
    contents = [one.content for one in social.alice.do(announcements.Get())]
    assert contents[0] == "<p>Past</p>" and contents[2] == "<p>Far</p>" and len(contents) == 3


def test_reactions_count_and_are_streamed_with_their_total(social: Any, announced: str) -> None:
    for person in (social.bob, social.alice):
        person.do(announcements.AddReaction(id=announced, name="👍"))
    social.bob.do(announcements.AddReaction(id=announced, name="❤"))
    social.bob.do(announcements.AddReaction(id=announced, name="❤️"))
    assert reactions(social, social.alice) == [("👍", 2, True), ("❤", 1, False), ("❤️", 1, False)]
    for person in (social.bob, social.alice):
        person.do(announcements.RemoveReaction(id=announced, name="👍"))
    told = [
        msgspec.json.decode(text)
        for event, text in social.told_to(("user", social.carol.key))
        if "👍" in text
    ]
    assert [one["count"] for one in told] == [1, 2, 1, 0]
    assert told[0] == {"name": "👍", "count": 1, "announcement_id": announced}


@pytest.mark.parametrize("name", ["nonsense", "a", "1", "👍👍", ""])
def test_what_is_no_emoji_is_refused(social: Any, announced: str, name: str) -> None:
    with pytest.raises(errors.ValidationFailed):
        social.alice.do(announcements.AddReaction(id=announced, name=name))


@pytest.mark.parametrize("name", ["👩‍👩‍👧", "🇩🇪", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
def test_emoji_of_several_characters_are_known(social: Any, announced: str, name: str) -> None:
    social.alice.do(announcements.AddReaction(id=announced, name=name))
    assert reactions(social, social.alice) == [(name, 1, True)]


def test_the_same_again_and_a_ninth_are_refused(social: Any, announced: str) -> None:
    for name in "🍎🍊🍋🍌🍉🍇🍓🍈":
        social.alice.do(announcements.AddReaction(id=announced, name=name))
    with pytest.raises(errors.DuplicateRecord):
        social.alice.do(announcements.AddReaction(id=announced, name="🍎"))
    with pytest.raises(errors.ValidationFailed, match="Limit of different reactions reached"):
        social.bob.do(announcements.AddReaction(id=announced, name="🍒"))
    social.bob.do(announcements.AddReaction(id=announced, name="🍎"))


def test_taking_back_what_was_not_given_is_not_found(social: Any, announced: str) -> None:
    with pytest.raises(errors.RecordNotFound):
        social.alice.do(announcements.RemoveReaction(id=announced, name="👍"))
