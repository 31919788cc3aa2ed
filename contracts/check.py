"""Trying laws on a server: from a law to a verdict with its story."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import httpx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException

from contracts.law import Broken, Law, Unable, Unsure
from contracts.targets.guard import Forbidden
from contracts.targets.server import Server
from contracts.world import World, marks

PHASES = (Phase.generate, Phase.shrink)


class Outcome(Enum):
    PASS = "pass"
    FAIL = "fail"
    SKIP = "skip"
    INCONCLUSIVE = "inconclusive"


@dataclass
class Verdict:
    """What came of trying a law. `story`, `what`, `expected`, `got` tell of a failure; `reason` of a skip, or
    what was left out of a law that holds. `code`: a word for machines, such as `actors` or `network`."""

    law: Law
    outcome: Outcome
    code: str = ""
    reason: str = ""
    what: str = ""
    expected: str = ""
    got: str = ""
    story: list[str] = field(default_factory=list)
    requests: int = 0
    seconds: float = 0.0
    left_behind: list[str] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        law = self.law
        return {
            "law": law.id,
            "says": law.says,
            "verdict": self.outcome.value,
            "spec": law.spec.value,
            "interop": law.interop.value,
            "source": law.source,
            "requests": self.requests,
            "seconds": round(self.seconds, 3),
        } | {
            name: value
            for name in ("code", "reason", "what", "expected", "got", "story", "left_behind")
            if (value := getattr(self, name))
        }


MISREAD = (LookupError, TypeError, AttributeError, ValueError)
"""What a law stumbles over when an answer has not the shape that is documented."""

INTERRUPTED, NETWORK = "interrupted", "network"
GIVE_UP = 2
"""Laws in a row that get no answer, after which no further one is tried."""


def _never() -> bool:
    return False


class Trial:
    """One law under trial on one server. `stopping` is asked before every call: it ends the trial."""

    def __init__(
        self, law: Law, server: Server, seed: int = 0, stopping: Callable[[], bool] = _never
    ) -> None:
        self._law, self._server, self._seed, self._stopping = law, server, seed, stopping
        # A live server has seen the marks of former runs: there they must be new.
        self._marks = marks(seed if server.isolated else None)
        self._requests = 0
        self._left_behind: list[str] = []
        self._world: World | None = None

    def verdict(self) -> Verdict:
        began = time.perf_counter()
        verdict = self._try()
        if verdict.outcome is Outcome.FAIL and not self._server.isolated:
            verdict = self._confirmed(verdict)
        verdict.requests, verdict.seconds = self._requests, time.perf_counter() - began
        verdict.left_behind = self._left_behind
        return verdict

    def _confirmed(self, failed: Verdict) -> Verdict:
        """Others act on a live server: what fails there must fail twice."""
        again = self._try()
        if again.code == INTERRUPTED:
            return again
        if again.outcome is not Outcome.PASS:
            return failed
        return self._unsure(f"failed once, then held: {failed.what}")

    def _try(self) -> Verdict:
        law = self._law
        if law.effects > self._server.effects:
            rung = law.effects.name.lower()
            return Verdict(
                law,
                Outcome.SKIP,
                "effects",
                f"would write ({rung}); {self._server.effects.name.lower()} is allowed",
            )
        try:
            self._run()
        except Broken as broken:
            return self._failed(broken)
        except Unable as unable:
            return Verdict(law, Outcome.SKIP, unable.code, str(unable))
        except (Unsure, Forbidden) as unsure:
            return self._unsure(str(unsure))
        except httpx.HTTPError as error:
            return self._unsure(f"{type(error).__name__}: {error}", NETWORK)
        except HypothesisException as error:
            return self._unsure(f"failed once, then held: {type(error).__name__}")
        except MISREAD as error:
            assert self._world is not None
            return self._failed(self._world.unreadable(error))
        except KeyboardInterrupt:
            return self._unsure("interrupted", INTERRUPTED)
        notes = self._world.notes if self._world is not None else ()
        return Verdict(law, Outcome.PASS, reason="; ".join(notes))

    def _unsure(self, reason: str, code: str = "") -> Verdict:
        return Verdict(self._law, Outcome.INCONCLUSIVE, code, reason)

    def _failed(self, broken: Broken) -> Verdict:
        assert self._world is not None
        story = self._world.story
        expected, got = story.readable(broken.expected), story.readable(broken.got)
        what = story.readable(broken.what)
        return Verdict(self._law, Outcome.FAIL, what=what, expected=expected, got=got, story=story.lines())

    def _run(self) -> None:
        """As many examples as are worth it; when one breaks the law, the last one run is the smallest that
        does."""

        @with_seed(self._seed)
        @settings(
            max_examples=self._law.examples,
            phases=PHASES,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
            report_multiple_bugs=False,
        )
        @given(st.data())
        def example(data: st.DataObject) -> None:
            self._example(data.draw)

        if self._law.examples > 1 and self._server.isolated:
            example()
        else:
            self._example(None)

    def _example(self, draw: Callable[[Any], Any] | None) -> None:
        world = self._world = World(self._server, self._law, draw, next(self._marks), self._stopping)
        try:
            if not self._server.isolated:
                world.require_version()
            self._law.run(world)
        finally:
            self._left_behind += world.tidy()
            self._requests += world.requests


def check(
    laws: Iterable[Law], server: Server, seed: int = 0, stopping: Callable[[], bool] = _never
) -> Iterator[Verdict]:
    """The verdicts, one after the other, as they are reached; none after one that was interrupted."""
    unanswered = 0
    for law in laws:
        if unanswered >= GIVE_UP:
            why = f"not tried: the server did not answer the {GIVE_UP} laws before"
            yield Verdict(law, Outcome.INCONCLUSIVE, NETWORK, why)
            continue
        verdict = Trial(law, server, seed, stopping).verdict()
        yield verdict
        if verdict.code == INTERRUPTED:
            return
        if verdict.outcome is not Outcome.SKIP:
            unanswered = unanswered + 1 if verdict.code == NETWORK else 0
