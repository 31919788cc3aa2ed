"""Seeded mistakes are chosen by name, and leave other instances as they are."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from contracts.check import Outcome, Trial
from contracts.laws import LAWS
from contracts.targets.fakes import InProcess
from mockserver.cli import main


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="favourite_twice_422"):
        InProcess(frozenset({"nonsense"}))


def test_serve_refuses_an_unknown_name() -> None:
    result = CliRunner().invoke(main, ["serve", "--deviation", "nonsense"])
    assert result.exit_code == 2
    assert "page_overlap" in result.output


def test_a_deviating_instance_does_not_change_others() -> None:
    wrong, right = (
        InProcess(frozenset({"scope_not_checked", "stream_twice", "query_ignored_on_post"})),
        InProcess(),
    )
    try:
        for id in ("SCOPE-MATRIX", "STREAM=REST", "ENCODINGS-EQUIV"):
            assert Trial(LAWS[id], wrong).verdict().outcome is Outcome.FAIL
            assert Trial(LAWS[id], right).verdict().outcome is Outcome.PASS
    finally:
        wrong.close()
        right.close()


def test_deviations_can_be_combined() -> None:
    server = InProcess(
        frozenset({"scope_not_checked", "favourite_twice_422", "stream_twice", "stream_without_deletes"})
    )
    try:
        for id in ("SCOPE-MATRIX", "FAV-INVERSE", "STREAM=REST"):
            assert Trial(LAWS[id], server).verdict().outcome is Outcome.FAIL
    finally:
        server.close()
