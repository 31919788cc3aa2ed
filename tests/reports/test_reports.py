"""Reports (recordings relations/reports, relations/reports_remote_collections)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import reports, statuses
from mockserver import errors
from mockserver.store import schema


def report(social: Any, **more: Any) -> Any:
    return social.alice.do(reports.Create(account_id=social.bob.id, **more))


def test_statuses_are_echoed_newest_first_and_once(social: Any) -> None:
    posts = [social.bob.posts(text) for text in ("one", "two")]
    made = report(social, status_ids=[posts[0], posts[1], posts[0]], category="spam", comment="bad")
    assert made.status_ids == posts[::-1]
    assert (made.category, made.comment, made.forwarded, made.rule_ids) == ("spam", "bad", False, None)


def test_statuses_must_be_the_targets_and_visible(social: Any) -> None:
    for post in (social.carol.posts("innocent"), social.bob.posts("private", visibility="private"), "999"):
        with pytest.raises(errors.RecordNotFound):
            report(social, status_ids=[post])


def test_a_deleted_status_can_still_be_reported(social: Any) -> None:
    post = social.bob.posts("bad")
    social.bob.do(statuses.Delete(id=post))
    assert report(social, status_ids=[post]).status_ids == [post]


def test_rules_make_it_a_violation_and_must_exist(social: Any) -> None:
    with social.instance.context() as ctx:
        rule = str(ctx.db.insert(schema.rules, text="Be kind"))
    assert report(social, rule_ids=[rule], category="spam").category == "violation"
    for given in ({"rule_ids": [rule, rule]}, {"rule_ids": ["999"]}, {"category": "violation"}):
        with pytest.raises(errors.ValidationFailed, match="Rule ids does not reference valid rules"):
            report(social, **given)


def test_a_comment_has_its_limit_and_a_category_its_names(social: Any) -> None:
    assert report(social, comment="x" * 1000, category="").category == "other"
    with pytest.raises(errors.ValidationFailed):
        report(social, comment="x" * 1001)
    with pytest.raises(errors.InvalidParameter):
        report(social, category="nonsense")


@pytest.mark.parametrize(
    ("domains", "forwarded"), [(None, True), (["other.example"], False), (["REMOTE.example"], True)]
)
def test_reports_of_remote_accounts_are_forwarded_where_asked(
    social: Any, domains: list[str] | None, forwarded: bool
) -> None:
    made = social.alice.do(reports.Create(account_id=social.rem.id, forward=True, forward_to_domains=domains))
    assert made.forwarded is forwarded


@pytest.mark.parametrize(("sent", "forwarded"), [({}, None), ({"forward": False}, False)])
def test_a_report_that_does_not_mention_forwarding_says_null_of_a_remote_account(
    social: Any, sent: dict[str, bool], forwarded: bool | None
) -> None:
    made = social.alice.do(reports.Create(account_id=social.rem.id, **sent))
    assert made.forwarded is forwarded
    assert report(social, **sent).forwarded is False


@pytest.mark.parametrize("account_id", ["", "999", None])
def test_an_unknown_account_is_not_found(social: Any, account_id: str | None) -> None:
    with pytest.raises(errors.RecordNotFound):
        social.alice.do(reports.Create(account_id=account_id))
