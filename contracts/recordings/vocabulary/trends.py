"""Words about what trends: by a scenario's say, allowed or not yet."""

from __future__ import annotations

import re
from typing import Any

from contracts.recordings.scenes import Json
from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary.numbers import number_of
from contracts.recordings.vocabulary.register import Scenario, phrase

CARD_KEYS = ("url", "title", "description", "language", "author_name", "author_url", "provider_name")


def _ranked(kind: str, subjects: list[str], **more: Any) -> list[dict[str, Any]]:
    """The first the most popular."""
    best = len(subjects)
    return [{kind: subject, "score": best - place, **more} for place, subject in enumerate(subjects)]


@phrase(
    r"(?P<number>\w+) (?:statuses|posts) trend(?P<review>,? (?:unreviewed|not yet allowed)| and are allowed|)"
)
def _statuses(match: re.Match[str], setting: Setting) -> Scenario | None:
    number, made = number_of(match["number"]), setting.all("status", "remote_status")
    if not number or len(made) < number:
        return None
    allowed = {"allowed": True} if "allowed" in match["review"] else {}
    return {"trends": _ranked("status", [one.id for one in made[-number:]], **allowed)}


@phrase(r"makes the posts trend\b.*")
def _posts(match: re.Match[str], setting: Setting) -> Scenario | None:
    """Scores are told only by the rankings that follow."""
    ranking = setting.ranking(lambda each: each["id"] if "content" in each and "visibility" in each else None)
    named = [setting.in_our_words(id) for id in ranking]
    return {"trends": _ranked("status", named, allowed=True)} if named else None


@phrase(r"(?P<number>\w+) (?:hash)?tags trend")
def _tags(match: re.Match[str], setting: Setting) -> Scenario | None:
    number, made = number_of(match["number"]), setting.all("tag")
    if not number or len(made) < number:
        return None
    return {"trends": _ranked("tag", [one.id for one in made[:number]])}


@phrase(
    r"makes (?P<number>[\w-]+) trending tags (?P<stem>[A-Za-z]+)(?P<first>\d+) \(highest score\) … "
    r"(?P=stem)(?P<last>\d+)"
)
def _numbered_tags(match: re.Match[str], setting: Setting) -> Scenario | None:
    first, last, digits = int(match["first"]), int(match["last"]), len(match["first"])
    if number_of(match["number"]) != last - first + 1:
        return None
    names = [f"{match['stem']}{i:0{digits}}" for i in range(first, last + 1)]
    tags = [{"name": name, "display_name": name, "trendable": True} for name in names]
    return {"tags": tags, "trends": _ranked("tag", names)}


@phrase(r"makes (?P<number>[\w-]+) trending links(?:, .*)?")
def _links(match: re.Match[str], setting: Setting) -> Scenario | None:
    shown: dict[str, dict[str, Json]] = {}

    def link(each: dict[str, Json]) -> str | None:
        if not {"url", "title", "history", "provider_name"} <= each.keys():
            return None
        shown.setdefault(each["url"], each)
        return str(each["url"])

    urls = setting.ranking(link)
    if len(urls) != number_of(match["number"]):
        return None
    cards = [{key: shown[url][key] for key in CARD_KEYS if shown[url].get(key)} for url in urls]
    return {"cards": cards, "trends": _ranked("link", urls, allowed=True)}


@phrase(r"the link is attached to the other posts")
def _attached(match: re.Match[str], setting: Setting) -> Scenario | None:
    card = setting.last("card")
    others = setting.all("status", "remote_status")
    return {"cards": [{"id": card.id, "status": one.id} for one in others]} if card else None


@phrase(r"(?:the link )?trends(?P<review>, (?:not yet allowed|unreviewed)| and is allowed)")
def _link_trends(match: re.Match[str], setting: Setting) -> Scenario | None:
    card = setting.last("card")
    allowed = {"allowed": True} if match["review"].endswith("is allowed") else {}
    return {"trends": [{"link": card.id, "score": 1, **allowed}]} if card else None


@phrase(r"the (?:trend|link) is allowed")
def _allowed(match: re.Match[str], setting: Setting) -> Scenario | None:
    card = setting.last("card")
    return {"trends": [{"link": card.id, "score": 1, "allowed": True}]} if card else None
