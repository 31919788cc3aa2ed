"""The commands of `contracts`: `replay` plays recorded scenes against the fake, `check` tries laws on any
server."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click
import msgspec

from contracts.recordings import known as known_differences
from contracts.recordings import report, run, scenes
from contracts.recordings.player import Played


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--files",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the uploads; by default the nearest files/ beside or above the scenes.",
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write the scenes with our answers here."
)
@click.option("--json", "as_json", is_flag=True, help="Print the whole report as JSON.")
@click.option("--scene", "pattern", help="Only scenes whose name (AREA/NAME) matches this glob.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; by default one for each core.")
@click.option(
    "--known",
    "known_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="List of known differences (TOML) instead of the built-in one.",
)
@click.option("--top", default=25, show_default=True, help="How many of the commonest differences to print.")
@click.option("--diffs", default=12, show_default=True, help="With -v: differences printed for each step.")
@click.option("-v", "--verbose", is_flag=True, help="Print every differing step in full.")
def replay(
    paths: tuple[Path, ...],
    files: Path | None,
    out: Path | None,
    as_json: bool,
    pattern: str | None,
    jobs: int | None,
    known_file: Path | None,
    top: int,
    diffs: int,
    verbose: bool,
) -> None:
    """Compare the fake's answers with recorded ones.

    PATHS are scene files or folders of them; each scene is played against a fake of its own. Exits with 0
    if all is as recorded, 1 if anything differs that is not on the list of known differences, 2 if nothing
    could be played, and 130 when interrupted."""
    try:
        known = known_differences.load(known_file)
        found = scenes.find(list(paths), pattern, files)
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
    except (ValueError, OSError) as error:
        raise click.UsageError(str(error)) from error
    if not found:
        raise click.UsageError(f"no scene there is called {pattern!r}" if pattern else "no scenes there")
    began = time.perf_counter()
    try:
        plays = list(run.play_all(found, jobs))
    except KeyboardInterrupt:
        click.echo("fakestodon: interrupted", err=True)
        sys.exit(130)
    if out is not None:
        for played in plays:
            run.write(played, out)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report.as_data(plays, known, top)), indent=1))
    else:
        _print(plays, known, top, diffs, verbose, time.perf_counter() - began)
    sys.exit(1 if report.unexplained(plays, known) else 0)


def _print(
    plays: list[Played],
    known: list[known_differences.Known],
    top: int,
    diffs: int,
    verbose: bool,
    took: float,
) -> None:
    for played in sorted(plays, key=lambda each: each.scene) if verbose else ():
        for line in report.details(played, known, diffs):
            click.echo(line)
    click.echo(report.table(plays, known))
    common = report.commonest(plays, known, top)
    if common:
        click.echo("\ncommonest differences (recorded → ours)")
    for count, kind, first in common:
        click.echo(f"{count:>6}  {kind}  ({first})")
    if not verbose:
        for played in plays:
            if played.reason.startswith("failed"):
                click.echo(f"{played.scene}: {played.reason}")
    click.echo(f"\n{len(plays)} scenes in {took:.1f} s")


@click.command()
@click.option("--base-url", metavar="URL", help="The server to check; without it a fake is started.")
@click.option(
    "--token",
    "tokens",
    multiple=True,
    metavar="NAME=TOKEN",
    help="An account to act with, as NAME=TOKEN; may be repeated. NAME[SCOPE]=TOKEN: a narrower token of it.",
)
@click.option(
    "--actors",
    "actors_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A TOML file of accounts: tables [NAME] with token or token_env, and [NAME.scoped].",
)
@click.option("--read-only", is_flag=True, help="Write nothing.")
@click.option(
    "--public", is_flag=True, help="With --base-url: public statuses may be posted, which strangers will see."
)
@click.option("--law", "ids", multiple=True, metavar="ID", help="Only this law; may be repeated.")
@click.option(
    "--deviation",
    "deviations",
    multiple=True,
    metavar="NAME",
    help="Start a fake that makes this mistake; may be repeated.",
)
@click.option(
    "--http", "over_http", is_flag=True, help="Reach the fake over HTTP instead of within this process."
)
@click.option("--seed", default=0, show_default=True, help="Repeats what is drawn.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@click.option("--list", "listed", is_flag=True, help="Print the laws, and try none.")
def check(
    base_url: str | None,
    tokens: tuple[str, ...],
    actors_file: Path | None,
    read_only: bool,
    public: bool,
    ids: tuple[str, ...],
    deviations: tuple[str, ...],
    over_http: bool,
    seed: int,
    as_json: bool,
    listed: bool,
) -> None:
    """Try the laws of the Mastodon API on a server.

    On a server at a URL without tokens only laws that write nothing are tried. With tokens the laws post
    unlisted, private and direct statuses of these accounts, let them follow, block and favourite each other,
    and clean up, also when interrupted (Ctrl-C). Give accounts that are made for this.

    Exits with 0 if every law that was tried holds, 1 if one is broken, 2 if none could be tried (a mistaken
    option, a server that does not answer or is no such server, a token that is refused), 3 if none is broken
    but some verdict is UNSURE, and 130 when interrupted."""
    from contracts.stopping import Stopping

    with Stopping() as stopping:
        try:
            from contracts import checking
        except ModuleNotFoundError as missing:
            if missing.name != "hypothesis":
                raise
            hint = "pip install 'fakestodon[contracts]'"
            raise click.ClickException(f"the laws draw their values with Hypothesis: {hint}") from missing
        checking.colours()
        if listed:
            checking.print_laws()
            return
        effects = checking.effects(read_only=read_only, public=public or base_url is None)
        try:
            laws = checking.chosen(ids)
            if base_url is None:
                checking.refuse_people(tokens, actors_file)
                server = checking.fake(frozenset(deviations), over_http, effects)
            elif deviations:
                raise ValueError("--deviation is for the fake, not for a server at a URL")
            else:
                server = checking.live(base_url, tokens, actors_file, effects)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        sys.exit(checking.run(laws, server, seed, as_json, stopping))
