"""What is repeated, what is waited for, what is raised. Facts: docs/client.md."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from clientkit import entities
from clientkit.errors import (
    ApiError,
    Forbidden,
    ForeignLink,
    Gone,
    MediaTimeout,
    NotFound,
    RateLimited,
    Redirected,
    ServerError,
    Unauthorized,
    UnexpectedAnswer,
    Unprocessable,
)
from clientkit.operations import accounts, filters, lists, media, statuses, tags, timelines
from clientkit.operations.base import Upload
from tests.clientkit.conftest import NOW, Reply, Scripted

BROKEN = httpx.ReadError("cut")
UNREACHED = httpx.ConnectError("refused")


def at(seconds: float) -> str:
    return datetime.fromtimestamp(NOW + seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def http_date(seconds: float) -> str:
    return datetime.fromtimestamp(NOW + seconds, UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def limited(limit: int, remaining: int, reset: str, **more: str) -> dict[str, str]:
    told = {"X_RateLimit_Limit": str(limit), "X_RateLimit_Remaining": str(remaining)}
    return told | {"X_RateLimit_Reset": reset} | more


# --- headers


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://other.example",
        "http://h.example",
        "https://h.example:8443",
        "https://h.example@other.example",
    ],
)
def test_the_token_is_for_its_server_only(scripted: Scripted, elsewhere: str) -> None:
    client = scripted.client(user_agent="bot/1")
    assert client.session.headers(f"{elsewhere}/api/v1/timelines/home").get("Authorization") is None
    for own in ("https://h.example", "https://H.example:443", "wss://h.example"):
        assert client.session.headers(f"{own}/api/v1/streaming")["Authorization"] == "Bearer secret"
    assert client.session.headers("")["User-Agent"] == "bot/1"


@pytest.mark.parametrize("elsewhere", ["https://other.example", "http://h.example", "//other.example"])
def test_a_page_on_another_server_is_refused(scripted: Scripted, reply: Reply, elsewhere: str) -> None:
    link = f'<{elsewhere}/api/v1/timelines/home?max_id=1>; rel="next"'
    scripted.answers = [reply(json=[], Link=link), reply(json=[])]
    pages = scripted.client().pages(timelines.Home())
    next(pages)
    with pytest.raises(ForeignLink, match=r"timelines\.home.*/api/v1/timelines/home\?max_id=1"):
        next(pages)
    assert len(scripted.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_get_is_followed_to_where_its_server_has_moved_it(
    scripted: Scripted, reply: Reply, status: int
) -> None:
    scripted.answers = [reply(status, Location="/moved"), reply(json=[])]
    assert scripted.client().send(timelines.Home()) == []
    assert scripted.paths == ["/api/v1/timelines/home", "/moved"]
    assert scripted.requests[1].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("location", ["https://other.example/moved", "http://h.example/moved"])
def test_a_get_is_not_followed_to_another_server(scripted: Scripted, reply: Reply, location: str) -> None:
    scripted.answers = [reply(301, Location=location)]
    with pytest.raises(Redirected, match="redirected to") as refused:
        scripted.client().send(timelines.Home())
    assert (refused.value.location, refused.value.status) == (location, 301)
    assert len(scripted.requests) == 1


def test_what_writes_is_not_followed_and_going_round_ends(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(307, Location="/moved")]
    with pytest.raises(Redirected):
        scripted.client().statuses.create(status="hi")
    assert len(scripted.requests) == 1
    with pytest.raises(Redirected):
        scripted.client().send(timelines.Home())
    assert len(scripted.requests) == 1 + 1 + 5


def test_a_status_has_an_idempotency_key_that_its_repeats_share(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [BROKEN, reply(503), reply(422, {"error": "no"})]
    client = scripted.client()
    with pytest.raises(Unprocessable):
        client.statuses.create(status="hi")
    with pytest.raises(Unprocessable):
        client.statuses.create(status="hi")
    keys = [request.headers["Idempotency-Key"] for request in scripted.requests]
    assert len(keys) == 4
    assert len(set(keys[:3])) == 1
    assert keys[3] != keys[0]


# --- refusals


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, ApiError),
        (401, Unauthorized),
        (403, Forbidden),
        (404, NotFound),
        (410, Gone),
        (422, Unprocessable),
        (501, ServerError),
    ],
)
def test_a_refusal_is_an_exception_of_its_kind(
    scripted: Scripted, reply: Reply, status: int, kind: type[ApiError]
) -> None:
    body = {"error": "Why", "details": {"username": [{"error": "ERR_TAKEN"}]}}
    scripted.answers = [reply(status, body)]
    with pytest.raises(ApiError) as refused:
        scripted.client().send(tags.Get(name="a"))
    error = refused.value
    assert type(error) is kind
    assert (error.status, error.error, error.operation) == (status, "Why", "tags.get")
    assert error.details == {"username": [{"error": "ERR_TAKEN"}]}
    assert str(error) == f"tags.get: {status} Why"


def test_html_in_the_place_of_json_is_unexpected(scripted: Scripted) -> None:
    scripted.answers = [httpx.Response(200, html="<h1>Hello</h1>")]
    with pytest.raises(UnexpectedAnswer) as refused:
        scripted.client().send(timelines.Home())
    assert refused.value.body == "<h1>Hello</h1>"


def test_html_of_a_refusal_is_kept(scripted: Scripted) -> None:
    scripted.answers = [httpx.Response(404, html="<h1>None</h1>")]
    with pytest.raises(NotFound) as refused:
        scripted.client().send(timelines.Home())
    assert (refused.value.error, refused.value.body) == ("", "<h1>None</h1>")


def test_oauth_refusals_have_a_description(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(400, {"error": "invalid_grant", "error_description": "Too late."})]
    with pytest.raises(ApiError, match=r"oauth.token: 400 invalid_grant: Too late\.") as refused:
        scripted.client().oauth.token(code="x")
    assert refused.value.description == "Too late."


# --- repeating


@pytest.mark.parametrize("fault", [httpx.Response(502), httpx.Response(503), BROKEN, UNREACHED])
@pytest.mark.parametrize(
    "call",
    [
        timelines.Home(),
        lists.Delete(id="1"),
        filters.Update(id="1", title="a"),
        statuses.Favourite(id="1"),
    ],
    ids=lambda call: call.declaration.id,
)
def test_what_does_no_harm_is_repeated(scripted: Scripted, reply: Reply, fault: Any, call: Any) -> None:
    scripted.answers = [fault, fault, reply(404)]
    client = scripted.client()
    if isinstance(call, lists.Delete):
        client.send(call)
    else:
        with pytest.raises(NotFound):
            client.send(call)
    assert len(scripted.requests) == 3
    assert scripted.slept == [0.5, 1.0]


def test_a_post_that_may_have_been_done_is_not_repeated(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [BROKEN]
    with pytest.raises(httpx.ReadError):
        scripted.client().lists.create(title="A")
    scripted.answers = [httpx.Response(503)]
    with pytest.raises(ServerError):
        scripted.client().lists.create(title="A")
    assert len(scripted.requests) == 2


def test_a_key_makes_no_other_post_repeatable(scripted: Scripted) -> None:
    """Servers read it of new statuses only."""
    scripted.answers = [BROKEN]
    with pytest.raises(httpx.ReadError):
        scripted.client().send(lists.Create(title="A"), idempotency_key="k")
    assert len(scripted.requests) == 1


def test_a_post_that_never_left_is_repeated(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [UNREACHED, reply(422)]
    with pytest.raises(Unprocessable):
        scripted.client().lists.create(title="A")
    assert len(scripted.requests) == 2


def test_repeating_ends(scripted: Scripted) -> None:
    scripted.answers = [UNREACHED]
    with pytest.raises(httpx.ConnectError):
        scripted.client(retries=2).send(timelines.Home())
    assert len(scripted.requests) == 3


def test_a_deletion_whose_answer_was_lost_is_done(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [BROKEN, reply(404)]
    assert scripted.client().lists.delete("1") == entities.Empty()
    scripted.answers = [reply(404)]
    with pytest.raises(NotFound):
        scripted.client().lists.delete("1")


def test_retry_after_is_obeyed(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(503, Retry_After="7"), reply(json=[])]
    scripted.client().send(timelines.Home())
    assert scripted.slept == [7.0]


# --- rate limits


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({"Retry_After": "5"}, 5.0),
        ({"Retry_After": http_date(9), "Date": http_date(0)}, 9.0),
        ({"Retry_After": "5", **limited(300, 0, at(12))}, 12.0),
        ({"Retry_After": "20", **limited(300, 0, at(12))}, 20.0),
        ({"Retry_After": "0", **limited(300, 0, at(12))}, 12.0),
        ({"Retry_After": "0"}, 2.0),
        ({"Retry_After": "soon"}, 2.0),
        ({"Retry_After": "86400"}, 300.0),
    ],
)
def test_of_two_limits_the_later_end_counts(
    scripted: Scripted, reply: Reply, headers: dict[str, str], slept: float
) -> None:
    scripted.answers = [reply(429, **headers), reply(json=[])]
    scripted.client().lists.index()
    assert scripted.slept == [slept]
    scripted.answers = [reply(429, **headers)]
    with pytest.raises(RateLimited) as refused:
        scripted.client(rate_limit="throw").lists.index()
    assert refused.value.reset is None or refused.value.reset >= 0


def test_throw_raises_with_the_time_that_is_left(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(429, {"error": "Too many requests"}, **limited(300, 0, at(12)))]
    with pytest.raises(RateLimited) as refused:
        scripted.client(rate_limit="throw").send(timelines.Home())
    assert refused.value.reset == 12
    assert refused.value.error == "Too many requests"


@pytest.mark.parametrize(
    ("reset", "date"),
    [
        (at(12), http_date(0)),
        (at(12), ""),
        (str(int(NOW) + 12), http_date(0)),
        (str((int(NOW) + 12) * 1000), ""),
        (at(3612), http_date(3600)),  # the server's clock is an hour ahead
        (at(-3588), http_date(-3600)),
    ],
    ids=["iso", "no date", "epoch", "milliseconds", "ahead", "behind"],
)
def test_wait_waits_for_the_window_and_repeats(
    scripted: Scripted, reply: Reply, reset: str, date: str
) -> None:
    dated = {"Date": date} if date else {}
    scripted.answers = [reply(429, **limited(300, 0, reset, **dated)), reply(json=[])]
    scripted.client(rate_limit="wait").lists.index()
    assert scripted.slept == [12.0]


def test_wait_backs_off_without_headers_and_never_sleeps_long(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [
        *[reply(429)] * 3,
        reply(429, **limited(300, 0, at(86400))),
        reply(429, **limited(300, 0, "soon")),
        reply(json=[]),
    ]
    scripted.client().lists.index()
    assert scripted.slept == [2.0, 4.0, 8.0, 300.0, 32.0]


def test_pace_spreads_calls_over_the_window(scripted: Scripted, reply: Reply) -> None:
    """Mastodon.py's manual: as if calls went on at the same rate, somewhat (1.1) faster."""
    scripted.answers = [
        reply(json=[], **limited(300, 10, at(110))),
        reply(json=[], **limited(300, 0, at(110))),
    ]
    client = scripted.client(rate_limit="pace")
    client.lists.index()
    client.lists.index()
    assert scripted.slept == [pytest.approx(10.0)]
    scripted.answers = [reply(json=[])]
    client.lists.index()
    assert scripted.slept[1] == pytest.approx(100.0)


def test_operations_of_one_window_are_paced_together(scripted: Scripted, reply: Reply) -> None:
    """One window, though its end is told with the microseconds of each answer."""
    scripted.answers = [
        reply(json=[], **limited(300, 200, at(100.1), Date=http_date(0))),
        reply(json=[], **limited(300, 10, at(100.9), Date=http_date(0))),
    ]
    client = scripted.client(rate_limit="pace")
    client.lists.index()
    client.filters.index()
    client.lists.index()
    assert scripted.slept == [pytest.approx(100.9 / 10 / 1.1)]


def test_pace_keeps_windows_apart(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(422, **limited(300, 1, at(10800))), reply(json=[])]
    client = scripted.client(rate_limit="pace")
    with pytest.raises(Unprocessable):
        client.statuses.create(status="")
    client.lists.index()
    assert scripted.slept == []


# --- media

FILE = Upload("a.mp4", "video/mp4", b"x")


def attachment(url: str | None) -> dict[str, Any]:
    nothing = dict.fromkeys(
        ["preview_url", "remote_url", "preview_remote_url", "text_url", "meta", "description", "blurhash"]
    )
    return {"id": "7", "type": "video", "url": url, **nothing}


def test_an_upload_is_waited_for(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [
        reply(202, attachment(None)),
        reply(206, attachment(None)),
        reply(206, attachment(None)),
        reply(200, attachment("https://h.example/a.mp4")),
    ]
    assert scripted.client().upload(FILE).url == "https://h.example/a.mp4"
    assert scripted.paths == ["/api/v2/media", *["/api/v1/media/7"] * 3]
    assert scripted.slept == [1.0, 1.5]


def test_an_upload_need_not_be_waited_for(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(202, attachment(None))]
    assert scripted.client().upload(FILE, wait=False).url is None


def test_waiting_for_an_upload_ends(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(202, attachment(None)), reply(206, attachment(None))]
    with pytest.raises(MediaTimeout) as late:
        scripted.client().upload(FILE, deadline=60)
    assert late.value.media_id == "7"
    assert sum(scripted.slept) == pytest.approx(60)


def test_a_file_that_cannot_be_made_out_is_refused(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(202, attachment(None)), reply(422, {"error": "Error processing thumbnail"})]
    with pytest.raises(Unprocessable, match="Error processing thumbnail"):
        scripted.client().upload(FILE)


# --- listings


def test_links_are_followed_as_they_are(scripted: Scripted, reply: Reply) -> None:
    further = "https://h.example/api/v1/accounts/1/followers?limit=1&max_id=77&x=%5B%5D"
    last = reply(json=[], Link='<https://h.example/back>; rel="prev"')
    scripted.answers = [reply(json=[], Link=f'<{further}>; rel="next"'), last]
    assert len(list(scripted.client().pages(accounts.Followers(id="1", limit="1")))) == 2
    assert scripted.paths[1] == "/api/v1/accounts/1/followers?limit=1&max_id=77&x=%5B%5D"


def test_a_page_that_links_to_itself_is_the_last(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(json=[], Link='<https://h.example/a>; rel="next"')]
    assert len(list(scripted.client().pages(timelines.Home()))) == 2


def test_media_are_asked_for_by_their_operation(scripted: Scripted, reply: Reply) -> None:
    scripted.answers = [reply(206, attachment(None))]
    assert scripted.client().send(media.Get(id="7")).url is None
