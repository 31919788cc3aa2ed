"""Favourites, bookmarks, boosts, pins. Truth: recordings statuses/act_*, statuses/reblog_*, statuses/pins."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, bookmarks, favourites, statuses
from mockserver import errors


def test_favouriting_is_counted_once_and_can_be_taken_back(social: Any) -> None:
    alice, bob = social.alice, social.bob
    made = alice.posts("x")
    for _ in range(2):
        answer = bob.do(statuses.Favourite(id=made))
        assert (answer.favourited, answer.favourites_count) == (True, 1)
    answer = bob.do(statuses.Unfavourite(id=made))
    assert (answer.favourited, answer.favourites_count) == (False, 0)


def test_favouriting_a_boost_favourites_the_original_and_only_that_takes_it_back(social: Any) -> None:
    original = social.alice.posts("x")
    wrapper = social.bob.boosts(original)
    answer = social.carol.do(statuses.Favourite(id=wrapper))
    assert (answer.id, answer.favourited, answer.reblog.favourites_count) == (wrapper, True, 1)
    with pytest.raises(errors.ValidationFailed) as raised:
        social.carol.do(statuses.Favourite(id=wrapper))
    assert str(raised.value) == "Validation failed: Status has already been taken"
    social.carol.do(statuses.Unfavourite(id=wrapper))
    assert social.carol.do(statuses.Get(id=original)).favourited


def test_kept_statuses_are_listed_by_when_they_were_kept(social: Any) -> None:
    first, second = social.alice.posts("1"), social.alice.posts("2")
    for made in (second, first):
        social.bob.do(statuses.Favourite(id=made))
        social.bob.do(statuses.Bookmark(id=made))
    assert [one.id for one in social.bob.do(favourites.Get())] == [first, second]
    assert [one.id for one in social.bob.do(bookmarks.Get())] == [first, second]


@pytest.mark.parametrize("between", [1, 40 * 24 * 3600])
def test_a_page_shows_what_its_viewer_did_with_each_status(social: Any, between: int) -> None:
    made = []
    for _ in range(3):
        made.append(social.alice.posts("x"))
        social.instance.clock.advance(between)
    first, _, last = made
    social.bob.do(statuses.Favourite(id=first))
    social.bob.do(statuses.Bookmark(id=last))
    social.bob.do(statuses.Mute(id=last))
    page = social.bob.do(accounts.Statuses(id=social.alice.id))
    assert [one.id for one in page if one.favourited] == [first]
    assert [one.id for one in page if one.bookmarked and one.muted] == [last]


def test_what_was_done_can_be_undone_when_the_status_is_no_longer_seen(social: Any) -> None:
    alice, bob = social.alice, social.bob
    made = alice.posts("x")
    bob.do(statuses.Favourite(id=made))
    bob.boosts(made)
    alice.do(accounts.Block(id=bob.id))
    for undo in (statuses.Unfavourite(id=made), statuses.Unreblog(id=made)):
        bob.do(undo)
        with pytest.raises(errors.NotFound):
            bob.do(undo)
    shown = alice.do(statuses.Get(id=made))
    assert (shown.favourites_count, shown.reblogs_count) == (0, 0)


def test_boosting_twice_gives_the_same_wrapper_around_the_original(social: Any) -> None:
    original = social.alice.posts("x")
    first = social.bob.do(statuses.Reblog(id=original))
    again = social.bob.do(statuses.Reblog(id=first.id, visibility="private"))
    assert (again.id, again.visibility, again.reblog.id) == (first.id, "public", original)
    assert (again.reblog.reblogs_count, again.content) == (1, "")
    assert social.carol.do(statuses.Reblog(id=first.id)).reblog.id == original


def test_what_is_private_is_boosted_by_its_author_alone_and_privately(social: Any) -> None:
    alice, bob = social.alice, social.bob
    bob.follows(alice)
    private = alice.posts("x", visibility="private")
    assert alice.do(statuses.Reblog(id=private, visibility="public")).visibility == "private"
    with pytest.raises(errors.NotPermitted):
        bob.do(statuses.Reblog(id=private))
    direct = alice.posts("@bob", visibility="direct")
    with pytest.raises(errors.NotPermitted):
        alice.do(statuses.Reblog(id=direct))


@pytest.mark.parametrize(
    ("visibility", "text"),
    [
        ("direct", "Visibility is reserved"),
        ("limited", "Visibility is reserved"),
        ("x", "Visibility is not included in the list"),
    ],
)
def test_a_boost_takes_three_visibilities(social: Any, visibility: str, text: str) -> None:
    made = social.alice.posts("x")
    with pytest.raises(errors.ValidationFailed) as raised:
        social.bob.do(statuses.Reblog(id=made, visibility=visibility))
    assert str(raised.value) == f"Validation failed: {text}"


def test_only_public_and_unlisted_boosts_tell_who_made_them(social: Any) -> None:
    made = social.alice.posts("x")
    social.bob.do(statuses.Reblog(id=made, visibility="private"))
    social.carol.do(statuses.Reblog(id=made, visibility="unlisted"))
    assert [one.id for one in social.dave.do(statuses.RebloggedBy(id=made))] == [social.carol.id]
    assert social.dave.do(statuses.Get(id=made)).reblogs_count == 2


def test_one_who_is_blocked_by_the_caller_cannot_be_favourited_boosted_or_quoted(social: Any) -> None:
    made = social.alice.posts("x")
    social.bob.do(accounts.Block(id=social.alice.id))
    for operation in (statuses.Favourite(id=made), statuses.Reblog(id=made)):
        with pytest.raises(errors.NotPermitted):
            social.bob.do(operation)
    with pytest.raises(errors.NotFound):
        social.bob.do(statuses.Create(status="q", quoted_status_id=made))
    assert social.bob.do(statuses.Bookmark(id=made)).bookmarked


def test_five_own_statuses_can_be_pinned_each_once(social: Any) -> None:
    alice = social.alice
    made = [alice.posts(str(n)) for n in range(6)]
    assert alice.do(statuses.Pin(id=made[0])).pinned is True
    with pytest.raises(errors.DuplicateRecord):
        alice.do(statuses.Pin(id=made[0]))
    for one in made[1:5]:
        alice.do(statuses.Pin(id=one))
    with pytest.raises(errors.ValidationFailed):
        alice.do(statuses.Pin(id=made[5]))
    assert alice.do(statuses.Unpin(id=made[0])).pinned is False
    assert alice.do(statuses.Pin(id=made[5])).pinned is True


def test_others_and_direct_statuses_cannot_be_pinned(social: Any) -> None:
    others, direct = social.bob.posts("x"), social.alice.posts("x", visibility="direct")
    for made, text in (
        (others, "Someone else's post cannot be pinned"),
        (direct, "Posts that are only visible to mentioned users cannot be pinned"),
    ):
        with pytest.raises(errors.ValidationFailed) as raised:
            social.alice.do(statuses.Pin(id=made))
        assert str(raised.value) == f"Validation failed: {text}"


@pytest.mark.parametrize("of", ["original", "wrapper"])
def test_undoing_a_boost_that_is_not_there_shows_nothing_as_done(social: Any, of: str) -> None:
    """app/controllers/api/v1/statuses/reblogs_controller.rb"""
    alice, bob = social.alice, social.bob
    original = alice.posts("x")
    wrapper = bob.boosts(original)
    for operation in (statuses.Favourite, statuses.Bookmark, statuses.Mute, statuses.Pin):
        alice.do(operation(id=original))
    if of == "wrapper":
        alice.boosts(original)
    answer = alice.do(statuses.Unreblog(id=original if of == "original" else wrapper))
    for shown in filter(None, (answer, answer.reblog)):
        assert not (shown.favourited or shown.bookmarked or shown.muted or shown.reblogged)
    assert (answer.reblog or answer).pinned is False
    kept = alice.do(statuses.Get(id=original))
    assert kept.favourited and kept.bookmarked and kept.pinned and kept.reblogged is (of == "wrapper")


@pytest.mark.parametrize("undo", [statuses.Unfavourite, statuses.Unbookmark])
def test_undoing_on_a_boost_does_nothing_and_shows_it_as_in_a_listing(social: Any, undo: Any) -> None:
    """app/controllers/api/v1/statuses/favourites_controller.rb"""
    original = social.alice.posts("x")
    wrapper = social.bob.boosts(original)
    social.carol.do(statuses.Favourite(id=original))
    social.carol.do(statuses.Bookmark(id=original))
    answer = social.carol.do(undo(id=wrapper))
    assert (answer.favourited, answer.bookmarked) == (False, False)
    assert (answer.reblog.favourited, answer.reblog.bookmarked) == (True, True)
    alone = social.carol.do(statuses.Get(id=wrapper))
    assert (alone.favourited, alone.bookmarked) == (True, True)


def test_a_boost_without_a_visibility_of_its_own_is_as_visible_as_what_it_boosts(social: Any) -> None:
    unlisted = social.alice.posts("x", visibility="unlisted")
    assert social.bob.do(statuses.Reblog(id=unlisted, visibility="")).visibility == "unlisted"
    assert social.carol.do(statuses.Reblog(id=unlisted)).visibility == "public"
