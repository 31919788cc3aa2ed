"""The transport of laws lets nothing pass that could harm a live server."""

from __future__ import annotations

import httpx
import pytest

from contracts.effects import Effects
from contracts.targets.guard import Forbidden, Guard

BASE = "https://server.example"


def client(effects: Effects, most: int = 100) -> tuple[httpx.Client, Guard]:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": "77"})

    guard = Guard(httpx.MockTransport(answer), {"server.example"}, effects, most)
    return httpx.Client(transport=guard, base_url=BASE), guard


def test_reading_is_always_allowed() -> None:
    http, guard = client(Effects.READ)
    assert http.get("/api/v1/timelines/public").status_code == 200
    assert guard.sent == 1


def test_no_other_host_is_called() -> None:
    http, guard = client(Effects.PUBLIC)
    with pytest.raises(Forbidden, match=r"elsewhere\.example"):
        http.get("https://elsewhere.example/api/v1/timelines/public")
    assert guard.sent == 0


@pytest.mark.parametrize("effects", [Effects.READ])
def test_nothing_is_written_when_only_reading_is_allowed(effects: Effects) -> None:
    http, _ = client(effects)
    with pytest.raises(Forbidden):
        http.post("/api/v1/statuses", data={"status": "x", "visibility": "private"})


@pytest.mark.parametrize("given", [{"visibility": "public"}, {}])
def test_a_status_must_be_unlisted_private_or_direct(given: dict[str, str]) -> None:
    http, _ = client(Effects.OWN)
    with pytest.raises(Forbidden):
        http.post("/api/v1/statuses", data={"status": "x", **given})
    assert http.post("/api/v1/statuses", json={"status": "x", "visibility": "private"}).status_code == 200
    assert http.post("/api/v1/statuses?status=x&visibility=unlisted").status_code == 200


def test_a_public_status_needs_leave() -> None:
    http, _ = client(Effects.PUBLIC)
    assert http.post("/api/v1/statuses", data={"status": "x", "visibility": "public"}).status_code == 200


def test_only_what_this_run_made_is_acted_on() -> None:
    http, _ = client(Effects.OWN)
    for path in ("/api/v1/statuses/77/favourite", "/api/v1/accounts/5/block"):
        with pytest.raises(Forbidden, match="not the suite's own"):
            http.post(path)
    with pytest.raises(Forbidden):
        http.delete("/api/v1/statuses/77")
    http.post("/api/v1/statuses", data={"status": "x", "visibility": "private"})
    assert http.delete("/api/v1/statuses/77").status_code == 200


def test_an_account_that_was_given_may_be_acted_on() -> None:
    http, guard = client(Effects.OWN)
    guard.own.add("5")
    assert http.post("/api/v1/accounts/5/follow").status_code == 200


@pytest.mark.parametrize(
    "call",
    [
        "POST /api/v1/reports",
        "DELETE /api/v1/profile/avatar",
        "POST /api/v1/statuses/77/reblog",
        "POST /oauth/token",
    ],
)
def test_what_laws_have_no_business_with_is_refused(call: str) -> None:
    http, _ = client(Effects.PUBLIC)
    method, path = call.split()
    with pytest.raises(Forbidden):
        http.request(method, path)


def test_the_number_of_requests_is_bounded() -> None:
    http, _ = client(Effects.READ, most=2)
    http.get("/")
    http.get("/")
    with pytest.raises(Forbidden, match="more than 2"):
        http.get("/")
