"""The laws hold on the fake, in this process and over HTTP, and are told in the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.check import Outcome, Trial, Verdict
from contracts.effects import Effects
from contracts.law import Broken, Law, law
from contracts.laws import LAWS
from contracts.targets.fakes import InProcess, OverHttp
from contracts.targets.server import Server
from contracts.world import World
from mockserver.deviations import DEVIATIONS
from mockserver.options import Processing

DOCS = Path(__file__).parents[2] / "docs" / "laws.md"


@pytest.fixture
def in_process() -> Iterator[InProcess]:
    server = InProcess()
    yield server
    server.close()


def explained(verdict: Verdict) -> str:
    return "\n".join([verdict.reason, verdict.what, verdict.expected, verdict.got, *verdict.story])


@pytest.mark.parametrize("id", LAWS)
def test_holds_on_the_fake_in_process(id: str, in_process: InProcess) -> None:
    verdict = Trial(LAWS[id], in_process).verdict()
    assert verdict.outcome is Outcome.PASS, explained(verdict)


@pytest.mark.parametrize("id", ["FAV-INVERSE", "ENCODINGS-EQUIV", "MEDIA-MONOTONE", "STREAM=REST"])
def test_holds_on_the_fake_over_http(id: str) -> None:
    server = OverHttp()
    try:
        verdict = Trial(LAWS[id], server).verdict()
    finally:
        server.close()
    assert verdict.outcome is Outcome.PASS, explained(verdict)


def test_processing_that_takes_time_holds_too() -> None:
    server = InProcess(media_processing={"audio": Processing(seconds=2), "image": Processing(polls=1)})
    try:
        verdict = Trial(LAWS["MEDIA-MONOTONE"], server).verdict()
    finally:
        server.close()
    assert verdict.outcome is Outcome.PASS, explained(verdict)
    assert verdict.requests > 11


def test_holds_with_other_draws(in_process: InProcess) -> None:
    for id in ("PAGE-PARTITION", "MIN-MAX-DUAL", "CREATE-ROUNDTRIP"):
        verdict = Trial(LAWS[id], in_process, seed=7).verdict()
        assert verdict.outcome is Outcome.PASS, explained(verdict)


@pytest.mark.parametrize("name", [*LAWS, *DEVIATIONS])
def test_is_documented(name: str) -> None:
    assert f"`{name}`" in DOCS.read_text()


def made(run: object, **more: object) -> Law:
    """A law of this test's own, that is not among all of them."""
    declared = law("TEST-ONLY", "for a test", source="", broken_by=(), **more)(run)  # type: ignore[arg-type]
    del LAWS["TEST-ONLY"]
    return declared


def test_a_failure_tells_its_story_with_names_for_ids(in_process: InProcess) -> None:
    def favourite_and_complain(world: World) -> None:
        (alice,) = world.people()
        status = alice.toot(world.text("hello"))
        alice.post(f"/api/v1/statuses/{status['id']}/favourite").ok()
        raise Broken("it is not so", "this", {"id": status["id"]})

    verdict = Trial(made(favourite_and_complain), in_process).verdict()
    assert verdict.outcome is Outcome.FAIL
    assert verdict.story[1] == "alice: POST /api/v1/statuses/S1/favourite → 200"
    assert (verdict.what, verdict.expected, verdict.got) == ("it is not so", "this", '{"id": "S1"}')
    assert verdict.requests == 2


def test_a_law_beyond_the_allowed_effects_is_skipped(in_process: InProcess) -> None:
    in_process.effects = Effects.READ
    verdict = Trial(LAWS["FAV-INVERSE"], in_process).verdict()
    assert (verdict.outcome, verdict.code, verdict.requests) == (Outcome.SKIP, "effects", 0)


def test_an_answer_of_5xx_breaks_any_law() -> None:
    class Failing(InProcess):
        def __init__(self) -> None:
            super().__init__()
            self.http = _always(500, self)

    def look(world: World) -> None:
        world.anonymous.get("/api/v2/instance")

    server: Server = Failing()
    verdict = Trial(made(look, actors=0), server).verdict()
    assert verdict.outcome is Outcome.FAIL
    assert verdict.got == "500"


def _always(status: int, server: InProcess):  # type: ignore[no-untyped-def]
    import httpx

    return httpx.Client(
        transport=httpx.MockTransport(lambda request: httpx.Response(status, json={})),
        base_url=server.base_url,
    )


def test_effects_may_take_their_time(in_process: InProcess) -> None:
    seen = iter([0, 0, 1])

    def wait(world: World) -> None:
        world.same(
            world.eventually(lambda: next(seen), lambda n: n == 1, "it shows"),
            1,
            "what was waited for is given",
        )

    assert Trial(made(wait, actors=0), in_process).verdict().outcome is Outcome.PASS


def test_effects_that_never_show_break_the_law(in_process: InProcess) -> None:
    def wait(world: World) -> None:
        world.eventually(lambda: 0, lambda n: n == 1, "it shows")

    verdict = Trial(made(wait, actors=0), in_process).verdict()
    assert verdict.outcome is Outcome.FAIL
    assert verdict.got == "0"
