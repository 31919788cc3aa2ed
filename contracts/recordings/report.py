"""Sums up played scenes: a table by area, the commonest differences, every step in full, or all as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from contracts.recordings.compare import NOT_PLAYED, VERDICTS, Difference
from contracts.recordings.known import Known, unknown
from contracts.recordings.player import Played, StepResult
from contracts.recordings.scenes import Json

WIDTH = 150
"""Characters of a value that are shown."""


@dataclass
class Tally:
    """Counts of steps. `shaped` are right in status and shape, `right` in everything."""

    scenes: int = 0
    steps: int = 0
    status: int = 0
    shaped: int = 0
    right: int = 0
    known: int = 0
    skipped: int = 0

    def add(self, played: Played, known: list[Known]) -> None:
        self.scenes += 1
        self.skipped += played.skipped
        for step in played.results:
            failing = step.verdicts.failing
            self.steps += 1
            self.status += "status" not in failing
            self.shaped += not {"status", "shape"} & {*failing}
            self.right += not failing
            self.known += bool(failing) and not unknown(played.scene, step.number, step.verdicts, known)

    def row(self, name: str) -> str:
        rates = "".join(f"{_rate(count, self.steps):>12}" for count in (self.status, self.shaped, self.right))
        return f"{name:<15}{self.scenes:>7}{self.steps:>7}{rates}{self.known:>8}{self.skipped:>9}"


def _rate(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %" if of else "–"


def tallies(plays: list[Played], known: list[Known]) -> dict[str, Tally]:
    """Counts by area, and `all` last."""
    areas: dict[str, Tally] = {}
    for played in sorted(plays, key=lambda each: each.scene):
        areas.setdefault(played.scene.partition("/")[0], Tally()).add(played, known)
    areas["all"] = Tally()
    for played in plays:
        areas["all"].add(played, known)
    return areas


def table(plays: list[Played], known: list[Known]) -> str:
    rates = "".join(f"{name:>12}" for name in ("status", "+ shape", "everything"))
    head = f"{'area':<15}{'scenes':>7}{'steps':>7}{rates}{'known':>8}{'skipped':>9}"
    rows = [tally.row(name) for name, tally in tallies(plays, known).items()]
    return "\n".join([head, *rows[:-1], "-" * len(head), rows[-1]])


def commonest(plays: list[Played], known: list[Known], top: int) -> list[tuple[int, str, str]]:
    """How often, what differs, and the first step where: the most frequent differences that are not known."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for played in sorted(plays, key=lambda each: each.scene):
        for step in played.results:
            differences = _telling(unknown(played.scene, step.number, step.verdicts, known))
            kinds = {_kind(each, step) for each in differences}
            counts.update(kinds)
            for kind in kinds:
                first.setdefault(kind, f"{played.scene}#{step.number}")
    return [(count, kind, first[kind]) for kind, count in counts.most_common(top)]


def _kind(difference: Difference, step: StepResult) -> str:
    """A difference without what is the step's own: ids, places in lists."""
    if step.crash:
        return f"crash    {step.crash.strip().splitlines()[-1][:WIDTH]}"
    if difference.path == NOT_PLAYED:
        return str(difference.ours)
    if difference.verdict == "status":
        return f"status   {difference.recorded} → {difference.ours}  {_message(step.answer)}"
    path = re.sub(r"\[\d+\]", "[]", difference.path)
    values = re.sub(r"<[\w.]+>|\d{4,}", "…", f"{show(difference.recorded, 60)} → {show(difference.ours, 60)}")
    return f"{difference.verdict:<8} {path}: {values}"


def _telling(differences: list[Difference]) -> list[Difference]:
    """Where the status differs the bodies do anyway, which says nothing."""
    return [each for each in differences if each.verdict == "status"] or differences


def _message(answer: Json) -> str:
    """What an answer says in short: its error if it has one."""
    body = answer.get("body") if isinstance(answer, dict) else None
    if isinstance(body, dict) and "error" in body:
        return show(body["error"], 80)
    return ""


def show(value: Json, width: int = WIDTH) -> str:
    text = value if isinstance(value, str) and value.startswith("(") else msgspec.json.encode(value).decode()
    return text if len(text) <= width else text[: width - 1] + "…"


def _both(difference: Difference) -> tuple[str, str]:
    """Both values, cut to where they begin to differ if they are long."""
    recorded, ours = show(difference.recorded, 10**6), show(difference.ours, 10**6)
    if max(len(recorded), len(ours)) > WIDTH and difference.ours != "(missing)":
        same = next((at for at, (a, b) in enumerate(zip(recorded, ours, strict=False)) if a != b), 0)
        start = max(0, same - WIDTH // 3)
        recorded, ours = (("…" if start else "") + text[start:] for text in (recorded, ours))
    return recorded[:WIDTH], ours[:WIDTH]


def details(played: Played, known: list[Known], most: int = 12) -> Iterator[str]:
    """Every differing step of a scene in full."""
    for step in played.results:
        differences = unknown(played.scene, step.number, step.verdicts, known)
        if not differences or (differences[0].path == NOT_PLAYED and not step.crash):
            continue
        verdicts = " ".join(v if v in {each.verdict for each in differences} else "·" for v in VERDICTS)
        yield f"{played.scene}#{step.number}  {step.line}  [{verdicts}]"
        if "status" in step.verdicts.failing and isinstance(step.answer, dict):
            differences = _telling(differences)
            yield f"    ours: {show(step.answer.get('body', step.answer), 2 * WIDTH)}"
        for each in differences[: 0 if differences[0].path == NOT_PLAYED else most]:
            recorded, ours = _both(each)
            one_line = len(recorded) + len(ours) + len(each.path) < WIDTH
            yield (
                f"    {each.verdict:<7} {each.path}: {recorded}"
                + (" → " if one_line else "\n        → ")
                + ours
            )
        if len(differences) > most and differences[0].path != NOT_PLAYED:
            yield f"    … and {len(differences) - most} more"
        if step.crash:
            yield "\n".join(f"    | {line}" for line in step.crash.strip().splitlines()[-14:])
    if played.reason:
        yield f"{played.scene}: {played.reason} ({played.skipped} steps not played)"


def as_data(plays: list[Played], known: list[Known], top: int) -> dict[str, Any]:
    """The whole report as plain data."""
    return {
        "areas": tallies(plays, known),
        "commonest": [
            {"count": count, "difference": kind, "first": first}
            for count, kind, first in commonest(plays, known, top)
        ],
        "scenes": [
            {
                "scene": played.scene,
                "skipped": played.skipped,
                "reason": played.reason,
                "steps": [_step_data(played, step, known) for step in played.results],
            }
            for played in sorted(plays, key=lambda each: each.scene)
        ],
    }


def _step_data(played: Played, step: StepResult, known: list[Known]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "step": step.number,
        "call": step.line,
        **{verdict: step.verdicts.agrees(verdict) for verdict in VERDICTS},
    }
    if step.verdicts.differences:
        data["differences"] = step.verdicts.differences
        data["known"] = not unknown(played.scene, step.number, step.verdicts, known)
    return data | ({"crash": step.crash} if step.crash else {})


def unexplained(plays: list[Played], known: list[Known]) -> int:
    """How many steps differ in something that is not on the list of known differences."""
    return sum(
        bool(unknown(played.scene, step.number, step.verdicts, known))
        for played in plays
        for step in played.results
    ) + sum(played.reason.startswith("failed") for played in plays)
