"""Whatever answers at a URL, the verdicts are true, and nothing but verdicts and sentences comes out."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from contracts import checking
from contracts.check import Outcome, Trial, Verdict, check
from contracts.effects import Effects
from contracts.laws import LAWS
from contracts.stopping import Stopping
from contracts.targets.live import Live
from contracts.targets.server import Credential
from mockserver.store.schema import blocks, follows, media_attachments, statuses
from mockserver.testing import Fake, fake

NOWHERE = "http://127.0.0.1:1"
HTML = httpx.Response(200, html="<html><title>Welcome</title></html>")
INSTANCE = {"version": "4.6.5", "configuration": {"statuses": {"max_characters": 500}}}
Handler = Callable[[httpx.Request], httpx.Response]


def same(answer: httpx.Response) -> Handler:
    """Each time afresh: an answer can be read once."""
    content, headers = answer.content, answer.headers

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(answer.status_code, headers=headers, content=content)

    return handler


def json(value: Any, status: int = 200) -> Handler:
    return same(httpx.Response(status, json=value))


def described(rest: Handler, instance: Any = INSTANCE) -> Handler:
    """A server that describes itself, knows its people, and answers all else as `rest` does."""

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v2/instance":
            return httpx.Response(200, json=instance)
        if request.url.path.endswith("/verify_credentials") and "authorization" in request.headers:
            name = request.headers["authorization"].partition(" ")[2]
            return httpx.Response(200, json={"id": name, "acct": name, "locked": False})
        return rest(request)

    return handler


def target(handler: Handler | None, *names: str) -> Live:
    people = [Credential(name, name) for name in names]
    transport = httpx.MockTransport(handler) if handler is not None else None
    server = Live(NOWHERE, people, Effects.OWN, pause=0, transport=transport)
    server.patience = 0
    return server


def run(server: Live, *ids: str) -> int:
    with Stopping() as stopping:
        return checking.run([LAWS[id] for id in ids or LAWS], server, 0, False, stopping)


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        (same(HTML), ("does not speak Mastodon's client API", "200 text/html")),
        (same(httpx.Response(404, html="<h1>Not Found</h1>")), ("does not speak", "404 text/html")),
        (json({"error": "Not Found"}, 404), ("404", "Not Found")),
        (json({"error": "Oops"}, 500), ("500", "Oops")),
        (json([]), ("does not speak", "200 []")),
        (json(None), ("does not speak",)),
        (json({}), ("does not speak", "200 {}")),
        (
            same(httpx.Response(301, headers={"location": "https://x.example/"})),
            ("301", "to https://x.example/"),
        ),
        (None, (NOWHERE, "cannot be reached")),
    ],
)
def test_what_is_no_such_server_is_told_and_not_tried(
    handler: Handler | None, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(target(handler, "ann")) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert all(word in told.err for word in words)


SHAPES = {
    "an empty object": json({}),
    "an array": json([]),
    "null": json(None),
    "a number": json(5),
    "an array of nulls": json([None]),
    "ids that are numbers": json({"id": 5}),
    "a page": same(HTML),
    "nothing": same(httpx.Response(200, headers={"content-type": "application/json"})),
    "bytes": same(
        httpx.Response(200, headers={"content-type": "application/json"}, content=b'{"id":"\xff"}')
    ),
    "what is not compressed as it says": lambda request: httpx.Response(
        200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(b"no gzip")
    ),
    "a redirection": same(httpx.Response(302, headers={"location": "https://elsewhere.example/"})),
    "a page of an error": same(httpx.Response(404, html="<h1>Not Found</h1>")),
    "an error": json({"error": "Not Found"}, 404),
    "a status of null fields": json(
        dict.fromkeys(("content", "account", "poll", "url", "favourites_count")) | {"id": "1"}
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_answers_of_another_shape_break_laws_in_words(shape: str) -> None:
    server = target(described(SHAPES[shape]), "ann", "ben", "cat", "dan", "eve")
    # An empty timeline is no mistake, and streams are read past this transport.
    tried = [law for law in LAWS.values() if law.id not in ("PAGES-PUBLIC", "STREAM=REST")]
    for verdict in check(tried, server):
        assert verdict.outcome is Outcome.FAIL, (verdict.law.id, verdict.reason)
        assert verdict.what and verdict.expected and verdict.got


@pytest.mark.parametrize("configuration", [[], {"statuses": []}, {"statuses": {"max_characters": "many"}}])
def test_a_description_of_another_shape_breaks_what_needs_it(configuration: Any) -> None:
    server = target(described(json({"id": "1"}), {"version": "4.6.5", "configuration": configuration}), "ann")
    verdict = Trial(LAWS["LENGTH-BOUNDARY"], server).verdict()
    assert verdict.outcome is Outcome.FAIL
    assert "of the instance is" in verdict.what


@pytest.mark.parametrize("status", [429, 502, 503])
def test_limits_and_gateways_say_nothing(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    handler = described(same(httpx.Response(status, html="<h1>Later</h1>")))
    assert run(target(handler, "ann", "ben"), "FAV-INVERSE", "ANON-MATRIX") == 3
    assert "2 unsure" in capsys.readouterr().out


def test_a_server_that_goes_away_is_not_asked_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    def gone(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("timed out")

    assert run(target(described(gone), "ann", "ben")) == 3
    told = capsys.readouterr().out
    assert told.count("ReadTimeout: timed out") == 2
    assert told.count("not tried: the server did not answer") == len(LAWS) - 2


def test_what_cannot_be_undone_is_told() -> None:
    def refuses_to_delete(request: httpx.Request) -> httpx.Response:
        if request.method == "DELETE":
            return httpx.Response(403, json={"error": "Not now"})
        return httpx.Response(200, json={"id": "7"})

    verdict = Trial(LAWS["CREATE-ROUNDTRIP"], target(described(refuses_to_delete), "ann")).verdict()
    assert verdict.left_behind
    assert 'DELETE /api/v1/statuses/7 (403 {"error": "Not now"})' in verdict.left_behind[0]


# --- on the fake, with tokens of all kinds

SCENARIO = {
    "apps": [{"name": "Laws"}],
    "accounts": [{"username": "ann"}, {"username": "ben"}, {"username": "new", "approved": False}],
    "tokens": [
        {"name": "ann", "account": "ann"},
        {"name": "ben", "account": "ben"},
        {"name": "reader", "account": "ann", "scopes": "read"},
        {"name": "poster", "account": "ann", "scopes": "write:statuses read:accounts"},
        {"name": "other reader", "account": "ben", "scopes": "read"},
        {"name": "new", "account": "new"},
        {"name": "app", "scopes": "read write"},
    ],
    "statuses": [{"account": "ann", "text": f"was here before {n}"} for n in range(5)],
}


@pytest.fixture(scope="module")
def server() -> Iterator[Fake]:
    with fake(SCENARIO) as running:
        yield running


def at(server: Fake, *names: str) -> Live:
    people = [Credential(name, server.tokens[name]) for name in names]
    return Live(server.base_url, people, Effects.OWN, pause=0)


def verdicts(live: Live, *ids: str) -> dict[str, Verdict]:
    reached = {v.law.id: v for v in check([LAWS[id] for id in ids or LAWS], live)}
    live.close()
    return reached


def test_tokens_that_only_read_skip_what_writes(server: Fake) -> None:
    reached = verdicts(at(server, "reader", "other reader"))
    by_code = {id: v.code for id, v in reached.items() if v.outcome is Outcome.SKIP}
    assert set(by_code) == set(LAWS) - {"PAGES-PUBLIC", "ANON-MATRIX"}
    assert set(by_code.values()) == {"scope"}
    assert "the token of reader may not POST" in reached["BLANK-REJECTED"].reason


def test_a_token_that_may_not_stream_skips_the_stream(server: Fake) -> None:
    verdict = verdicts(at(server, "poster"), "STREAM=REST")["STREAM=REST"]
    assert (verdict.outcome, verdict.code) == (Outcome.SKIP, "scope")


def test_what_a_law_that_holds_has_left_out_is_told(server: Fake) -> None:
    reached = verdicts(at(server, "ann", "ben"), "VIS-MATRIX", "SCOPE-MATRIX", "NOT-YOURS")
    assert {v.outcome for v in reached.values()} == {Outcome.PASS}
    assert "2 of the 5 accounts" in reached["VIS-MATRIX"].reason
    assert "NAME[read:statuses]=TOKEN" in reached["SCOPE-MATRIX"].reason
    assert reached["NOT-YOURS"].reason == ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("ann", "reader"), "ann and reader are tokens of one account, ann"),
        (("app",), "the token of app is no good: .*422 .*authenticated user"),
        (("new",), "the token of new is no good: .*403 .*pending approval"),
    ],
)
def test_tokens_that_no_law_can_be_tried_with(
    server: Fake, names: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(at(server, *names)) == 2
    assert re.search(words, capsys.readouterr().err)


def test_a_stream_that_breaks_off_says_nothing(server: Fake) -> None:
    class Breaking(Live):
        def listen(self, token: str, path: str) -> Any:
            listening = super().listen(token, path)
            server.call(server.instance.hub.close)
            return listening

    live = Breaking(server.base_url, [Credential("ann", server.tokens["ann"])], Effects.OWN, pause=0)
    verdict = verdicts(live, "STREAM=REST")["STREAM=REST"]
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert "broke off" in verdict.reason


# --- interrupted


def rows(server: Fake) -> list[int]:
    tables = (statuses, follows, blocks, media_attachments)
    return server.call(lambda: [len(server.instance.db.find_all(table)) for table in tables])


@pytest.mark.parametrize("after", [1, 6, 11, 24, 40])
def test_an_interrupted_law_leaves_nothing_behind(server: Fake, after: int) -> None:
    live, before = at(server, "ann", "ben"), rows(server)
    reached = list(check(LAWS.values(), live, stopping=lambda: live.guard.sent >= after))
    live.close()
    assert reached[-1].code == "interrupted"
    assert [v.left_behind for v in reached if v.left_behind] == []
    assert rows(server) == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_command_cleanly(server: Fake, number: signal.Signals, code: int) -> None:
    before = rows(server)
    options = ["--base-url", server.base_url, "--token", f"ann={server.tokens['ann']}"]
    with subprocess.Popen(
        [sys.executable, "-m", "mockserver", "check", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        while "PAGE-PARTITION" not in process.stdout.readline():
            pass
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert "interrupted" in out and "not tried" in out
    assert "Traceback" not in err
    assert rows(server) == before
