"""A server at a URL is treated with care: what the laws made there is gone afterwards. Its part is played
by a fake with real limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contracts.check import Outcome, Trial, Verdict, check
from contracts.effects import Effects
from contracts.law import Unable
from contracts.laws import LAWS
from contracts.targets.live import ActorsError, Live, people_of
from contracts.targets.server import Credential
from mockserver.store.schema import blocks, follows, media_attachments, statuses
from mockserver.testing import Fake, fake

NAMES = ("ann", "ben", "cat", "dan", "eve")
SCENARIO = {
    "apps": [{"name": "Laws"}],
    "accounts": [{"username": name} for name in NAMES],
    "tokens": [{"name": name, "account": name} for name in NAMES]
    + [{"name": "narrow", "account": "ann", "scopes": "read:statuses"}],
    "follows": [{"from": "cat", "to": "ann"}],
    "statuses": [{"account": "ann", "text": f"was here before {n}"} for n in range(5)],
}


@pytest.fixture(scope="module")
def server() -> Iterator[Fake]:
    with fake(SCENARIO, rate_limits="mastodon") as running:
        yield running


def live(server: Fake, count: int, effects: Effects) -> Live:
    people = [Credential(name, server.tokens[name]) for name in NAMES[:count]]
    if people:
        people[0] = Credential("ann", server.tokens["ann"], {"read:statuses": server.tokens["narrow"]})
    return Live(server.base_url, people, effects, pause=0)


def rows(server: Fake) -> list[int]:
    tables = (statuses, follows, blocks, media_attachments)
    return server.call(lambda: [len(server.instance.db.find_all(table)) for table in tables])


def by_outcome(verdicts: list[Verdict]) -> dict[Outcome, set[str]]:
    return {outcome: {v.law.id for v in verdicts if v.outcome is outcome} for outcome in Outcome}


def test_all_laws_hold_within_real_limits_and_leave_nothing_behind(server: Fake) -> None:
    target, before = live(server, 5, Effects.PUBLIC), rows(server)
    verdicts = list(check(LAWS.values(), target))
    target.close()
    assert by_outcome(verdicts)[Outcome.PASS] == set(LAWS), [(v.law.id, v.reason, v.what) for v in verdicts]
    assert [v.left_behind for v in verdicts if v.left_behind] == []
    assert rows(server) == before


def test_without_tokens_nothing_is_written(server: Fake) -> None:
    target, before = live(server, 0, Effects.PUBLIC), rows(server)
    outcomes = by_outcome(list(check(LAWS.values(), target)))
    target.close()
    assert outcomes[Outcome.PASS] == {"PAGES-PUBLIC", "ANON-MATRIX"}
    assert outcomes[Outcome.SKIP] == set(LAWS) - outcomes[Outcome.PASS]
    assert rows(server) == before


def test_a_law_that_needs_more_accounts_is_skipped(server: Fake) -> None:
    target = live(server, 1, Effects.OWN)
    verdict = Trial(LAWS["FAV-INVERSE"], target).verdict()
    target.close()
    assert (verdict.outcome, verdict.code) == (Outcome.SKIP, "actors")


def test_a_reached_limit_says_nothing_about_the_law() -> None:
    with fake(SCENARIO, rate_limits="1/300") as strict:
        target = live(strict, 2, Effects.OWN)
        verdict = Trial(LAWS["FAV-INVERSE"], target).verdict()
        target.close()
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert verdict.left_behind


def test_a_broken_law_is_found_on_a_live_server_too() -> None:
    with fake(SCENARIO, deviations=frozenset({"favourite_twice_422"})) as wrong:
        target = live(wrong, 2, Effects.OWN)
        verdict = Trial(LAWS["FAV-INVERSE"], target).verdict()
        target.close()
    assert verdict.outcome is Outcome.FAIL
    assert not verdict.left_behind


def test_tokens_are_sent_to_no_other_site_for_streams(server: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    target = live(server, 1, Effects.OWN)

    def elsewhere(*_: object, **__: object) -> object:
        class Answer:
            @staticmethod
            def json() -> object:
                return {"configuration": {"urls": {"streaming": "wss://elsewhere.example"}}}

        return Answer()

    monkeypatch.setattr(target.http, "get", elsewhere)
    with pytest.raises(Unable):
        target.listen("token", "/api/v1/streaming/user")
    target.close()


def test_accounts_are_given_by_name_and_scope(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("BEN_TOKEN", "b")
    file = tmp_path / "actors.toml"
    file.write_text('[ben]\ntoken_env = "BEN_TOKEN"\n[ben.scoped]\nread = "br"\n')
    assert people_of(("ann=a", "ann[read:lists]=ar"), file) == [
        Credential("ann", "a", {"read:lists": "ar"}),
        Credential("ben", "b", {"read": "br"}),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[ann\n", "line 1"),
        ("", "names no account"),
        ("ann = 5", r"\[ann\] needs token"),
        ("[ann]\ntoken_env = 'NOT_SET'", "NOT_SET is not set"),
        ("[ann]\ntoken = 'a'\nscoped = 5", r"\[ann.scoped\] must be a table"),
        ("[ann]\ntoken = 'a b'", "characters that no token has"),
    ],
)
def test_a_mistaken_file_of_accounts_is_explained(tmp_path, text: str, words: str) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "actors.toml"
    file.write_text(text)
    with pytest.raises(ActorsError, match=words):
        people_of((), file)


@pytest.mark.parametrize("tokens", [("ann",), ("=x",), ("ann=",), ("ann[read]=x",), ("ann=a", "ann=b")])
def test_a_mistaken_token_option_is_explained(tokens: tuple[str, ...]) -> None:
    with pytest.raises(ActorsError, match=r"write|give|twice"):
        people_of(tokens, None)
