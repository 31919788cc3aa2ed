"""Understands world items that tell only in words what was done, where a scenario can express it.

A phrase is understood whole or not at all: of half a world the answers would be wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

STATES = {"limited": "silenced"}
"""States whose name in a scenario is another."""

NUMBERS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}

NOTHING_TO_DO = re.compile(
    r"refreshes the list of known servers|empties the server's cache|the job that removes expired \w+ is run"
)
"""A server that keeps no such list and no such cache, and does at once what falls due, has nothing to do."""

VALUES = re.compile(
    r".*\(UTC dates\)|times seen from the server's clock: .*|(?:two|three|four) times near now"
    r"|(?:the )?ids of the (?:rules|stock roles)"
)
"""The item only gives variables values; the recorded ones serve: the clock starts with the
recording, and row numbers start at 1 in a new world."""

_AGE = re.compile(r"the accounts? (?P<names>[\w, ]+?) (?:is|are) made (?P<number>\w+) days old")
_FOLLOWS = re.compile(r"(?P<who>\w+) (?P<verb>follows|blocks|mutes) (?P<whom>\w+)")
_FOLLOWS_REMOTE = re.compile(
    r"(?P<who>\w+) follows (?:the remote account|(?:both|the \w+|all) remote accounts)"
)
_EMOJI = re.compile(r"a disabled emoji :(?P<shortcode>\w+):")
_STATE = re.compile(
    r"(?:account )?(?P<who>\w+)(?: is| has)? (?:(?P<state>limited|suspended|disabled)(?: by moderators)?"
    r"|an? (?P<memorial>memorial)|moved to (?P<target>\w+))"
)
_TOKEN = re.compile(r"token (?P<name>\w+) (?:(?P<revoked>is revoked)|ran out an? (?:day|hour) ago)")


@dataclass(frozen=True)
class Setting:
    """What a phrase is read in: the names of the scene's remote accounts."""

    remote: tuple[str, ...] = ()


def scenario_of(text: str, setting: Setting) -> dict[str, Any] | None:
    """What a phrase says, as a scenario; None if it is not understood."""
    if NOTHING_TO_DO.fullmatch(text) or VALUES.fullmatch(text):
        return {}
    readings = (read(text, setting) for read in _READERS)
    return next((scenario for scenario in readings if scenario is not None), None)


def _aged(text: str, setting: Setting) -> dict[str, Any] | None:
    match = _AGE.fullmatch(text)
    days = match and (
        NUMBERS.get(match["number"]) or (int(match["number"]) if match["number"].isdigit() else None)
    )
    if not match or not days:
        return None
    names = re.split(r", | and ", match["names"])
    return {"accounts": [{"username": name, "days_old": days} for name in names]}


def _related(text: str, setting: Setting) -> dict[str, Any] | None:
    if match := _FOLLOWS_REMOTE.fullmatch(text):
        return {"follows": [{"from": match["who"], "to": name} for name in setting.remote]}
    if match := _FOLLOWS.fullmatch(text):
        return {match["verb"]: [{"from": match["who"], "to": match["whom"]}]}
    return None


def _emoji(text: str, setting: Setting) -> dict[str, Any] | None:
    match = _EMOJI.fullmatch(text)
    return match and {"emojis": [{"shortcode": match["shortcode"], "disabled": True}]}


def _states(text: str, setting: Setting) -> dict[str, Any] | None:
    """`lim is limited, sus suspended, mov has moved to alice, token gone is revoked`."""
    scenario: dict[str, Any] = {}
    for clause in re.split(r", | and ", text):
        if match := _STATE.fullmatch(clause):
            flag = match["state"] or match["memorial"]
            change = {STATES.get(flag, flag): True} if flag else {"moved_to": match["target"]}
            scenario.setdefault("accounts", []).append({"username": match["who"], **change})
        elif match := _TOKEN.fullmatch(clause):
            ended = "revoked" if match["revoked"] else "expired"
            scenario.setdefault("tokens", []).append({"name": match["name"], ended: True})
        else:
            return None
    return scenario


_READERS: tuple[Callable[[str, Setting], dict[str, Any] | None], ...] = (_aged, _related, _emoji, _states)
