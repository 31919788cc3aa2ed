"""What is wrong with an option or a scenario is told in a sentence, with what would be right."""

from __future__ import annotations

import copy
import socket
from pathlib import Path

import pytest

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.scenario import KINDS, ScenarioError
from tests.scenarios import WORLD, keys_of_tables, seeded
from tests.serve.processes import refused

PEOPLE = "[[accounts]]\nusername = 'ann'\n"


def _says(told: str, *words: str) -> None:
    assert "Traceback" not in told
    for word in words:
        assert word in told


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--rate-limits", "nonsense"), ("--rate-limits", "nonsense", "mastodon", "generous", "off")),
        (("--media-processing", "video=soon"), ("--media-processing", "video=soon", "KIND=2s")),
        (("--media-processing", "film=2s"), ("film", "image, gifv, video, audio")),
        (("--scenario", "nosuch"), ("--scenario", "nosuch", "demo", "empty")),
        (("--scenario", "nosuch.toml"), ("nosuch.toml", "demo")),
        (("--deviation", "nosuch"), ("--deviation", "nosuch", "page_gap")),
        (("--port", "70000"), ("--port", "65535")),
        (("--nosuch",), ("--nosuch",)),
        (("--base-url", "fake.example"), ("--base-url", "'fake.example'", "https://")),
        (("--base-url", "https://fake.example/path"), ("--base-url", "https://fake.example/path")),
        (("--host", "999.1.1.1"), ("999.1.1.1", "--host")),
        (("--database", "/nosuch/world.db"), ("/nosuch/world.db",)),
    ],
)
def test_a_bad_option_is_refused(options: tuple[str, ...], words: tuple[str, ...]) -> None:
    ended = refused(*options)
    assert ended.returncode != 0
    assert ended.stdout == ""
    _says(" ".join(ended.stderr.split()).replace("│ ", ""), *words)


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = refused("--port", str(port))
    assert ended.returncode == 1
    _says(ended.stderr, f"port {port}", "in use", "--port 0")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear world, " * 1000)
    ended = refused("--database", str(file))
    assert ended.returncode == 1
    _says(ended.stderr, str(file))
    assert file.read_text().startswith("Dear world")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[accounts]\n", ("not valid TOML", "line 1")),
        ("[[acounts]]\nusername = 'ann'", ("unknown table 'acounts'", "accounts")),
        ("[[accounts]]\nusernme = 'ann'", ("accounts[0]", "'usernme'", "did you mean 'username'?")),
        ("[[accounts]]\nlocked = true", ("accounts[0]", "'username' is missing")),
        (PEOPLE + "locked = 'yes'", ("accounts[0]", "'locked' must be true or false, not 'yes'")),
        (PEOPLE + "[[statuses]]\naccount = 'zoe'", ("statuses[0]", "no account 'zoe'", "[[accounts]]")),
        (
            PEOPLE + "[[statuses]]\naccount = 'ann'\ntext = 'x'\nin_reply_to = 'first'",
            ("statuses[0]", "no status saved as 'first'", "save = 'first'"),
        ),
        (PEOPLE + "[[statuses]]\naccount = 'ann'", ("statuses[0]", "Text can't be blank")),
        ("[settings]\nsite_titel = 'x'", ("settings", "'site_titel'", "did you mean 'site_title'?")),
        ("settings = 5", ("settings", "must be a table")),
        ("[settings]\ntrends = 'no'", ("settings", "'trends' must be true or false, not 'no'")),
        (
            "[settings]\nregistrations_mode = 'sometimes'",
            ("settings", "'registrations_mode' must be one of none, approved, open"),
        ),
        ("[[accounts]]\nusername = 'ann b'", ("accounts[0]", "'username'", "underscores", "'ann b'")),
        (
            PEOPLE + "role = 'Boss'",
            ("accounts[0]", "there is no role 'Boss'; there are Admin, Moderator, Owner"),
        ),
        (
            PEOPLE + "[[apps]]\nname = 'A'\n[[tokens]]\naccount = 'ann'\nscopes = 'read wirte'",
            ("tokens[0]", "there is no scope 'wirte'", "did you mean 'write'?"),
        ),
        (
            PEOPLE + "[[tokens]]\naccount = 'ann'\napp = 'A'",
            ("tokens[0]", "there is no app 'A'", "[[apps]]"),
        ),
        ("[[emojis]]\nshortcode = 'a b'", ("emojis[0]", "'shortcode'", "'a b'")),
        ("[accounts]\nusername = 'ann'", ("accounts", "written as [[accounts]]")),
    ],
)
def test_a_mistake_in_a_scenario_is_refused(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    file = tmp_path / "world.toml"
    file.write_text(text)
    ended = refused("--scenario", str(file))
    assert ended.returncode == 1
    assert ended.stdout == ""
    _says(ended.stderr, f"fakestodon: {file}: ", *words)


VALUES = (5, 10**30, 1.5, "nonsense", True, [], {}, [5], {"a": 5})


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_key_is_given_is_made_or_refused_in_words(kind: str) -> None:
    keys = keys_of_tables()[kind]
    assert keys
    for key in keys:
        for value in VALUES:
            world = copy.deepcopy(WORLD)
            world[kind][0][key] = value
            try:
                seeded(world)
            except ScenarioError as error:
                assert str(error).strip()


def test_a_refused_scenario_leaves_nothing_behind() -> None:
    instance = Instance(Options())
    before = dict(instance.snapshot().names), instance.settings["site_title"]
    with pytest.raises(ScenarioError):
        instance.seed(
            {
                "settings": {"site_title": "Changed"},
                "accounts": [{"username": "ann"}],
                "follows": [{"from": "ann", "to": "zoe"}],
            }
        )
    assert (dict(instance.snapshot().names), instance.settings["site_title"]) == before
    instance.seed({"accounts": [{"username": "ann"}]})
    instance.close()
