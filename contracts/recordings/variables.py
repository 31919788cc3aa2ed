"""Variables of a scene: putting them into requests (`${name}`) and saving them from answers."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from contracts.recordings.scenes import Json

_VARIABLE = re.compile(r"\$\{([^}]+)\}")
_PATH_PART = re.compile(r"\.([^.\[\]]+)|\[(-?\d+)\]|\[['\"]([^'\"]+)['\"]\]")
_LINK = re.compile(r"<([^>]*)>\s*;[^,]*?rel=\"?([a-z]+)\"?")


def fill(value: Any, variables: dict[str, Json]) -> Any:
    """The value with every `${name}` in it replaced; names that are not known stay as they are."""
    if isinstance(value, str):
        return (
            _VARIABLE.sub(lambda match: str(variables.get(match[1], match[0])), value)
            if "$" in value
            else value
        )
    if isinstance(value, list):
        return [fill(each, variables) for each in value]
    if isinstance(value, dict):
        return {fill(key, variables): fill(each, variables) for key, each in value.items()}
    return value


def mentioned(text: str) -> list[str]:
    """The names of the variables in a text."""
    return _VARIABLE.findall(text)


def extract(rule: Json, headers: dict[str, str], body: bytes, parsed: Json) -> Json:
    """What a `save` rule finds in an answer; None if there is nothing.

    `rule`: a path in the JSON body (`$.id`, `$[0].id`), `link:next`, or `{"header" | "body", "re"}`."""
    if isinstance(rule, dict):
        text = headers.get(rule["header"].lower(), "") if "header" in rule else body.decode(errors="replace")
        match = re.search(rule["re"], text, re.DOTALL)
        return match and (match[1] if match.re.groups else match[0])
    if rule.startswith("link:"):
        links = {rel: url for url, rel in _LINK.findall(headers.get("link", ""))}
        return links.get(rule[5:]) and _path_and_query(links[rule[5:]])
    return _walk(parsed, rule)


def _path_and_query(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _walk(value: Json, path: str) -> Json:
    for key, index, quoted in _PATH_PART.findall(path.removeprefix("$")):
        try:
            value = value[int(index)] if index else value[key or quoted]
        except (KeyError, IndexError, TypeError):
            return None
    return value
