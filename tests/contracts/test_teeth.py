"""The laws can fail: each seeded deviation of the fake is seen by the laws that say so, and no law is
without one."""

from __future__ import annotations

import pytest

from contracts.check import Outcome, Trial
from contracts.laws import LAWS
from contracts.targets.fakes import InProcess
from mockserver.deviations import DEVIATIONS

KILLS = [(law.id, name) for law in LAWS.values() for name in law.broken_by]

UNRELATED = ("FAV-INVERSE", "BLANK-REJECTED", "DELETE-GONE", "NOT-YOURS", "VIS-MATRIX")


@pytest.mark.parametrize(("law", "deviation"), KILLS, ids=[f"{law}-{name}" for law, name in KILLS])
def test_the_law_sees_the_deviation(law: str, deviation: str) -> None:
    server = InProcess(frozenset({deviation}))
    try:
        verdict = Trial(LAWS[law], server).verdict()
    finally:
        server.close()
    assert verdict.outcome is Outcome.FAIL
    assert verdict.what and verdict.story
    assert "documented shape" not in verdict.what  # seen for what it is, not stumbled over


def test_every_deviation_is_seen_by_a_law() -> None:
    assert {name for _, name in KILLS} == set(DEVIATIONS)


def test_every_law_sees_a_deviation() -> None:
    assert all(law.broken_by for law in LAWS.values())


def test_a_narrow_deviation_leaves_other_laws_alone() -> None:
    server = InProcess(frozenset({"idempotency_ignored"}))
    try:
        broken = {law.id for law in LAWS.values() if Trial(law, server).verdict().outcome is not Outcome.PASS}
    finally:
        server.close()
    assert broken == {"IDEMPOTENCY-SAME"}
