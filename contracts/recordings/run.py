"""Plays many scenes, on several processes."""

from __future__ import annotations

import asyncio
import importlib
import logging
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from contracts.recordings.player import Played, play
from contracts.recordings.scenes import Scene, dump

if TYPE_CHECKING:
    from contracts.targets.base import Target


def make_fake(start_at: float | None) -> Target:
    """A fresh instance of the fake in this process."""
    from contracts.targets.fake import Fake

    return Fake(start_at)


def play_one(scene: Scene, make_target: Callable[[float | None], Target] | None = None) -> Played:
    """Plays a scene in an event loop of its own, against a fake if nothing else is given. Nothing is logged
    meanwhile."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        return asyncio.run(play(scene, make_target or make_fake))
    except Exception as error:  # a target that cannot even be made
        played = Played(scene.name, reason=f"failed: {error!r}")
        played.skipped = sum("answer" in step for step in scene.steps)
        return played
    finally:
        logging.disable(before)


def play_all(scenes: list[Scene], jobs: int | None = None) -> Iterator[Played]:
    """Plays the scenes, the longest first, and yields each as it is done."""
    ordered = sorted(scenes, key=lambda scene: -len(scene.steps))
    jobs = min(jobs or os.cpu_count() or 1, len(scenes))
    if jobs <= 1:
        yield from map(play_one, ordered)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    importlib.import_module("contracts.targets.fake")  # once, before the processes fork
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method)) as pool:
        try:
            for done in as_completed([pool.submit(play_one, scene) for scene in ordered]):
                yield done.result()
        except BaseException:  # interrupted: the rest is not waited for
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def write(played: Played, folder: Path) -> None:
    """Writes the scene with the target's answers to `folder`/AREA/NAME.json."""
    path = folder / f"{played.scene}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dump(played.data))
