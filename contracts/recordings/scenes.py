"""Reads scene files: which there are, where their uploads lie, what in them is unstable."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

Json = Any
"""Whatever JSON holds; scenes are data of many shapes."""

Step = dict[str, Json]

_ADDRESS = re.compile(r"\b198\.51\.100\.\d{1,3}\b")


class SceneError(ValueError):
    """A file that cannot be played: names it, the step, and what is wrong."""


SNOWFLAKE = re.compile(r"\d{17,19}")


@dataclass(frozen=True)
class Scene:
    """One recorded scene, as its file has it."""

    name: str
    """`AREA/NAME`."""
    data: dict[str, Json]
    path: Path
    files: Path | None
    unstable: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Step number → the paths in which two runs of the real server differed; `*` for the whole step."""

    @cached_property
    def address(self) -> str:
        """Its own client address (TEST-NET-2): the recorded one where an answer shows it."""
        shown = _ADDRESS.search(str([step.get("answer") for step in self.steps]))
        return shown[0] if shown else f"198.51.100.{zlib.crc32(self.name.encode()) % 254 + 1}"

    @property
    def steps(self) -> list[Step]:
        steps: list[Step] = self.data["steps"]
        return steps

    @property
    def world(self) -> list[dict[str, Json]]:
        world: list[dict[str, Json]] = self.data.get("world") or []
        return world

    @property
    def variables(self) -> dict[str, Json]:
        """The values that variables had at the end of the recording."""
        variables: dict[str, Json] = self.data.get("variables") or {}
        return variables


def find(paths: list[Path], pattern: str | None = None, files: Path | None = None) -> list[Scene]:
    """The scenes in these files and folders, each once. `pattern` is a glob over scene names. In folders
    what is no scene is passed over. Raises SceneError."""
    named = {path for path in paths if not path.is_dir()}
    unstable: dict[Path | None, dict[str, dict[int, tuple[str, ...]]]] = {}
    found: dict[Path, Scene] = {}
    for path in (each for given in paths for each in _scene_files(given)):
        if pattern is not None and not fnmatchcase(f"{path.parent.name}/{path.stem}", pattern):
            continue
        data = _read(path)
        if not (isinstance(data, dict) and isinstance(data.get("steps"), list)):
            if path in named:
                raise SceneError(f"{path}: is no scene: it has no list `steps`")
            continue
        if fault := fault_of(data):
            raise SceneError(f"{path}: {fault}")
        listed = _above(path, "unstable.json")
        if listed not in unstable:
            unstable[listed] = _read_unstable(listed)
        name = data.get("scene") or f"{path.parent.name}/{path.stem}"
        found[path.resolve()] = Scene(
            name=name,
            data=data,
            path=path,
            files=files or _above(path, "files"),
            unstable=unstable[listed].get(name, {}),
        )
    return list(found.values())


def _read(path: Path) -> Json:
    try:
        return msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise SceneError(f"{path}: cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SceneError(f"{path}: is no JSON: {error}") from error


def fault_of(data: dict[str, Json]) -> str:
    """Why a scene cannot be played at all, "" if it can."""
    for name in ("actors", "tokens", "variables"):
        if not isinstance(data.get(name) or {}, dict):
            return f"`{name}` must be an object"
    for number, step in enumerate(data["steps"], 1):
        if not isinstance(step, dict):
            return f"step {number} must be an object"
    return ""


def _scene_files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    for path in sorted(given.rglob("*.json")):
        if "files" not in path.relative_to(given).parts[:-1] and path.name != "unstable.json":
            yield path


def _above(path: Path, name: str) -> Path | None:
    """The nearest file or folder of this name beside the scene or in a folder above it."""
    return next((folder / name for folder in path.resolve().parents if (folder / name).exists()), None)


def _read_unstable(path: Path | None) -> dict[str, dict[int, tuple[str, ...]]]:
    entries: dict[str, dict[int, tuple[str, ...]]] = {}
    for scene, step, where in _read(path) if path else []:
        steps, number = entries.setdefault(scene, {}), step + 1  # the list counts steps from 0
        steps[number] = (*steps.get(number, ()), where)
    return entries


def dump(data: dict[str, Json]) -> bytes:
    """A scene file's text as the recordings have it: a line for each field, a line for each step."""
    encode = msgspec.json.encode
    lines = [b" %s: %s" % (encode(key), encode(value)) for key, value in data.items() if key != "steps"]
    steps = b",\n".join(b"  " + encode(step) for step in data["steps"])
    return b"{\n" + b",\n".join([*lines, b' "steps": [\n' + steps + b"\n ]"]) + b"\n}\n"
