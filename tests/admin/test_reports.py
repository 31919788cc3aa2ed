"""Handling reports (recordings admin/report_*)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import accounts, admin_reports, reports, statuses
from mockserver import errors
from mockserver.store import schema


@pytest.fixture
def report(staffed: Any) -> str:
    return str(staffed.bob.do(reports.Create(account_id=staffed.alice.id, comment="look")).id)


def ids(world: Any, **filters: str) -> list[str]:
    return [one.id for one in world.dave.do(admin_reports.Index(**filters))]


def test_a_report_is_taken_over_and_given_back_by_anybody(staffed: Any, report: str) -> None:
    staffed.carol.do(admin_reports.AssignToSelf(id=report))
    taken = staffed.dave.do(admin_reports.AssignToSelf(id=report))
    assert taken.assigned_account.username == "dave"
    assert staffed.carol.do(admin_reports.Unassign(id=report)).assigned_account is None


def test_reopening_forgets_the_resolution_and_keeps_the_assignee(staffed: Any, report: str) -> None:
    staffed.carol.do(admin_reports.AssignToSelf(id=report))
    closed = staffed.dave.do(admin_reports.Resolve(id=report))
    assert (closed.action_taken, closed.action_taken_by_account.username) == (True, "dave")
    again = staffed.dave.do(admin_reports.Reopen(id=report))
    assert (again.action_taken, again.action_taken_at, again.action_taken_by_account) == (False, None, None)
    assert again.assigned_account.username == "carol"


def test_the_list_is_of_open_reports_unless_asked_otherwise(staffed: Any, report: str) -> None:
    second = staffed.alice.do(reports.Create(account_id=staffed.bob.id)).id
    staffed.dave.do(admin_reports.Resolve(id=report))
    assert ids(staffed) == [second]
    assert ids(staffed, resolved="false") == [second]
    assert ids(staffed, resolved="yes") == ids(staffed, resolved="False") == [report]
    assert ids(staffed, resolved="true", unresolved="true") == [second, report]
    assert ids(staffed, target_account_id=staffed.bob.id) == [second]
    assert ids(staffed, account_id="") == []


def test_a_deleted_status_stays_in_an_open_report_and_is_still_counted(staffed: Any) -> None:
    posts = [staffed.alice.posts(text) for text in ("one", "two")]
    made = staffed.bob.do(reports.Create(account_id=staffed.alice.id, status_ids=posts)).id
    staffed.alice.do(statuses.Delete(id=posts[0]))
    seen = staffed.dave.do(admin_reports.Get(id=made))
    assert [one.content for one in seen.statuses] == ["<p>two</p>", "<p>one</p>"]
    assert staffed.alice.do(accounts.Get(id=staffed.alice.id)).statuses_count == 2


def test_rules_belong_to_violations_only(staffed: Any, report: str) -> None:
    with staffed.instance.context() as ctx:
        rule = str(ctx.db.insert(schema.rules, text="Be kind"))
    update = admin_reports.Update
    with pytest.raises(errors.ValidationFailed, match="Rule ids must be blank"):
        staffed.dave.do(update(id=report, rule_ids=[rule]))
    for bad in ([rule, rule], ["424242"]):
        with pytest.raises(errors.ValidationFailed, match="Rule ids does not reference valid rules"):
            staffed.dave.do(update(id=report, category="violation", rule_ids=bad))
    changed = staffed.dave.do(update(id=report, category="violation", rule_ids=[rule]))
    assert (changed.category, [one.text for one in changed.rules]) == ("violation", ["Be kind"])
    with pytest.raises(errors.ValidationFailed, match="Rule ids must be blank"):
        staffed.dave.do(update(id=report, category="spam"))


def test_the_report_is_looked_for_before_the_role_is_judged(staffed: Any, report: str) -> None:
    with pytest.raises(errors.NotPermitted):
        staffed.bob.do(admin_reports.Resolve(id=report))
    with pytest.raises(errors.RecordNotFound):
        staffed.bob.do(admin_reports.Resolve(id="424242"))
