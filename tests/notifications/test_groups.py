"""Groups of notifications and their pages (recordings notifications/v2_paging, v2_group_members,
unread_count)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import grouped_notifications, markers, notifications, statuses
from clientkit.operations.markers import MarkerParams
from mockserver import errors


def groups(person: Any, **more: Any) -> list[Any]:
    return list(person.do(grouped_notifications.Index(**more)).notification_groups)


@pytest.fixture
def liked(social: Any) -> tuple[str, str]:
    """alice's two posts: bob likes the first and the second, names her, and carol likes the first."""
    first, second = social.alice.posts("first"), social.alice.posts("second")
    for post in (first, second):
        social.bob.do(statuses.Favourite(id=post))
    social.bob.posts("hi @alice")
    social.carol.do(statuses.Favourite(id=first))
    return first, second


def test_favourites_of_one_status_are_one_group(social: Any, liked: tuple[str, str]) -> None:
    newest, mention, oldest = groups(social.alice)
    assert (newest.type, newest.notifications_count, newest.status_id) == ("favourite", 2, liked[0])
    assert newest.sample_account_ids == [social.carol.id, social.bob.id]
    assert mention.type == "mention" and mention.group_key.startswith("ungrouped-")
    assert (oldest.status_id, oldest.notifications_count) == (liked[1], 1)


def test_a_group_comes_again_with_its_older_members(social: Any, liked: tuple[str, str]) -> None:
    top = groups(social.alice, limit="1")[0]
    below = groups(social.alice, max_id=top.page_max_id)
    assert top.page_min_id == top.page_max_id
    assert [(g.status_id, g.notifications_count) for g in below if g.type == "favourite"] == [
        (liked[1], 1),
        (liked[0], 1),
    ]


def test_min_id_gives_the_groups_just_above(social: Any, liked: tuple[str, str]) -> None:
    oldest = social.alice.do(notifications.Index())[-1]
    (above,) = groups(social.alice, min_id=oldest.id, limit="1")
    assert above.status_id == liked[1]


def test_only_the_types_asked_for_are_grouped(social: Any, liked: tuple[str, str]) -> None:
    alone = groups(social.alice, grouped_types=["reblog", "nonsense"])
    assert len(alone) == 4 and all(g.group_key.startswith("ungrouped-") for g in alone)


def test_partial_avatars_cut_all_but_the_first_account_of_a_group(
    social: Any, liked: tuple[str, str]
) -> None:
    results = social.alice.do(
        grouped_notifications.Index(types=["favourite"], limit="1", expand_accounts="partial_avatars")
    )
    assert [one.id for one in results.accounts] == [social.carol.id]
    assert [one.id for one in results.partial_accounts] == [social.bob.id]


def test_a_group_is_found_by_its_key_and_by_any_member(social: Any, liked: tuple[str, str]) -> None:
    group = groups(social.alice)[0]
    member = social.alice.do(notifications.Index())[0]
    for key in (group.group_key, f"ungrouped-{member.id}"):
        (one,) = social.alice.do(grouped_notifications.Get(group_key=key)).notification_groups
        assert (one.group_key, one.notifications_count) == (group.group_key, 2)
    with pytest.raises(errors.RecordNotFound):
        social.bob.do(grouped_notifications.Get(group_key=group.group_key))


def test_the_key_is_used_on_for_half_a_day_even_when_dismissed(social: Any) -> None:
    post = social.alice.posts("hello")
    keys = []
    for person, wait in ((social.bob, 11 * 3600), (social.carol, 2 * 3600), (social.dave, 0)):
        person.do(statuses.Favourite(id=post))
        (group,) = groups(social.alice)
        keys.append(group.group_key)
        social.alice.do(grouped_notifications.Dismiss(group_key=group.group_key))
        social.instance.clock.advance(wait)
    assert keys[0] == keys[1] != keys[2]
    assert groups(social.alice) == []


def test_counts_of_unread_groups_and_notifications_follow_the_marker(
    social: Any, liked: tuple[str, str]
) -> None:
    alice = social.alice
    assert alice.do(notifications.UnreadCount()) == {"count": 4}
    assert alice.do(grouped_notifications.UnreadCount()) == {"count": 3}
    last = alice.do(notifications.Index())[1]
    alice.do(markers.Save(notifications=MarkerParams(last_read_id=last.id)))
    assert alice.do(notifications.UnreadCount()) == {"count": 1}
    assert alice.do(grouped_notifications.UnreadCount()) == {"count": 1}
