"""Reports of a year that a scenario says were made (reference: collections-annual_reports-async_refreshes.md;
recordings notifications/types_annual_report, misc/async_refreshes)."""

from __future__ import annotations

import pytest

from tests.browsing import BASE, Browser, instance

TOKEN = "alice-token"
REPORTS = "/api/v1/annual_reports"


@pytest.fixture
def browser() -> Browser:
    return Browser(instance())


def test_without_a_report_nothing_is_there(browser: Browser) -> None:
    assert browser.get(REPORTS, token=TOKEN).json() == {"annual_reports": [], "accounts": [], "statuses": []}
    assert browser.get(f"{REPORTS}/2026", token=TOKEN).json() == {"error": "Record not found"}
    assert browser.post(f"{REPORTS}/2026/read", token=TOKEN).status_code == 404
    for year in ("2026", "abc", "99999999999999999999"):
        assert browser.get(f"{REPORTS}/{year}/state", token=TOKEN).json() == {"state": "ineligible"}


def test_a_report_counts_the_year_until_it_was_made(browser: Browser) -> None:
    posts = [
        browser.post("/api/v1/statuses", token=TOKEN, data={"status": text}).json()
        for text in ("one #cats", "two #cats #dogs", "three")
    ]
    browser.instance.seed(
        {
            "accounts": [{"username": "bob"}],
            "follows": [{"from": "bob", "to": "alice"}],
            "reblogs": [{"from": "bob", "status": posts[1]["id"]}],
            "annual_reports": [{"account": "alice", "year": 2027}],
        }
    )
    browser.post("/api/v1/statuses", token=TOKEN, data={"status": "later #cats"})
    found = browser.get(REPORTS, token=TOKEN).json()
    (report,) = found["annual_reports"]
    assert report["data"] == {
        "archetype": "lurker",
        "time_series": [{"month": 12, "statuses": 3, "followers": 1}],
        "top_hashtags": [{"name": "cats", "count": 2}],
        "top_statuses": {"by_reblogs": posts[1]["id"], "by_replies": None, "by_favourites": None},
    }
    assert (report["year"], report["schema_version"]) == (2027, 2)
    assert report["share_url"].startswith(f"{BASE}/@alice/wrapstodon/2027/")
    assert [one["username"] for one in found["accounts"]] == ["alice"]
    assert [one["id"] for one in found["statuses"]] == [posts[1]["id"]]


def test_a_viewed_report_is_found_by_its_year_alone(browser: Browser) -> None:
    browser.instance.seed({"annual_reports": [{"account": "alice", "year": 2026}]})
    assert browser.get(f"{REPORTS}/2026/state", token=TOKEN).json() == {"state": "available"}
    assert browser.post(f"{REPORTS}/2026/read", token=TOKEN).json() == {}
    assert browser.get(REPORTS, token=TOKEN).json()["annual_reports"] == []
    assert len(browser.get(f"{REPORTS}/2026", token=TOKEN).json()["annual_reports"]) == 1
    (told,) = browser.get("/api/v2/notifications", token=TOKEN).json()["notification_groups"]
    assert told["annual_report"] == {"year": "2026"}


def test_while_a_report_is_made_the_answer_names_the_work(browser: Browser) -> None:
    account = browser.get("/api/v1/accounts/lookup?acct=alice").json()["id"]
    key = f"wrapstodon:{account}:2027"
    browser.instance.seed({"refreshes": [{"key": key}]})
    answer = browser.get(f"{REPORTS}/2027/state", token=TOKEN)
    assert answer.json() == {"state": "generating"}
    given, _, retry = answer.headers["Mastodon-Async-Refresh"].partition(", ")
    assert retry == "retry=2"
    path = f"/api/v1_alpha/async_refreshes/{given.removeprefix('id=').strip(chr(34))}"
    assert browser.get(path, token=TOKEN).json()["async_refresh"]["status"] == "running"
    browser.instance.seed({"refreshes": [{"key": key, "finished": True}]})
    assert browser.get(path, token=TOKEN).json()["async_refresh"]["status"] == "finished"
    browser.instance.clock.advance(3601)
    assert browser.get(path, token=TOKEN).json() == {"error": "Not Found"}
    assert browser.get(f"{path}0", token=TOKEN).json() == {"error": "Not Found"}
    assert browser.get(f"{REPORTS}/2027/state", token=TOKEN).json() == {"state": "ineligible"}


def test_a_home_feed_that_is_being_made_is_answered_206(browser: Browser) -> None:
    account = browser.get("/api/v1/accounts/lookup?acct=alice").json()["id"]
    browser.instance.seed({"refreshes": [{"key": f"account:{account}:regeneration"}]})
    answer = browser.get("/api/v1/timelines/home", token=TOKEN)
    assert (answer.status_code, answer.json()) == (206, [])
    assert answer.headers["Mastodon-Async-Refresh"].endswith(", retry=5")
    browser.instance.clock.advance(86_401)
    assert browser.get("/api/v1/timelines/home", token=TOKEN).status_code == 200
    browser.instance.seed({"refreshes": [{"key": f"account:{account}:regeneration", "finished": True}]})
    assert browser.get("/api/v1/timelines/home", token=TOKEN).status_code == 200
