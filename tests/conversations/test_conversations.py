"""Direct conversations as each who takes part has them (recordings conversations/*)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, conversations, statuses
from mockserver import errors


@pytest.fixture
def friends(social: Any) -> Any:
    """alice, bob and carol follow each other: nothing between them is held back."""
    people = (social.alice, social.bob, social.carol)
    for one in people:
        for other in people:
            if one is not other:
                one.follows(other)
    return social


def talks(person: Any) -> list[tuple[list[str], bool, str]]:
    """(others, unread, id of the last status), the newest first."""
    return [
        ([a.username for a in one.accounts], one.unread, one.last_status.id)
        for one in person.do(conversations.Index())
    ]


def test_a_direct_status_is_read_for_its_author_and_unread_for_the_other(friends: Any) -> None:
    post = friends.alice.posts("@bob hello", visibility="direct")
    assert talks(friends.alice) == [(["bob"], False, post)]
    assert talks(friends.bob) == [(["alice"], True, post)]


def test_answering_marks_read_and_moves_up(friends: Any) -> None:
    first = friends.alice.posts("@bob hello", visibility="direct")
    friends.carol.posts("@bob other", visibility="direct")
    answer = friends.bob.posts("@alice hi", visibility="direct", in_reply_to_id=first)
    assert talks(friends.bob)[0] == (["alice"], False, answer)
    assert talks(friends.alice) == [(["bob"], True, answer)]


def test_other_participants_make_another_conversation(friends: Any) -> None:
    first = friends.alice.posts("@bob hello", visibility="direct")
    friends.alice.posts("@bob @carol hello", visibility="direct", in_reply_to_id=first)
    assert [others for others, _, _ in talks(friends.bob)] == [["alice", "carol"], ["alice"]]


def test_two_first_posts_are_two_conversations(friends: Any) -> None:
    for _ in range(2):
        friends.alice.posts("@bob hello", visibility="direct")
    assert len(talks(friends.bob)) == 2


def test_a_note_to_nobody_lists_oneself(friends: Any) -> None:
    friends.alice.posts("note", visibility="direct")
    assert [others for others, _, _ in talks(friends.alice)] == [["alice"]]


def test_other_visibilities_make_none(friends: Any) -> None:
    friends.alice.posts("@bob hello", visibility="private")
    assert talks(friends.alice) == [] and talks(friends.bob) == []


def test_deleting_falls_back_to_the_one_before_and_at_last_removes(friends: Any) -> None:
    first = friends.alice.posts("@bob hello", visibility="direct")
    second = friends.bob.posts("@alice hi", visibility="direct", in_reply_to_id=first)
    friends.forget_told()
    friends.bob.do(statuses.Delete(id=second))
    assert talks(friends.alice) == [(["bob"], True, first)]
    assert [event for event, _ in friends.told_to(("direct", friends.alice.key))] == ["conversation"]
    friends.forget_told()
    friends.alice.do(statuses.Delete(id=first))
    assert talks(friends.alice) == [] and talks(friends.bob) == []
    assert friends.told_to(("direct", friends.alice.key)) == []


def test_an_edit_gives_the_newly_named_an_entry_and_leaves_the_others(friends: Any) -> None:
    post = friends.alice.posts("@bob hello", visibility="direct")
    friends.alice.do(statuses.Edit(id=post, status="@bob @carol hello"))
    assert talks(friends.alice) == [(["bob"], False, post)]
    assert [others for others, _, _ in talks(friends.carol)] == [["alice", "bob"]]


@pytest.mark.parametrize("operation", [accounts.Block, accounts.Mute])
def test_blocking_and_muting_remove_for_good(friends: Any, operation: Any) -> None:
    friends.bob.posts("@alice hello", visibility="direct")
    friends.alice.do(operation(id=friends.bob.id))
    friends.alice.do(
        (accounts.Unblock if operation is accounts.Block else accounts.Unmute)(id=friends.bob.id)
    )
    assert talks(friends.alice) == []
    assert len(talks(friends.bob)) == 1


def test_removing_is_for_oneself_and_a_new_message_begins_another_entry(friends: Any) -> None:
    first = friends.alice.posts("@bob hello", visibility="direct")
    (entry,) = friends.bob.do(conversations.Index())
    friends.bob.do(conversations.Delete(id=entry.id))
    with pytest.raises(errors.RecordNotFound):
        friends.bob.do(conversations.Delete(id=entry.id))
    friends.alice.posts("@bob more", visibility="direct", in_reply_to_id=first)
    (again,) = friends.bob.do(conversations.Index())
    assert again.id != entry.id and len(talks(friends.alice)) == 1


def test_marking_is_streamed_even_when_nothing_changes(friends: Any) -> None:
    friends.alice.posts("@bob hello", visibility="direct")
    (entry,) = friends.bob.do(conversations.Index())
    friends.forget_told()
    for operation, unread in (
        (conversations.Read, False),
        (conversations.Read, False),
        (conversations.Unread, True),
    ):
        assert friends.bob.do(operation(id=entry.id)).unread is unread
    assert len(friends.told_to(("direct", friends.bob.key))) == 3


def test_another_ones_conversation_is_not_found(friends: Any) -> None:
    friends.alice.posts("@bob hello", visibility="direct")
    (entry,) = friends.bob.do(conversations.Index())
    with pytest.raises(errors.RecordNotFound):
        friends.alice.do(conversations.Read(id=entry.id))


def test_a_blank_min_id_gives_the_oldest_page(friends: Any) -> None:
    posts = [friends.alice.posts("@bob hello", visibility="direct") for _ in range(3)]
    (oldest,) = friends.bob.do(conversations.Index(min_id="", limit="1"))
    assert oldest.last_status.id == posts[0]
