"""`make bench`: measures the server in one run, against a bare Starlette route that returns the same bytes.

Prints each figure with what it must reach; exits 1 when one does not. `--json FILE` keeps them, `--quick`
measures less exactly."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from benchmarks import figures
from benchmarks.figures import Figure

GROUPS: dict[str, Callable[[float], list[Figure]]] = {
    "requests": figures.requests,
    "process": figures.process,
    "streams": figures.streams,
    "growth": figures.growth,
    "instances": figures.instances,
}


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(GROUPS)), help="Measure these groups only.")
@click.option("--quick", is_flag=True, help="Shorter runs, smaller worlds: to see that it works.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write the figures to this file too.")
def main(only: tuple[str, ...], quick: bool, target: Path | None) -> None:
    measured: list[Figure] = []
    for name in only or tuple(GROUPS):
        for figure in GROUPS[name](0.2 if quick else 1.0):
            measured.append(figure)
            click.echo(figure.line())
    if target is not None:
        target.write_text(json.dumps([figure.__dict__ for figure in measured], indent=1) + "\n")
    sys.exit(0 if all(figure.reached for figure in measured) else 1)


if __name__ == "__main__":
    main()
