"""Making and changing filters, in both forms (recordings filters/v1_crud, v2_errors, v2_keywords,
v2_encodings)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import filters, statuses
from clientkit.operations.filters import KeywordAttributes
from mockserver import errors
from mockserver.domain.filters import SHARED


def make(person: Any, *words: str, **more: Any) -> Any:
    given = {"title": "T", "context": ["home"], **more}
    return person.do(
        filters.Create(**given, keywords_attributes=[KeywordAttributes(keyword=word) for word in words])
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "Title can't be blank, Context can't be blank, Context None or invalid context supplied"),
        ({"title": "T", "context": ["nowhere"]}, "Context None or invalid context supplied"),
        ({"title": "T", "context": ["home"], "filter_action": None}, "Action is not included in the list"),
        ({"title": "t" * 257, "context": ["home"]}, "Title is too long (maximum is 256 characters)"),
        (
            {
                "title": "T",
                "context": ["home"],
                "keywords_attributes": [KeywordAttributes(keyword="", whole_word=True)],
            },
            "Keywords keyword can't be blank",
        ),
        (
            {
                "title": "T",
                "context": ["home"],
                "keywords_attributes": [KeywordAttributes(keyword="k" * 513)],
            },
            "Keywords keyword is too long (maximum is 512 characters)",
        ),
    ],
)
def test_refusals(social: Any, given: dict[str, Any], text: str) -> None:
    with pytest.raises(errors.ValidationFailed) as refused:
        social.alice.do(filters.Create(**given))
    assert refused.value.message == f"Validation failed: {text}"


def test_blank_entries_are_skipped_and_a_blank_whole_word_is_refused(social: Any) -> None:
    made = social.alice.do(
        filters.Create(title="T", context=[" home "], keywords_attributes=[KeywordAttributes(keyword="")])
    )
    assert made.keywords == [] and made.context == ["home"]
    with pytest.raises(errors.InvalidParameter):
        social.alice.do(
            filters.Create(
                title="T",
                context=["home"],
                keywords_attributes=[KeywordAttributes(keyword="a", whole_word=None)],
            )
        )


def test_a_change_keeps_what_is_not_named(social: Any) -> None:
    made = make(social.alice, "cat", "dog", expires_in="60", filter_action="hide")
    cat = made.keywords[0].id
    entries = [KeywordAttributes(id=cat, destroy=True), KeywordAttributes(keyword="bird")]
    changed = social.alice.do(filters.Update(id=made.id, title="New", keywords_attributes=entries))
    assert (changed.title, changed.filter_action, changed.expires_at) == ("New", "hide", made.expires_at)
    assert [word.keyword for word in changed.keywords] == ["dog", "bird"]
    assert social.alice.do(filters.Update(id=made.id, expires_in="")).expires_at is None


def test_an_unknown_keyword_refuses_the_whole_change(social: Any) -> None:
    made, other = make(social.alice, "cat"), make(social.alice, "dog")
    foreign = [KeywordAttributes(id=other.keywords[0].id, keyword="x")]
    with pytest.raises(errors.RecordNotFound):
        social.alice.do(filters.Update(id=made.id, title="New", keywords_attributes=foreign))
    assert social.alice.do(filters.Get(id=made.id)).title == "T"


@pytest.mark.parametrize("operation", [filters.Get, filters.Delete])
def test_another_ones_filter_is_not_found(social: Any, operation: Any) -> None:
    made = make(social.alice)
    with pytest.raises(errors.RecordNotFound):
        social.bob.do(operation(id=made.id))


def test_statuses_must_exist_be_visible_and_new(social: Any) -> None:
    made, alice = make(social.alice), social.alice
    private, public = social.bob.posts("private", visibility="private"), social.bob.posts("public")
    alice.do(filters.AddStatus(filter_id=made.id, status_id=public))
    for given, text in (
        ("999", "Status must exist"),
        (private, "Status is invalid"),
        (public, "Status has already been taken"),
    ):
        with pytest.raises(errors.ValidationFailed) as refused:
            alice.do(filters.AddStatus(filter_id=made.id, status_id=given))
        assert refused.value.messages == (text,)
    social.bob.do(statuses.Delete(id=public))
    assert alice.do(filters.Statuses(filter_id=made.id)) == []


def test_the_first_api_shows_keywords_and_leaves_the_filter(social: Any) -> None:
    alice = social.alice
    made = alice.do(filters.CreateV1(phrase="cat", context=["home"], irreversible=True))
    assert (made.phrase, made.whole_word, made.irreversible) == ("cat", True, True)
    alice.do(filters.UpdateV1(id=made.id, phrase="kitten"))
    (parent,) = alice.do(filters.Index())
    assert (parent.title, parent.filter_action) == ("kitten", "hide")
    alice.do(filters.DeleteV1(id=made.id))
    assert alice.do(filters.IndexV1()) == [] and len(alice.do(filters.Index())) == 1


def test_the_first_api_cannot_change_what_several_keywords_share(social: Any) -> None:
    made = make(social.alice, "cat", "dog")
    cat = made.keywords[0].id
    for changes in ({"phrase": "kitten"}, {"context": ["public"]}, {"irreversible": True}):
        with pytest.raises(errors.Unprocessable) as refused:
            social.alice.do(filters.UpdateV1(id=cat, **changes))
        assert refused.value.message == SHARED
    with pytest.raises(errors.ValidationFailed, match="Keyword can't be blank"):
        social.alice.do(filters.UpdateV1(id=cat, phrase=""))
    changed = social.alice.do(filters.UpdateV1(id=cat, whole_word=False, context=["home"]))
    assert changed.whole_word is False


def test_a_changed_keyword_moves_to_the_end_of_the_first_apis_list(social: Any) -> None:
    first = social.alice.do(filters.CreateV1(phrase="cat", context=["home"]))
    social.alice.do(filters.CreateV1(phrase="dog", context=["home"]))
    social.alice.do(filters.UpdateV1(id=first.id, phrase="kitten"))
    assert [one.phrase for one in social.alice.do(filters.IndexV1())] == ["dog", "kitten"]
