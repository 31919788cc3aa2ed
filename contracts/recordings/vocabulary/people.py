"""Words about people: their state, their age, their roles, how they have come and what they do."""

from __future__ import annotations

import re

from contracts.recordings.setting import APP, Setting
from contracts.recordings.vocabulary.numbers import AGE, days_of, number_of
from contracts.recordings.vocabulary.register import Scenario, phrase, sayings

STATES = {"limited": "silenced", "limits": "silenced", "silences": "silenced", "suspends": "suspended",
          "disables": "disabled"}  # fmt: skip
"""States whose name in a scenario is another."""

sayings(
    {
        r"(?:account )?(?P<who>\w+)(?: is)? an? memorial": {
            "accounts": [{"username": "{who}", "memorial": True}]
        },
        r"(?:account )?(?P<who>\w+)(?: has)? moved to (?P<target>\w+)": {
            "accounts": [{"username": "{who}", "moved_to": "{target}"}]
        },
        r"token (?P<name>\w+) is revoked": {"tokens": [{"name": "{name}", "revoked": True}]},
        r"token (?P<name>\w+) ran out an? (?:day|hour) ago": {
            "tokens": [{"name": "{name}", "expired": True}]
        },
        r"token (?P<name>\w+) (?:has )?expired": {"tokens": [{"name": "{name}", "expired": True}]},
        r"(?P<who>\w+) confirms the e-mail address": {"accounts": [{"username": "{who}", "confirmed": True}]},
        r"(?P<who>\w+) is approved": {"accounts": [{"username": "{who}", "approved": True}]},
        r"(?P<who>\w+) (?:waits for approval|is not approved)": {
            "accounts": [{"username": "{who}", "approved": False}]
        },
        r"(?P<who>\w+) (?:becomes|is made) an? (?P<role>Owner|Admin|Moderator)": {
            "accounts": [{"username": "{who}", "role": "{role}"}]
        },
        r"(?P<who>\w+) signed up through the scene's app": {"accounts": [{"username": "{who}", "app": APP}]},
        r"all tokens of (?P<who>\w+) are revoked(?: at once)?": {
            "accounts": [{"username": "{who}", "signed_out": True}]
        },
        r"(?:gives )?(?P<who>\w+) (?:the sign-up address )?(?P<ip>[0-9a-f]*[.:][0-9a-f.:]+)": {
            "accounts": [{"username": "{who}", "sign_up_ip": "{ip}"}]
        },
        r"makes (?P<who>\w+) (?P<host>\w+)'s invitee": {
            "accounts": [{"username": "{who}", "invited_by": "{host}"}]
        },
        r"\$\{(?P<name>\w+)\} is the id of (?P<who>\w+)'s user row": {
            "accounts": [{"username": "{who}", "save_user": "{name}"}]
        },
        r"the (?P<name>\w+) role is removed": {"roles": [{"name": "{name}", "removed": True}]},
        r"the (?P<name>\w+) role loses (?:its )?(?P<permission>\w+)": {
            "roles": [{"name": "{name}", "without": ["{permission}"]}]
        },
        r"the (?P<name>\w+) role (?:gets|gains) (?P<permission>\w+)": {
            "roles": [{"name": "{name}", "also": ["{permission}"]}]
        },
    }
)


NAMES = r"(?P<names>\w+(?:(?:, | and )\w+)*)"
VERBS = {"follow": "follows", "block": "blocks", "mute": "mutes"}


def _named(match: re.Match[str]) -> list[str]:
    return re.split(r", | and ", match["names"])


@phrase(rf"(?P<who>\w+) (?P<verb>follow|block|mute)s {NAMES}")
def _related(match: re.Match[str], setting: Setting) -> Scenario:
    return {VERBS[match["verb"]]: [{"from": match["who"], "to": name} for name in _named(match)]}


@phrase(rf"the accounts? {NAMES} (?:is|are) made {AGE} old")
def _aged(match: re.Match[str], setting: Setting) -> Scenario | None:
    days = days_of(match)
    return {"accounts": [{"username": name, "days_old": days} for name in _named(match)]} if days else None


@phrase(rf"(?P<who>\w+) was last seen {AGE} ago")
def _away(match: re.Match[str], setting: Setting) -> Scenario | None:
    days = days_of(match)
    return {"accounts": [{"username": match["who"], "days_away": days}]} if days else None


@phrase(r"(?P<who>\w+) follows (?:the remote account|(?:both|the \w+|all) remote accounts)")
def _follows_remote(match: re.Match[str], setting: Setting) -> Scenario:
    return {"follows": [{"from": match["who"], "to": name} for name in setting.remote]}


@phrase(
    r"(?:account )?(?P<who>\w+)(?: is)? (?P<state>limited|suspended|disabled)(?: by moderators)?"
    r"|(?P<verb>limits|silences|suspends|disables) (?P<whom>\w+|the (?:owner|author))"
)
def _state(match: re.Match[str], setting: Setting) -> Scenario | None:
    who, state = match["who"] or match["whom"], match["state"] or match["verb"]
    if who.startswith("the "):
        thing = setting.last("collection" if who == "the owner" else "status")
        who = thing.by if thing is not None else ""
    return {"accounts": [{"username": who, STATES.get(state, state): True}]} if who else None


@phrase(r"the password is reset by the server")
def _reset(match: re.Match[str], setting: Setting) -> Scenario | None:
    """Of whoever was at work."""
    return {"accounts": [{"username": setting.actor, "signed_out": True}]} if setting.actor else None


@phrase(r"a role for each of these permissions alone, given to the user (?P<prefix>\w+_)PERMISSION")
def _single_permissions(match: re.Match[str], setting: Setting) -> Scenario:
    """The permissions are those that the names of the users tell."""
    prefix = match["prefix"]
    names = [name.removeprefix(prefix) for name in setting.accounts if name.startswith(prefix)]
    return {
        "roles": [{"name": name, "permissions": [name]} for name in names],
        "accounts": [{"username": prefix + name, "role": name} for name in names],
    }


@phrase(
    r"a role (?:with|that has) (?P<permissions>\w+(?:(?:, | and )\w+)*)(?: alone| only)?,? "
    r"(?:given to|for) (?:the user )?(?P<who>\w+)"
)
def _role_with(match: re.Match[str], setting: Setting) -> Scenario:
    permissions = re.split(r", | and ", match["permissions"])
    return {
        "roles": [{"name": match["who"], "permissions": permissions}],
        "accounts": [{"username": match["who"], "role": match["who"]}],
    }


_ROLE = re.compile(r"(?P<name>\w+) \((?P<traits>[^)]*)\) for (?P<who>\w+)")


@phrase(
    rf"(?:\w+ (?:more |new )?roles?:?|the role) {_ROLE.pattern.replace('?P<', '?P<_')}"
    r"(?:, \w+ \([^)]*\) for \w+)*"
)
def _roles(match: re.Match[str], setting: Setting) -> Scenario:
    """`two more roles: VIP (highlighted, #ff0000, invite_users) for vip, Secret (…) for hid`."""
    said: Scenario = {"roles": [], "accounts": []}
    for one in _ROLE.finditer(match[0]):
        traits = one["traits"].split(", ")
        said["roles"].append(
            {
                "name": one["name"],
                "highlighted": "highlighted" in traits,
                "color": next((trait for trait in traits if trait.startswith("#")), ""),
                "permissions": [trait for trait in traits if trait.isidentifier() and trait != "highlighted"],
            }
        )
        said["accounts"].append({"username": one["who"], "role": one["name"]})
    return said


@phrase(r"reads the confirmation token(?: of (?P<who>\w+))?(?: and the account id)?")
def _confirmation(match: re.Match[str], setting: Setting) -> Scenario | None:
    """Of the sign-up whose id the recording tells, else of the first."""
    ids = {value: name for name, value in setting.unset.items() if value.isdecimal()}
    tokens = [name for name in setting.unset if name not in ids.values()]
    shown = setting.shown(lambda each: each.get("id") in ids and "username" in each)
    signed_up = [one.id for one in setting.all("sign_up")]
    who = match["who"] or (shown["username"] if shown else next(iter(signed_up), None))
    if who is None or len(tokens) != 1:
        return None
    change = {"username": who, "save_confirmation_token": tokens[0]}
    if shown:
        change["save"] = ids[shown["id"]]
    return {"accounts": [change]}


@phrase(
    r"makes (?P<number>[\w-]+) more discoverable local accounts (?P<stem>[a-z]+)0 … (?P=stem)(?P<last>\d+)"
)
def _crowd(match: re.Match[str], setting: Setting) -> Scenario | None:
    last = int(match["last"])
    if number_of(match["number"]) != last + 1:
        return None
    names = [f"{match['stem']}{i}" for i in range(last + 1)]
    return {"accounts": [{"username": name, "discoverable": True, "save": name} for name in names]}
