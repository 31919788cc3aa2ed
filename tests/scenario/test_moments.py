"""What a scenario has time, the server's jobs, moderators and other servers do to things that are there."""

from __future__ import annotations

from typing import Any

import pytest

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.scenario import ScenarioError
from tests.browsing import BASE, Browser

NAMES = ("alice", "bob", "root")
SCOPES = "read write admin:read admin:write"
STATUSES, NOTIFICATIONS = "/api/v1/statuses", "/api/v1/notifications"


@pytest.fixture
def browser() -> Browser:
    made = Instance(Options(base_url=BASE, start_at=1_800_000_000, seed=1, rate_limits="mastodon"))
    made.seed(
        {
            "accounts": [
                {"username": name, "discoverable": True, "role": "Owner" if name == "root" else None}
                for name in NAMES
            ],
            "remote_accounts": [{"name": "rem", "domain": "remote.example"}],
            "apps": [{"name": "App", "scopes": SCOPES}],
            "tokens": [{"name": n, "account": n, "value": n, "scopes": SCOPES} for n in NAMES],
        }
    )
    return Browser(made)


def posted(browser: Browser, who: str, text: str, **more: Any) -> Any:
    return browser.post(STATUSES, token=who, data={"status": text} | more).json()


def kinds(browser: Browser, who: str) -> list[str]:
    return [one["type"] for one in browser.get(NOTIFICATIONS, token=who).json()]


def account(browser: Browser, who: str) -> Any:
    return browser.get(f"/api/v1/accounts/lookup?acct={who}").json()


def test_a_poll_ends_now_and_tells_once(browser: Browser) -> None:
    choices = {"poll[options][]": ["a", "b"], "poll[expires_in]": "300"}
    poll = posted(browser, "alice", "?", **choices)["poll"]
    browser.post(f"/api/v1/polls/{poll['id']}/votes", token="bob", data={"choices[]": "0"})
    for _ in range(2):
        browser.instance.seed({"polls": [{"id": poll["id"]}]})
    assert browser.get(f"/api/v1/polls/{poll['id']}").json()["expired"] is True
    assert (kinds(browser, "alice"), kinds(browser, "bob")) == (["poll"], ["poll"])


def test_a_scheduled_status_is_posted_when_its_time_has_come(browser: Browser) -> None:
    later = posted(browser, "alice", "later", scheduled_at="2035-01-02T03:04:05Z")
    browser.instance.seed({"scheduled": [{"id": later["id"]}]})
    assert browser.get("/api/v1/scheduled_statuses", token="alice").json() == []
    (status,) = browser.get(f"/api/v1/accounts/{account(browser, 'alice')['id']}/statuses").json()
    assert status["content"] == "<p>later</p>"


def test_a_limit_can_be_nearly_used_up(browser: Browser) -> None:
    browser.instance.seed({"limits": [{"account": "alice", "family": "statuses", "used": 299}]})
    assert browser.post(STATUSES, token="alice", data={"status": "the last"}).status_code == 200
    assert browser.post(STATUSES, token="alice", data={"status": "one more"}).status_code == 429


def test_the_limits_on_calls_begin_anew(browser: Browser) -> None:
    left = [browser.get("/api/v1/instance").headers["X-RateLimit-Remaining"] for _ in range(2)]
    browser.instance.seed({"limits": [{"all_anew": True}]})
    left.append(browser.get("/api/v1/instance").headers["X-RateLimit-Remaining"])
    assert left == ["299", "298", "299"]


def test_a_follow_grows_old(browser: Browser) -> None:
    browser.instance.seed({"accounts": [{"username": "bob", "days_old": 60}]})
    browser.instance.seed({"follows": [{"from": "bob", "to": "alice"}]})
    policy = {"for_not_followers": "filter"}
    browser.ask("PATCH", "/api/v2/notifications/policy", token="alice", data=policy)
    posted(browser, "bob", "@alice new")
    browser.instance.seed({"follows": [{"from": "bob", "days_old": 4}]})
    posted(browser, "bob", "@alice old")
    assert kinds(browser, "alice") == ["mention", "follow"]


def test_another_server_accepts_a_follow(browser: Browser) -> None:
    rem = account(browser, "rem@remote.example")["id"]
    browser.post(f"/api/v1/accounts/{rem}/follow", token="alice")
    browser.instance.seed({"follows": [{"to": "rem", "accepted": True}]})
    (relation,) = browser.get(f"/api/v1/accounts/relationships?id[]={rem}", token="alice").json()
    assert (relation["following"], relation["requested"]) == (True, False)


def test_another_server_says_who_may_quote_and_answers_the_quote(browser: Browser) -> None:
    made = browser.instance.seed({"remote_statuses": [{"account": "rem", "text": "<p>x</p>", "save": "far"}]})
    far = made["saved"]["far"]
    quote = {"quoted_status_id": far}
    assert browser.post(STATUSES, token="alice", data={"status": "q"} | quote).status_code == 404
    browser.instance.seed({"remote_statuses": [{"id": "far", "quotable": {"manual": ["public"]}}]})
    approval = browser.get(f"{STATUSES}/{far}", token="alice").json()["quote_approval"]
    assert approval == {"automatic": [], "manual": ["public"], "current_user": "manual"}
    quoting = posted(browser, "alice", "q", **quote)
    assert quoting["quote"]["state"] == "pending"
    for state, count in (("accepted", 1), ("rejected", 0)):
        browser.instance.seed({"quotes": [{"status": quoting["id"], "state": state}]})
        assert browser.get(f"{STATUSES}/{quoting['id']}", token="alice").json()["quote"]["state"] == state
        assert browser.get(f"{STATUSES}/{far}").json()["quotes_count"] == count
    browser.instance.seed({"remote_statuses": [{"id": "far", "deleted": True}]})
    assert browser.get(f"{STATUSES}/{far}").status_code == 404


def test_a_domains_media_are_no_longer_kept_once_they_are_refused(browser: Browser) -> None:
    seeded = {"remote_statuses": [{"account": "rem", "text": "<p>x</p>", "save": "far"}]}
    far = browser.instance.seed(seeded | {"remote_media": [{"status": "far"}]})["saved"]["far"]
    (before,) = browser.get(f"{STATUSES}/{far}").json()["media_attachments"]
    assert before["url"].startswith(f"{BASE}/system/cache/media_attachments/files/")
    assert browser.get(before["url"].removeprefix(BASE)).status_code == 200
    browser.instance.seed(
        {"domain_blocks": [{"domain": "remote.example", "severity": "noop", "reject_media": True}]}
    )
    (after,) = browser.get(f"{STATUSES}/{far}").json()["media_attachments"]
    assert after["url"] == f"{BASE}/media_proxy/{after['id']}/original"
    assert browser.get(before["url"].removeprefix(BASE)).status_code == 404


def test_a_collection_named_in_a_status_shows_until_it_is_deleted(browser: Browser) -> None:
    wanted = {"name": "Picks", "sensitive": False, "discoverable": True}
    collection = browser.post("/api/v1/collections", token="alice", json=wanted).json()["collection"]
    status = posted(browser, "alice", "see")
    browser.instance.seed({"tagged_collections": [{"status": status["id"], "collection": collection["id"]}]})
    shown = browser.get(f"{STATUSES}/{status['id']}").json()["tagged_collections"]
    assert [one["name"] for one in shown] == ["Picks"]
    browser.ask("DELETE", f"/api/v1/collections/{collection['id']}", token="alice")
    assert browser.get(f"{STATUSES}/{status['id']}").json()["tagged_collections"] == []


def test_a_preset_stands_before_the_words_of_a_warning(browser: Browser) -> None:
    preset = browser.instance.seed({"warning_presets": [{"text": "Be kind.", "save": "p"}]})["saved"]["p"]
    path = f"/api/v1/admin/accounts/{account(browser, 'alice')['id']}/action"
    for text in ({}, {"text": "Really."}):
        form = {"type": "none", "warning_preset_id": preset} | text
        assert browser.post(path, token="root", data=form).status_code == 200
    told = browser.get(NOTIFICATIONS, token="alice").json()
    assert [one["moderation_warning"]["text"] for one in told] == ["Be kind.\n\nReally.", "Be kind."]
    unknown = browser.post(path, token="root", data={"type": "none", "warning_preset_id": "99"})
    assert unknown.status_code == 404


def test_an_appeal_shows_with_the_warning_and_takes_the_strike_back(browser: Browser) -> None:
    path = f"/api/v1/admin/accounts/{account(browser, 'alice')['id']}/action"
    for kind in ("silence", "sensitive"):
        browser.post(path, token="root", data={"type": kind})
    browser.instance.seed({"appeals": [{"account": "alice", "against": "silence", "text": "Sorry"}]})
    browser.instance.seed({"appeals": [{"state": "approved"}]})
    browser.instance.seed(
        {"appeals": [{"account": "alice", "against": "sensitive", "text": "Too", "state": "rejected"}]}
    )
    appeals = [
        one["moderation_warning"]["appeal"] for one in browser.get(NOTIFICATIONS, token="alice").json()
    ]
    assert appeals == [{"text": "Too", "state": "rejected"}, {"text": "Sorry", "state": "approved"}]
    seen = browser.get(f"{path.removesuffix('/action')}", token="root").json()
    assert (seen["silenced"], seen["sensitized"]) == (False, True)


def test_what_moderators_do_with_reported_statuses_settles_the_report(browser: Browser) -> None:
    status = posted(browser, "alice", "see https://x.example")
    browser.instance.seed({"cards": [{"status": status["id"], "url": "https://x.example"}]})
    alice = account(browser, "alice")["id"]
    for kind in ("mark_statuses_as_sensitive", "delete_statuses"):
        form = {"account_id": alice, "status_ids[]": status["id"]}
        report = browser.post("/api/v1/reports", token="bob", data=form).json()["id"]
        browser.instance.seed({"report_actions": [{"report": report, "type": kind}]})
        seen = browser.get(f"/api/v1/admin/reports/{report}", token="root").json()
        assert (seen["action_taken"], seen["action_taken_by_account"]["username"]) == (True, "root")
        warning = browser.get(f"{NOTIFICATIONS}?limit=1", token="alice").json()[0]["moderation_warning"]
        assert (warning["action"], warning["status_ids"]) == (kind, [status["id"]])
        if kind.startswith("mark"):
            first, second = browser.get(f"{STATUSES}/{status['id']}/history").json()
            assert (first["account"]["acct"], second["account"]["acct"]) == ("alice", "mastodon.internal")
            assert (first["sensitive"], second["sensitive"]) == (False, True)
    assert browser.get(f"{STATUSES}/{status['id']}").status_code == 404


def test_an_announcement_is_changed_and_withdrawn(browser: Browser) -> None:
    browser.instance.seed({"announcements": [{"text": "One", "save": "news"}]})
    browser.instance.seed({"announcements": [{"id": "news", "text": "Two"}]})
    (shown,) = browser.get("/api/v1/announcements", token="alice").json()
    assert shown["content"] == "<p>Two</p>"
    browser.instance.seed({"announcements": [{"id": "news", "published": False}]})
    assert browser.get("/api/v1/announcements", token="alice").json() == []


def test_a_scheduled_announcement_is_published_when_the_clock_gets_there(browser: Browser) -> None:
    browser.instance.seed({"announcements": [{"text": "Soon", "scheduled_at": "2027-01-15T09:00:00Z"}]})
    assert browser.get("/api/v1/announcements", token="alice").json() == []
    browser.instance.clock.advance(3600)
    (shown,) = browser.get("/api/v1/announcements", token="alice").json()
    assert (shown["content"], shown["published_at"]) == ("<p>Soon</p>", "2027-01-15T09:00:00.000Z")


def test_terms_take_effect_are_followed_and_removed(browser: Browser) -> None:
    path = "/api/v1/instance/terms_of_service"
    dates = ("2025-01-01", "2099-01-01")
    browser.instance.seed(
        {"terms": [{"text": f"of {date}", "effective_date": date} for date in dates] + [{"published": False}]}
    )
    shown = browser.get(path).json()
    assert (shown["effective_date"], shown["effective"], shown["succeeded_by"]) == (dates[0], True, dates[1])
    browser.instance.seed({"terms": [{"effective_date": "2025", "removed": True}]})
    assert browser.get(path).json()["effective_date"] == dates[1]


def test_who_was_signed_out_needs_a_new_token(browser: Browser) -> None:
    browser.instance.seed({"accounts": [{"username": "alice", "signed_out": True}]})
    assert browser.get(NOTIFICATIONS, token="alice").status_code == 401
    assert browser.get(NOTIFICATIONS, token="bob").status_code == 200


def test_the_sites_own_pictures_are_shown_and_served(browser: Browser) -> None:
    browser.instance.seed({"settings": {"thumbnail": "sunset.png", "app_icon": "sunset.png"}})
    shown = browser.get("/api/v2/instance").json()
    assert shown["thumbnail"]["versions"]["@1x"] == shown["thumbnail"]["url"]
    assert shown["thumbnail"]["blurhash"]
    for url in (shown["thumbnail"]["url"], shown["icon"][0]["src"]):
        assert browser.get(url.removeprefix(BASE)).headers["Content-Type"] == "image/png"
    browser.instance.seed({"settings": {"thumbnail": None}})
    assert "versions" not in browser.get("/api/v2/instance").json()["thumbnail"]


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ({"polls": [{"id": 99}]}, "polls has nothing saved as 99"),
        (
            {"limits": [{"account": "alice", "family": "boosts", "used": 1}]},
            "one of follows, statuses, reports",
        ),
        ({"quotes": [{"status": 1, "state": "accepted"}]}, "no status saved as 1"),
        ({"trends": [{"tag": "x", "status": "y", "score": 1}]}, "name one of 'tag', 'status' and 'link'"),
        ({"appeals": [{"account": "bob", "text": "x"}]}, "'bob' has no strike"),
        ({"follows": [{"from": "alice"}]}, "'to' is missing"),
        ({"remote_statuses": [{"account": "rem"}]}, "'text' is missing"),
        ({"rules": [{"number": 3, "priority": 1}]}, "no rule number 3; there are 0"),
        ({"settings": {"thumbnail": "nothing.png"}}, "'thumbnail' must be a picture of"),
        ({"domain_blocks": [{"domain": "x.example", "severity": "hard"}]}, "Severity is not included"),
    ],
)
def test_mistakes_are_told_in_words(browser: Browser, scenario: dict[str, Any], words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        browser.instance.seed(scenario)
