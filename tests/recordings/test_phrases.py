"""World items in words are understood whole or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from contracts.recordings import worlds
from contracts.recordings.phrases import scenario_of
from contracts.recordings.setting import Made, Setting

POST, SCHEDULED = Made("status", "1", "alice", "public"), Made("scheduled", "7", "alice")
SECRET, POLL, COLLECTION = (
    Made("status", "2", "alice", "private"),
    Made("poll", "3"),
    Made("collection", "4", "bob"),
)
FAR, FURTHER, CARD = Made("remote_status", "5", "rem"), Made("remote_status", "6", "rem"), Made("card", "8")
NEWS, UPLOAD, REPORT = Made("announcement", "9"), Made("media", "10", "alice"), Made("report", "11")
TAGS = tuple(Made("tag", name) for name in ("cats", "dogs"))

SETTING = Setting(
    accounts=("alice", "u_view_dashboard", "u_manage_blocks"),
    remote=("rem",),
    actor="alice",
    made=(POST, SECRET, POLL, SCHEDULED, COLLECTION, CARD, NEWS, UPLOAD, REPORT, *TAGS),
)

PHRASES: list[tuple[str, dict[str, Any]]] = [
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
    ("dan was last seen twenty-one days ago", {"accounts": [{"username": "dan", "days_away": 21}]}),
    ("alice follows rem", {"follows": [{"from": "alice", "to": "rem"}]}),
    ("alice follows the two remote accounts", {"follows": [{"from": "alice", "to": "rem"}]}),
    ("bob's follow is made five days old", {"follows": [{"from": "bob", "days_old": 5}]}),
    ("a disabled emoji :off:", {"emojis": [{"shortcode": "off", "disabled": True}]}),
    ("suspends the owner", {"accounts": [{"username": "bob", "suspended": True}]}),
    (
        "gives dan the sign-up address 203.0.113.9, eve 2001:db8::7, and makes eve dan's invitee; "
        "${dan_user} is the id of dan's user row",
        {
            "accounts": [
                {"username": "dan", "sign_up_ip": "203.0.113.9"},
                {"username": "eve", "sign_up_ip": "2001:db8::7"},
                {"username": "eve", "invited_by": "dan"},
                {"username": "dan", "save_user": "dan_user"},
            ]
        },
    ),
    (
        "a role for each of these permissions alone, given to the user u_PERMISSION",
        {
            "roles": [
                {"name": "view_dashboard", "permissions": ["view_dashboard"]},
                {"name": "manage_blocks", "permissions": ["manage_blocks"]},
            ],
            "accounts": [
                {"username": "u_view_dashboard", "role": "view_dashboard"},
                {"username": "u_manage_blocks", "role": "manage_blocks"},
            ],
        },
    ),
    (
        "one more role: Helper (highlighted, #00ff00, manage_rules, view_feeds) for hel",
        {
            "roles": [
                {
                    "name": "Helper",
                    "highlighted": True,
                    "color": "#00ff00",
                    "permissions": ["manage_rules", "view_feeds"],
                }
            ],
            "accounts": [{"username": "hel", "role": "Helper"}],
        },
    ),
    (
        "the Everyone role loses its invite_users",
        {"roles": [{"name": "Everyone", "without": ["invite_users"]}]},
    ),
    (
        "suspends bad.example, limits so-so.example, and refreshes the list of known servers",
        {
            "domain_blocks": [
                {"domain": "bad.example", "severity": "suspend"},
                {"domain": "so-so.example", "severity": "silence"},
            ]
        },
    ),
    (
        "alice follows bob, carol and dan",
        {"follows": [{"from": "alice", "to": n} for n in ("bob", "carol", "dan")]},
    ),
    (
        "alice follows bob and carol blocks alice",
        {"follows": [{"from": "alice", "to": "bob"}], "blocks": [{"from": "carol", "to": "alice"}]},
    ),
    ("the account dan is made two weeks old", {"accounts": [{"username": "dan", "days_old": 14}]}),
    (
        "a role with view_feeds alone, given to dan",
        {
            "roles": [{"name": "dan", "permissions": ["view_feeds"]}],
            "accounts": [{"username": "dan", "role": "dan"}],
        },
    ),
    ("the Everyone role gets view_feeds", {"roles": [{"name": "Everyone", "also": ["view_feeds"]}]}),
    ("the poll's end is moved to now and its expiry job is run", {"polls": [{"id": "3", "ended": True}]}),
    (
        'base64 of "client_id:client_secret" as ${ok}, and the same with a wrong secret as ${bad}',
        {
            "variables": {
                "ok": {"base64": "${app.client_id}:${app.client_secret}"},
                "bad": {"base64": "${app.client_id}:wrong"},
            }
        },
    ),
    ("the poll ends", {"polls": [{"id": "3", "ended": True}]}),
    ("its time has come", {"scheduled": [{"id": "7"}]}),
    ("the server's timer publishes the scheduled post ${b}", {"scheduled": [{"id": "${b}"}]}),
    ("mark the upload as failed in processing", {"media": [{"id": "10", "failed": True}]}),
    (
        "set the counter of posts to 250 of 300",
        {"limits": [{"account": "alice", "family": "statuses", "used": 250}]},
    ),
    (
        "both statuses trend and are allowed",
        {
            "trends": [
                {"status": "1", "score": 2, "allowed": True},
                {"status": "2", "score": 1, "allowed": True},
            ]
        },
    ),
    ("two hashtags trend", {"trends": [{"tag": "cats", "score": 2}, {"tag": "dogs", "score": 1}]}),
    (
        "makes two trending tags Fad8 (highest score) … Fad9",
        {
            "tags": [
                {"name": "Fad8", "display_name": "Fad8", "trendable": True},
                {"name": "Fad9", "display_name": "Fad9", "trendable": True},
            ],
            "trends": [{"tag": "Fad8", "score": 2}, {"tag": "Fad9", "score": 1}],
        },
    ),
    ("the trend is allowed", {"trends": [{"link": "8", "score": 1, "allowed": True}]}),
    ("the announcement is taken back", {"announcements": [{"id": "9", "published": False}]}),
    (
        "the remote post ${rs} lets everyone ask",
        {"remote_statuses": [{"id": "${rs}", "quotable": {"manual": ["public"]}}]},
    ),
    ("the remote server refuses the quote in ${q}", {"quotes": [{"status": "${q}", "state": "rejected"}]}),
]


@pytest.mark.parametrize(("text", "scenario"), PHRASES)
def test_phrases_that_a_scenario_can_express(text: str, scenario: dict[str, Any]) -> None:
    assert scenario_of(text, SETTING) == scenario


def test_all_posts_of_the_remote_server_are_meant_by_both() -> None:
    said = scenario_of("the remote server deletes both its posts", Setting(made=(FAR, POST, FURTHER)))
    assert said == {"remote_statuses": [{"id": "5", "deleted": True}, {"id": "6", "deleted": True}]}


@pytest.mark.parametrize(
    "text",
    [
        "lim is limited, and the moon is full",
        "the poll ends and the moon is full",
        "makes three trending tags Fad8 (highest score) … Fad9",
        "dan was last seen many days ago",
        "",
    ],
)
def test_what_is_not_understood_in_full_is_not_done_in_part(text: str) -> None:
    assert scenario_of(text, SETTING) is None


def test_the_of_a_phrase_needs_something_that_was_made() -> None:
    assert scenario_of("the poll ends", Setting()) is None
    assert scenario_of("its time has come", Setting(made=(POST,))) is None


def test_what_words_leave_open_is_read_from_the_first_answer_that_shows_it() -> None:
    shown = {
        "id": "4",
        "content": '<p>Hi <a href="https://x.example/@alice">@<span>alice</span></a> &amp; all</p>'
        "<p>See 12345678901234567</p>",
        "published_at": "2026-11-21T05:11:23.978Z",
        "reactions": [],
    }
    setting = Setting(unset={"news": "4"}, ahead=({"body": [shown]},), recorded={"12345678901234567": "s"})
    assert scenario_of("an announcement is published", setting) == {
        "announcements": [{"text": "Hi @alice & all\n\nSee ${s}", "save": "news"}]
    }


def test_variables_go_to_things_in_the_order_of_their_recorded_numbers() -> None:
    setting = Setting(unset={"withdrawn": "5", "later": "4"})
    said = scenario_of("schedules an announcement for tomorrow and withdraws another", setting)
    assert said is not None
    assert [one["save"] for one in said["announcements"]] == ["later", "withdrawn"]


def test_a_ranking_is_put_together_from_pages_and_from_what_moves_up() -> None:
    pages = [["a", "b"], ["c", "d"], ["b", "c", "new", "d"]]
    ahead = tuple({"body": [{"name": name} for name in page]} for page in pages)
    assert Setting(ahead=ahead).ranking(lambda each: each["name"]) == ["a", "b", "c", "new", "d"]


def test_values_are_encoded_as_the_words_say() -> None:
    given = {"ok": {"base64": "id:secret"}, "plain": "id"}
    assert worlds.values_of(given) == {"ok": "aWQ6c2VjcmV0", "plain": "id"}
