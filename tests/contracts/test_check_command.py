"""`fakestodon check`: what people and scripts get to see."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from contracts.laws import LAWS
from mockserver.cli import main
from mockserver.testing import fake


def run(*arguments: str, **more: object) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], **more)  # type: ignore[arg-type]


def test_a_law_that_holds_is_one_line() -> None:
    result = run("--law", "FAV-INVERSE")
    assert result.exit_code == 0
    assert "✓ PASS   FAV-INVERSE" in result.output
    assert "1 law: 1 pass, 0 fail" in result.output


def test_a_broken_law_tells_its_story_and_fails_the_command() -> None:
    result = run("--law", "FAV-INVERSE", "--deviation", "favourite_twice_422")
    assert result.exit_code == 1
    assert "✗ FAIL   FAV-INVERSE" in result.output
    assert "bob: POST /api/v1/statuses/S1/favourite → 422" in result.output
    assert "got       422" in result.output
    assert LAWS["FAV-INVERSE"].source in result.output


def test_json_is_for_scripts() -> None:
    result = run("--json", "--law", "BLANK-REJECTED", "--law", "NOT-YOURS", "--deviation", "anyone_edits")
    told = json.loads(result.output)
    assert result.exit_code == 1
    assert {v["law"]: v["verdict"] for v in told["verdicts"]} == {
        "BLANK-REJECTED": "pass",
        "NOT-YOURS": "fail",
    }
    assert told["verdicts"][1]["story"]


def test_read_only_skips_what_would_write() -> None:
    result = run("--read-only")
    assert result.exit_code == 0
    assert "- SKIP   FAV-INVERSE" in result.output
    assert "✓ PASS   ANON-MATRIX" in result.output


def test_list_names_all_laws_and_tries_none() -> None:
    result = run("--list")
    assert result.exit_code == 0
    assert all(id in result.output for id in LAWS)
    assert "PASS" not in result.output


def test_a_server_at_a_url() -> None:
    with fake("demo") as server:
        tokens = [f"--token={name}={server.tokens[name]}" for name in ("alice", "bob")]
        result = run("--base-url", server.base_url, "--law", "BLANK-REJECTED", *tokens)
    assert result.exit_code == 0
    assert server.base_url in result.output
    assert "allowed: own" in result.output


def test_a_token_that_is_no_good_is_told_before_anything_is_tried() -> None:
    with fake("demo") as server:
        result = run("--base-url", server.base_url, "--token", "alice=wrong")
    assert result.exit_code == 2
    assert "alice" in result.output
    assert "✗" not in result.output


def test_a_server_that_does_not_answer() -> None:
    result = run("--base-url", "http://127.0.0.1:1")
    assert result.exit_code == 2
    assert "cannot be reached" in result.output


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--law", "fav-invers"), "did you mean FAV-INVERSE?"),
        (("--deviation", "nonsense"), "favourite_twice_422"),
        (("--token", "a=b"), "--base-url"),
        (("--base-url", "server.example"), "write https://server.example"),
        (("--base-url", "https://"), "no server's address"),
        (("--base-url", "http://[bad"), "is no URL"),
        (("--base-url", "https://server.example", "--token", "a=x", "--token", "a[red]=y"), "read:lists"),
        (("--base-url", "https://server.example", "--deviation", "page_gap"), "for the fake"),
        (("--base-url", "https://server.example", "--token", "x"), "NAME=TOKEN"),
    ],
)
def test_a_mistake_in_the_arguments_is_explained(arguments: tuple[str, ...], hint: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert hint in result.output


def test_colours_only_where_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = run("--law", "BLANK-REJECTED", color=True)
    assert "\x1b[32m" in coloured.output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("--law", "BLANK-REJECTED", color=True).output
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in run("--law", "BLANK-REJECTED").output
