"""What the documents say is true: snippets run, links lead somewhere, options and scenario keys are told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from clientkit.operations import OPERATIONS
from mockserver import cli
from mockserver.handlers import BINDINGS
from mockserver.scenario import KINDS
from mockserver.testing import Fake, fake
from tests.scenarios import keys_of_tables

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("fixtures/**/*.md")]
)
README = (ROOT / "README.md").read_text()
SCENARIOS = (ROOT / "docs" / "scenarios.md").read_text()
ADDRESS = "http://localhost:3000"


def snippets(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.S)


@pytest.fixture
def demo() -> Iterator[Fake]:
    with fake("demo") as server:
        yield server


# --- snippets


@pytest.mark.parametrize("snippet", snippets(README, "python"), ids=lambda text: text.splitlines()[-1])
def test_python_in_the_readme_runs(demo: Fake, snippet: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", snippet.replace(ADDRESS, demo.base_url)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
    )
    assert ended.returncode == 0, ended.stderr


LINES = [line.partition("  #")[0] for text in snippets(README, "sh") for line in text.splitlines() if line]


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("curl ")])
def test_curl_in_the_readme_works(demo: Fake, line: str) -> None:
    if shutil.which("curl") is None:
        pytest.skip("this machine has no curl")
    # A stream does not end: what is told within its first bytes is enough.
    streaming = "/streaming/" in line
    command = line.replace(ADDRESS, demo.base_url).replace("curl ", "curl -sSf ")
    ended = subprocess.run(
        f"{command} --max-time 1" if streaming else command,
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == (28 if streaming else 0), ended.stderr
    assert ended.stdout[:1] in ((":",) if streaming else ("[", "{"))


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_make_in_the_readme_has_its_target(line: str) -> None:
    assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("fakestodon ")])
def test_commands_in_the_readme_are_understood(line: str) -> None:
    _, name, *arguments = line.split()
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    known = {option for one in command.params for option in one.opts}
    assert {one for one in arguments if one.startswith("--")} <= known


def test_every_line_of_shell_is_of_a_kind_that_is_tested() -> None:
    assert [line for line in LINES if line.split()[0] not in ("make", "curl", "fakestodon")] == []


# --- options


@pytest.mark.parametrize("name", ["serve", "check", "replay"])
def test_every_option_is_told(name: str) -> None:
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None and command.help
    told = "".join(path.read_text() for path in DOCUMENTS)
    silent = [
        one.opts[-1]
        for one in command.params
        if isinstance(one, click.Option) and not one.help and one.opts[-1] not in told
    ]
    assert silent == []


# --- scenarios


def documented() -> dict[str, set[str]]:
    """The keys of each table, as docs/scenarios.md tells them; what is in brackets or after `=` is no key."""
    rows = re.findall(r"^\| (`\[\[.*?) \| (.*) \|$", SCENARIOS, re.M)
    tables: dict[str, set[str]] = {}
    for names, keys in rows:
        plain = re.sub(r"\([^)]*\)", "", keys)
        found = {code.partition("=")[0].strip() for code in re.findall(r"`([^`]*)`", plain)}
        for name in re.findall(r"\[\[(\w+)\]\]", names):
            tables[name] = set(found)
    return tables


@pytest.mark.parametrize("kind", KINDS)
def test_the_keys_of_a_table_are_documented(kind: str) -> None:
    told = documented()
    if kind == "blocks":  # shares a row with mutes, whose one key more is told as such
        told["blocks"].discard("notifications")
    assert told[kind] == keys_of_tables()[kind]


def test_no_table_is_documented_that_is_none() -> None:
    assert set(documented()) == set(KINDS)


@pytest.mark.parametrize("text", snippets(SCENARIOS, "toml"))
def test_the_example_of_a_scenario_works(text: str) -> None:
    with fake(tomllib.loads(text)) as server:
        assert server.tokens == {"bot": "bot-token"}


# --- links


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(), re.M)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", path.read_text()):
        name, _, anchor = target.partition("#")
        file = (path.parent / name) if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_documents_named_in_the_code_are_there() -> None:
    sources = [
        path for part in ("mockserver", "clientkit", "contracts") for path in (ROOT / part).rglob("*.py")
    ]
    for source in sources:
        for name, anchor in re.findall(r"\b(docs/[\w/-]+\.md)(?:#([\w-]+))?", source.read_text()):
            assert (ROOT / name).is_file(), f"{source}: {name}"
            assert not anchor or anchor in anchors(ROOT / name), f"{source}: {name}#{anchor}"


# --- sizes and tables


def test_the_architecture_can_be_read_at_a_sitting() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text().splitlines()) <= 80


def test_every_operation_is_bound_or_listed_as_unbound() -> None:
    text = (ROOT / "docs" / "coverage.md").read_text()
    for op in OPERATIONS.values():
        told = op.declaration
        answered = "yes" if op in BINDINGS else "stream" if told.page == "streaming" else "no"
        row = rf"^\| {told.name} \| `{told.method} {re.escape(told.path)}` \| .* \| {answered} \|$"
        assert re.search(row, text, re.M), op
