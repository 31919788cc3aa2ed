"""Names ids, times, tokens and file names alike on both sides of a comparison.

Two texts are the same when what stands between their ids, times and tokens is equal, and each id or token
of the one stands for always the same one of the other, in both directions, for the whole scene."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from contracts.recordings.timing import seconds_of

TOLERANCE = 120.0
"""Seconds by which a time may be off, plus `DRIFT` of its distance from the scene's start."""
DRIFT = 0.02
DAY = 86_400.0

_TOKENS = re.compile(
    r"(?P<partition>(?:\d{3}/){5}\d{3}(?=/))"
    r"|(?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)"
    r"|(?P<httpdate>[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))"
    r"|(?P<date>(?<!\d)\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
    r"|(?P<signed>[A-Za-z0-9+/=]{20,}--[0-9a-f]{40})"
    r"|(?P<token>(?<![A-Za-z0-9_-])(?=[^\s]*[A-Z])(?=[^\s]*\d)(?:[A-Za-z0-9_-]{86,88}|[A-Za-z0-9_-]{43})"
    r"(?![A-Za-z0-9_-])=?)"
    r"|(?P<id>(?<!\d)\d{17,19}(?!\d))"
    r"|(?P<hex>(?<![0-9a-zA-Z])[0-9a-f]{12,64}(?![0-9a-zA-Z]))"
    r"|(?P<nonce>'(?:nonce|sha256)-[^']+')"
    r"|(?P<unix>(?<![\d.])1[5-9]\d{8}(?!\d))"
    r"|(?P<cursor>(?:(?<=max_id=)|(?<=min_id=)|(?<=since_id=))\d{1,16}(?!\d))"
    r"|(?P<segment>(?<=/)\d{1,16}(?=[/?#\"<>]|$))"
    r"|(?P<ungrouped>(?<=ungrouped-)\d{1,16})"
)

_ZONE = re.compile(r"(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?$")


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


@dataclass
class Names:
    """The pairs of one scene. `start`: when it was recorded; `skew`: our clock's distance from it (s)."""

    start: float | None = None
    skew: float = 0.0
    forward: dict[tuple[str, str], str] = field(default_factory=dict)
    back: dict[tuple[str, str], str] = field(default_factory=dict)
    frozen: bool = False
    """While true no new pair is made: what is new on both sides counts as alike."""

    def pair(self, kind: str, recorded: str, ours: str) -> bool:
        """True if the two stand for each other; two that are new do so from now on."""
        known, known_back = self.forward.get((kind, recorded)), self.back.get((kind, ours))
        if known is None and known_back is None:
            if not self.frozen:
                self.forward[kind, recorded], self.back[kind, ours] = ours, recorded
            return True
        return known == ours

    def small(self, group: str, recorded: str, ours: str) -> bool:
        """Like `pair` for row numbers, which mean something only in a group; equal ones are always alike."""
        return recorded == ours or self.pair(f"small {group}", recorded, ours)

    def same_text(self, recorded: str, ours: str, group: str = "") -> bool:
        """True if the texts are equal once named alike."""
        if recorded == ours:
            return True
        theirs, mine = pieces(recorded), pieces(ours)
        if len(theirs) != len(mine):
            return False
        if any(
            a.kind != b.kind or (not a.kind and a.text != b.text) for a, b in zip(theirs, mine, strict=True)
        ):
            return False
        return all(
            self._same_piece(a.kind, a.text, b.text, group)
            for a, b in zip(theirs, mine, strict=True)
            if a.kind and a.text != b.text
        )

    def _same_piece(self, kind: str, recorded: str, ours: str, group: str) -> bool:
        match kind:
            case "id":
                return self.pair("id", recorded, ours)
            case "partition":
                return self.pair("id", recorded.replace("/", ""), ours.replace("/", ""))
            case "token" | "signed" | "uuid" | "hex":
                return len(recorded) == len(ours) and self.pair("token", recorded, ours)
            case "time":
                return time_class(recorded) == time_class(ours) and self.same_moment(recorded, ours)
            case "httpdate":
                return self.near(
                    parsedate_to_datetime(recorded).timestamp(), parsedate_to_datetime(ours).timestamp()
                )
            case "date":
                return self.same_moment(recorded, ours, spare=DAY)
            case "unix":
                return self.near(float(recorded), float(ours))
            case "cursor" | "segment" | "ungrouped":
                return self.small(f"{kind} {group}", recorded, ours)
        return kind == "nonce"

    def same_moment(self, recorded: str, ours: str, spare: float = 0.0) -> bool:
        try:
            return self.near(seconds_of(recorded), seconds_of(ours), spare)
        except ValueError:
            return False

    def near(self, recorded: float, ours: float, spare: float = 0.0) -> bool:
        """True if both moments (Unix seconds) lie equally far from their scene's start, give or take."""
        if self.start is None:
            return True
        allowed = TOLERANCE + DRIFT * abs(recorded - self.start) + spare
        return abs(ours - self.skew - recorded) <= allowed


_CUT_ID = re.compile(r'(?<![0-9a-z])([0-9a-f]{5,})</span><span class="invisible">([0-9a-f]+)(?![0-9a-z])')
"""An id in the text of a long link is cut in two by the part that is hidden."""


def pieces(text: str) -> list[Piece]:
    """The text cut at its ids, times and tokens; plain pieces have the kind ``."""
    text = _CUT_ID.sub(r"\1\2", text)
    cut: list[Piece] = []
    end = 0
    for match in _TOKENS.finditer(text):
        if match.start() > end:
            cut.append(Piece("", text[end : match.start()]))
        cut.append(Piece(match.lastgroup or "", match[0]))
        end = match.end()
    if end < len(text):
        cut.append(Piece("", text[end:]))
    return cut


def time_class(text: str) -> tuple[int, str, bool]:
    """How a time is written: digits of the fraction, zone, and whether it is midnight (a mere day)."""
    match = _ZONE.search(text)
    fraction, zone = (match[1] or "", match[2] or "") if match else ("", "")
    return len(fraction), zone, "T00:00:00.000Z" in text
