"""Annual reports and the refreshes that their generation is (recording misc/async_refreshes; reference:
collections-annual_reports-async_refreshes.md, entities.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from mockserver.testing import Fake, fake

DECEMBER = 1_797_292_800
"""The 15th of December 2026."""
DAY = 86_400
HEADER = re.compile(r'id="([A-Za-z0-9+/=]+--[0-9a-f]{40})", retry=2')


class Call:
    def __init__(self, server: Fake) -> None:
        self.server = server

    def __call__(self, who: str | None, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.server.tokens[who]}"} if who else {}
        return httpx.request(method, f"{self.server.base_url}/api/{path}", headers=headers, **more)

    def state(self, who: str, year: str = "2026") -> Any:
        return self(who, "GET", f"v1/annual_reports/{year}/state").json()["state"]


def world(start_at: float) -> Any:
    people = [{"username": name} for name in ("alice", "bob")]
    tokens = [{"account": name, "scopes": "read write follow"} for name in ("alice", "bob")]
    narrow = {"name": "narrow", "account": "alice", "scopes": "read:accounts"}
    return fake(
        {"apps": [{"name": "App"}], "accounts": people, "tokens": [*tokens, narrow]}, start_at=start_at
    )


@pytest.fixture
def call() -> Iterator[Call]:
    with world(DECEMBER) as server:
        yield Call(server)


def test_a_report_is_generated_once_and_shown_until_it_is_viewed(call: Call) -> None:
    assert call(None, "GET", "v2/instance").json()["wrapstodon"] == 2026
    assert call.state("alice") == "ineligible"  # who has posted nothing for all
    private = {"status": "#cats", "visibility": "private"}
    assert call("alice", "POST", "v1/statuses", json=private).is_success
    assert call.state("alice") == "ineligible"
    public = {"status": "more #Cats", "visibility": "unlisted"}
    best = call("alice", "POST", "v1/statuses", json=public).json()["id"]
    call("bob", "POST", f"v1/statuses/{best}/reblog")
    alice = call("bob", "GET", "v1/accounts/lookup?acct=alice").json()["id"]
    call("bob", "POST", f"v1/accounts/{alice}/follow")
    assert call.state("alice") == "eligible"

    begun = call("alice", "POST", "v1/annual_reports/2026/generate")
    assert (begun.status_code, begun.content) == (202, b"")
    found = HEADER.fullmatch(begun.headers["mastodon-async-refresh"])
    assert found is not None
    again = call("alice", "POST", "v1/annual_reports/2026/generate")
    assert (again.status_code, again.headers["mastodon-async-refresh"]) == (202, found.string)
    waiting = call("alice", "GET", "v1/annual_reports/2026/state")
    assert waiting.json() == {"state": "generating"}
    assert waiting.headers["mastodon-async-refresh"] == found.string
    refresh = f"v1_alpha/async_refreshes/{found[1]}"
    running = {"id": found[1], "status": "running", "result_count": None}
    assert call("bob", "GET", refresh).json() == {"async_refresh": running}

    call.server.advance(2)
    assert call("bob", "GET", refresh).json() == {"async_refresh": running | {"status": "finished"}}
    ready = call("alice", "GET", "v1/annual_reports/2026/state")
    assert ready.json() == {"state": "available"}
    assert "mastodon-async-refresh" not in ready.headers
    shown = call("alice", "GET", "v1/annual_reports").json()
    assert list(shown) == ["annual_reports", "accounts", "statuses"]
    [report] = shown["annual_reports"]
    share_url = rf"{re.escape(call.server.base_url)}/@alice/wrapstodon/2026/[0-9a-f]{{16}}"
    assert re.fullmatch(share_url, report.pop("share_url"))
    assert report == {
        "year": 2026,
        "data": {
            "archetype": "lurker",
            "time_series": [{"month": 12, "statuses": 2, "followers": 1}],
            "top_hashtags": [{"name": "cats", "count": 2}],
            "top_statuses": {"by_reblogs": best, "by_replies": None, "by_favourites": None},
        },
        "schema_version": 2,
        "account_id": alice,
    }
    assert [one["id"] for one in shown["statuses"]] == [best]
    assert [one["id"] for one in shown["accounts"]] == [alice]

    done = call("alice", "POST", "v1/annual_reports/2026/generate")
    assert (done.status_code, done.json()) == (200, {})
    for _ in range(2):
        assert call("alice", "POST", "v1/annual_reports/2026/read").json() == {}
    nothing: dict[str, Any] = {"annual_reports": [], "accounts": [], "statuses": []}
    assert call("alice", "GET", "v1/annual_reports").json() == nothing
    assert call("alice", "GET", "v1/annual_reports/2026").json()["annual_reports"][0]["year"] == 2026
    assert call("bob", "GET", "v1/annual_reports/2026").status_code == 404

    call.server.advance(3600)
    assert call("bob", "GET", refresh).status_code == 404


def test_there_is_nothing_to_generate_outside_the_campaign() -> None:
    with world(DECEMBER - 6 * DAY) as server:
        call = Call(server)
        call("alice", "POST", "v1/statuses", json={"status": "hello"})
        assert call(None, "GET", "v2/instance").json()["wrapstodon"] is None
        for year in ("2026", "2025", "abc", "99999999"):
            assert call.state("alice", year) == "ineligible"
            answer = call("alice", "POST", f"v1/annual_reports/{year}/generate")
            assert (answer.status_code, answer.json()) == (200, {})
            for method, path in (("GET", year), ("POST", f"{year}/read")):
                answer = call("alice", method, f"v1/annual_reports/{path}")
                assert (answer.status_code, answer.json()) == (404, {"error": "Record not found"})


def test_a_refresh_is_found_by_its_signed_id_alone(call: Call) -> None:
    """Recording misc/async_refreshes."""
    call("alice", "POST", "v1/statuses", json={"status": "hello"})
    header = call("alice", "POST", "v1/annual_reports/2026/generate").headers["mastodon-async-refresh"]
    found = HEADER.fullmatch(header)
    assert found is not None
    for given in ("nonsense", f"{found[1]}x", found[1].replace("--", "--0"), "--"):
        answer = call("alice", "GET", f"v1_alpha/async_refreshes/{given}")
        assert (answer.status_code, answer.json()) == (404, {"error": "Not Found"})
    assert call("narrow", "GET", f"v1_alpha/async_refreshes/{found[1]}").status_code == 403
    assert call(None, "GET", f"v1_alpha/async_refreshes/{found[1]}").status_code == 401


def test_a_report_that_the_server_made_is_told_of_and_groups_say_of_which_year(call: Call) -> None:
    """Recording notifications/types_annual_report."""
    call.server.seed({"annual_reports": [{"account": "alice", "year": 2025}]})
    [told] = call("alice", "GET", "v1/notifications").json()
    assert (told["type"], told["account"]["username"]) == ("annual_report", "alice")
    assert "annual_report" not in told
    [group] = call("alice", "GET", "v2/notifications").json()["notification_groups"]
    assert group["annual_report"] == {"year": "2025"}
    assert call.state("alice", "2025") == "available"
    assert call("alice", "GET", "v1/annual_reports").json()["annual_reports"][0]["year"] == 2025
