"""Understands world items that tell only in words what was done, where a scenario can express it.

A phrase is understood whole or not at all: of half a world the answers would be wrong. Its clauses are in
`vocabulary`, as tables of patterns; what they mean is a scenario (docs/scenarios.md), and beside its tables
`variables`: values for the scene's own variables."""

from __future__ import annotations

import re
from itertools import chain

from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary import Scenario, meaning_of

_BETWEEN = re.compile(r"(; |, and |, | and )")


def scenario_of(text: str, setting: Setting) -> Scenario | None:
    """What a phrase says, as a scenario; None if it is not understood."""
    parts = _BETWEEN.split(text)
    return _read(parts, setting) if text else None


def _read(parts: list[str], setting: Setting) -> Scenario | None:
    """The longest beginning that is a clause, and then the rest likewise. `parts`: words and, between them,
    what joins them."""
    for end in range(len(parts), 0, -2):
        said = meaning_of("".join(parts[:end]), setting)
        if said is None:
            continue
        rest = {} if end == len(parts) else _read(parts[end + 1 :], setting.after(said))
        if rest is not None:
            return merged(said, rest)
    return None


def merged(one: Scenario, other: Scenario) -> Scenario:
    """Both, one after the other."""
    both: Scenario = {}
    for name in dict.fromkeys(chain(one, other)):
        first, second = one.get(name), other.get(name)
        if isinstance(first, list) and isinstance(second, list):
            both[name] = first + second
        elif isinstance(first, dict) and isinstance(second, dict):
            both[name] = {**first, **second}
        else:
            both[name] = first if second is None else second
    return both
