"""Plays one scene against a target: makes its world, does its steps, judges each answer as it comes."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import msgspec

from contracts.recordings import timing, worlds
from contracts.recordings.answers import Response, write_down
from contracts.recordings.compare import Comparison, Verdicts
from contracts.recordings.requests import Request, build
from contracts.recordings.scenes import Json, Scene, Step
from contracts.recordings.setting import Made, Setting, made_by, setting_of
from contracts.recordings.variables import extract, fill

if TYPE_CHECKING:
    from contracts.targets.base import Stream, Target

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
CALL_TAKES = 0.01
"""Seconds by which the clock moves with every call."""
UNTIL_TRIES = 240
UNTIL_PAUSE = 0.5


@dataclass
class StepResult:
    """One step's answer and how it compares. `number` counts from 1."""

    number: int
    line: str
    verdicts: Verdicts
    answer: Json
    crash: str = ""


@dataclass
class Played:
    """A scene as it went. `data` is the scene in the recordings' format, with the target's answers."""

    scene: str
    results: list[StepResult] = field(default_factory=list)
    skipped: int = 0
    """Steps with an answer that were not played."""
    reason: str = ""
    data: dict[str, Json] = field(default_factory=dict)


async def play(
    scene: Scene, make_target: Callable[[float | None], Target], patience: float = 120.0
) -> Played:
    """Plays the scene against a fresh target. `patience`: real seconds after which the rest is given up."""
    player = _Player(scene, make_target(timing.start_of(scene)))
    try:
        await asyncio.wait_for(player.run(), patience)
    except worlds.CannotMake as item:
        player.played.reason = f"skipped: {item}"
    except TimeoutError:
        player.fail_rest(f"no end after {patience:g} seconds")
    except Exception:
        player.fail_rest(traceback.format_exc())
    finally:
        await player.close()
    return player.finish()


def line_of(step: Step) -> str:
    """A step in a few words: `alice: POST /api/v1/statuses`."""
    actor = f"{step['as']}: " if step.get("as") else ""
    if "call" in step:
        return f"{actor}{step['call']}"
    return f"{actor}stream {step.get('stream')} {step.get('name', '')} {step.get('path', '')}".rstrip()


class _Player:
    def __init__(self, scene: Scene, target: Target) -> None:
        self.played = Played(scene.name)
        self._scene = scene
        self._target = target
        self._variables: dict[str, Any] = {
            "host": scene.variables.get("host", "mastodon.example"),
            "base": scene.variables.get("base", "https://mastodon.example"),
        }
        self._variables |= worlds.given_values(scene)
        self._named: set[str] = set()
        """Variables whose value is our own, not the recorded one."""
        self._things: list[Made] = []
        self._actor = ""
        self._comparison = Comparison(scene)
        self._streams: dict[str, Stream | None] = {}
        self._jars: dict[str, dict[str, str]] = {}
        self._number = 0
        self._done: frozenset[str] = frozenset()
        self._saved_by_calls = {name for step in scene.steps for name in step.get("save") or {}}

    async def run(self) -> None:
        opening, self._done = worlds.opening(self._scene)
        self._seed(opening)
        self._comparison.start(self._target.now())
        self._make(self._scene.world)
        await self._target.settle()
        for number, step in enumerate(self._scene.steps, 1):
            self._number = number
            await self._do(step)
            self._actor = step.get("as") or self._actor

    async def _do(self, step: Step) -> None:
        if "call" in step:
            await self._call(step)
        elif "sleep" in step:
            await self._target.advance(float(step["sleep"]))
            await self._target.settle()
        elif "world" in step:
            self._make(step["world"])
            await self._target.settle()
        elif step.get("stream") == "open":
            await self._open(step)
        elif step.get("stream") == "read":
            await self._read(step)
        elif (stream := self._streams.get(step.get("name", ""))) is not None:
            await self._steer(step, stream)

    def _make(self, items: list[dict[str, Json]]) -> None:
        items = [item for item in items if item.get("about") not in self._done]
        for scenario, words in worlds.scenarios(items, self._setting):
            try:
                self._seed(fill(scenario, self._variables))
            except ValueError as refusal:
                if not words:
                    raise
                raise worlds.CannotMake(f"{words} ({refusal})") from refusal

    def _setting(self) -> Setting:
        rest = self._scene.steps[self._number :]
        return setting_of(self._scene, rest, self._things, self._actor, self._named)

    def _seed(self, scenario: dict[str, Any]) -> None:
        given = worlds.values_of(scenario.pop("variables", {}))
        worlds.name_things(scenario, len(self._things))
        made = self._target.seed(scenario) if scenario else {}
        self._things += worlds.things_of(scenario, made)
        self._variables |= made | given
        self._named |= made.keys() | given.keys()
        for name, value in made.items():
            if name not in self._saved_by_calls:
                self._comparison.know(name, value)

    async def _call(self, step: Step) -> None:
        method = step["call"].partition(" ")[0]
        await self._keep_up(step, method)
        if "until" in step:
            response, request = await self._call_until(step)
        else:
            for i in range(1, int(step.get("repeat", 1)) + 1):
                if "repeat" in step:
                    self._variables["i"] = i
                response, request = await self._once(step, method)
        answer = write_down(response, request.method)
        verdicts = self._comparison.call(self._number, step, request.headers, answer)
        self._tell(step, verdicts, answer, response)

    async def _once(self, step: Step, method: str) -> tuple[Response, Request]:
        jar = self._jars.setdefault(step["jar"], {}) if "jar" in step else {}
        request = build(step, self._scene, self._variables, jar)
        response = await self._target.call(request)
        _keep_cookies(jar, response.cookies)
        if method not in SAFE_METHODS and step.get("settle", True):
            await self._target.settle()
        parsed = response.json()
        self._things += made_by(step, parsed)
        for name, rule in (step.get("save") or {}).items():
            value = extract(rule, response.headers, response.body, parsed)
            if value is not None:
                self._variables[fill(name, self._variables)] = value
        await self._target.advance(CALL_TAKES)
        return response, request

    async def _call_until(self, step: Step) -> tuple[Response, Request]:
        earlier: list[int] = []
        for _ in range(UNTIL_TRIES):
            response, request = await self._once(step, "GET")
            if response.status == step["until"]["status"] or response.status >= 500:
                break
            earlier.append(response.status)
            await self._target.advance(UNTIL_PAUSE)
            await self._target.settle()
        self.played.data.setdefault("earlier", {})[self._number] = earlier
        return response, request

    async def _keep_up(self, step: Step, method: str) -> None:
        """Moves the clock to where the recorded answer proves it to have been."""
        now = self._target.now()
        paged = "call" in step and timing.pages(step)
        ahead = timing.reached(step.get("answer"), now, method, paged) - now
        if ahead > 0:
            await self._target.advance(ahead)

    async def _open(self, step: Step) -> None:
        await self._keep_up(step, "GET")
        if (old := self._streams.get(step["name"])) is not None:
            await old.close()
        request = build(step, self._scene, self._variables, {}, call=f"GET {step['path']}")
        response, self._streams[step["name"]] = await self._target.open(request, step["by"])
        answer = write_down(response)
        self._tell(step, self._comparison.call(self._number, step, request.headers, answer), answer, response)

    async def _read(self, step: Step) -> None:
        await self._target.advance(float(step.get("seconds", 0)))
        stream = self._streams.get(step["name"])
        entries = stream.read() if stream is not None else []
        self._tell(step, self._comparison.read(self._number, step, entries), entries, None)

    async def _steer(self, step: Step, stream: Stream) -> None:
        if step["stream"] == "close":
            await stream.close()
            return
        text = fill(step.get("text", ""), self._variables)
        if "json" in step:
            text = _compact(fill(step["json"], self._variables))
        await stream.send({**step, "text": text})
        await self._target.advance(CALL_TAKES)

    def _tell(self, step: Step, verdicts: Verdicts, answer: Json, response: Response | None) -> None:
        crash = response.crash if response is not None else ""
        self.played.results.append(StepResult(self._number, line_of(step), verdicts, answer, crash))

    def fail_rest(self, why: str) -> None:
        """Counts the step under way and all that follow as differing in everything."""
        told = {result.number for result in self.played.results}
        for number, step in enumerate(self._scene.steps, 1):
            if "answer" in step and number >= self._number and number not in told:
                verdicts = Verdicts.failed(
                    "not played after an error" if self.played.reason else "the player failed"
                )
                self.played.results.append(StepResult(number, line_of(step), verdicts, None, why))
                self.played.reason, why = self.played.reason or "failed", ""

    async def close(self) -> None:
        for stream in self._streams.values():
            if stream is not None:
                await stream.close()
        await self._target.close()

    def finish(self) -> Played:
        played, answers = self.played, {result.number: result.answer for result in self.played.results}
        earlier: dict[int, list[int]] = played.data.pop("earlier", {})
        steps = []
        for number, step in enumerate(self._scene.steps, 1):
            ours = {key: value for key, value in step.items() if key not in {"answer", "earlier"}}
            if earlier.get(number):
                ours["earlier"] = earlier[number]
            if answers.get(number) is not None:
                ours["answer"] = answers[number]
            steps.append(ours)
        played.data = {**self._scene.data, "variables": self._variables, "steps": steps}
        played.skipped = sum("answer" in step for step in self._scene.steps) - len(played.results)
        return played


def _compact(value: Json) -> str:
    return msgspec.json.encode(value).decode()


def _keep_cookies(jar: dict[str, str], cookies: list[str]) -> None:
    """Keeps what Set-Cookie headers say; an emptied, expired or past cookie is dropped."""
    for cookie in cookies:
        pair, *attributes = (part.strip() for part in cookie.split(";"))
        name, _, value = pair.partition("=")
        options = {key.lower(): text for key, _, text in (each.partition("=") for each in attributes)}
        past = "expires" in options and parsedate_to_datetime(options["expires"]).year < 2000
        if not value or options.get("max-age") == "0" or past:
            jar.pop(name, None)
        else:
            jar[name] = value
