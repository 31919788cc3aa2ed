"""Which software answers, by the version strings that real servers send.

Other servers name the Mastodon whose API they resemble, forks add suffixes, and some give a version of their
own only, so `api_versions` (4.3+) and nodeinfo are asked too. https://docs.joinmastodon.org/entities/Instance/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from clientkit import entities

_NUMBERS = re.compile(r"v?(\d+)\.(\d+)(?:\.(\d+))?")
_COMPATIBLE = re.compile(r"\(compatible;\s*([^\s;)]+)\s*([^)]*)\)", re.I)
_BEHIND_PLUS = re.compile(r"\+v?(\d+\.\d+\.\d+)")


@dataclass(frozen=True, order=True)
class Version:
    """Comparable; a pre-release comes before its release. `pre`: "rc.1", "nightly.2026-10-06"."""

    major: int = 0
    minor: int = 0
    patch: int = 0
    final: bool = True
    pre: str = ""

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}" + (f"-{self.pre}" if self.pre else "")


@dataclass(frozen=True)
class Server:
    """What answers.

    `mastodon`: the Mastodon whose API it has, None where the server names none of its own accord;
    `software`: "mastodon", "pleroma", …, lower-case, "mastodon" if it says nothing; `version`: its own,
    as it was sent; `suffixes`: what follows "+", ("glitch",) of `4.1.3+glitch`; `api`: the API version,
    0 if it is not told.
    """

    mastodon: Version | None
    software: str
    version: str
    suffixes: tuple[str, ...] = ()
    api: int = 0

    def has(self, since: str) -> bool:
        """Whether the API of this release can be expected; `since` is as in `declaration.since`."""
        return self.mastodon is not None and self.mastodon >= numbers(since)


def numbers(text: str) -> Version:
    """`v4.3.0-beta.1+glitch` → 4.3.0-beta.1; 0.0.0 when there are none."""
    found = _NUMBERS.match(text.strip())
    if found is None:
        return Version()
    rest = text.strip()[found.end() :]
    pre = re.match(r"[-.]?((?:alpha|beta|rc|nightly|pr|dev)[\w.-]*)", rest)
    label = pre[1] if pre else ""
    return Version(int(found[1]), int(found[2]), int(found[3] or 0), not label, label)


def parse(text: str) -> Server:
    """A version string alone.

    `2.7.2 (compatible; Pleroma 2.5.0)` is a Pleroma 2.5.0 like Mastodon 2.7.2; `v1.0.5+3.5.2` is a fork of
    its own counting, at Mastodon 3.5.2; `0.15.0+git-1a2b3c4` is no version of Mastodon's API at all, which
    `server_of` knows from nodeinfo.
    """
    compatible = _COMPATIBLE.search(text)
    if compatible:
        return Server(numbers(text), compatible[1].lower(), compatible[2].strip())
    behind = _BEHIND_PLUS.search(text)
    if behind:
        return Server(numbers(behind[1]), "mastodon", text)
    suffixes = tuple(text.split()[0].split("+")[1:]) if text.split() else ()
    return Server(numbers(text), "mastodon", text, suffixes)


def server_of(instance: entities.Instance | entities.V1Instance, nodeinfo: dict[str, Any]) -> Server:
    """From the instance (either form) and the nodeinfo 2.0, {} if there is none."""
    told = parse(instance.version)
    api = _api_version(instance)
    software = nodeinfo.get("software")
    if not isinstance(software, dict) or not isinstance(software.get("name"), str):
        return Server(told.mastodon, told.software, told.version, told.suffixes, api)
    name = software["name"].lower()
    version = str(software.get("version", told.version))
    # A server that is no Mastodon and names none counts its own releases.
    foreign = name not in ("mastodon", "hometown") and told.software == "mastodon" and not api
    return Server(None if foreign else told.mastodon, name, version, told.suffixes, api)


def _api_version(instance: entities.Instance | entities.V1Instance) -> int:
    versions = getattr(instance, "api_versions", None)
    number = versions.get("mastodon") if isinstance(versions, dict) else getattr(versions, "mastodon", None)
    return number if isinstance(number, int) else 0
