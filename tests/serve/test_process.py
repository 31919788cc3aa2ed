"""The life of a server: its first line, its addresses, its log, its end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from tests.serve.processes import ROOT, Server, refused, serving

SCENARIO = """
[[apps]]
name = "App"
[[accounts]]
username = "ann"
[[accounts]]
username = "ben"
[[tokens]]
account = "ann"
[[statuses]]
account = "ann"
text = "hello"
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as made:
        yield made


def test_the_first_line_tells_how_to_reach_the_server(server: Server) -> None:
    assert set(server.told) == {"base_url", "streaming_url", "pid", "tokens"}
    assert server.told["pid"] == server.process.pid
    assert re.fullmatch(r"http://localhost:[1-9]\d*", server.base_url)
    assert server.told["streaming_url"] == server.base_url.replace("http:", "ws:")
    assert server.told["tokens"]["alice"] == "alice-token"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_it_answers_on_both_loopbacks(server: Server, host: str) -> None:
    if host == "[::1]" and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    answer = httpx.get(f"http://{host}:{server.port}/api/v2/instance", trust_env=False)
    assert answer.status_code == 200


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as one:
            one.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("streams", [False, True], ids=["idle", "streaming"])
def test_a_signal_ends_it_soon_and_well(server: Server, end: signal.Signals, streams: bool) -> None:
    if not streams:
        server.get("/api/v2/instance")
        _end(server, end)
        return
    headers = {"Authorization": "Bearer alice-token"}
    with (
        server.http.stream("GET", "/api/v1/streaming/user", headers=headers) as sse,
        connect(
            f"{server.told['streaming_url']}/api/v1/streaming?stream=public",
            additional_headers=headers,
            proxy=None,
        ),
    ):
        assert sse.status_code == 200
        _end(server, end)


def _end(server: Server, end: signal.Signals) -> None:
    began = time.monotonic()
    server.process.send_signal(end)
    assert server.process.wait(timeout=10) == 0, server.log
    assert time.monotonic() - began < 3
    assert "Traceback" not in server.log


def test_a_signal_right_after_the_first_line_ends_it_too(server: Server) -> None:
    _end(server, signal.SIGTERM)


def test_each_request_is_a_line_of_the_log(server: Server) -> None:
    server.get("/api/v1/timelines/home?limit=1", "alice")
    server.http.get("/api/v1/statuses/1")
    _end(server, signal.SIGTERM)
    first, second = server.log.splitlines()
    assert re.fullmatch(r"200 GET    /api/v1/timelines/home  @?alice  [\d.]+ ms", first)
    assert re.fullmatch(r"404 GET    /api/v1/statuses/1  -  [\d.]+ ms", second)


def test_a_port_in_use_is_told(server: Server) -> None:
    ended = refused("--port", str(server.port))
    assert ended.returncode == 1
    assert ended.stderr == (
        f"fakestodon: cannot listen on port {server.port}: Address already in use. "
        "Try --port 0 for a free one.\n"
    )


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    database = str(tmp_path / "world.db")
    with serving(tmp_path, "--database", database) as server:
        posted = server.ask("POST", "/api/v1/statuses", "bob", data={"status": "kept"}).json()
        server.process.kill()
        server.process.wait()
    with serving(tmp_path, "--database", database) as server:
        again = server.get(f"/api/v1/statuses/{posted['id']}", "bob")
        assert again["content"] == "<p>kept</p>"
        assert server.told["tokens"]["alice"] == "alice-token"
        welcomes = [one for one in server.get("/api/v1/timelines/public") if "Welcome" in one["content"]]
        assert len(welcomes) == 1, "the demo world was made once more"


def test_a_kept_world_moves_to_another_port(tmp_path: Path) -> None:
    database = str(tmp_path / "world.db")
    with serving(tmp_path, "--database", database) as server:
        former = server.base_url
        _end(server, signal.SIGTERM)
    with serving(tmp_path, "--database", database) as server:
        assert server.base_url != former
        assert former.partition("//")[2] not in server.ask("GET", "/api/v1/timelines/public").text


def test_a_seed_repeats_tokens_and_ids(tmp_path: Path) -> None:
    scenario = tmp_path / "world.toml"
    scenario.write_text(SCENARIO)

    def made(seed: str) -> tuple[dict[str, str], list[int]]:
        with serving(tmp_path, "--scenario", str(scenario), "--seed", seed) as server:
            posts = server.get("/api/v1/timelines/public")
            # The upper bits of an id are the time of the machine; without --seed the lower are chance.
            return server.told["tokens"], [int(post["id"]) & 0xFFFF for post in posts]

    first = made("7")
    assert made("7") == first
    assert made("8") != first


def test_the_greeting_can_be_copied_into_a_shell(tmp_path: Path) -> None:
    """Without --json, the newcomer's view: address, tokens, things to try."""
    with subprocess.Popen(
        [sys.executable, "-m", "mockserver", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        while "streaming/user" not in lines[-1]:
            lines.append(process.stdout.readline())
        process.terminate()
    told = "".join(lines)
    assert re.search(r"Mastodon server at http://localhost:\d+", told)
    assert "alice  alice-token" in told
    assert told.count("curl ") == 3
