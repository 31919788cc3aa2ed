"""What a law acts in: people who write down every exchange, a mark for what is ours, patience, and a way to
undo.

Assertions speak only of what carries the mark or belongs to the law's own people: the rest of a live server
is not our business."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from contracts.answers import Answer, Json, answer_of, hindrance, id_of, ids_of, short
from contracts.effects import Effects
from contracts.law import Broken, Law, Unable, Unsure
from contracts.targets.guard import Forbidden
from contracts.targets.server import Credential, Listening, Server

T = TypeVar("T")
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 2.0
SUBSCRIBING = 1.0
"""Seconds from the answer of a stream until a live server surely tells of everything."""
VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


@dataclass
class Story:
    """Who did what, in order. `names`: what ids are called in it."""

    steps: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def tell(self, text: str) -> None:
        self.steps.append(text)

    def readable(self, value: object) -> str:
        text = value if isinstance(value, str) else short(value)
        for id, name in self.names.items():
            text = text.replace(id, name)
        return text

    def lines(self) -> list[str]:
        return [self.readable(step) for step in self.steps]


class World:
    """One try of one law on a server."""

    def __init__(
        self,
        server: Server,
        law: Law,
        draw: Callable[[Any], Any] | None,
        mark: str,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self.server = server
        self.story = Story()
        self.mark = mark
        self.requests = 0
        self.notes: list[str] = []
        self.last: Answer | None = None
        self._law = law
        self._draw = draw
        self._stopping = stopping
        self._undo: dict[str, Callable[[], Answer]] = {}
        self._numbers = 0
        self._listening: list[Listening] = []
        self._instance: Json = None

    # --- people

    def people(self) -> list[Actor]:
        """As many as the law asked for, at least its minimum."""
        names: tuple[str, ...] = ("alice", "bob", "carol", "dave", "erin", "frank")
        given = self.server.people(self._law.actors, self._law.wishes)
        if len(given) < self._law.wishes:
            self.note(f"tried with {len(given)} of the {self._law.wishes} accounts that all of it takes")
        if not self.server.isolated:
            names = tuple(one.name for one in given)
        return [Actor(self, name, one) for name, one in zip(names, given, strict=False)]

    @property
    def anonymous(self) -> Actor:
        return Actor(self, "anonymous", None)

    # --- the server

    @property
    def instance(self) -> Json:
        """What the server says of itself: /api/v2/instance, or the first version of it."""
        if self._instance is None:
            answer = self.anonymous.get("/api/v2/instance")
            told = answer.body if answer.status == 200 else self.anonymous.get("/api/v1/instance").ok()
            self.check(isinstance(told, dict), "the instance is described by an object", "{…}", told)
            self._instance = told
        return self._instance

    def limit(self, name: str, default: int) -> int:
        """A number of `configuration.statuses`, such as max_characters."""
        told = self.instance
        for key in ("configuration", "statuses"):
            told = told.get(key, {})
            self.check(isinstance(told, dict), f"`{key}` of the instance is an object", "{…}", told)
        number = told.get(name, default)
        self.check(type(number) is int, f"`{name}` of the instance is a whole number", default, number)
        return int(number)

    def require_version(self) -> None:
        """Raises Unable on a server older than the law. Others than Mastodon tell which version they are
        compatible with."""
        found = VERSION.search(str(self.instance.get("version", "")))
        if found and tuple(map(int, found.groups())) < tuple(map(int, self._law.since.split("."))):
            raise Unable("version", f"needs {self._law.since}, the server is {self.instance['version']}")

    @property
    def public_allowed(self) -> bool:
        return self.server.effects >= Effects.PUBLIC

    # --- marks

    def text(self, words: str = "") -> str:
        """A text that is ours and unlike any other."""
        self._numbers += 1
        return f"{self.mark}n{self._numbers} {words}".rstrip()

    def key(self) -> str:
        self._numbers += 1
        return f"{self.mark}-key-{self._numbers}"

    def draw(self, strategy: Any, live: T) -> T:
        """A value of a Hypothesis strategy; `live` on a server that is not ours alone, where nothing is
        tried at random."""
        return live if self._draw is None else self._draw(strategy)

    # --- judging

    def note(self, text: str) -> None:
        """Say what a verdict leaves out: it stands beside a law that holds."""
        if text not in self.notes:
            self.notes.append(text)

    def unreadable(self, error: Exception) -> Broken:
        """What a law could not read in an answer breaks it: answers have their documented shape."""
        if self.last is None:
            raise error
        what = f"the answer to {self.last.call} has its documented shape"
        return Broken(what, f"no {type(error).__name__}: {error}", self.last.told())

    def check(self, holds: bool, what: str, expected: object = True, got: object = False) -> None:
        if not holds:
            raise Broken(what, expected, got)

    def same(self, got: object, expected: object, what: str) -> None:
        self.check(got == expected, what, expected, got)

    def eventually(self, probe: Callable[[], T], holds: Callable[[T], bool], what: str) -> T:
        """Ask until it holds; effects may take a server's workers a while. `holds` must stay true once it
        is."""
        waited, pause = 0.0, FIRST_PAUSE
        while True:
            seen = probe()
            if holds(seen):
                return seen
            if waited >= self.server.patience:
                raise Broken(f"{what} (within {self.server.patience:g} s)", what, seen)
            self.go_on()
            self.server.wait(pause)
            waited, pause = waited + pause, min(pause * 2, LONGEST_PAUSE)

    # --- streams, and tidying up

    def go_on(self) -> None:
        """Between calls an interruption is heeded, and never between a call and knowing what it made."""
        if self._stopping():
            raise KeyboardInterrupt

    def listen(self, who: Actor, path: str) -> Listening:
        stream = self.server.listen(who.token or "", path)
        self._listening.append(stream)
        if not self.server.isolated:
            self.server.wait(SUBSCRIBING)
        self.story.tell(f"{who.name}: listens to {path}")
        return stream

    def undo(self, what: str, act: Callable[[], Answer]) -> None:
        """Have something undone when the law has been tried: on a server that is not ours alone."""
        if not self.server.isolated:
            self._undo[what] = act

    def undone(self, what: str) -> None:
        """Say that nothing is left to undo there."""
        self._undo.pop(what, None)

    def tidy(self) -> list[str]:
        """Undo everything, the newest first; what could not be undone is told. Whoever interrupts this too
        gets a list of what is left."""
        told = len(self.story.steps)
        failures = []
        self._stopping = lambda: False
        for stream in self._listening:
            stream.close()
        while self._undo:
            what, act = self._undo.popitem()
            try:
                failed = _refusal(act())
            except (Unsure, Unable, Broken, Forbidden, httpx.HTTPError) as error:
                failed = str(error) or type(error).__name__
            except KeyboardInterrupt:
                failures += [f"{one} (interrupted)" for one in (what, *reversed(self._undo))]
                self._undo.clear()
                break
            if failed:
                failures.append(f"{what} ({failed})")
        del self.story.steps[told:]
        return failures


def _refusal(answer: Answer) -> str:
    """Why something is not undone; nothing to delete is as good as deleted."""
    gone = answer.call.startswith("DELETE ") and answer.status in (404, 410)
    return "" if answer.status < 300 or gone else f"{answer.status} {answer.told()}"


class Actor:
    """Somebody who calls: `alice.get("/api/v1/…", limit=2)`, `alice.post("/api/v1/…", status="…")`."""

    def __init__(
        self, world: World, name: str, credential: Credential | None, token: str | None = None
    ) -> None:
        self._world = world
        self.name = name
        self.credential = credential
        self.token = token or (credential.token if credential is not None else None)
        self._account: Json = None

    @property
    def account(self) -> Json:
        if self._account is None:
            account = self.get("/api/v1/accounts/verify_credentials").ok()
            self._world.server.own(id_of(account))
            self._world.story.names[id_of(account)] = f"({self.name})"
            self._account = account
        return self._account

    @property
    def id(self) -> str:
        return str(self.account["id"])

    @property
    def handle(self) -> str:
        return f"@{self.account['acct']}"

    def narrowed(self, scope: str) -> Actor | None:
        """The same person with a token of only this scope."""
        assert self.credential is not None
        token = self._world.server.scoped_token(self.credential, scope)
        return Actor(self._world, f"{self.name} with {scope}", None, token) if token is not None else None

    def with_token(self, token: str, name: str) -> Actor:
        return Actor(self._world, name, None, token)

    # --- calls

    def get(self, path: str, **query: Any) -> Answer:
        return self.call("GET", path, params=query)

    def post(self, path: str, **form: Any) -> Answer:
        return self.call("POST", path, data=form)

    def delete(self, path: str, **query: Any) -> Answer:
        return self.call("DELETE", path, params=query)

    def call(self, method: str, path: str, headers: dict[str, str] | None = None, **content: Any) -> Answer:
        """Send a request as httpx takes it, write it down, and refuse what no law allows: 5xx, and errors
        that are no JSON."""
        world = self._world
        world.go_on()
        sent = {
            "Accept": "application/json",
            **({"Authorization": f"Bearer {self.token}"} if self.token else {}),
        }
        try:
            response = world.server.http.request(method, path, headers=sent | (headers or {}), **content)
        except httpx.DecodingError as error:
            raise Broken(f"{method} {path} is encoded as its headers say", "readable", str(error)) from error
        world.requests += 1
        answer = world.last = answer_of(f"{method} {urlsplit(path).path}", response)
        world.story.tell(f"{self.name}: {method} {path}{_given(content)}{_told(headers)} → {answer.status}")
        self._judge(answer)
        if method == "DELETE" and answer.status < 300:
            world.undone(answer.call)
        return answer

    def _judge(self, answer: Answer) -> None:
        if not self._world.server.isolated:
            hindrance(answer, self.name if self.credential is not None else None)
        if answer.status >= 500:
            raise Broken(f"{answer.call} does not fail", "below 500", answer.status)
        if answer.status >= 400:
            told = f"{answer.status} {answer.told()}"
            self._world.check(
                answer.error() is not None, "errors are JSON with a text `error`", '{"error": "…"}', told
            )

    # --- what laws do all the time

    def toot(self, text: str, **more: Any) -> Json:
        """Post a status of ours, unlisted unless said otherwise."""
        return self.posted(
            self.post("/api/v1/statuses", **{"status": text, "visibility": "unlisted", **more})
        )

    def posted(self, answer: Answer) -> Json:
        """The status of an accepted post: named in the story, deleted in the end."""
        status = answer.ok()
        names, id = self._world.story.names, id_of(status)
        if id not in names:
            names[id] = f"S{1 + sum(name.startswith('S') for name in names.values())}"
            path = f"/api/v1/statuses/{id}"
            self._world.undo(f"DELETE {path}", lambda: self.delete(path))
        return status

    def status(self, id: str) -> Json:
        return self.get(f"/api/v1/statuses/{id}").ok()

    def statuses_of(self, whose: Actor, **query: Any) -> list[str]:
        """Ids of an account's statuses as this person sees them, the newest first."""
        return ids_of(self.get(f"/api/v1/accounts/{whose.id}/statuses", **{"limit": 40, **query}).ok())

    def relationship(self, to: Actor) -> Json:
        return self.get("/api/v1/accounts/relationships", **{"id[]": to.id}).ok()[0]

    def set_relation(self, to: Actor, flag: str, wanted: bool) -> None:
        """Make `following` or `blocking` so, and put it back in the end."""
        verb = {"following": "follow", "blocking": "block"}[flag]
        if bool(self.relationship(to)[flag]) == wanted:
            return
        do, back = (verb, f"un{verb}") if wanted else (f"un{verb}", verb)
        self.post(f"/api/v1/accounts/{to.id}/{do}").ok()
        self._world.undo(
            f"{self.name} {back}s {to.name}", lambda: self.post(f"/api/v1/accounts/{to.id}/{back}")
        )
        if flag == "following" and wanted and to.account["locked"]:
            to.post(f"/api/v1/follow_requests/{self.id}/authorize").ok()
        self._world.eventually(
            lambda: self.relationship(to)[flag], lambda now: now == wanted, f"{flag} is {wanted}"
        )

    def walk(self, path: str, limit: int, most: int) -> Iterator[list[Json]]:
        """Pages from the newest on, by the Link header's `next`; at most `most` of them."""
        answer = self.get(path, limit=limit)
        for _ in range(most):
            yield answer.ok()
            onward = answer.links().get("next")
            if onward is None:
                return
            parts = urlsplit(onward)
            self._world.same(parts.path, path, "a `next` link stays on its listing")
            answer = self.get(path, **dict(parse_qsl(parts.query)))


def _given(content: dict[str, Any]) -> str:
    """The parameters in a few words."""
    parts = []
    for kind, value in content.items():
        if not value:
            continue
        if kind == "params":
            parts.append("?" + urlencode(value, doseq=True))
        elif kind == "files":
            parts.append(" multipart" + short(_names(value), 120))
        elif kind == "content":
            parts.append(f" ({len(value)} bytes)")
        else:
            parts.append(f" {'form' if kind == 'data' else kind}{short(value, 160)}")
    return "".join(parts)


def _names(files: Any) -> list[str]:
    return [name for name, _ in (files.items() if isinstance(files, dict) else files)]


def _told(headers: dict[str, str] | None) -> str:
    return "".join(f" {name}: {value}" for name, value in (headers or {}).items())


def marks(seed: int | None) -> Iterator[str]:
    """Marks that no text has by chance."""
    source = random.Random(seed)
    while True:
        yield f"ct{source.getrandbits(40):010x}"
