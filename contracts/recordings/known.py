"""The list of known differences, each with its reason (`known.toml`)."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from contracts.recordings.compare import Difference, Verdicts


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry: which differences it covers, and why they are right."""

    scene: str
    reason: str
    step: int | None = None
    verdict: str = "*"
    path: str = "*"

    def covers(self, scene: str, step: int, difference: Difference) -> bool:
        return (
            fnmatchcase(scene, self.scene)
            and self.step in {None, step}
            and self.verdict in {"*", difference.verdict}
            and fnmatchcase(difference.path, self.path.replace("[", "[[]"))
        )


class _File(msgspec.Struct):
    known: list[Known] = []


def load(path: Path | None = None) -> list[Known]:
    """The entries of a file, by default of the one beside this module. Raises ValueError."""
    path = path or Path(__file__).with_name("known.toml")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File).known
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error


def unknown(scene: str, step: int, verdicts: Verdicts, known: list[Known]) -> list[Difference]:
    """The differences of a step that no entry covers."""
    return [
        each for each in verdicts.differences if not any(entry.covers(scene, step, each) for entry in known)
    ]
