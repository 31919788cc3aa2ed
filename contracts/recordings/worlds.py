"""Turns a scene's actors, tokens and world items into scenarios that a target can be seeded with."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from itertools import groupby, takewhile
from typing import Any

from contracts.recordings.phrases import scenario_of
from contracts.recordings.scenes import Json, Scene
from contracts.recordings.setting import APP, Made, Setting, setting_of

APP_SCOPES = "read write follow push profile admin:read admin:write"

LISTS = {
    "emoji": "emojis",
    "announcement": "announcements",
    "rule": "rules",
    "remote_account": "remote_accounts",
    "remote_status": "remote_statuses",
    "remote_follow": "follows",
    "remote_favourite": "favourites",
    "remote_reblog": "reblogs",
    "tag": "tags",
    "card": "cards",
}
"""World item → the scenario's list of such things."""


_VALUE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"  # 2026-11-21, 2026-11-21T05:15:00Z
    r"|[A-Z][a-z]{2}, \d.* [+-]\d{4}"  # Sat, 21 Nov 2026 06:17:10 -0000
    r"|1[5-9]\d{8}"  # Unix seconds
    r"|-?\d{1,6}"
)


class CannotMake(Exception):
    """A world item that tells in words what was done, and not in ones that are understood."""


MADE_WITH = {"username", "days_old", "silenced", "suspended", "disabled", "memorial", "moved_to"} | {
    "name",
    "revoked",
    "expired",
}
"""What accounts and tokens are made with at once, where words say so before the first call."""


def opening(scene: Scene) -> tuple[dict[str, Any], frozenset[str]]:
    """The accounts, the application and the tokens that a scene starts with.

    What words say of these before the first call goes into their making; the second value are those words."""
    scenario, words = _cast(scene), set()
    setting = setting_of(scene, scene.steps, (), "", ())
    for text in (item["about"] for item in leading(scene) if "about" in item):
        said = scenario_of(text, setting)
        if said and said.keys() <= {"accounts", "tokens"} and _change(scenario, said):
            words.add(text)
    # An account that has moved names one that must be there before it.
    scenario["accounts"].sort(key=lambda account: "moved_to" in account)
    return scenario, frozenset(words)


def leading(scene: Scene) -> list[dict[str, Json]]:
    """The world items before the first call."""
    first = takewhile(lambda step: "world" in step, scene.steps)
    return [*scene.world, *(item for step in first for item in step["world"])]


def _change(scenario: dict[str, Any], said: dict[str, Any]) -> bool:
    """Puts what was said of accounts and tokens into their making; false if one of them is not there, or
    something else was said."""
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for kind, key in (("accounts", "username"), ("tokens", "name")):
        made = {each[key]: each for each in scenario[kind]}
        changes = said.get(kind, [])
        if any(change[key] not in made or not change.keys() <= MADE_WITH for change in changes):
            return False
        found += [(made[change[key]], change) for change in changes]
    for thing, change in found:
        thing.update(change)
    return True


def _cast(scene: Scene) -> dict[str, Any]:
    actors: dict[str, dict[str, Json]] = scene.data.get("actors") or {}
    tokens = {name: {"account": name, "scopes": APP_SCOPES} for name in actors} | (
        scene.data.get("tokens") or {}
    )
    return {
        "accounts": [
            {"username": name, "email": f"{name}@mail.example", "password": f"password-of-{name}", **options}
            for name, options in actors.items()
        ],
        "apps": [
            {
                "name": APP,
                "website": "https://app.example",
                "redirect_uris": ["urn:ietf:wg:oauth:2.0:oob", "https://app.example/callback"],
                "scopes": APP_SCOPES,
            }
        ],
        "tokens": [{"name": name, "app": APP, **token} for name, token in tokens.items()],
    }


def scenarios(
    items: list[dict[str, Json]], setting: Callable[[], Setting]
) -> Iterator[tuple[dict[str, Any], str]]:
    """World items as scenarios to seed one after the other, in the items' order, each with the words
    it was read from, if it was. `setting`: what words are understood in, as it is by then. Raises
    CannotMake."""
    for kind, group in groupby(items, key=lambda item: next(iter(item))):
        fields = [item[kind] for item in group]
        if kind == "setting":
            yield {"settings": {name: value for each in fields for name, value in each.items()}}, ""
        elif kind in LISTS:
            yield {LISTS[kind]: fields}, ""
        else:
            yield from ((_from_words(str(text), setting()), str(text)) for text in fields)


def _from_words(text: str, setting: Setting) -> dict[str, Any]:
    scenario = scenario_of(text, setting)
    if scenario is None:
        raise CannotMake(text)
    return scenario


NAMED = {"remote_statuses": "remote_status", "cards": "card", "announcements": "announcement"}
"""The scenario's lists of things that words may speak of, which must have a name for that."""


def name_things(scenario: dict[str, Any], number: int) -> None:
    """Give what has no name one, that no scene has. `number`: of the things made so far."""
    for table in NAMED.keys() & scenario.keys():
        for place, thing in enumerate(scenario[table]):
            if "id" not in thing and not thing.get("save"):
                thing["save"] = f" {table} {number + place}"


def things_of(scenario: dict[str, Any], made: dict[str, Json]) -> Iterator[Made]:
    """What a scenario has made that words may speak of. `made`: the values it gave."""
    for table, kind in NAMED.items():
        for thing in scenario.get(table, ()):
            if thing.get("save") in made:
                yield Made(kind, made[thing["save"]], str(thing.get("account", "")))
    for refresh in scenario.get("refreshes", ()):
        yield Made("refresh", refresh["key"])
    for tag in scenario.get("tags", ()):
        yield Made("tag", tag["name"])


def values_of(variables: dict[str, Json]) -> dict[str, str]:
    """Values that words give variables: texts, and those to be encoded."""
    return {
        name: base64.b64encode(value["base64"].encode()).decode() if isinstance(value, dict) else value
        for name, value in variables.items()
    }


def given_values(scene: Scene) -> dict[str, str]:
    """The recorded values of the variables that are times or row numbers and that no step saves."""
    saved = {name for step in scene.steps for name in step.get("save") or {}}
    return {
        name: value
        for name, value in scene.variables.items()
        if name not in saved and isinstance(value, str) and _VALUE.fullmatch(value)
    }
