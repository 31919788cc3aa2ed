"""Clauses and what they mean, as the modules beside this one register them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from contracts.recordings.setting import Setting

Scenario = dict[str, Any]
Meaning = Callable[[re.Match[str], Setting], Scenario | None]
"""What a clause says, of its match and what it is said in; None if that does not make sense."""

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


def meaning_of(text: str, setting: Setting) -> Scenario | None:
    """What a clause says; None if it is not understood."""
    for pattern, meaning in _phrases:
        match = pattern.fullmatch(text)
        said = match and meaning(match, setting)
        if said is not None:
            return said
    return None
