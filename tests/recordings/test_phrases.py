"""World items in words are understood whole or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from contracts.recordings import worlds
from contracts.recordings.phrases import Setting, scenario_of


@pytest.mark.parametrize(
    ("text", "scenario"),
    [
        ("refreshes the list of known servers", {}),
        ("${today}, and ${d1} the day before (UTC dates)", {}),
        ("lim is limited", {"accounts": [{"username": "lim", "silenced": True}]}),
        ("bob is limited by moderators", {"accounts": [{"username": "bob", "silenced": True}]}),
        (
            "sus suspended, mem a memorial, mov moved to alice",
            {
                "accounts": [
                    {"username": "sus", "suspended": True},
                    {"username": "mem", "memorial": True},
                    {"username": "mov", "moved_to": "alice"},
                ]
            },
        ),
        (
            "the accounts bob, carol are made sixty days old",
            {"accounts": [{"username": "bob", "days_old": 60}, {"username": "carol", "days_old": 60}]},
        ),
        ("alice follows rem", {"follows": [{"from": "alice", "to": "rem"}]}),
        ("alice follows the two remote accounts", {"follows": [{"from": "alice", "to": "rem"}]}),
        ("a disabled emoji :off:", {"emojis": [{"shortcode": "off", "disabled": True}]}),
    ],
)
def test_phrases_that_a_scenario_can_express(text: str, scenario: dict[str, Any]) -> None:
    assert scenario_of(text, Setting(remote=("rem",))) == scenario


@pytest.mark.parametrize(
    "text",
    [
        "lim is limited, and the moon is full",
        "limits limited.example, and refreshes the list of known servers",
        "",
    ],
)
def test_what_is_not_understood_in_full_is_not_done_in_part(text: str) -> None:
    assert scenario_of(text, Setting()) is None


def test_words_make_what_http_basic_sends() -> None:
    text = 'base64 of "client_id:client_secret" as ${ok}, and the same with a wrong secret as ${bad}'
    known = {"app.client_id": "id", "app.client_secret": "secret"}
    assert worlds.credentials(text, known) == {"ok": "aWQ6c2VjcmV0", "bad": "aWQ6d3Jvbmc="}
    assert worlds.credentials("a disabled emoji :off:", known) == {}
