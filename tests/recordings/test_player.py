"""A scene is played as it was recorded: calls, variables, cookies, uploads, streams, waiting."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from click.testing import CliRunner
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from contracts import cli
from contracts.recordings import known, report, run, scenes
from contracts.recordings.player import Played, play
from contracts.recordings.scenes import Scene
from contracts.targets import asgi

START = 1_795_239_780.0


class Stub:
    """A target of a few routes that tells what it was asked."""

    def __init__(self, start_at: float | None) -> None:
        self.time = start_at or START
        self.seeded: list[dict[str, Any]] = []
        self.polls = 0
        self.settled = 0
        self.events: asyncio.Queue[bytes] = asyncio.Queue()
        routes = [
            Route("/echo", self.echo, methods=["GET", "POST"]),
            Route("/crash", self.crash),
            Route("/page", self.page),
            Route("/empty", lambda _: Response(status_code=204)),
            Route("/file", lambda _: Response(b"12345", media_type="image/png")),
            Route("/poll", self.poll),
            Route("/jar", self.jar),
            Route("/sse", self.sse),
            WebSocketRoute("/ws", self.ws),
        ]
        self.app = Starlette(routes=routes)

    async def echo(self, request: Request) -> Response:
        body = await request.body()
        told = {
            "headers": {name: request.headers.get(name) for name in request.query_params.getlist("h")},
            "path": request.url.path,
            "length": len(body),
            "form": parse_qsl(body.decode("latin-1")) if len(body) < 200 else [],
        }
        return JSONResponse(told, headers={"link": f'<{request.url.path}?max_id=5>; rel="next"'})

    def crash(self, request: Request) -> Response:
        raise RuntimeError("of the application")

    async def page(self, request: Request) -> Response:
        return HTMLResponse("<html><title>Hi &amp; ho</title></html>")

    async def poll(self, request: Request) -> Response:
        self.polls += 1
        return JSONResponse({"polls": self.polls}, 200 if self.polls == 3 else 206)

    async def jar(self, request: Request) -> Response:
        answer = PlainTextResponse(request.cookies.get("session", "none"))
        answer.set_cookie("session", "kept")
        return answer

    async def sse(self, request: Request) -> Response:
        async def events() -> Any:
            yield b":)\n"
            while True:
                yield await self.events.get()

        return StreamingResponse(events(), media_type="text/event-stream")

    async def ws(self, socket: WebSocket) -> None:
        if socket.query_params.get("refuse"):
            await socket.send_denial_response(PlainTextResponse("no", 401))
            return
        await socket.accept()
        async for text in socket.iter_text():
            await socket.send_text(json.dumps({"event": "echo", "payload": text}))
            if text == '"bye"':
                await socket.close()
                return

    def seed(self, scenario: dict[str, Any]) -> dict[str, Any]:
        self.seeded.append(scenario)
        tokens = {
            f"{token['name']}.token": f"token-of-{token['name']}" for token in scenario.get("tokens", ())
        }
        statuses = {item["save"]: "42" for item in scenario.get("remote_statuses", ()) if "save" in item}
        return tokens | statuses

    def now(self) -> float:
        return self.time

    async def advance(self, seconds: float) -> None:
        self.time += seconds
        await asgi.run_idle()

    async def settle(self) -> None:
        self.settled += 1

    async def call(self, request: Any) -> Any:
        if request.method == "POST" and request.target.startswith("/echo"):
            self.events.put_nowait(b'event: update\ndata: {"n": 1}\n\n')
        return await asgi.call(self.app, request)

    async def open(self, request: Any, by: str) -> Any:
        opened: Callable[..., Awaitable[Any]] = asgi.open_socket if by == "ws" else asgi.open_events
        return await opened(self.app, request)

    async def close(self) -> None:
        pass


def playing(steps: list[dict[str, Any]], files: Path | None = None, **data: Any) -> tuple[Played, Stub]:
    """Plays steps against a stub; those that shall answer something get an answer to be compared with."""
    made: list[Stub] = []

    def make(start_at: float | None) -> Stub:
        made.append(Stub(start_at))
        return made[0]

    quiet = {"sleep", "world"}
    for step in steps:
        if not quiet & step.keys() and step.get("stream") not in {"send", "close"}:
            read = step.get("stream") == "read"
            step.setdefault("answer", [] if read else {"status": 200, "headers": {}})
    data = {"scene": "area/name", "actors": {"alice": {}}, "variables": {}, "steps": steps, **data}
    scene = Scene("area/name", data, Path("name.json"), files)
    return asyncio.run(play(scene, make)), made[0]


def answers(played: Played) -> list[Any]:
    return [result.answer for result in played.results]


def test_a_call_carries_what_the_recorder_sent() -> None:
    headers = "h=authorization&h=user-agent&h=accept&h=host&h=x-forwarded-proto"
    played, _ = playing([{"as": "alice", "call": f"GET /echo?{headers}"}])
    assert answers(played)[0]["body"]["headers"] == {
        "authorization": "Bearer token-of-alice",
        "user-agent": "scenes/1",
        "accept": "*/*",
        "host": "mastodon.example",
        "x-forwarded-proto": "https",
    }


def test_headers_are_replaced_and_removed_and_an_unknown_name_is_the_token() -> None:
    step = {"as": "nonsense", "call": "GET /echo?h=accept&h=user-agent&h=authorization"}
    played, _ = playing([step | {"headers": {"Accept": "text/html", "User-Agent": None}}])
    told = answers(played)[0]["body"]["headers"]
    assert told == {"accept": "text/html", "user-agent": None, "authorization": "Bearer nonsense"}


def test_saved_values_go_into_later_steps() -> None:
    saved_by_pattern = {
        "t": {"body": True, "re": "title>([^<]+)"},
        "k": {"header": "Content-Type", "re": "[a-z]+"},
    }
    steps: list[dict[str, Any]] = [
        {"call": "POST /echo", "form": [["a", "b c"]], "save": {"v": "$.form[0][1]", "n": "link:next"}},
        {"call": "POST /echo", "form": [["again", "${v}-${n}-${unknown}"]]},
        {"call": "GET /page", "save": saved_by_pattern},
        {"call": "POST /echo", "form": [["t", "${t}"], ["k", "${k}"]]},
    ]
    told = answers(playing(steps)[0])
    assert told[1]["body"]["form"] == [["again", "b c-/echo?max_id=5-${unknown}"]]
    assert told[3]["body"]["form"] == [["t", "Hi &amp; ho"], ["k", "text"]]


def test_repeated_calls_count_and_the_last_answer_is_kept() -> None:
    step = {"call": "POST /echo", "form": [["n", "n${i}"]], "repeat": 3, "save": {"s${i}": "$.form[0][1]"}}
    played, _ = playing([step])
    assert answers(played)[0]["body"]["form"] == [["n", "n3"]]
    assert [played.data["variables"][f"s{i}"] for i in (1, 2, 3)] == ["n1", "n2", "n3"]


def test_until_polls_and_moves_the_clock_by_half_a_second_each_time() -> None:
    played, stub = playing([{"call": "GET /poll", "until": {"status": 200}}])
    assert answers(played)[0]["body"] == {"polls": 3}
    assert played.data["steps"][0]["earlier"] == [206, 206]
    assert stub.time - START == pytest.approx(1.03, abs=0.001)


def test_waits_move_the_clock_and_not_the_wall() -> None:
    _, stub = playing([{"sleep": 3600}])
    assert stub.time == START + 3600


def test_background_work_is_waited_for_after_calls_that_change_something() -> None:
    before = playing([])[1].settled
    assert playing([{"call": "POST /echo"}])[1].settled == before + 1
    assert playing([{"call": "GET /echo"}])[1].settled == before
    assert playing([{"call": "POST /echo", "settle": False}])[1].settled == before


def test_cookies_are_kept_by_jar() -> None:
    played, _ = playing([{"call": "GET /jar", "jar": jar} for jar in ("a", "a", "b")])
    assert [each["text"] for each in answers(played)] == ["none", "kept", "none"]


def test_uploads_come_from_the_files_folder(tmp_path: Path) -> None:
    (tmp_path / "one.bin").write_bytes(bytes(300))
    upload = {"file": "one.bin", "type": "image/png"}
    steps = [
        {"call": "POST /echo", "multipart": [["file", part]]} for part in (upload, {**upload, "pad": 50})
    ]
    first, second = (each["body"]["length"] for each in answers(playing(steps, tmp_path)[0]))
    assert second == first + 50 > 350


def test_answers_are_written_as_the_recordings_have_them() -> None:
    played, _ = playing(
        [{"call": f"GET /{path}"} for path in ("page", "empty", "file")] + [{"call": "HEAD /echo"}]
    )
    page, empty, file, head = answers(played)
    assert (page["html"], page["title"]) == ("(page of some length)", "Hi &amp; ho")
    assert not {"body", "text", "html"} & empty.keys()
    assert file["bytes"] == 5
    assert head["text"] == ""


def test_an_exception_of_the_application_is_a_500_that_tells_where() -> None:
    played, _ = playing([{"call": "GET /crash"}, {"call": "GET /page"}])
    assert answers(played)[0]["status"] == 500
    assert "status" in played.results[0].verdicts.failing
    assert "RuntimeError: of the application" in played.results[0].crash
    assert answers(played)[1]["status"] == 200


def test_event_streams_are_read_without_waiting() -> None:
    steps: list[dict[str, Any]] = [
        {"stream": "open", "name": "s", "path": "/sse", "by": "sse", "as": "alice"},
        {"stream": "read", "name": "s", "seconds": 0.1},
        {"call": "POST /echo"},
        {"stream": "read", "name": "s", "seconds": 600},
        {"stream": "read", "name": "s", "seconds": 1},
        {"stream": "close", "name": "s"},
    ]
    _, opened, _, read, empty = answers(playing(steps)[0])[:5]
    assert answers(playing(steps)[0])[0]["headers"]["content-type"].startswith("text/event-stream")
    assert opened == [{"comment": ":)"}]
    assert read == [{"event": "update", "json": {"n": 1}}]
    assert empty == []


def test_web_sockets_are_played() -> None:
    steps: list[dict[str, Any]] = [
        {"stream": "open", "name": "w", "path": "/ws?refuse=1", "by": "ws"},
        {"stream": "open", "name": "w", "path": "/ws", "by": "ws"},
        {"stream": "send", "name": "w", "json": {"a": 1}},
        {"stream": "send", "name": "w", "opcode": 9, "text": "x"},
        {"stream": "send", "name": "w", "text": '"bye"'},
        {"stream": "read", "name": "w", "seconds": 0.1},
    ]
    refused, opened, read = answers(playing(steps)[0])
    assert (refused["status"], opened["status"]) == (401, 101)
    assert read[0] == {
        "frame": {"event": "echo", "payload": "(JSON text, decoded beside)"},
        "payload": {"a": 1},
    }
    assert read[1] == {"opcode": 10}
    assert read[-1] == {"close": None, "reason": ""}


def test_the_world_is_made_in_its_order_and_its_saves_are_known() -> None:
    world = [
        {"remote_account": {"name": "rem", "domain": "remote.example"}},
        {"remote_status": {"account": "rem", "text": "x", "save": "r"}},
        {"setting": {"a": 1}},
        {"setting": {"b": 2}},
    ]
    steps = [{"world": [{"remote_status": {"account": "rem", "text": "${r}"}}]}]
    _, stub = playing(steps, world=world, tokens={"app": {"account": None, "scopes": "read"}})
    opening, *rest = stub.seeded
    assert opening["accounts"][0]["email"] == "alice@mail.example"
    assert [token["name"] for token in opening["tokens"]] == ["alice", "app"]
    assert [[*each] for each in rest] == [
        ["remote_accounts"],
        ["remote_statuses"],
        ["settings"],
        ["remote_statuses"],
    ]
    assert rest[2] == {"settings": {"a": 1, "b": 2}}
    assert rest[3]["remote_statuses"][0]["text"] == "42"


def test_words_that_say_what_cannot_be_done_end_the_scene() -> None:
    steps: list[dict[str, Any]] = [
        {"call": "GET /page"},
        {"world": [{"about": "the moon is full"}]},
        {"call": "GET /page"},
    ]
    played, _ = playing(steps)
    assert (len(played.results), played.skipped, played.reason) == (1, 1, "skipped: the moon is full")


def test_words_that_a_scenario_can_express_are_done() -> None:
    words = [
        "alice follows both remote accounts",
        "empties the server's cache",
        "a disabled emoji :off:",
    ]
    world = [{"remote_account": {"name": name}} for name in ("a", "b")] + [{"about": text} for text in words]
    _, stub = playing([], world=world)
    assert stub.seeded[2:] == [
        {"follows": [{"from": "alice", "to": "a"}, {"from": "alice", "to": "b"}]},
        {"limits": [{"all_anew": True}]},
        {"emojis": [{"shortcode": "off", "disabled": True}]},
    ]


def test_words_about_the_cast_before_the_first_call_go_into_its_making() -> None:
    said = "mov has moved to zoe, lim is limited, token gone is revoked, token old ran out a day ago"
    cast: dict[str, Any] = {
        "actors": {"mov": {}, "lim": {}, "zoe": {}},
        "tokens": {name: {"account": "lim"} for name in ("gone", "old")},
    }
    played, stub = playing([{"world": [{"about": said}]}, {"call": "GET /page"}], **cast)
    (opening,) = stub.seeded
    assert len(played.results) == 1
    changes = [
        {key: each[key] for key in each.keys() - {"email", "password"}} for each in opening["accounts"]
    ]
    assert changes == [
        {"username": "lim", "silenced": True},
        {"username": "zoe"},
        {"username": "mov", "moved_to": "zoe"},
    ]
    assert [(each["name"], each.get("revoked"), each.get("expired")) for each in opening["tokens"][3:]] == [
        ("gone", True, None),
        ("old", None, True),
    ]


def test_words_that_the_target_cannot_make_end_the_scene_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def seed(self: Stub, scenario: dict[str, Any]) -> dict[str, Any]:
        if "blocks" in scenario:
            raise ValueError("no such list")
        return {}

    monkeypatch.setattr(Stub, "seed", seed)
    played, _ = playing([{"call": "GET /page"}], world=[{"about": "bob blocks alice"}])
    assert (played.results, played.reason) == ([], "skipped: bob blocks alice (no such list)")


def test_the_clock_starts_with_the_recording_and_keeps_up_with_it() -> None:
    made = str(round((START + 1) * 1000) << 16)
    later = {"status": 200, "headers": {}, "body": {"created_at": "2026-11-21T05:50:00.000Z"}}
    _, stub = playing([], variables={"alice.id": made})
    assert stub.time - START == pytest.approx(1, abs=0.001)
    _, stub = playing([{"call": "GET /page", "answer": later}], variables={"alice.id": made})
    assert stub.time >= scenes_seconds("2026-11-21T05:50:00Z")


def scenes_seconds(text: str) -> float:
    from contracts.recordings.timing import seconds_of

    return seconds_of(text)


def write_scene(folder: Path, recorded: dict[str, Any]) -> Path:
    scene = {
        "scene": "area/name",
        "actors": {},
        "variables": {},
        "steps": [{"call": "GET /page", "answer": recorded}],
    }
    path = folder / "area" / "name.json"
    path.parent.mkdir()
    path.write_text(json.dumps(scene))
    return path


PAGE = {
    "status": 200,
    "headers": {"content-type": "text/html; charset=utf-8"},
    "html": "(page of some length)",
    "title": "Hi &amp; ho",
}


def test_what_is_written_out_is_a_scene_again(tmp_path: Path) -> None:
    write_scene(tmp_path, PAGE)
    (scene,) = scenes.find([tmp_path])
    played = run.play_one(scene, Stub)
    run.write(played, tmp_path / "out")
    (again,) = scenes.find([tmp_path / "out"])
    assert again.steps == scene.steps


def test_replay_exits_by_what_differs_and_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "make_fake", Stub)
    write_scene(tmp_path, PAGE)
    replay = [str(tmp_path), "--jobs", "1"]
    assert CliRunner().invoke(cli.replay, replay).exit_code == 0

    (tmp_path / "area" / "name.json").unlink()
    (tmp_path / "area").rmdir()
    write_scene(tmp_path, PAGE | {"title": "Other"})
    result = CliRunner().invoke(cli.replay, [*replay, "-v"])
    assert result.exit_code == 1
    assert "area/name#1  GET /page" in result.output
    assert '(title): "Other" → "Hi & ho"' in result.output
    data = json.loads(CliRunner().invoke(cli.replay, [*replay, "--json"]).output)
    assert data["areas"]["all"] | {"steps": 1, "status": 1, "shaped": 1, "right": 0} == data["areas"]["all"]

    listed = tmp_path / "known.toml"
    listed.write_text('[[known]]\nscene = "area/*"\nverdict = "value"\nreason = "for this test"\n')
    assert CliRunner().invoke(cli.replay, [*replay, "--known", str(listed)]).exit_code == 0


def test_the_built_in_list_of_known_differences_gives_reasons() -> None:
    assert all(entry.reason for entry in known.load())


def test_the_table_counts_cumulatively() -> None:
    played, _ = playing([{"call": "GET /crash"}, {"call": "GET /page", "answer": PAGE}])
    tally = report.tallies([played], [])["all"]
    assert (tally.steps, tally.status, tally.shaped, tally.right) == (2, 1, 1, 1)
