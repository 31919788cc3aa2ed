"""What a world item's words are understood in: what the scene has made so far, which of its variables have no
value yet, and what the recording shows of the world that the words have made.

Words leave open what they do not tell (the text of an announcement, the name of a tag). What of it shows is
read from the first recorded answer that shows it; there is no other source."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from contracts.recordings.scenes import SNOWFLAKE, Json, Scene, Step
from contracts.recordings.variables import mentioned

APP = "Recorder"
"""The application whose tokens a scene's actors have."""


@dataclass(frozen=True)
class Made:
    """Something that the scene has made. `id`: ours, or of a sign-up the user name."""

    kind: str
    id: str
    by: str = ""
    """The actor, or the remote account."""
    visibility: str = ""


@dataclass(frozen=True)
class Setting:
    accounts: tuple[str, ...] = ()
    """The local ones that the scene names."""
    remote: tuple[str, ...] = ()
    """The names of the scene's remote accounts."""
    actor: str = ""
    """Who took the last step."""
    made: tuple[Made, ...] = ()
    unset: Mapping[str, str] = field(default_factory=dict)
    """Variables that later steps use and that nothing has given a value yet, with the recorded one."""
    ahead: tuple[Json, ...] = ()
    """The recorded answers that follow."""
    calls: tuple[Step, ...] = ()
    """The calls that follow."""
    recorded: Mapping[str, str] = field(default_factory=dict)
    """Recorded ids → the names of the variables that have them."""

    def all(self, *kinds: str) -> list[Made]:
        return [one for one in self.made if one.kind in kinds]

    def last(self, *kinds: str) -> Made | None:
        """The `the` of a phrase: the newest of these kinds."""
        return next(reversed(self.all(*kinds)), None)

    def names_for(self, count: int) -> list[str]:
        """Variables for things that the words have made, in the order of their recorded row numbers; empty
        texts where there are no more."""
        numbered = {name: int(value) for name, value in self.unset.items() if value.isdecimal()}
        names = sorted(numbered, key=lambda name: numbered[name])
        return (names + [""] * count)[:count]

    def shown(self, has: Callable[[dict[str, Json]], bool]) -> dict[str, Json] | None:
        """The first object in the answers to come that has what is asked for."""
        return next((each for answer in self.ahead for each in _objects(answer) if has(each)), None)

    def ranking(self, name_of: Callable[[dict[str, Json]], str | None]) -> list[str]:
        """The order of things that the lists to come tell: that of the first, and what others have more of
        behind what it follows there."""
        order: list[str] = []
        for answer in self.ahead:
            listed = answer.get("body") if isinstance(answer, dict) else None
            found = (
                [name_of(each) for each in listed if isinstance(each, dict)]
                if isinstance(listed, list)
                else []
            )
            before = None
            for name in found:
                if name is not None and name not in order:
                    order.insert(order.index(before) + 1 if before is not None else len(order), name)
                before = name
        return order

    def in_our_words(self, text: str) -> str:
        """A recorded text, with the variables in place of the ids that they have."""
        return SNOWFLAKE.sub(
            lambda id: f"${{{self.recorded[id[0]]}}}" if id[0] in self.recorded else id[0], text
        )

    def after(self, said: dict[str, Any]) -> Setting:
        """The setting of the words that follow: with the variables that are given by now."""
        given = set(said.get("variables", ())) | {
            value for each in _objects(said) for key, value in each.items() if key.startswith("save")
        }
        return replace(self, unset={name: value for name, value in self.unset.items() if name not in given})


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def setting_of(
    scene: Scene, steps: Sequence[Step], made: Sequence[Made], actor: str, known: Collection[str]
) -> Setting:
    """`steps`: those that follow; `known`: the variables that have a value of ours."""
    used = [name for step in steps for name in mentioned(str(step))]
    saved = {name for step in scene.steps for name in step.get("save") or {}}
    saved |= {name.replace("${i}", str(i)) for name in saved if "${i}" in name for i in range(1, 100)}
    unset = {
        name: str(scene.variables[name])
        for name in dict.fromkeys(used)
        if name in scene.variables and name not in known and name not in saved
    }
    items = [*scene.world, *(item for step in scene.steps for item in step.get("world") or [])]
    return Setting(
        accounts=tuple(scene.data.get("actors") or {}),
        remote=tuple(item["remote_account"]["name"] for item in items if "remote_account" in item),
        actor=actor,
        made=tuple(made),
        unset=unset,
        ahead=tuple(step["answer"] for step in steps if "answer" in step),
        calls=tuple(step for step in steps if "call" in step),
        recorded={
            value: name
            for name, value in scene.variables.items()
            if isinstance(value, str) and SNOWFLAKE.fullmatch(value)
        },
    )


# --- what calls make

_MAKERS = (
    (re.compile(r"POST /api/v1/statuses\b(?!/)"), "status", ("id",)),
    (re.compile(r"POST /api/v1/statuses\b(?!/)"), "poll", ("poll", "id")),
    (re.compile(r"POST /api/v[12]/media\b(?!/)"), "media", ("id",)),
    (re.compile(r"POST /api/v1/reports\b(?!/)"), "report", ("id",)),
    (re.compile(r"POST /api/v1/collections\b(?!/)"), "collection", ("collection", "id")),
)
"""Calls, the kind of thing that they make, and where the answer has its id."""

_SIGN_UP = re.compile(r"POST /api/v1/accounts\b(?!/)")


def made_by(step: Step, answer: Json) -> Iterator[Made]:
    """What a call has made, by our answer to it."""
    call, by = step["call"], step.get("as") or ""
    if not isinstance(answer, dict):
        return
    for pattern, kind, path in _MAKERS:
        found = _at(answer, path) if pattern.match(call) else None
        if isinstance(found, str):
            scheduled = kind == "status" and "scheduled_at" in answer
            yield Made("scheduled" if scheduled else kind, found, by, str(answer.get("visibility", "")))
    if _SIGN_UP.match(call) and "access_token" in answer:
        fields = dict(step.get("form") or ()) | (step.get("json") or {})
        yield Made("sign_up", str(fields.get("username", "")), by)


def _at(value: Json, path: tuple[str, ...]) -> Json:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
