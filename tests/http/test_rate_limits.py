"""Counting; the truth is recordings of 4.6.5, area limits/."""

from __future__ import annotations

import pytest

from mockserver.http.rate_limits import (
    Families,
    ThrottleRequest,
    Throttles,
    Verdict,
    address_key,
    client_address,
    headers,
    pages,
    parse_policy,
    throttled_path,
)

NOW = 1795237747.182143  # 2026-11-21T05:09:07.182143Z
ALICE, BOB = 1, 2


def request(
    call: str,
    user: int | None = None,
    token: str | None = None,
    ip: str = "203.0.113.1",
    paging: bool = False,
) -> ThrottleRequest:
    method, path = call.split(" ")
    return ThrottleRequest(throttled_path(path), method, ip, user, token, paging)


class Server:
    """Real limits, all calls at one instant unless told."""

    def __init__(self, policy: str = "mastodon") -> None:
        self.throttles = Throttles(parse_policy(policy))

    def call(
        self, call: str, *, times: int = 1, now: float = NOW, **by: object
    ) -> tuple[bool, int, int] | None:
        for _ in range(times):
            verdict = self.throttles.check(request(call, **by), now)  # type: ignore[arg-type]
        return verdict[:3] if verdict else None


def alice(token: str = "a") -> dict[str, object]:
    return {"user": ALICE, "token": token}


def test_the_three_hundredth_call_of_a_token_is_answered_and_the_next_refused() -> None:
    server = Server()
    assert server.call("GET /api/v1/preferences", **alice()) == (False, 300, 299)
    assert server.call("GET /api/v1/preferences", times=299, **alice()) == (False, 300, 0)
    assert server.call("GET /api/v1/instance", **alice()) == (True, 300, 0)
    assert server.call("POST /api/v2/media", **alice()) == (True, 300, 0)
    assert server.call("POST /api/v2/media", **alice("a2")) == (
        False,
        30,
        29,
    )  # the refused one was not counted
    assert server.call("GET /api/v1/preferences", user=BOB, token="b") == (False, 300, 299)


def test_all_tokens_of_a_user_together_have_1500() -> None:
    server = Server()
    for token in ("1", "2", "3", "4"):
        assert server.call("GET /api/v1/preferences", times=300, **alice(token)) == (False, 300, 0)
    assert server.call("GET /api/v1/preferences", times=297, **alice("5")) == (False, 1500, 3)
    assert server.call("GET /api/v1/preferences", times=3, **alice("6")) == (False, 1500, 0)
    assert server.call("GET /api/v1/preferences", **alice("6")) == (True, 1500, 0)
    assert server.call("GET /api/v1/preferences", **alice("1")) == (True, 1500, 0)
    assert server.call("GET /health", **alice("6")) is None


def test_anonymous_calls_count_by_address_and_app_tokens_by_both() -> None:
    server = Server()
    assert server.call("GET /api/v1/instance", ip="203.0.113.1") == (False, 300, 299)
    assert server.call("GET /api/v1/instance", ip="203.0.113.2") == (False, 300, 299)
    assert server.call("GET /api/v1/instance", ip="2001:db8:1:2::1") == (False, 300, 299)
    assert server.call("GET /api/v1/instance", ip="2001:db8:1:2:ffff::9") == (False, 300, 298)
    assert server.call("GET /api/v1/instance", ip="2001:db8:1:3::1") == (False, 300, 299)
    assert server.call("GET /apinothing", ip="203.0.113.1") == (False, 300, 298)
    assert server.call("GET //api//v1/instance/", ip="203.0.113.1") == (False, 300, 297)
    assert server.call("GET /API/v1/instance", ip="203.0.113.1") is None
    assert server.call("GET /api/v1/apps/verify_credentials", token="app", ip="203.0.113.3") == (
        False,
        300,
        299,
    )
    assert server.call("GET /api/v1/apps/verify_credentials", token="app", ip="203.0.113.4") == (
        False,
        300,
        298,
    )
    assert server.call("GET /api/v1/instance", ip="203.0.113.4") == (False, 300, 298)


@pytest.mark.parametrize(
    ("call", "limit"),
    [
        ("POST /api/v1/media", 30),
        ("POST /api/v2/media", 30),
        ("POST /api/v3/media", 30),
        ("POST /API/v2/media", 30),
        ("POST /api/v1/media/", 30),
        ("GET /api/v1/media/1", 300),
        ("PUT /api/v1/media/1", 300),
        ("DELETE /api/v1/statuses/1", 30),
        ("DELETE /api/v1/statuses/1/", 30),
        ("POST /api/v1/statuses/1/unreblog", 30),
        ("DELETE /api/v1/statuses/abc", 300),
        ("POST /api/v1/statuses/1/unfavourite", 300),
        ("POST /api/v1/apps", 5),
        ("POST /api/v1/accounts", 5),
        ("POST /api/v1/accounts/", 5),
        ("POST /api/v1/emails/confirmations", 5),
        ("GET /media_proxy/1/original", 30),
        ("POST /auth/sign_in", 25),
    ],
)
def test_some_calls_have_a_tighter_limit(call: str, limit: int) -> None:
    assert Server().call(call, **alice()) == (False, limit, limit - 1)


def test_deleting_and_unboosting_share_a_counter_that_leaves_other_calls_alone() -> None:
    server = Server()
    assert server.call("DELETE /api/v1/statuses/2", times=29, **alice()) == (False, 30, 1)
    assert server.call("POST /api/v1/statuses/3/unreblog", **alice()) == (False, 30, 0)
    assert server.call("DELETE /api/v1/statuses/2", **alice("a2")) == (True, 30, 0)
    assert server.call("GET /api/v1/statuses/2", **alice()) == (False, 300, 269)


def test_paging_counts_by_user_over_fifteen_minutes() -> None:
    server = Server()
    home = "GET /api/v1/timelines/home"
    assert server.call(home, times=150, paging=True, **alice()) == (False, 300, 150)
    assert server.call(home, times=150, paging=True, **alice("a2")) == (False, 300, 0)
    assert server.call(home, paging=True, **alice("a2")) == (True, 300, 0)
    assert server.call("GET /tags/x", paging=True, **alice()) == (True, 300, 0)
    assert server.call(home, **alice()) == (False, 300, 149)
    assert server.call(home, paging=True, now=NOW + 300, **alice()) == (True, 300, 0)
    assert server.call(home, paging=True, now=NOW + 600, **alice()) == (False, 300, 299)


def test_windows_begin_at_multiples_of_their_length() -> None:
    server = Server()
    assert server.call("GET /api/v1/instance", times=301, now=299.9) == (True, 300, 0)
    assert server.call("GET /api/v1/instance", now=300.0) == (False, 300, 299)


def test_of_two_limits_with_as_many_left_the_earlier_shows() -> None:
    verdict = Throttles(parse_policy("mastodon")).check(
        request("GET /api/v1/timelines/public", paging=True), NOW
    )
    assert verdict is not None
    assert headers(verdict)[2] == ("X-RateLimit-Reset", "2026-11-21T05:10:00.182143Z")


def test_the_headers_tell_the_boundary_with_the_microseconds_of_now() -> None:
    throttle = Verdict(False, 300, 299, 1795237800.182143)
    family = Verdict(False, 300, 299, 1795240800.182143)
    assert headers(throttle, family) == [
        ("X-RateLimit-Limit", "300"),
        ("X-RateLimit-Remaining", "299"),
        ("X-RateLimit-Reset", "2026-11-21T06:00:00.182143Z"),
    ]
    assert headers(throttle, family._replace(remaining=300))[2][1] == "2026-11-21T05:10:00.182143Z"


def test_a_family_refuses_what_is_beyond_its_limit_without_counting_it() -> None:
    families = Families(parse_policy("mastodon"))
    assert families.count(ALICE, "follows", NOW) == Verdict(False, 400, 399, 1795305600.182143)
    families.set_count(ALICE, "follows", NOW, 399)
    assert families.count(ALICE, "follows", NOW)[:3] == (False, 400, 0)
    assert families.count(ALICE, "follows", NOW)[:3] == (True, 400, 0)
    assert families.peek(ALICE, "follows", NOW)[:3] == (False, 400, 0)
    assert families.peek(BOB, "follows", NOW)[:3] == (False, 400, 400)
    assert families.peek(ALICE, "statuses", NOW)[:3] == (False, 300, 300)
    assert families.count(ALICE, "follows", NOW + 86400)[:3] == (False, 400, 399)


def test_switched_off_nothing_is_refused_and_the_headers_stay_real() -> None:
    server = Server("off")
    assert server.call("POST /api/v1/apps") == (False, 5, 4)
    assert server.call("POST /api/v1/apps", times=10) == (False, 5, 0)
    families = Families(parse_policy("off"))
    families.set_count(ALICE, "statuses", NOW, 300)
    assert families.count(ALICE, "statuses", NOW)[:3] == (False, 300, 0)


def test_generous_limits_are_far_away() -> None:
    assert Server("generous").call("GET /api/v1/preferences", times=2000, **alice()) == (
        False,
        300_000,
        298_000,
    )


def test_one_small_limit_counts_per_token_or_address() -> None:
    server = Server("2/60")
    assert server.call("POST /api/v1/apps", times=2) == (False, 2, 0)
    assert server.call("GET /api/v1/instance") == (True, 2, 0)
    assert server.call("GET /api/v1/instance", **alice()) == (False, 2, 1)
    assert server.call("GET /api/v1/instance", now=NOW + 60) == (False, 2, 1)


@pytest.mark.parametrize("text", ["", "none", "10", "10/", "/60", "10/0", "-1/60", "10/60s", "١/٦٠"])
def test_other_policies_are_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match="mastodon, generous, off or N/SECONDS"):
        parse_policy(text)


def test_past_windows_are_forgotten() -> None:
    throttles = Throttles(parse_policy("mastodon"))
    for i in range(1000):
        throttles.check(request("GET /api/v1/instance", ip=f"10.0.{i // 250}.{i % 250}"), NOW + 300 * i)
    assert sum(len(window.counts) for _, window in throttles._rules) == 1


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("127.0.0.1", None, "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.8, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.8, 10.0.0.1, ::1", "203.0.113.8"),
        ("::1", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "garbage, 192.168.0.9", "192.168.0.9"),
        ("127.0.0.1", "garbage", "127.0.0.1"),
        ("203.0.113.1", "203.0.113.8", "203.0.113.1"),
    ],
)
def test_the_client_is_the_last_address_that_is_no_proxy(
    peer: str, forwarded: str | None, address: str
) -> None:
    assert client_address(peer, forwarded) == address


def test_an_ipv6_address_counts_by_its_network() -> None:
    assert (
        address_key("2001:db8:1:2::1")
        == address_key("2001:db8:1:2:ffff::9")
        != address_key("2001:db8:1:3::1")
    )
    assert address_key("::ffff:203.0.113.1") == "203.0.113.1"
    assert address_key("testclient") == "testclient"


@pytest.mark.parametrize(
    ("query", "form", "paging"),
    [
        ({}, {}, False),
        ({"max_id": "5"}, {}, True),
        ({"max_id": ""}, {}, False),
        ({"max_id": " "}, {}, False),
        ({"limit": "5"}, {}, False),
        ({}, {"page": "1"}, True),
        ({"page": ["2"]}, {}, True),
    ],
)
def test_paging_is_a_cursor_that_is_not_blank(
    query: dict[str, object], form: dict[str, object], paging: bool
) -> None:
    assert pages(query, form) is paging
