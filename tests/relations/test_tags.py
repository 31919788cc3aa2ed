"""Following and featuring hashtags. Truth: recordings misc/tag_feature_limit, pagination/followed_tags."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import featured_tags, followed_tags, tags
from mockserver import errors


def test_hashtag_nobody_used_has_no_id_until_it_is_followed(social: Any) -> None:
    alice = social.alice
    assert (alice.do(tags.Get(name="Cats")).id, alice.do(tags.Unfollow(name="cats")).id) == ("", "")
    followed = alice.do(tags.Follow(name="Cats"))
    assert (followed.id != "", followed.name, followed.url, followed.following) == (
        True, "Cats", "http://localhost:3000/tags/cats", True,
    )  # fmt: skip
    assert [tag.name for tag in alice.do(followed_tags.Get())] == ["Cats"]


@pytest.mark.parametrize("name", ["two words", "a-b", "123", "#cats"])
def test_what_is_no_hashtag_is_not_found(social: Any, name: str) -> None:
    with pytest.raises(errors.NotFound):
        social.alice.do(tags.Get(name=name))


def test_history_counts_public_uses_of_today(social: Any) -> None:
    social.bob.posts("#cats")
    social.bob.posts("#cats again")
    social.carol.posts("#cats", visibility="private")
    history = social.alice.do(tags.Get(name="cats")).history
    assert (history[0].accounts, history[0].uses, len(history)) == ("1", "2", 7)


def test_ten_hashtags_can_be_featured_but_new_ones_only_nine(social: Any) -> None:
    alice = social.alice
    for number in range(9):
        alice.do(tags.Feature(name=f"tag{number}a"))
    with pytest.raises(errors.ValidationFailed) as refusal:
        alice.do(tags.Feature(name="brand_new"))
    assert refusal.value.message.count("You have already featured the maximum number of hashtags") == 2
    social.bob.posts("#known")
    assert alice.do(tags.Feature(name="known")).featuring
    assert alice.do(tags.Feature(name="known")).featuring


def test_featured_tag_counts_what_everybody_may_see(social: Any) -> None:
    alice = social.alice
    alice.posts("#Cats")
    alice.posts("#cats", visibility="private")
    featured = alice.do(featured_tags.Feature(name="Cats"))
    assert (featured.name, featured.statuses_count, featured.last_status_at) == ("Cats", "1", "2027-01-15")
    assert featured.url == "http://localhost:3000/@alice/tagged/cats"
    with pytest.raises(errors.ValidationFailed, match="Tag has already been taken"):
        alice.do(featured_tags.Feature(name="CATS"))
    alice.do(featured_tags.Unfeature(id=featured.id))
    with pytest.raises(errors.RecordNotFound):
        alice.do(featured_tags.Unfeature(id=featured.id))


def test_blanks_and_a_hash_around_a_featured_name_do_not_count(social: Any) -> None:
    made = social.alice.do(featured_tags.Feature(name=" #cats "))
    assert made.name == "cats"
    assert social.alice.do(featured_tags.Feature(name="cats")).id == made.id
    with pytest.raises(errors.ParameterMissing):
        social.alice.do(featured_tags.Feature(name="  "))


@pytest.mark.parametrize(
    ("name", "text"), [("two words", "Name is invalid"), ("123", "Name is invalid, Display name is invalid")]
)
def test_feature_of_what_is_no_hashtag_is_refused(social: Any, name: str, text: str) -> None:
    with pytest.raises(errors.ValidationFailed) as refusal:
        social.alice.do(featured_tags.Feature(name=name))
    assert refusal.value.message == f"Validation failed: {text}"
