"""Every text of the recordings becomes what Mastodon 4.6.5 made of it.

`recorded.json` holds pairs of what was sent and what was answered, taken from the recordings
(mastodon-4.6.5/text/* and the scenes of other areas that post texts).
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from mockserver.text.emoji import shortcodes
from mockserver.text.entities import hashtags, mentioned_handles, normalise_domain, normalise_tag
from mockserver.text.formatting import (
    Mention,
    format_field,
    format_note,
    format_status,
    rewrite_mentions,
)
from mockserver.text.language import normalise_language
from mockserver.text.sanitise import sanitise

HOST = "mastodon.example"
RECORDED = json.loads((Path(__file__).parent / "recorded.json").read_text(encoding="utf-8"))
BOB = ["bob", "bob", f"https://{HOST}/@bob"]
REM = ["rem", "rem@remote.example", "https://remote.example/@rem"]


def tag_url(name: str) -> str:
    return f"https://{HOST}/tags/{quote(name, safe='')}"


def accounts(*entities: list[str]) -> dict[tuple[str, str | None], Mention]:
    found = {}
    for username, acct, url in entities:
        _, _, shown_domain = acct.partition("@")
        domain = normalise_domain(shown_domain) if shown_domain else None
        found[username.lower(), domain] = Mention(username, domain, url)
    return found


def each(kind: str, of: str) -> pytest.MarkDecorator:
    cases = RECORDED[kind]
    return pytest.mark.parametrize(
        "case", cases, ids=[f"{n}-{case[of][:30]!a}" for n, case in enumerate(cases)]
    )


@each("statuses", "text")
def test_a_status_has_the_recorded_content(case: dict[str, Any]) -> None:
    mentioned = accounts(*case.get("mentions", []))
    source = rewrite_mentions(case["text"], mentioned, HOST)
    linked = accounts(case["author"]) | mentioned
    content = format_status(source, mentions=linked, tag_url=tag_url, quote=case.get("quote"))
    assert content == case["content"]


@each("statuses", "text")
def test_a_status_mentions_the_recorded_accounts_in_order(case: dict[str, Any]) -> None:
    mentioned = accounts(*case.get("mentions", []))
    handles = mentioned_handles(case["text"], HOST)
    assert [handle for handle in handles if handle in mentioned] == list(mentioned)


@each("statuses", "text")
def test_a_status_has_the_recorded_tags(case: dict[str, Any]) -> None:
    names = dict.fromkeys(normalise_tag(name) for name in hashtags(case["text"]))
    assert sorted((name, tag_url(name)) for name in names) == sorted(
        (name, url) for name, url in case.get("tags", [])
    )


@each("statuses", "text")
def test_a_status_has_the_recorded_emojis(case: dict[str, Any]) -> None:
    typed = shortcodes(case.get("spoiler_text", ""), case["text"], *case.get("options", []))
    shown = case.get("emojis", [])
    if case["scene"] == "text/emoji":
        known = {shortcode.lower(): shortcode for shortcode in ("blobcat", "ok", "Big_Cat2", "hidden")}
        assert [known[code.lower()] for code in typed if code.lower() in known] == shown
    else:
        assert {shortcode.lower() for shortcode in shown} <= {code.lower() for code in typed}


@each("fields", "value")
def test_a_profile_field_has_the_recorded_html(case: dict[str, Any]) -> None:
    html = format_field(case["value"], mentions=accounts(BOB, REM), tag_url=tag_url, local_domain=HOST)
    assert html == case["html"]


@each("notes", "note")
def test_a_note_has_the_recorded_html(case: dict[str, Any]) -> None:
    html = format_note(case["note"], mentions=accounts(BOB, REM), tag_url=tag_url, local_domain=HOST)
    assert html == case["html"]


@each("remote_html", "html")
def test_remote_html_is_left_as_recorded(case: dict[str, Any]) -> None:
    assert sanitise(case["html"]) == case["content"]


@each("sources", "text")
def test_the_stored_source_is_the_recorded_one(case: dict[str, Any]) -> None:
    assert rewrite_mentions(case["text"], accounts(*case["mentions"]), HOST) == case["source"]


@each("histories", "text")
def test_a_history_links_its_author_alone(case: dict[str, Any]) -> None:
    html = format_status(case["text"], mentions=accounts(case["author"]), tag_url=tag_url)
    assert html == case["content"]


@pytest.mark.parametrize(("sent", "kept"), RECORDED["languages"])
def test_a_language_is_kept_as_recorded(sent: str, kept: str) -> None:
    assert (normalise_language(sent) or "en") == kept
