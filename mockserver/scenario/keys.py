"""What the keys of a scenario take: a mistake is found before anything is made of it, and told with the
place and with what would be right (docs/scenarios.md)."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from typing import Any

Fields = dict[str, Any]
Kind = type | tuple[type, ...]

WORDS: Mapping[Kind, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "a text",
    list: "a list",
    dict: "a table",
    (str, int): "the name of something saved, or an id",
    (str, dict): "a text or a table",
    (int, float): "a number",
}
REFERENCE = (str, int)

# Keys whose default does not tell what they take; any other without a default takes a text.
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("sensitive", "discoverable", "usable", "trendable", "listable", "allowed"), bool),
    **dict.fromkeys(("options", "languages", "chosen_languages"), list),
    **dict.fromkeys(
        ("status", "in_reply_to", "quotes", "id", "tag", "link", "report", "collection"), REFERENCE
    ),
    **dict.fromkeys(("used", "hours_ago", "year", "results"), int),
    "score": (int, float),
    "poll": dict,
}
# Lists hold texts, but for these.
_ITEMS: Mapping[str, Kind] = {"media": (str, dict), "fields": dict}

LARGEST = 2**31 - 1
# Ages reach back to 1970 at most, before which there are no ids.
_LARGEST: Mapping[str, int] = {
    "days_old": 18_000,
    "days_away": 18_000,
    "hours_ago": 18_000 * 24,
    "minutes_ago": 18_000 * 1440,
    "year": 9998,
}


class ScenarioError(ValueError):
    """A mistake in a scenario: names the place, what is wrong, and what would be right."""


def take(fields: Fields, where: str, /, **wanted: Any) -> Fields:
    """The fields with their defaults; a default of `...` must be given. Raises ScenarioError for unknown
    names, missing ones, and values of another kind."""
    for name in sorted(set(fields) - set(wanted)):
        raise ScenarioError(f"{where}: unknown key {name!r}; {hint(name, wanted)}")
    for name, default in wanted.items():
        if default is ... and name not in fields:
            raise ScenarioError(f"{where}: {name!r} is missing")
        if name in fields and (fields[name] is not None or default is not None):
            _check(name, fields[name], kind_of(name, default), where)
    return {name: fields.get(name, None if default is ... else default) for name, default in wanted.items()}


def hint(name: str, known: Mapping[str, Any] | list[str]) -> str:
    """What would be right in place of an unknown name."""
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known))}"


def kind_of(name: str, default: Any) -> Kind:
    return _KINDS.get(name, str) if default is None or default is ... else type(default)


def is_of(value: Any, kind: Kind) -> bool:
    """Whether a value is of a kind; true and false are no numbers."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def one_of(value: Any, choices: Collection[str], where: str, name: str) -> None:
    """Raises ScenarioError for a value that is none of those there are."""
    if value not in choices:
        raise ScenarioError(f"{where}: {name!r} must be one of {', '.join(choices)}, not {value!r}")


def _check(name: str, value: Any, kind: Kind, where: str) -> None:
    if not is_of(value, kind):
        raise ScenarioError(f"{where}: {name!r} must be {WORDS[kind]}, not {value!r}")
    if isinstance(value, int) and abs(value) > _LARGEST.get(name, LARGEST) and kind is int:
        raise ScenarioError(f"{where}: {name!r} must be at most {_LARGEST.get(name, LARGEST)}, not {value!r}")
    if isinstance(value, list):
        items = _ITEMS.get(name, str)
        for item in value:
            if not is_of(item, items):
                raise ScenarioError(f"{where}: {name!r} must hold {WORDS[items]} each, not {item!r}")
