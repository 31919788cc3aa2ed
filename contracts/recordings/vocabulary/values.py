"""Words that only give the scene's variables values, and words that tell of nothing that a fake has to do."""

from __future__ import annotations

import re

from contracts.recordings.setting import Setting
from contracts.recordings.vocabulary.register import Scenario, phrase, sayings

sayings(
    {
        # A server that keeps no such list, and does at once what falls due, has nothing to do.
        r"refreshes the list of known servers": {},
        # The counters of calls stand in it.
        r"empties the server's cache": {"limits": [{"all_anew": True}]},
        r"the job that removes (?:expired|old) [\w ]+ is run": {},
        r"(?:recomputes|reckons) the trends|the trends are (?:recomputed|reckoned)": {},
        r"what the next reckoning of trends does: takes over the verdicts": {},
        # The recorded values serve: the clock starts with the recording, and row numbers start at 1 in a new
        # world.
        r".*\(UTC dates\)": {},
        r"times seen from the server's clock: .*": {},
        r"\w+ times near now": {},
        r"(?:the )?ids of the (?:rules|stock roles|roles)": {},
    }
)


@phrase(
    r'base64 of "client_id:client_secret" as \$\{(?P<right>\w+)\}'
    r"(?:, and the same with a wrong secret as \$\{(?P<wrong>\w+)\})?"
)
def _basic(match: re.Match[str], setting: Setting) -> Scenario:
    said = {match["right"]: {"base64": "${app.client_id}:${app.client_secret}"}}
    if match["wrong"]:
        said[match["wrong"]] = {"base64": "${app.client_id}:wrong"}
    return {"variables": said}


@phrase(r"looks up the id of the tag (?P<name>\w+)")
def _tag_id(match: re.Match[str], setting: Setting) -> Scenario:
    return {"tags": [{"name": match["name"], "save": setting.names_for(1)[0]}]}
