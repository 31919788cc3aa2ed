"""Keep the recorded scenes that the fake agrees with: `python scripts/keep_recordings.py
RECORDINGS/mastodon-4.6.5`.

They are written to fixtures/recordings, with the uploads they need and the list of what is unstable, and
are played by the tests: agreement only grows. A scene that is kept already and does not agree any more is
an error."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import click

from contracts.recordings import known, report, run, scenes

KEPT = Path(__file__).parent.parent / "fixtures" / "recordings"


@click.command()
@click.argument("recordings", type=click.Path(exists=True, file_okay=False, path_type=Path))
def keep(recordings: Path) -> None:
    found = {scene.name: scene for scene in scenes.find([recordings])}
    explained = known.load()
    kept = lost = 0
    for played in run.play_all(list(found.values())):
        scene = found[played.scene]
        target = KEPT / recordings.name / f"{scene.name}.json"
        if played.results and not report.unexplained([played], explained):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(scene.path, target)
            target.chmod(0o644)
            keep_files(scene)
            kept += 1
        elif target.exists():
            click.echo(f"{scene.name} was kept and agrees no more", err=True)
            lost += 1
    shutil.copyfile(recordings.parent / "unstable.json", KEPT / "unstable.json")
    click.echo(f"{kept} of {len(found)} scenes agree")
    sys.exit(1 if lost else 0)


def keep_files(scene: scenes.Scene) -> None:
    """Copy the uploads that a scene names."""
    if scene.files is None:
        return
    text = json.dumps(scene.data["steps"])
    for file in scene.files.iterdir():
        if f'"file": "{file.name}"' in text:
            target = KEPT / "files" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


if __name__ == "__main__":
    keep()
