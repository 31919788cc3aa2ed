"""Words about what only the server's administrators make: emoji, rules, announcements, terms of service."""

from __future__ import annotations

import html
import re
from typing import Any

from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary.numbers import ORDINALS
from contracts.recordings.vocabulary.register import Scenario, phrase, sayings

LANGUAGES = {"French": "fr", "German": "de", "English": "en", "Spanish": "es", "Japanese": "ja"}

sayings(
    {
        r"a disabled emoji :(?P<name>\w+):": {"emojis": [{"shortcode": "{name}", "disabled": True}]},
        r"disables the emoji (?P<name>\w+)": {"emojis": [{"shortcode": "{name}", "disabled": True}]},
        r"makes (?P<name>\w+) the featured emoji of its category": {
            "emojis": [{"shortcode": "{name}", "featured": True}]
        },
        r"makes a rule that is removed again": {"rules": [{"text": "Removed", "removed": True}]},
        r"writes a draft": {"terms": [{"text": "Draft", "published": False}]},
        r"removes the terms of (?P<year>[\d-]+)": {"terms": [{"effective_date": "{year}", "removed": True}]},
        r"uploads a picture as the server's thumbnail, app icon and favicon": {
            "settings": dict.fromkeys(("thumbnail", "app_icon", "favicon"), "sunset.png")
        },
    }
)


# --- rules


@phrase(r"(?:gives )?the (?P<which>\w+) rule an? (?P<languages>\w+(?: and an? \w+)*) translation")
def _translated(match: re.Match[str], setting: Setting) -> Scenario | None:
    number = ORDINALS.index(match["which"]) + 1 if match["which"] in ORDINALS else 0
    shown = setting.shown(lambda each: each.get("id") == str(number) and bool(each.get("translations")))
    wanted = [LANGUAGES.get(name) for name in re.findall(r"[A-Z]\w+", match["languages"])]
    if not shown or any(name not in shown["translations"] for name in wanted):
        return None
    return {
        "rules": [{"number": number, "translations": {name: shown["translations"][name] for name in wanted}}]
    }


@phrase(r"the (?P<which>\w+) (?:rule )?priority (?P<priority>\d+)")
def _priority(match: re.Match[str], setting: Setting) -> Scenario | None:
    if match["which"] not in ORDINALS:
        return None
    return {"rules": [{"number": ORDINALS.index(match["which"]) + 1, "priority": int(match["priority"])}]}


# --- announcements


def _announcement(setting: Setting) -> dict[str, Any]:
    """The text of the next one that is shown, as it may have been typed."""
    shown = setting.shown(lambda each: "published_at" in each and "reactions" in each)
    return {"text": setting.in_our_words(_typed(shown["content"])) if shown else "An announcement."}


def _typed(content: str) -> str:
    lines = re.sub(r"<br ?/?>", "\n", content.replace("</p><p>", "\n\n"))
    return html.unescape(re.sub(r"<[^>]+>", "", lines))


@phrase(r"an announcement is (?:published|made)|publishes an announcement")
def _announced(match: re.Match[str], setting: Setting) -> Scenario:
    return {"announcements": [{**_announcement(setting), "save": setting.names_for(1)[0]}]}


@phrase(r"the announcement is (?:changed|edited)|changes the announcement")
def _changed(match: re.Match[str], setting: Setting) -> Scenario | None:
    last = setting.last("announcement")
    return {"announcements": [{"id": last.id, **_announcement(setting)}]} if last else None


@phrase(r"the announcement is (?:taken back|withdrawn|unpublished)|withdraws the announcement")
def _withdrawn(match: re.Match[str], setting: Setting) -> Scenario | None:
    last = setting.last("announcement")
    return {"announcements": [{"id": last.id, "published": False}]} if last else None


@phrase(r"schedules an announcement for tomorrow")
def _scheduled(match: re.Match[str], setting: Setting) -> Scenario:
    name = setting.names_for(1)[0]
    return {"announcements": [{"text": "Later", "published": False, "save": name}]}


@phrase(r"withdraws another")
def _another(match: re.Match[str], setting: Setting) -> Scenario:
    name = setting.names_for(1)[0]
    return {"announcements": [{"text": "Withdrawn", "published": False, "save": name}]}


@phrase(r"announces with reference to an? (?P<kinds>\w+(?: and an? \w+)*) post")
def _referring(match: re.Match[str], setting: Setting) -> Scenario | None:
    kinds = re.split(r" and an? ", match["kinds"])
    newest = {one.visibility: one.id for one in setting.all("status")}
    if any(kind not in newest for kind in kinds):
        return None
    statuses = [newest[kind] for kind in kinds]
    name = setting.names_for(1)[0]
    return {"announcements": [{**_announcement(setting), "statuses": statuses, "save": name}]}


# --- terms of service


def _terms(setting: Setting, date: str) -> str:
    shown = setting.shown(lambda each: each.get("effective_date") == date and "content" in each)
    # Markdown leaves HTML within a paragraph as it is.
    return re.sub(r"</?p>", "", shown["content"]) if shown else "Terms."


@phrase(r"publishes terms effective (?P<date>\d{4}-\d\d-\d\d)")
def _published(match: re.Match[str], setting: Setting) -> Scenario:
    return {"terms": [{"text": _terms(setting, match["date"]), "effective_date": match["date"]}]}


@phrase(r"leaves one published text without an effective date")
def _undated(match: re.Match[str], setting: Setting) -> Scenario | None:
    shown = setting.shown(lambda each: "effective_date" in each and "content" in each)
    if shown is None:
        return None
    date = shown["effective_date"]
    undated = {"text": _terms(setting, date), "published_at": date}
    return {"terms": [{"effective_date": "", "removed": True}, undated]}
