"""What filters find in statuses (recordings filters/matching, filters/v2_statuses, filters/results_quote)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import filters, statuses
from clientkit.operations.filters import KeywordAttributes


def filtered(person: Any, text: str, keyword: str, **more: Any) -> list[str] | None:
    """The `keyword_matches` of a status with a text, for the author, under one filter; None: no match."""
    words = [KeywordAttributes(keyword=keyword, **more)]
    person.do(filters.Create(title="T", context=["home"], keywords_attributes=words))
    results = person.do(statuses.Get(id=person.posts(text))).filtered
    return results[0].keyword_matches if results else None


@pytest.mark.parametrize(
    ("text", "keyword", "found"),
    [
        ("the cat's tail", "cat", "cat"),
        ("The CAT", "cat", "CAT"),
        ("cat1", "cat", None),
        ("under_cat", "cat", None),
        ("黒猫です", "猫", None),
        ("a 猫 sits", "猫", "猫"),
        ("STRASSE", "straße", "STRASSE"),
        ("x(a+b)y", "(a+b)", "(a+b)"),
        ("fish & chips", "h & c", None),
        ("fish & chips", "fish & chips", "fish & chips"),
        ("one\ntwo", "one two", None),
        ("hi @bob", "@bob", "@bob"),
    ],
)
def test_whole_words(social: Any, text: str, keyword: str, found: str | None) -> None:
    assert filtered(social.alice, text, keyword) == (None if found is None else [found])


def test_parts_of_words_where_asked_for(social: Any) -> None:
    assert filtered(social.alice, "concatenate", "cat", whole_word=False) == ["cat"]


def test_only_the_first_of_several_matches_is_named(social: Any) -> None:
    words = [KeywordAttributes(keyword="dog"), KeywordAttributes(keyword="cat")]
    social.alice.do(filters.Create(title="T", context=["home"], keywords_attributes=words))
    (result,) = social.alice.do(statuses.Get(id=social.alice.posts("Cat and dog"))).filtered
    assert result.keyword_matches == ["Cat"] and result.status_matches is None


def test_the_warning_is_searched_too(social: Any) -> None:
    social.alice.do(
        filters.Create(title="T", context=["home"], keywords_attributes=[KeywordAttributes(keyword="cat")])
    )
    post = social.bob.posts("hello", spoiler_text="a cat")
    assert social.alice.do(statuses.Get(id=post)).filtered


def test_an_edit_is_searched_anew(social: Any) -> None:
    social.alice.do(
        filters.Create(title="T", context=["home"], keywords_attributes=[KeywordAttributes(keyword="cat")])
    )
    post = social.bob.posts("a dog")
    assert social.alice.do(statuses.Get(id=post)).filtered == []
    social.bob.do(statuses.Edit(id=post, status="a cat"))
    assert social.alice.do(statuses.Get(id=post)).filtered


def test_a_status_in_a_filter_is_found_on_its_boosts_but_not_the_other_way_round(social: Any) -> None:
    alice = social.alice
    first, second = social.bob.posts("one"), social.bob.posts("two")
    boost_of_first, boost_of_second = social.carol.boosts(first), social.carol.boosts(second)
    made = alice.do(filters.Create(title="T", context=["home"]))
    for status in (first, boost_of_second):
        alice.do(filters.AddStatus(filter_id=made.id, status_id=status))
    matched = {
        i: [m for result in alice.do(statuses.Get(id=i)).filtered for m in result.status_matches]
        for i in (first, boost_of_first, second, boost_of_second)
    }
    assert matched == {
        first: [first],
        boost_of_first: [first],
        second: [],
        boost_of_second: [boost_of_second],
    }


def test_an_expired_filter_finds_nothing(social: Any) -> None:
    words = [KeywordAttributes(keyword="cat")]
    social.alice.do(filters.Create(title="T", context=["home"], expires_in="60", keywords_attributes=words))
    post = social.alice.posts("cat")
    assert social.alice.do(statuses.Get(id=post)).filtered
    social.instance.clock.advance(60)
    assert social.alice.do(statuses.Get(id=post)).filtered == []


def test_filters_are_their_owners_alone(social: Any) -> None:
    social.alice.do(
        filters.Create(title="T", context=["home"], keywords_attributes=[KeywordAttributes(keyword="cat")])
    )
    assert social.bob.do(statuses.Get(id=social.bob.posts("cat"))).filtered == []
