"""Words about posts, polls, media and follows: what time and other servers do to them."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary.numbers import AGE, days_of, number_of
from contracts.recordings.vocabulary.register import Scenario, phrase, sayings

POLICIES = {
    "allows quotes by everyone": {"automatic": ["public"]},
    "lets everyone ask": {"manual": ["public"]},
}
STATES = {"accepts": "accepted", "refuses": "rejected"}

FAMILIES = {"follows": "follows", "posts": "statuses", "reports": "reports"}

sayings(
    {
        r"the server's timer publishes the scheduled post \$\{(?P<name>\w+)\}": {
            "scheduled": [{"id": "${{name}}"}]
        },
    }
)


# --- work of the server's own


@phrase(r"the poll(?:'s end is moved to now(?: and its expiry job is run)?| ends| has ended| expires)")
def _poll(match: re.Match[str], setting: Setting) -> Scenario | None:
    poll = setting.last("poll")
    return {"polls": [{"id": poll.id, "ended": True}]} if poll else None


@phrase(
    r"the job that publishes the (?:scheduled post|post|one in \w+ \w+) is run(?: now)?"
    r"|(?:its|the scheduled post's) time has come|the scheduled post is due"
)
def _scheduled(match: re.Match[str], setting: Setting) -> Scenario | None:
    post = setting.last("scheduled")
    return {"scheduled": [{"id": post.id}]} if post else None


@phrase(r"marks? the upload as failed(?: in processing)?|the upload(?: has)? failed(?: in processing)?")
def _failed(match: re.Match[str], setting: Setting) -> Scenario | None:
    upload = setting.last("media")
    return {"media": [{"id": upload.id, "failed": True}]} if upload else None


@phrase(r"sets? the counter of (?P<what>\w+) to (?P<count>\d+)(?: of \d+)?")
def _counter(match: re.Match[str], setting: Setting) -> Scenario | None:
    family = FAMILIES.get(match["what"])
    if family is None:
        return None
    return {"limits": [{"account": setting.actor, "family": family, "used": int(match["count"])}]}


@phrase(
    r"the group of the post's (?P<what>favourites|boosts) is made to have begun (?P<number>\w+) hours ago"
)
def _group(match: re.Match[str], setting: Setting) -> Scenario | None:
    hours, post = number_of(match["number"]), setting.last("status")
    if post is None or hours is None:
        return None
    kind = "favourite" if match["what"] == "favourites" else "reblog"
    group = {"account": post.by, "type": kind, "status": post.id, "hours_ago": hours}
    return {"notification_groups": [group]}


# --- follows


@phrase(rf"(?P<who>\w+)'s follow is made {AGE} old")
def _old_follow(match: re.Match[str], setting: Setting) -> Scenario | None:
    days = days_of(match)
    return {"follows": [{"from": match["who"], "days_old": days}]} if days else None


@phrase(r"the remote (?:account|server) accepts the follow")
def _accepted(match: re.Match[str], setting: Setting) -> Scenario:
    return {"follows": [{"to": name, "accepted": True} for name in setting.remote[-1:]]}


@phrase(r"the remote account lets (?P<who>anyone) put it into collections")
def _featurable(match: re.Match[str], setting: Setting) -> Scenario:
    return {"remote_accounts": [{"name": name, "feature_policy": ["public"]} for name in setting.remote]}


# --- posts of other servers


@phrase(r"the remote server deletes (?:both its posts|its posts?|all its posts|the posts?)")
def _deleted(match: re.Match[str], setting: Setting) -> Scenario | None:
    posts = setting.all("remote_status")
    return {"remote_statuses": [{"id": one.id, "deleted": True} for one in posts]} if posts else None


@phrase(r"a remote post of no language")
def _no_language(match: re.Match[str], setting: Setting) -> Scenario:
    return {
        "remote_statuses": [
            {"account": name, "text": "<p>?</p>", "language": ""} for name in setting.remote[:1]
        ]
    }


@phrase(r"the remote post \$\{(?P<name>\w+)\} (?P<policy>allows quotes by everyone|lets everyone ask)")
def _policy(match: re.Match[str], setting: Setting) -> Scenario:
    return {"remote_statuses": [{"id": f"${{{match['name']}}}", "quotable": POLICIES[match["policy"]]}]}


@phrase(r"the remote server (?P<does>accepts|refuses) the quote in \$\{(?P<name>\w+)\}")
def _quote(match: re.Match[str], setting: Setting) -> Scenario:
    return {"quotes": [{"status": f"${{{match['name']}}}", "state": STATES[match["does"]]}]}


@phrase(r"the status has a picture, already fetched")
def _picture(match: re.Match[str], setting: Setting) -> Scenario | None:
    post = setting.last("remote_status")
    shown = setting.shown(lambda each: "preview_remote_url" in each and bool(each.get("remote_url")))
    looks = {key: shown[key] for key in ("remote_url", "meta", "blurhash")} if shown else {}
    return {"remote_media": [{"status": post.id, **looks}]} if post else None


@phrase(r"attaches the collection to the post(?:, as posting its address does on .*)?")
def _collection(match: re.Match[str], setting: Setting) -> Scenario | None:
    collection, post = setting.last("collection"), setting.last("status")
    return (
        {"tagged_collections": [{"status": post.id, "collection": collection.id}]}
        if collection and post
        else None
    )


# --- work in the background


@phrase(r"a generated annual report of (?P<who>\w+) for (?P<year>\d{4}) and its notification")
def _annual_report(match: re.Match[str], setting: Setting) -> Scenario:
    return {"annual_reports": [{"account": match["who"], "year": int(match["year"])}]}


@phrase(r"starts (?P<number>\w+) refreshes(?:, one that counts results \((?P<count>\w+) so far\))?")
def _refreshes(match: re.Match[str], setting: Setting) -> Scenario | None:
    """Their recorded ids tell what they are; the last is the one that counts."""
    keys = {name: _key(value) for name, value in setting.unset.items()}
    started: list[dict[str, Any]] = [
        {"key": setting.in_our_words(key), "save": name} for name, key in keys.items() if key
    ]
    if not started or len(started) != number_of(match["number"]):
        return None
    if match["count"]:
        started[-1]["results"] = number_of(match["count"])
    return {"refreshes": started}


def _key(signed: str) -> str | None:
    """What a signed id stands for."""
    text, found, _ = signed.rpartition("--")
    try:
        return str(json.loads(base64.b64decode(text))) if found else None
    except ValueError:
        return None


@phrase(r"finishes (?:both|it|all)")
def _finishes(match: re.Match[str], setting: Setting) -> Scenario | None:
    running = setting.all("refresh")
    return {"refreshes": [{"key": one.id, "finished": True} for one in running]} if running else None


@phrase(r"the home feed counts as being regenerated")
def _regenerating(match: re.Match[str], setting: Setting) -> Scenario:
    return {"refreshes": [{"key": f"account:${{{setting.actor}.id}}:regeneration"}]}


@phrase(r"regeneration is over")
def _regenerated(match: re.Match[str], setting: Setting) -> Scenario:
    return {"refreshes": [{"key": f"account:${{{setting.actor}.id}}:regeneration", "finished": True}]}
