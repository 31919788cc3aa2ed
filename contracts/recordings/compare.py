"""Judges an answer against the recorded one by four verdicts: status, shape, value, headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from contracts.recordings.answers import UNRECORDED_HEADERS, plain_title
from contracts.recordings.naming import Names
from contracts.recordings.scenes import SNOWFLAKE, Json, Scene, Step
from contracts.recordings.timing import start_of

VERDICTS = ("status", "shape", "value", "headers")

TRANSPORT_HEADERS = UNRECORDED_HEADERS | {"connection", "transfer-encoding", "upgrade"}
PRESENCE_HEADERS = frozenset({"etag", "last-modified"})
"""Headers whose text says nothing that could be compared."""

ID_KEY = re.compile(r"(?:^|_)ids?$|^group_key$")
TOKEN_KEYS = frozenset(
    {"access_token", "refresh_token", "client_id", "client_secret", "vapid_key", "server_key", "token"}
)
MOMENT_KEYS = frozenset({"created_at", "expires_at"})

HEARTBEAT = 15.0
"""Seconds between two signs of life of a stream: shorter reads may or may not see one."""

MISSING = "(missing)"
NOT_PLAYED = "(not played)"


@dataclass(frozen=True)
class Difference:
    verdict: str
    path: str
    recorded: Json
    ours: Json


@dataclass
class Verdicts:
    """What agrees, and everything that differs."""

    differences: list[Difference] = field(default_factory=list)

    def agrees(self, verdict: str) -> bool:
        return all(each.verdict != verdict for each in self.differences)

    @property
    def failing(self) -> list[str]:
        return [verdict for verdict in VERDICTS if not self.agrees(verdict)]

    @classmethod
    def failed(cls, why: str) -> Verdicts:
        return cls([Difference(verdict, NOT_PLAYED, "", why) for verdict in VERDICTS])


class Comparison:
    """Compares the answers of one scene, in order; remembers which id stands for which."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.names = Names(start=start_of(scene))
        self._labels = {
            value: name
            for name, value in scene.variables.items()
            if isinstance(value, str) and SNOWFLAKE.fullmatch(value)
        }
        self._first_answers: dict[tuple[str, str], Json] = {}

    def start(self, now: float) -> None:
        """Tells the target's time at the scene's start."""
        self.names.skew = now - self.names.start if self.names.start is not None else 0.0

    def know(self, name: str, ours: Json) -> None:
        """Tells our value of a variable that the recording has too."""
        recorded = self._scene.variables.get(name)
        if isinstance(recorded, str) and isinstance(ours, str):
            self.names.pair("id" if SNOWFLAKE.fullmatch(recorded) else "token", recorded, ours)

    def call(self, number: int, step: Step, request_headers: dict[str, str], answer: Json) -> Verdicts:
        """Judges the answer of a call or of a stream's opening."""
        recorded = step["answer"]
        method = step.get("call", "GET").partition(" ")[0]
        key = (request_headers.get("authorization", ""), request_headers.get("idempotency-key", ""))
        first = self._first_answers.get(key) if method == "POST" and key[1] else None
        if method == "POST" and key[1] and answer["status"] < 300:
            self._first_answers.setdefault(key, answer.get("body"))
        differences: list[Difference] = []
        if recorded["status"] >= 500:
            # A mistake of the real server's own: a refusal is right in its place, or the first answer again.
            refused = 400 <= answer["status"] < 500
            repeated = answer["status"] < 300 and first is not None and first == answer.get("body")
            if refused or repeated:
                return Verdicts()
        if recorded["status"] != answer["status"] or answer["status"] >= 500:
            differences.append(Difference("status", "status", recorded["status"], answer["status"]))
        differences += [
            *self._bodies(step, recorded, answer),
            *self._headers(recorded["headers"], answer["headers"]),
        ]
        return self._stable(number, differences)

    def read(self, number: int, step: Step, entries: list[dict[str, Json]]) -> Verdicts:
        """Judges what came over a stream."""
        lenient = float(step.get("seconds", 0)) < HEARTBEAT
        recorded, ours = (
            [each for each in side if _tells(each, lenient)] for side in (step["answer"], entries)
        )
        return self._stable(number, list(self._values("$", recorded, ours, step.get("name", ""))))

    def label(self, text: str) -> str:
        """The text with the ids of both sides replaced by the scene's names for them."""
        return SNOWFLAKE.sub(lambda match: self._label(match[0]), text)

    def _label(self, id: str) -> str:
        name = self._labels.get(id) or self._labels.get(self.names.back.get(("id", id), ""))
        return f"<{name}>" if name else id

    def _stable(self, number: int, differences: list[Difference]) -> Verdicts:
        unstable = self._scene.unstable.get(number, ())
        if "*" in unstable:
            return Verdicts()
        kept = [each for each in differences if not any(_within(each.path, path) for path in unstable)]
        return Verdicts([self._readable(each) for each in kept])

    def _readable(self, difference: Difference) -> Difference:
        sides = (difference.recorded, difference.ours)
        recorded, ours = (self.label(each) if isinstance(each, str) else each for each in sides)
        return Difference(difference.verdict, difference.path, recorded, ours)

    def _bodies(self, step: Step, recorded: Json, answer: Json) -> Iterator[Difference]:
        kinds = [
            next((kind for kind in ("body", "text", "html", "bytes") if kind in side), None)
            for side in (recorded, answer)
        ]
        if kinds[0] != kinds[1]:
            if {*kinds} != {None, "text"} or recorded.get("text") or answer.get("text"):
                yield Difference("shape", "(body)", kinds[0] or "(none)", _excerpt(answer, kinds[1]))
            return
        group = _route(step.get("call") or step.get("path", ""))
        if kinds[0] == "body":
            yield from self._values("$", recorded["body"], answer["body"], group)
        elif kinds[0] == "text" and not (_is_page(recorded["text"]) and _is_page(answer["text"])):
            yield from self._text("(text)", recorded["text"], answer["text"], group)
        elif kinds[0] == "html" and "title" in recorded:
            ours = plain_title(answer.get("title", MISSING))
            yield from self._text("(title)", plain_title(recorded["title"]), ours, group)
        elif kinds[0] == "bytes" and bool(recorded["bytes"]) != bool(answer["bytes"]):
            yield Difference("value", "(bytes)", recorded["bytes"], answer["bytes"])

    def _headers(self, recorded: dict[str, str], ours: dict[str, str]) -> Iterator[Difference]:
        for name in sorted(recorded.keys() | ours.keys()):
            if name in TRANSPORT_HEADERS:
                continue
            expected, given = recorded.get(name, MISSING), ours.get(name, MISSING)
            if name in PRESENCE_HEADERS and (expected == MISSING) == (given == MISSING):
                continue
            if not self.names.same_text(expected, given, name):
                yield Difference("headers", name, expected, given)

    def _values(
        self, path: str, recorded: Json, ours: Json, group: str, key: str = ""
    ) -> Iterator[Difference]:
        if _json_type(recorded) != _json_type(ours):
            yield Difference("shape", path, recorded, ours)
        elif isinstance(recorded, dict):
            for name in recorded.keys() - ours.keys():
                yield Difference("shape", f"{path}.{name}", recorded[name], MISSING)
            for name in ours.keys() - recorded.keys():
                yield Difference("shape", f"{path}.{name}", MISSING, ours[name])
            for name in recorded:
                if name in ours:
                    yield from self._values(f"{path}.{name}", recorded[name], ours[name], group, name)
        elif isinstance(recorded, list):
            yield from self._items(path, recorded, ours, group, key)
        elif isinstance(recorded, str):
            yield from self._string(path, recorded, ours, group, key)
        elif recorded != ours and not self._same_number(recorded, ours, f"{group} {key}", key):
            yield Difference("value", path, recorded, ours)

    def _items(
        self, path: str, recorded: list[Json], ours: list[Json], group: str, key: str
    ) -> Iterator[Difference]:
        """Items by place; where known ids show that items moved or are missing, by id."""
        pairs, told = self._aligned(recorded, ours)
        if told or len(recorded) != len(ours):
            yield Difference("value", path, _contents(recorded), _contents(ours))
        guessing = len(recorded) != len(ours) and not told
        was, self.names.frozen = self.names.frozen, self.names.frozen or guessing
        for at, theirs, mine in pairs:
            for difference in self._values(f"{path}[{at}]", theirs, mine, group, key):
                # Items that do not belong together differ anyhow: only what they are made of is telling.
                if difference.verdict == "shape" or not guessing:
                    yield difference
        self.names.frozen = was

    def _aligned(self, recorded: list[Json], ours: list[Json]) -> tuple[list[tuple[int, Json, Json]], bool]:
        """Pairs of items, and whether their ids say that they are others or in another order."""
        theirs, mine = [_id_of(each) for each in recorded], [_id_of(each) for each in ours]
        by_place = [(at, a, b) for at, (a, b) in enumerate(zip(recorded, ours, strict=False))]
        if None in theirs or None in mine or not (theirs and mine):
            return by_place, False
        expected = [self.names.forward.get(("id", id)) for id in theirs if id]
        known = [id for id in mine if id and ("id", id) in self.names.back]
        if [id for id in expected if id] == known and len(recorded) == len(ours):
            return by_place, False
        at_id = dict(zip(mine, ours, strict=True))
        matched = [(at, recorded[at], at_id[id]) for at, id in enumerate(expected) if id in at_id]
        return matched, True

    def _string(self, path: str, recorded: str, ours: str, group: str, key: str) -> Iterator[Difference]:
        if recorded == ours or (
            key in TOKEN_KEYS and recorded and ours and self.names.pair("token", recorded, ours)
        ):
            return
        if (
            ID_KEY.search(key)
            and recorded.isdigit()
            and ours.isdigit()
            and len(recorded) < 17
            and len(ours) < 17
        ):
            if self.names.small(f"{group} {key}", recorded, ours):
                return
        elif self.names.same_text(recorded, ours, group):
            return
        yield from self._differing(path, recorded, ours)

    def _text(self, path: str, recorded: str, ours: str, group: str) -> Iterator[Difference]:
        if not self.names.same_text(recorded, ours, group):
            yield from self._differing(path, recorded, ours)

    def _differing(self, path: str, recorded: str, ours: str) -> Iterator[Difference]:
        yield Difference("value", path, recorded, ours)

    def _same_number(self, recorded: Any, ours: Any, group: str, key: str) -> bool:
        if isinstance(recorded, bool):
            return False
        if key in MOMENT_KEYS and min(recorded, ours) > 1_000_000_000:
            return self.names.near(recorded, ours)
        if ID_KEY.search(key) and isinstance(recorded, int) and isinstance(ours, int):
            return self.names.small(group, str(recorded), str(ours))
        return isinstance(recorded, float) and abs(recorded - ours) <= 1e-9 * abs(recorded)


def _json_type(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
    return "object"


def _within(path: str, unstable: str) -> bool:
    """Whether a difference lies at or below the unstable path; an unstable length makes its list so."""
    base = unstable.removesuffix(".length") if path != unstable else unstable
    return path == base or path.startswith((f"{base}.", f"{base}["))


def _tells(entry: Json, lenient: bool) -> bool:
    """Whether a stream's entry is more than a sign of life. Pings are the WebSocket transport's own."""
    return "ping" not in entry and not (lenient and entry.get("comment") == ":thump")


def _id_of(item: Json) -> str | None:
    id = item.get("id") if isinstance(item, dict) else None
    return id if isinstance(id, str) and SNOWFLAKE.fullmatch(id) else None


def _contents(items: list[Json]) -> str:
    """A list in a line: how many, and which if they have ids, events or names."""
    return f"{len(items)} items [{', '.join(map(_called, items[:12]))}{' …' if len(items) > 12 else ''}]"


def _called(item: Json) -> str:
    if not isinstance(item, dict):
        return repr(item)[:60]
    framed = item.get("frame")
    if isinstance(framed, dict):
        return str(framed.get("event") or "frame")
    return next(
        (str(item[key]) for key in ("id", "event", "name", "type", "comment", "close") if key in item), "{}"
    )


def _route(call: str) -> str:
    return re.sub(r"\$\{[^}]+\}|/\d+", ":id", call.partition("?")[0])


def _is_page(text: str) -> bool:
    return text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))


def _excerpt(answer: Json, kind: str | None) -> str:
    if kind is None:
        return "(none)"
    text = str(answer[kind])
    return f"{kind}: {text[:200]}"
