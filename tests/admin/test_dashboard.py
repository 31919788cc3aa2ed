"""The dashboard of moderators, and the review of what trends (recordings admin/measures*, admin/dimensions,
admin/retention, admin/trends_statuses)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from clientkit.operations import (
    accounts,
    admin_dimensions,
    admin_measures,
    admin_reports,
    admin_retention,
    admin_tags,
    admin_trends,
    reports,
    statuses,
    trends,
)
from mockserver import clock, errors
from mockserver.store import trends as store
from mockserver.testing import fake

DAY = 86_400
MIDDAY = 1_800_014_400


def day(world: Any, back: int = 0) -> str:
    return clock.day(world.instance.clock.now() - back * DAY * 1000)


def measured(world: Any, *keys: str, back: int = 1, **subjects: Any) -> dict[str, Any]:
    asked = admin_measures.Get(keys=list(keys), start_at=day(world, back), end_at=day(world), **subjects)
    return {one.key: one for one in world.carol.do(asked)}


def values(measure: Any) -> list[str]:
    return [one.value for one in measure.data]


# --- measures


def test_figures_of_the_server_count_by_day(staffed: Any) -> None:
    status = staffed.alice.posts("hello")
    staffed.instance.clock.advance(DAY)
    staffed.bob.do(statuses.Favourite(id=status))
    report = staffed.bob.do(reports.Create(account_id=staffed.alice.id))
    staffed.carol.do(admin_reports.Resolve(id=report.id))
    found = measured(staffed, "new_users", "interactions", "opened_reports", "resolved_reports", "bogus")
    assert list(found) == ["new_users", "interactions", "opened_reports", "resolved_reports"]
    assert values(found["new_users"]) == ["4", "0"]
    assert (found["new_users"].total, found["new_users"].previous_total) == ("4", "0")
    assert values(found["interactions"]) == ["0", "1"]
    assert found["interactions"].data[0].date == f"{day(staffed, 1)}T00:00:00Z"
    assert values(found["opened_reports"]) == values(found["resolved_reports"]) == ["0", "1"]


def test_figures_of_a_hashtag_and_of_a_server(staffed: Any) -> None:
    staffed.alice.posts("#cats")
    staffed.bob.posts("#cats")
    staffed.bob.posts("more #cats")
    [tag] = staffed.carol.do(admin_tags.Index())
    about = admin_measures.TagParams(id=tag.id)
    found = measured(staffed, "tag_accounts", "tag_uses", tag_accounts=about, tag_uses=about)
    assert (found["tag_accounts"].total, found["tag_uses"].total) == ("2", "3")
    staffed.alice.do(accounts.Follow(id=staffed.rem.id))
    remote = admin_measures.DomainParams(domain="example", include_subdomains=True)
    found = measured(
        staffed,
        "instance_accounts",
        "instance_media_attachments",
        instance_accounts=remote,
        instance_media_attachments=remote,
    )
    assert found["instance_accounts"].total == "1"
    assert found["instance_media_attachments"].human_value == "0 Bytes"


@pytest.mark.parametrize(
    ("subject", "total", "days"),
    [
        ({"domain": "remote.example"}, "1", ["1"]),
        ({"domain": "remote.example", "include_subdomains": True}, "1", ["1"]),
        ({"domain": "example", "include_subdomains": True}, "1", ["0"]),
        ({}, "5", ["0"]),  # four people and the account of the server itself
    ],
)
def test_the_days_of_a_domain_are_its_own_alone(staffed: Any, subject: Any, total: str, days: Any) -> None:
    """Recording admin/measures_of_tags_and_servers."""
    about = admin_measures.DomainParams(**subject)
    found = measured(staffed, "instance_accounts", back=0, instance_accounts=about)["instance_accounts"]
    assert (found.total, values(found)) == (total, days)


def test_measures_refuse_bad_dates_missing_subjects_and_who_is_no_staff(staffed: Any) -> None:
    today = day(staffed)
    with pytest.raises(errors.Unprocessable, match="Invalid date supplied"):
        staffed.carol.do(admin_measures.Get(keys="new_users", start_at="nonsense", end_at=today))
    with pytest.raises(errors.ParameterMissing, match="tag_uses"):
        measured(staffed, "tag_uses")
    with pytest.raises(errors.RecordNotFound):
        measured(staffed, "tag_uses", tag_uses=admin_measures.TagParams(id="424242"))
    with pytest.raises(errors.NotPermitted):
        staffed.alice.do(admin_measures.Get(keys="new_users", start_at=today, end_at=today))


def test_a_day_counts_who_called_on_it_and_keeps_them() -> None:
    """Over HTTP: it is the call that tells of a user, a refused one too (app/lib/activity_tracker.rb)."""
    people = [{"username": "root", "role": "Owner"}, {"username": "alice"}]
    tokens = [{"account": name, "scopes": "read admin:read"} for name in ("root", "alice")]
    with fake({"apps": [{"name": "App"}], "accounts": people, "tokens": tokens}, start_at=MIDDAY) as server:

        def ask(method: str, path: str, who: str | None = None, **more: Any) -> Any:
            headers = {"Authorization": f"Bearer {server.tokens[who]}"} if who else {}
            return httpx.request(method, f"{server.base_url}/api/{path}", headers=headers, **more)

        def dates(back: int) -> dict[str, str]:
            now = server.instance.clock.now()
            return {"start_at": clock.day(now - back * DAY * 1000), "end_at": clock.day(now)}

        server.advance(DAY + 1)
        assert ask("POST", "v1/statuses", "alice", json={"status": "no scope"}).status_code == 403
        assert ask("GET", "v1/notifications", "alice").status_code == 200
        server.advance(DAY + 1)
        json = {"keys": ["active_users"], **dates(2)}
        ask("POST", "v1/admin/measures", "root", json=json)
        [measure] = ask("POST", "v1/admin/measures", "root", json=json).json()
        assert [day["value"] for day in measure["data"]] == ["2", "1", "1"]
        assert (measure["total"], measure["previous_total"]) == ("2", "0")
        cohorts = ask("POST", "v1/admin/retention", "root", json=dates(2)).json()
        assert [day["value"] for day in cohorts[0]["data"]] == ["2", "2", "1"]
        assert ask("GET", "v2/instance").json()["usage"]["users"]["active_month"] == 2
        assert [week["logins"] for week in ask("GET", "v1/instance/activity").json()[:3]] == ["1", "2", "0"]


# --- dimensions


def test_dimensions_give_the_parts_the_greatest_first(staffed: Any) -> None:
    staffed.alice.posts("#cats")
    asked = admin_dimensions.Get(
        keys=["sources", "servers", "space_usage", "software_versions"],
        start_at=day(staffed),
        end_at=day(staffed, -1),
    )
    sources, servers, space, software = staffed.carol.do(asked)
    assert [(one.key, one.human_key, one.value) for one in sources.data] == [("web", "Website", "4")]
    assert [one.value for one in servers.data] == ["1"]
    assert {one.unit for one in space.data} == {"bytes"}
    assert software.data[0].key == "mastodon"
    assert staffed.carol.do(admin_dimensions.Get(keys="languages"))[0].data == []
    with pytest.raises(errors.Unprocessable):  # statuses in no span of time
        staffed.carol.do(admin_dimensions.Get(keys="servers"))
    with pytest.raises(errors.InvalidParameter):
        staffed.carol.do(admin_dimensions.Get(keys="servers", limit="-1"))


# --- retention


def test_retention_tells_who_of_a_day_was_there_later(staffed: Any) -> None:
    staffed.instance.clock.advance(DAY)
    asked = admin_retention.Get(start_at=day(staffed, 1), end_at=day(staffed))
    first, second = staffed.carol.do(asked)
    assert first.period == f"{day(staffed, 1)}T00:00:00+00:00"
    assert (len(first.data), len(second.data)) == (2, 1)
    assert first.data[0].rate == int(first.data[0].value) / 4
    assert staffed.carol.do(admin_retention.Get(start_at=day(staffed), end_at=day(staffed, 1))) == []


def test_retention_by_month(staffed: Any) -> None:
    today = day(staffed)
    [cohort] = staffed.carol.do(admin_retention.Get(start_at=today, end_at=today, frequency="month"))
    assert (cohort.period[8:10], cohort.frequency) == ("01", "month")


# --- trends


def test_what_trends_is_public_once_it_is_approved(staffed: Any) -> None:
    status = staffed.alice.posts("#cats")
    [tag] = staffed.carol.do(admin_tags.Index())
    with staffed.instance.context() as ctx:
        store.put(ctx.db, "tag", int(tag.id), 9.0)
    assert [one.id for one in staffed.carol.do(admin_trends.Tags())] == [tag.id]
    assert staffed.bob.do(admin_trends.Tags()) == staffed.bob.do(trends.Tags())
    approved = staffed.carol.do(admin_trends.ApproveTag(id=tag.id))
    assert (approved.trendable, approved.requires_review) == (True, False)
    assert [one.id for one in staffed.bob.do(trends.Tags())] == [tag.id]
    staffed.carol.do(admin_trends.RejectTag(id=tag.id))
    assert staffed.bob.do(trends.Tags()) == []
    assert not staffed.carol.do(admin_trends.ApproveStatus(id=status)).requires_review
    with pytest.raises(errors.NotPermitted):
        staffed.bob.do(admin_trends.RejectStatus(id="424242"))
    with pytest.raises(errors.RecordNotFound):
        staffed.carol.do(admin_trends.RejectStatus(id="424242"))


def linked(world: Any, url: str) -> int:
    """The id of a new link preview."""
    card = {"status": world.alice.posts(url), "url": url, "save": "card"}
    return int(world.instance.seed({"cards": [card]})["saved"]["card"])


def test_publishers_are_numbered_by_themselves_and_subdomains_are_their_parents(staffed: Any) -> None:
    """Reference: PreviewCardProvider; app/models/preview_card_provider.rb, matching_domain."""
    for url in (
        "https://a.example/1",
        "https://a.example/2",
        "https://www.a.example/3",
        "https://b.example/",
    ):
        linked(staffed, url)
    assert [(one.id, one.domain) for one in staffed.dave.do(admin_trends.Publishers())] == [
        (2, "b.example"),
        (1, "a.example"),
    ]
    assert [one.id for one in staffed.dave.do(admin_trends.Publishers(min_id="1"))] == [2]
    rejected = staffed.dave.do(admin_trends.RejectPublisher(id="1"))
    assert (rejected.trendable, rejected.requires_review) == (False, False)
    assert rejected.reviewed_at is not None
    with pytest.raises(errors.RecordNotFound):
        staffed.dave.do(admin_trends.RejectPublisher(id="3"))
    with pytest.raises(errors.NotPermitted):
        staffed.alice.do(admin_trends.Publishers())


def test_links_trend_by_their_own_verdict_or_by_their_publishers(staffed: Any) -> None:
    card = linked(staffed, "https://www.news.example/a")
    with staffed.instance.context() as ctx:
        store.put(ctx.db, "link", card, 9.0)
    [link] = staffed.carol.do(admin_trends.Links())
    assert (link.id, link.requires_review) == (card, True)
    assert staffed.bob.do(trends.Links()) == []
    [publisher] = staffed.carol.do(admin_trends.Publishers())
    assert (publisher.domain, publisher.requires_review) == ("www.news.example", True)
    assert staffed.carol.do(admin_trends.ApprovePublisher(id=str(publisher.id))).trendable
    assert [one.url for one in staffed.bob.do(trends.Links())] == ["https://www.news.example/a"]
    assert not staffed.carol.do(admin_trends.RejectLink(id=str(card))).requires_review
    assert staffed.bob.do(trends.Links()) == []
    assert staffed.carol.do(admin_trends.Publishers(max_id=str(publisher.id))) == []
