"""Requests that nobody honest sends: they are refused or answered, soon, and never break the server."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from mockserver.instance import Instance
from mockserver.media import blurhash, faults, images
from mockserver.options import Options
from mockserver.testing import world

PATIENCE = 10.0
"""Seconds; what is no longer linear in its input takes minutes."""
DIGITS = "9" * 5000
RUN = 100_000


@pytest.fixture(scope="module")
def instance() -> Iterator[Instance]:
    made = Instance(Options(start_at=1_900_000_000, rate_limits="off"), world("demo"))
    yield made
    made.close()


def ask(instance: Instance, method: str, path: str, who: str = "alice", **more: Any) -> httpx.Response:
    async def run() -> httpx.Response:
        headers = {"Authorization": f"Bearer {who}-token", "Accept": "application/json"}
        transport = httpx.ASGITransport(instance.app)
        async with httpx.AsyncClient(transport=transport, base_url=instance.base_url) as client:
            return await client.request(method, path, headers=headers, **more)

    began = time.monotonic()
    answer = asyncio.run(run())
    assert time.monotonic() - began < PATIENCE
    return answer


@pytest.mark.parametrize("number", [DIGITS, "-" + DIGITS, "²", "1e3", "0x" + "f" * 5000], ids=lambda n: n[:3])
def test_numbers_of_any_length_are_read(instance: Instance, number: str) -> None:
    def status(method: str, path: str, **content: Any) -> int:
        return ask(instance, method, path, json=content).status_code

    assert status("GET", f"/api/v1/statuses/{number}") == 404
    assert status("GET", f"/api/v1/accounts/{number}") == 404
    assert status("GET", f"/media_proxy/{number}") == 404
    assert status("GET", "/api/v1/timelines/home", max_id=number, limit=number) == 200
    assert status("GET", "/api/v1/timelines/public", max_id=number, limit=number) in (200, 400)
    assert status("GET", "/api/v1/accounts", id=[number]) == 200
    assert status("POST", "/api/v1/statuses", status="x", in_reply_to_id=number) == 404
    assert status("POST", "/api/v1/statuses", status="x", media_ids=[number]) == 422
    keyword = {"id": number, "keyword": "x"}
    made = {"title": "x", "context": ["home"], "keywords_attributes": [keyword]}
    assert status("POST", "/api/v2/filters", **made) < 500


@pytest.mark.parametrize("path", ["/api/v2/search", "/api/v1/accounts/search"])
@pytest.mark.parametrize("run", ["a", "-", "_", "a-", "a_", "a+", "a.", "é", "@", "a@", "中"])
def test_searching_for_a_long_run_of_letters_takes_no_time(instance: Instance, path: str, run: str) -> None:
    assert ask(instance, "GET", path, json={"q": run * (RUN // len(run))}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "content"),
    [
        ("GET", "/api/v1/admin/accounts", {"username": "a" * RUN, "email": "%" * RUN}),
        ("POST", "/api/v1/admin/domain_blocks", {"domain": "a." * RUN}),
        ("POST", "/api/v1/admin/email_domain_blocks", {"domain": "a." * RUN}),
        ("POST", "/api/v1/domain_blocks", {"domain": "ä" * RUN}),
        (
            "POST",
            "/api/v1/apps",
            {
                "client_name": "x",
                "redirect_uris": "https://a.example",
                "website": "http://" + "a" * RUN + " ",
            },
        ),
        (
            "POST",
            "/api/v1/admin/measures",
            {
                "keys": ["instance_accounts"],
                "start_at": "2030-01-01",
                "end_at": "2030-01-02",
                "instance_accounts": {"domain": "a" * RUN, "include_subdomains": True},
            },
        ),
    ],
    ids=["accounts", "domain block", "e-mail block", "own domain block", "application", "measures"],
)
def test_names_of_any_length_are_compared(
    instance: Instance, method: str, path: str, content: dict[str, Any]
) -> None:
    assert ask(instance, method, path, who="admin", json=content).status_code in (200, 400, 422)


@pytest.mark.parametrize(
    "piece", ["https://a.example ", "@bob ", "@bob@remote.example ", "#tag ", "://a.b", "é", "@", "\u0301a"]
)
def test_a_text_that_is_far_too_long_is_refused_as_any_other(instance: Instance, piece: str) -> None:
    poll = {"options": [str(number) for number in range(20_000)], "expires_in": 600}
    answer = ask(
        instance, "POST", "/api/v1/statuses", json={"status": piece * (1_000_000 // len(piece)), "poll": poll}
    )
    assert answer.json() == {
        "error": "Validation failed: Text character limit of 500 exceeded, "
        "Choices can't contain more than 4 items"
    }
    note = ask(instance, "PATCH", "/api/v1/accounts/update_credentials", json={"note": piece * 100_000})
    assert note.json()["error"] == "Validation failed: Note is too long (maximum is 500 characters)"


@pytest.mark.parametrize(
    ("method", "path", "name", "status"),
    [
        ("GET", "/api/v1/accounts/relationships", "id", 200),
        ("GET", "/api/v1/timelines/tag/topic", "any", 200),
        ("GET", "/api/v1/notifications", "types", 200),
        ("POST", "/api/v1/notifications/requests/dismiss", "id", 200),
        ("POST", "/api/v1/statuses", "media_ids", 422),
    ],
)
def test_arrays_may_be_long(instance: Instance, method: str, path: str, name: str, status: int) -> None:
    many = [str(number) for number in range(50_000)]
    assert ask(instance, method, path, json={name: many}).status_code == status


@pytest.mark.parametrize("path", ["/" + "a" * 8192, "/api/v1/statuses/" + "1" * 8192], ids=["any", "an id"])
def test_a_path_that_is_too_long_is_refused_by_the_web_server(instance: Instance, path: str) -> None:
    answer = ask(instance, "GET", path)
    assert (answer.status_code, answer.content) == (400, b"")
    assert ask(instance, "GET", path[:8192]).status_code == 404


def raw(instance: Instance, scope: dict[str, Any], *received: dict[str, Any]) -> list[Any]:
    """What the application sends to a server that gives it this scope and these messages."""
    told: list[Any] = []
    waiting = list(received)

    async def send(message: Any) -> None:
        told.append(message)

    async def receive() -> Any:
        return waiting.pop(0)

    path = scope.get("path", "/")
    plain = {"type": "http", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": []}
    asyncio.run(instance.app({**plain, **scope}, receive, send))
    return told


def test_verbs_are_told_apart_by_their_case(instance: Instance) -> None:
    """Recording errors/wrong_method."""
    start, body = raw(instance, {"method": "get", "path": "/api/v1/instance"}, {"type": "http.request"})
    assert (start["status"], body["body"]) == (400, b"")


@pytest.mark.parametrize(
    "received",
    [
        [{"type": "http.disconnect"}],
        [{"type": "http.request", "body": b"status=half", "more_body": True}, {"type": "http.disconnect"}],
    ],
    ids=["before", "amid"],
)
def test_a_text_whose_sender_leaves_is_not_posted(instance: Instance, received: list[dict[str, Any]]) -> None:
    def posts() -> int:
        return int(ask(instance, "GET", "/api/v1/accounts/verify_credentials").json()["statuses_count"])

    headers = [
        (b"authorization", b"Bearer alice-token"),
        (b"content-type", b"application/x-www-form-urlencoded"),
        (b"content-length", b"1000"),
    ]
    before = posts()
    assert raw(instance, {"method": "POST", "path": "/api/v1/statuses", "headers": headers}, *received) == []
    assert posts() == before


@pytest.mark.parametrize(
    "value", ['"' + '\\"' * 30_000 + '"', "a=b; " * 12_000, "=" * 60_000], ids=lambda v: v[:4]
)
def test_cookies_of_any_shape_are_read(instance: Instance, value: str) -> None:
    began = time.monotonic()
    headers = [(b"cookie", b"_mastodon_session=" + value.encode())]
    start, _ = raw(
        instance, {"method": "GET", "path": "/auth/edit", "headers": headers}, {"type": "http.request"}
    )
    assert start["status"] == 302
    assert time.monotonic() - began < PATIENCE / 2


@pytest.mark.parametrize(
    "name",
    ["a" * 5000, "%00", "..%2f..%2fapp.py", "%2e%2e/%2e%2e/cli.py", "avatar-missing.png%00", "."],
    ids=lambda name: name[:25],
)
def test_the_pictures_that_come_along_are_the_only_files_there_are(instance: Instance, name: str) -> None:
    assert ask(instance, "GET", f"/packs/assets/{name}").status_code == 404


def test_a_picture_of_a_single_row_is_scaled_beside_other_work() -> None:
    """Pillow computes the weights of so many pixels for a minute and lets nothing else run."""
    row = Image.new("L", (9_000_000, 1))
    began = time.monotonic()
    preview = images.scaled(row, images.area_box(*row.size, images.SMALL_PIXELS))
    assert preview.size == (1_440_000, 1)
    assert blurhash.of_picture(preview).startswith("U")
    assert time.monotonic() - began < PATIENCE


def test_a_side_that_is_longer_than_a_picture_has_is_refused() -> None:
    file = io.BytesIO()
    Image.new("1", (images.LONGEST_SIDE + 1, 1)).save(file, "PNG")
    with pytest.raises(faults.ProcessingFailed):
        images.decode(file.getvalue(), "image/png")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([b"Bearer alice-token", b"Bearer alice-token"], 401),
        ([b"Bearer wrong", b"Bearer alice-token"], 401),
        ([b"Basic x", b"Bearer alice-token"], 401),
        ([b"Bearer alice-token"], 200),
    ],
)
def test_a_header_that_is_sent_twice_has_both_values(
    instance: Instance, headers: list[bytes], status: int
) -> None:
    sent = [(b"authorization", value) for value in headers]
    path = "/api/v1/accounts/verify_credentials"
    start, _ = raw(instance, {"method": "GET", "path": path, "headers": sent}, {"type": "http.request"})
    assert start["status"] == status


@pytest.mark.parametrize(
    ("wanted", "status"),
    [(f"bytes={DIGITS}-", 416), (f"bytes=0-{DIGITS}", 206), (f"bytes=-{DIGITS}", 206), ("bytes=²-", 200)],
    ids=["first", "last", "length", "none"],
)
def test_ranges_of_any_length_are_read(instance: Instance, wanted: str, status: int) -> None:
    headers = [(b"range", wanted.encode())]
    path = "/packs/assets/avatar-missing.png"
    start, _ = raw(instance, {"method": "GET", "path": path, "headers": headers})
    assert start["status"] == status
