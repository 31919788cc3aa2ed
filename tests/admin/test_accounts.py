"""Acting against accounts (recordings admin/action_*, admin/delete_account, admin/approve_and_reject,
moderation/*)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import (
    accounts,
    admin_accounts,
    admin_reports,
    notifications,
    reports,
    statuses,
    timelines,
)
from mockserver import errors
from mockserver.handlers import BINDINGS
from mockserver.store import schema


def act(by: Any, target: Any, kind: str | None, **more: Any) -> None:
    by.do(admin_accounts.Action(id=target.id, type=kind, **more))


def shown(by: Any, target: Any) -> Any:
    return by.do(admin_accounts.Get(id=target.id))


def warnings(person: Any) -> list[tuple[str, str]]:
    found = person.do(notifications.Index(types=["moderation_warning"]))
    return [(one.moderation_warning.action, one.moderation_warning.text) for one in found]


def waiting(world: Any, name: str = "pend") -> str:
    world.instance.seed({"accounts": [{"username": name, "approved": False}]})
    return str(world.instance.names["accounts"][name])


@pytest.mark.parametrize(
    ("kind", "state", "undo"),
    [
        ("sensitive", "sensitized", admin_accounts.Unsensitive),
        ("silence", "silenced", admin_accounts.Unsilence),
        ("disable", "disabled", admin_accounts.Enable),
        ("suspend", "suspended", admin_accounts.Unsuspend),
    ],
)
def test_a_measure_shows_and_can_be_taken_back(staffed: Any, kind: str, state: str, undo: Any) -> None:
    act(staffed.dave, staffed.alice, kind)
    assert getattr(shown(staffed.dave, staffed.alice), state) is True
    assert getattr(staffed.dave.do(undo(id=staffed.alice.id)), state) is False


def test_who_is_not_suspended_cannot_be_unsuspended(staffed: Any) -> None:
    with pytest.raises(errors.NotPermitted):
        staffed.dave.do(admin_accounts.Unsuspend(id=staffed.alice.id))


def test_each_measure_is_told_to_its_target_unless_mail_is_off(staffed: Any) -> None:
    act(staffed.dave, staffed.alice, "none", text="careful")
    act(staffed.dave, staffed.alice, "none", text="unheard", send_email_notification=False)
    act(staffed.dave, staffed.alice, "sensitive")
    assert warnings(staffed.alice) == [("sensitive", ""), ("none", "careful")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (None, "Type can't be blank, Type is not included in the list"),
        ("maim", "Type is not included in the list"),
    ],
)
def test_a_measure_must_be_a_known_one(staffed: Any, kind: str | None, text: str) -> None:
    with pytest.raises(errors.ValidationFailed, match=text):
        act(staffed.dave, staffed.alice, kind)


def test_nobody_acts_against_an_equal_but_may_warn(staffed: Any) -> None:
    with pytest.raises(errors.NotPermitted):
        act(staffed.carol, staffed.dave, "silence")
    with pytest.raises(errors.NotPermitted):
        act(staffed.carol, staffed.carol, "silence")
    act(staffed.carol, staffed.dave, "none", text="hm")
    assert warnings(staffed.dave) == [("none", "hm")]


def test_people_without_a_role_and_callers_without_a_user_are_refused(staffed: Any) -> None:
    operation = admin_accounts.Get(id=staffed.alice.id)
    with pytest.raises(errors.NotPermitted):
        staffed.bob.do(operation)
    with staffed.instance.context() as ctx, pytest.raises(errors.NotPermitted):
        BINDINGS[admin_accounts.Get].handler(ctx, operation)


def test_the_account_is_looked_for_before_the_role_is_judged(staffed: Any) -> None:
    with pytest.raises(errors.RecordNotFound):
        staffed.bob.do(admin_accounts.Get(id="424242"))


def test_a_measure_closes_the_open_reports_on_its_target(staffed: Any) -> None:
    mine = staffed.bob.do(reports.Create(account_id=staffed.alice.id)).id
    others = staffed.alice.do(reports.Create(account_id=staffed.bob.id)).id
    act(staffed.dave, staffed.alice, "none")
    assert staffed.dave.do(admin_reports.Get(id=mine)).action_taken is False
    act(staffed.dave, staffed.alice, "sensitive")
    assert staffed.dave.do(admin_reports.Get(id=mine)).action_taken is True
    assert staffed.dave.do(admin_reports.Get(id=others)).action_taken is False


def test_a_warning_closes_just_the_report_it_names_and_has_its_statuses(staffed: Any) -> None:
    post = staffed.alice.posts("rude")
    named = staffed.bob.do(reports.Create(account_id=staffed.alice.id, status_ids=[post])).id
    other = staffed.carol.do(reports.Create(account_id=staffed.alice.id)).id
    act(staffed.dave, staffed.alice, "none", report_id=named)
    assert staffed.dave.do(admin_reports.Get(id=named)).action_taken is True
    assert staffed.dave.do(admin_reports.Get(id=other)).action_taken is False
    [told] = staffed.alice.do(notifications.Index(types=["moderation_warning"]))
    assert told.moderation_warning.status_ids == [post]


def test_an_unknown_report_stops_the_measure(staffed: Any) -> None:
    with pytest.raises(errors.RecordNotFound):
        act(staffed.dave, staffed.alice, "silence", report_id="424242")
    assert shown(staffed.dave, staffed.alice).silenced is False


def test_public_posts_of_a_limited_account_become_unlisted(staffed: Any) -> None:
    act(staffed.dave, staffed.alice, "silence")
    post = staffed.alice.posts("hi", visibility="public")
    assert staffed.alice.do(statuses.Get(id=post)).visibility == "unlisted"


def test_a_suspension_hides_posts_and_ends_streams(staffed: Any) -> None:
    post = staffed.alice.posts("hi")
    staffed.bob.follows(staffed.alice)
    act(staffed.dave, staffed.alice, "suspend")
    with pytest.raises(errors.NotFound):
        staffed.bob.do(statuses.Get(id=post))
    assert len(staffed.bob.do(timelines.Home())) == 0
    assert staffed.told_to(("close_account", staffed.alice.key))
    staffed.dave.do(admin_accounts.Unsuspend(id=staffed.alice.id))
    assert len(staffed.bob.do(timelines.Home())) == 1


def test_only_a_suspended_account_is_deleted_and_only_once(staffed: Any) -> None:
    operation = admin_accounts.Delete(id=staffed.alice.id)
    with pytest.raises(errors.NotPermitted):
        staffed.dave.do(operation)
    act(staffed.dave, staffed.alice, "suspend")
    with pytest.raises(errors.NotPermitted):
        staffed.carol.do(operation)  # a moderator lacks delete_user_data
    staffed.dave.do(operation)
    with pytest.raises(errors.NotPermitted):
        staffed.dave.do(operation)


def test_a_deleted_account_leaves_a_husk_without_ties(staffed: Any) -> None:
    post = staffed.alice.posts("mine")
    theirs = staffed.bob.posts("yours, @alice")
    staffed.alice.do(statuses.Favourite(id=theirs))
    staffed.bob.follows(staffed.alice)
    act(staffed.dave, staffed.alice, "suspend")
    staffed.dave.do(admin_accounts.Delete(id=staffed.alice.id))
    left = staffed.dave.do(admin_accounts.Unsuspend(id=staffed.alice.id))
    assert (left.disabled, left.account.statuses_count, left.account.followers_count) == (True, 0, 0)
    with pytest.raises(errors.NotFound):
        staffed.bob.do(statuses.Get(id=post))
    seen = staffed.bob.do(statuses.Get(id=theirs))
    assert (seen.favourites_count, seen.mentions) == (0, [])
    assert seen.content == "<p>yours, @alice</p>"
    assert staffed.bob.do(accounts.Get(id=staffed.bob.id)).following_count == 0


def test_a_waiting_sign_up_is_approved_once(staffed: Any) -> None:
    pending = waiting(staffed)
    assert staffed.dave.do(admin_accounts.Approve(id=pending)).approved is True
    with pytest.raises(errors.NotPermitted):
        staffed.dave.do(admin_accounts.Approve(id=pending))


def test_a_rejected_sign_up_is_gone(staffed: Any) -> None:
    pending = waiting(staffed)
    assert staffed.dave.do(admin_accounts.Reject(id=pending)) is None
    with pytest.raises(errors.RecordNotFound):
        staffed.dave.do(admin_accounts.Get(id=pending))


def test_accounts_of_other_servers_have_no_user_to_act_on(staffed: Any) -> None:
    for operation in (admin_accounts.Approve, admin_accounts.Enable, admin_accounts.Reject):
        with pytest.raises(errors.Forbidden):
            staffed.dave.do(operation(id=staffed.rem.id))
    with pytest.raises(errors.Forbidden):
        act(staffed.dave, staffed.rem, "disable")
    assert shown(staffed.dave, staffed.rem).email is None


def names(world: Any, operation: Any) -> list[str]:
    return [one.username for one in world.dave.do(operation)]


def test_the_first_list_is_of_active_local_accounts_and_any_text_sets_a_flag(staffed: Any) -> None:
    act(staffed.dave, staffed.alice, "suspend")
    assert names(staffed, admin_accounts.Index()) == ["dave", "carol", "bob"]
    assert names(staffed, admin_accounts.Index(suspended="false")) == ["alice"]
    assert names(staffed, admin_accounts.Index(remote="0")) == ["rem"]
    assert names(staffed, admin_accounts.Index(staff="1")) == ["dave", "carol"]
    assert names(staffed, admin_accounts.Index(by_domain="remote.example")) == ["rem"]


def test_the_second_list_has_no_defaults_and_knows_its_words(staffed: Any) -> None:
    act(staffed.dave, staffed.alice, "suspend")
    assert set(names(staffed, admin_accounts.IndexV2())) == {"alice", "bob", "carol", "dave", "rem"}
    assert names(staffed, admin_accounts.IndexV2(origin="local", status="suspended")) == ["alice"]
    assert names(staffed, admin_accounts.IndexV2(username="@BO")) == ["bob"]
    assert names(staffed, admin_accounts.IndexV2(role_ids=["1", "-99"])) == ["carol"]
    with pytest.raises(errors.InvalidParameter, match="Unknown status: ACTIVE"):
        staffed.dave.do(admin_accounts.IndexV2(status="ACTIVE"))


def test_accounts_are_found_by_the_network_they_signed_up_from(staffed: Any) -> None:
    with staffed.instance.context() as ctx:
        ctx.db.update(schema.users, {"account_id": staffed.alice.key}, sign_up_ip="203.0.113.7")
    assert names(staffed, admin_accounts.IndexV2(ip="203.0.113.0/24")) == ["alice"]
    assert names(staffed, admin_accounts.IndexV2(ip="nonsense")) == []


def test_the_server_itself_is_shown_but_never_listed(staffed: Any) -> None:
    shown = staffed.dave.do(admin_accounts.Get(id="-99"))
    assert (shown.username, shown.role, shown.account.bot) == ("mastodon.internal", None, True)
    assert "mastodon.internal" not in names(staffed, admin_accounts.IndexV2())


def test_a_suspended_remote_account_loses_its_follows_for_good_and_keeps_its_followers(staffed: Any) -> None:
    """Reference: admin.md, Effects of moderation, remote suspended here."""
    staffed.instance.seed({"follows": [{"from": "rem@remote.example", "to": "bob"}]})
    with staffed.instance.context() as ctx:
        ctx.db.insert(
            schema.follows, account_id=staffed.alice.key, target_account_id=staffed.rem.key, created_at=1
        )

    def seen() -> tuple[list[str], list[bool]]:
        following = staffed.bob.do(accounts.Followers(id=staffed.bob.id))
        followed = staffed.alice.do(accounts.Following(id=staffed.alice.id))
        return [one.id for one in following], [one.suspended is True for one in followed]

    assert seen() == ([staffed.rem.id], [False])
    act(staffed.dave, staffed.rem, "suspend")
    assert seen() == ([], [True])
    staffed.dave.do(admin_accounts.Unsuspend(id=staffed.rem.id))
    assert seen() == ([], [False])
    assert staffed.bob.do(accounts.Get(id=staffed.bob.id)).followers_count == 0
    assert staffed.bob.do(notifications.Index(types=["severed_relationships"])) == []


def test_the_servers_own_account_is_known_and_nobody_can_have_to_do_with_it(staffed: Any) -> None:
    """Reference: admin.md, Effects of moderation, Instance actor."""
    actor = staffed.alice.do(accounts.Lookup(acct="mastodon.internal"))
    assert (actor.id, actor.locked, actor.bot, actor.noindex) == ("-99", True, True, None)
    for operation in (accounts.Get, accounts.Follow, accounts.Block):
        with pytest.raises(errors.RecordNotFound):
            staffed.alice.do(operation(id="-99"))
    assert staffed.alice.do(accounts.Index(id=["-99"])) == []
    assert [one.id for one in staffed.alice.do(accounts.Relationships(id=["-99"]))] == ["-99"]
    assert staffed.alice.do(reports.Create(account_id="-99")).target_account.id == "-99"
    with pytest.raises(errors.NotPermitted):
        staffed.dave.do(admin_accounts.Action(id="-99", type="suspend"))
    staffed.dave.do(admin_accounts.Action(id="-99", type="silence"))
    assert staffed.alice.do(accounts.Lookup(acct="mastodon.internal")).limited
    assert "mastodon.internal" not in names(staffed, admin_accounts.IndexV2(origin="local"))
