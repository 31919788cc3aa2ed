"""The command `fakestodon`. Here: `serve`; other packages add theirs as entry points of the group
`fakestodon.commands`."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

import click

from mockserver import fixtures
from mockserver.options import DEFAULT_PROCESSING, Options, Processing, parse_processing


class Commands(click.Group):
    """Loads a command only when it is named: `serve` starts without the weight of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from importlib.metadata import entry_points

        return sorted({*super().list_commands(ctx), *entry_points(group="fakestodon.commands").names})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        known = super().get_command(ctx, name)
        if known is not None:
            return known
        from importlib.metadata import entry_points

        for entry in entry_points(group="fakestodon.commands", name=name):
            command: click.Command = entry.load()
            return command
        return None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fakestodon", message="fakestodon %(version)s")
def main() -> None:
    """A fake Mastodon server for tests and offline work, and the laws that hold it and real servers."""


def _rate_limits(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    from mockserver.http.rate_limits import parse_policy

    try:
        parse_policy(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error
    return value


def _processing(_ctx: click.Context, _parameter: click.Parameter, value: str) -> dict[str, Processing]:
    try:
        return {**DEFAULT_PROCESSING, **parse_processing(value)}
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def deviations(_ctx: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> frozenset[str]:
    """Check the names given to --deviation."""
    if names:
        from mockserver.deviations import DEVIATIONS

        unknown = [name for name in names if name not in DEVIATIONS]
        if unknown:
            raise click.BadParameter(f"there is no {unknown[0]!r}; there are {', '.join(sorted(DEVIATIONS))}")
    return frozenset(names)


def _scenario(_ctx: click.Context, _parameter: click.Parameter, value: str) -> Path:
    path = Path(value) if value.endswith(".toml") else fixtures.scenario(value)
    if path is None or not path.is_file():
        names = ", ".join(fixtures.scenario_names())
        raise click.BadParameter(
            f"there is no scenario {value!r}; name one of {names}, or a file ending in .toml"
        )
    return path


def _address(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """As `https://fake.example:3000`."""
    if value is not None and not re.fullmatch(r"https?://([\w.-]+|\[[\da-fA-F:.]+\])(:\d{1,5})?/?", value):
        raise click.BadParameter(
            f"{value!r} is no address; write http:// or https:// and a host, such as https://fake.example"
        )
    return value


@main.command()
@click.option("--host", default=None, help="Address to bind. Default: the loopback, 127.0.0.1 and ::1.")
@click.option(
    "--port", default=3000, show_default=True, type=click.IntRange(0, 65535), help="0 picks a free one."
)
@click.option(
    "--base-url",
    default=None,
    callback=_address,
    metavar="URL",
    help="How clients reach the server. Default: http://localhost:PORT.",
)
@click.option(
    "--scenario", default="demo", show_default=True, callback=_scenario, help="demo, empty, or a TOML file."
)
@click.option(
    "--database", default=None, type=click.Path(dir_okay=False), help="Keep everything in this file."
)
@click.option("--seed", default=None, type=int, help="Repeat ids, tokens and file names from run to run.")
@click.option(
    "--rate-limits", default="generous", show_default=True, callback=_rate_limits,
    help="mastodon enforces the real table, generous a thousand times it, off never refuses, "
    "N/SECONDS is one small limit.",
)  # fmt: skip
@click.option(
    "--media-processing", default="", callback=_processing, metavar="KIND=TIME,…",
    help="How long media are processed, e.g. video=2s,audio=1h,image=1poll. "
    "Default: video, gifv and audio after one poll, images at once.",
)  # fmt: skip
@click.option(
    "--no-password-grant", is_flag=True, help="Refuse log-in by password, as Mastodon 4.4 and later do."
)
@click.option(
    "--deviation", "chosen_deviations", multiple=True, callback=deviations, metavar="NAME",
    help="Make a mistake on purpose, as other servers do (docs/laws.md lists them). May be repeated.",
)  # fmt: skip
@click.option(
    "--confirm-by-mail", is_flag=True, help="Let sign-ups wait for the e-mail's link, as a real server does."
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one line of JSON first: base_url, streaming_url, pid, tokens.",
)
def serve(
    host: str | None,
    port: int,
    base_url: str | None,
    scenario: Path,
    database: str | None,
    seed: int | None,
    rate_limits: str,
    media_processing: dict[str, Processing],
    no_password_grant: bool,
    confirm_by_mail: bool,
    chosen_deviations: frozenset[str],
    as_json: bool,
) -> None:
    """Run a fake instance, until Ctrl-C or SIGTERM.

    It greets with its address and access tokens, then tells every request in a line on the standard error.
    Exits with 0 when it is ended, 1 when it cannot start (a port that is taken, a scenario with a mistake, a
    database that cannot be used), and 2 for a mistaken option."""
    # What is imported lives as long as the process: collecting garbage meanwhile only costs time.
    gc.disable()
    from mockserver.serve import run

    options = Options(
        database=database,
        seed=seed,
        rate_limits=rate_limits,
        media_processing=media_processing,
        password_grant=not no_password_grant,
        confirm_signups=not confirm_by_mail,
        deviations=chosen_deviations,
    )
    sys.exit(run(options, host=host, port=port, base_url=base_url, scenario=scenario, as_json=as_json))
