"""Understands world items that tell only in words what was done, where a scenario can express it.

A phrase is understood whole or not at all: of half a world the answers would be wrong. What the phrases are
is in `vocabulary`, as tables of patterns; what they mean is a scenario (docs/scenarios.md), and beside its
tables `variables`: values for the scene's own variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from contracts.recordings.setting import Setting

Scenario = dict[str, Any]
Meaning = Callable[[re.Match[str], Setting], Scenario | None]
"""What a phrase says, of its match and what it is said in; None if that does not make sense."""

_BETWEEN = re.compile(r"(; |, and |, | and )")

_phrases: list[tuple[re.Pattern[str], Meaning]] = []


def phrase(pattern: str) -> Callable[[Meaning], Meaning]:
    """Register what a phrase means; the pattern is that of a whole clause."""

    def register(meaning: Meaning) -> Meaning:
        _phrases.append((re.compile(pattern), meaning))
        return meaning

    return register


def sayings(table: Mapping[str, Scenario]) -> None:
    """Register phrases whose meaning is a scenario with `{group}` for what the pattern's groups say."""
    for pattern, template in table.items():
        phrase(pattern)(_filled(template))


def _filled(template: Scenario) -> Meaning:
    def meaning(match: re.Match[str], setting: Setting) -> Scenario | None:
        groups = {name: text or "" for name, text in match.groupdict().items()}
        filled: Scenario = _fill(template, groups)
        return filled

    return meaning


def _fill(value: Any, groups: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return re.sub(r"(?<!\$)\{(\w+)\}", lambda name: groups[name[1]], value)
    if isinstance(value, list):
        return [_fill(each, groups) for each in value]
    if isinstance(value, dict):
        return {key: _fill(each, groups) for key, each in value.items()}
    return value


def scenario_of(text: str, setting: Setting) -> Scenario | None:
    """What a phrase says, as a scenario; None if it is not understood."""
    from contracts.recordings import vocabulary

    assert vocabulary
    parts = _BETWEEN.split(text)
    return _read(parts, setting) if text else None


def _read(parts: list[str], setting: Setting) -> Scenario | None:
    """The longest beginning that is a clause, and then the rest likewise. `parts`: words and, between them,
    what joins them."""
    for end in range(len(parts), 0, -2):
        said = _clause("".join(parts[:end]), setting)
        if said is None:
            continue
        rest = {} if end == len(parts) else _read(parts[end + 1 :], setting.after(said))
        if rest is not None:
            return merged(said, rest)
    return None


def _clause(text: str, setting: Setting) -> Scenario | None:
    for pattern, meaning in _phrases:
        match = pattern.fullmatch(text)
        said = match and meaning(match, setting)
        if said is not None:
            return said
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
