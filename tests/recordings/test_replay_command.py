"""`fakestodon replay`: what cannot be played is told in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mockserver.cli import main

SCENE = {"scene": "area/name", "about": "nothing", "actors": {}, "steps": [{"sleep": 1}]}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["replay", "--jobs", "1", *map(str, arguments)])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no JSON"),
        ('{"steps": [', "is no JSON"),
        ("[]", "it has no list `steps`"),
        ("{}", "it has no list `steps`"),
        (json.dumps({**SCENE, "steps": [{"sleep": 1}, 5]}), "step 2 must be an object"),
        (json.dumps({**SCENE, "actors": ["alice"]}), "`actors` must be an object"),
    ],
)
def test_a_file_that_is_no_scene_is_told(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "name.json"
    file.write_text(text)
    result = run(file)
    assert result.exit_code == 2
    assert words in result.output and str(file) in "".join(result.output.split())


def test_what_is_no_scene_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    assert "no scenes there" in run(tmp_path).output
    (tmp_path / "name.json").write_text(json.dumps(SCENE))
    result = run(tmp_path)
    assert result.exit_code == 0, result.output
    assert "1 scenes" in result.output
    assert "'nosuch'" in run(tmp_path, "--scene", "nosuch").output


@pytest.mark.parametrize("text", ["[[known]\n", "[[known]]\nx = 1\n"])
def test_a_mistaken_list_of_known_differences_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "name.json").write_text(json.dumps(SCENE))
    known = tmp_path / "known.toml"
    known.write_text(text)
    result = run("--known", known, tmp_path)
    assert result.exit_code == 2
    assert "known.toml: " in "".join(result.output.splitlines())


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "name.json").write_text(json.dumps(SCENE))
    result = run("--out", tmp_path / "name.json" / "out", tmp_path)
    assert result.exit_code == 2
    assert "name.json/out" in "".join(result.output.split())
