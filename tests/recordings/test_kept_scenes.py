"""Every scene of fixtures/recordings, recorded from a real Mastodon 4.6.5, is answered as it was recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from contracts.recordings import known, report, run, scenes

KEPT = Path(__file__).parents[2] / "fixtures" / "recordings"
SCENES = {scene.name: scene for scene in scenes.find([KEPT])}
EXPLAINED = known.load()


def test_scenes_are_kept() -> None:
    assert len(SCENES) > 300


@pytest.mark.parametrize("name", sorted(SCENES))
def test_the_fake_answers_as_recorded(name: str) -> None:
    played = run.play_one(SCENES[name])
    assert played.results, played.reason
    differing = "\n".join(report.details(played, EXPLAINED))
    assert report.unexplained([played], EXPLAINED) == 0, differing
