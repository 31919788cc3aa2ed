"""Words about what moderators do: warnings, appeals, blocks of domains, reported posts."""

from __future__ import annotations

import re

from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary.register import Scenario, phrase, sayings

SEVERITIES = {"suspends": "suspend", "limits": "silence"}
STRIKES = {"the silence": "silence", "the sensitive mark": "sensitive", "the suspension": "suspend",
           "the warning": "none", "being disabled": "disable"}  # fmt: skip
"""What one can appeal against → the kind of strike."""

sayings(
    {
        r"the appeal is (?P<verdict>approved|rejected)": {"appeals": [{"state": "{verdict}"}]},
        r"is (?P<verdict>approved|rejected)": {"appeals": [{"state": "{verdict}"}]},
    }
)


@phrase(r"(?P<who>\w+) appeals against (?P<what>the \w+(?: mark)?|being disabled)")
def _appeal(match: re.Match[str], setting: Setting) -> Scenario | None:
    strike = STRIKES.get(match["what"])
    shown = setting.shown(lambda each: each.get("action") == strike and isinstance(each.get("appeal"), dict))
    text = shown["appeal"]["text"] if shown else "An appeal."
    return {"appeals": [{"account": match["who"], "against": strike, "text": text}]} if strike else None


@phrase(r"a warning preset, \$\{(?P<name>\w+)\}")
def _preset(match: re.Match[str], setting: Setting) -> Scenario:
    """Its text is that of the first warning of which nobody has said the words; a title shows nowhere."""
    said = {value for step in setting.calls for _, value in step.get("form") or () if value}
    shown = setting.shown(
        lambda each: (
            isinstance(each.get("moderation_warning"), dict)
            and bool(each["moderation_warning"]["text"])
            and each["moderation_warning"]["text"] not in said
            and not any(each["moderation_warning"]["text"].endswith(f"\n\n{words}") for words in said)
        )
    )
    text = shown["moderation_warning"]["text"] if shown else "A warning."
    return {"warning_presets": [{"text": text, "save": match["name"]}]}


@phrase(r"(?P<verb>suspends|limits) (?P<domain>[\w-]+(?:\.[\w-]+)+)")
def _domain(match: re.Match[str], setting: Setting) -> Scenario:
    return {"domain_blocks": [{"domain": match["domain"], "severity": SEVERITIES[match["verb"]]}]}


@phrase(
    r"through the web interface a moderator (?P<does>marks|deletes) the reported status(?: as sensitive)?"
)
def _reported(match: re.Match[str], setting: Setting) -> Scenario | None:
    report = setting.last("report")
    kind = "mark_statuses_as_sensitive" if match["does"] == "marks" else "delete_statuses"
    return {"report_actions": [{"report": report.id, "type": kind}]} if report else None
