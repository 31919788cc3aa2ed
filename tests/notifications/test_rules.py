"""Who is notified of what, and what is taken back (recordings notifications/types_*, policy*,
interactions_by_visibility)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, conversations, follow_requests, notifications, reports, statuses
from mockserver.domain import conversations as conversation_rules
from mockserver.domain import notified
from mockserver.domain.events import StatusPosted
from mockserver.store import schema
from tests import tracing


def kinds(person: Any, **more: Any) -> list[tuple[str, str]]:
    """Newest first: (type, name of the sender)."""
    return [(one.type, one.account.username) for one in person.do(notifications.Index(**more))]


def test_mentions_favourites_boosts_and_follows_notify(social: Any) -> None:
    alice, bob = social.alice, social.bob
    post = alice.posts("hello")
    bob.posts("hi @alice")
    bob.do(statuses.Favourite(id=post))
    bob.boosts(post)
    bob.follows(alice)
    assert [kind for kind, _ in kinds(alice)] == ["follow", "reblog", "favourite", "mention"]
    assert kinds(bob) == []


def test_a_boost_shows_the_boosted_status(social: Any) -> None:
    post = social.alice.posts("hello")
    social.bob.boosts(post)
    (one,) = social.alice.do(notifications.Index())
    assert one.status.id == post


def test_what_one_does_to_oneself_notifies_nobody(social: Any) -> None:
    post = social.alice.posts("hello @alice")
    social.alice.do(statuses.Favourite(id=post))
    social.alice.boosts(post)
    assert kinds(social.alice) == []


def test_taking_back_takes_the_notification_back(social: Any) -> None:
    alice, bob = social.alice, social.bob
    post = alice.posts("hello")
    bob.do(statuses.Favourite(id=post))
    bob.boosts(post)
    bob.follows(alice)
    bob.do(statuses.Unfavourite(id=post))
    bob.do(statuses.Unreblog(id=post))
    bob.do(accounts.Unfollow(id=alice.id))
    assert kinds(alice) == []


def test_deleting_a_status_takes_all_about_it_back(social: Any) -> None:
    post = social.alice.posts("hello @bob")
    social.carol.do(statuses.Favourite(id=post))
    social.alice.do(statuses.Delete(id=post))
    assert kinds(social.bob) == [] and kinds(social.alice) == []


@pytest.mark.parametrize("operation", [accounts.Block, accounts.Mute])
def test_blocking_and_muting_delete_and_prevent(social: Any, operation: Any) -> None:
    alice, bob = social.alice, social.bob
    bob.posts("hi @alice")
    alice.do(operation(id=bob.id))
    bob.posts("hi again @alice")
    assert kinds(alice, include_filtered=True) == []


def test_a_mute_that_spares_notifications_spares_them(social: Any) -> None:
    social.alice.do(accounts.Mute(id=social.bob.id, notifications=False))
    social.bob.posts("hi @alice")
    assert kinds(social.alice) == [("mention", "bob")]


def test_a_mention_beside_somebody_blocked_is_dropped(social: Any) -> None:
    social.alice.do(accounts.Block(id=social.carol.id))
    social.bob.posts("hi @alice and @carol")
    assert kinds(social.alice) == []


def test_a_muted_thread_is_quiet(social: Any) -> None:
    post = social.alice.posts("hello")
    social.alice.do(statuses.Mute(id=post))
    social.bob.posts("@alice hi", in_reply_to_id=post)
    social.bob.do(statuses.Favourite(id=post))
    assert kinds(social.alice) == []


def test_subscribers_hear_of_posts_but_not_of_boosts_and_answers(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    alice.follows(bob, notify=True)
    other = carol.posts("carol's")
    own = bob.posts("first")
    bob.posts("@bob to myself", in_reply_to_id=own)
    bob.posts("@carol answer", in_reply_to_id=other)
    bob.boosts(other)
    assert kinds(alice) == [("status", "bob"), ("status", "bob")]


def test_subscribers_of_a_muted_account_hear_nothing(social: Any) -> None:
    social.alice.follows(social.bob, notify=True)
    social.alice.do(accounts.Mute(id=social.bob.id, notifications=False))
    social.bob.posts("hello")
    assert kinds(social.alice) == []


def test_an_edit_replaces_the_boosters_notification_and_tells_the_newly_named(social: Any) -> None:
    alice, bob, carol = social.alice, social.bob, social.carol
    post = alice.posts("hello")
    bob.boosts(post)
    ids = []
    for text in ("hello @carol", "hello again @carol"):
        alice.do(statuses.Edit(id=post, status=text))
        (one,) = bob.do(notifications.Index())
        assert one.type == "update"
        ids.append(one.id)
    assert ids[0] != ids[1]
    assert kinds(carol) == [("mention", "alice")]


def test_a_locked_account_hears_of_the_request_until_it_decides(social: Any) -> None:
    with social.instance.context() as ctx:
        ctx.db.update(schema.accounts, {"id": social.alice.key}, locked=True)
    social.bob.follows(social.alice)
    assert kinds(social.alice) == [("follow_request", "bob")]
    social.alice.do(follow_requests.Accept(account_id=social.bob.id))
    assert kinds(social.alice) == [("follow", "bob")]


def test_staff_hear_of_the_first_open_report_only(social: Any) -> None:
    with social.instance.context() as ctx:
        ctx.db.update(schema.users, {"account_id": social.dave.key}, role="Moderator")
    for _ in range(2):
        social.alice.do(reports.Create(account_id=social.bob.id))
    assert kinds(social.dave) == [("admin.report", "alice")]


def test_a_plain_post_costs_one_statement(social: Any) -> None:
    instance = social.instance
    post = social.alice.posts("hello")
    row = instance.db.find(schema.statuses, id=int(post))
    with instance.context() as ctx, tracing.statements(instance.db) as run:
        conversation_rules.posted(ctx, StatusPosted(row))
        notified.posted(ctx, StatusPosted(row))
    assert len(run) == 1


def test_only_what_passes_is_streamed(social: Any) -> None:
    social.bob.posts("hi @alice")
    social.bob.posts("psst @alice", visibility="direct")
    told = social.told_to(("notifications", social.alice.key))
    assert [event for event, _ in told] == ["notification"]
    assert social.alice.do(conversations.Index()) == []
