"""What can be chosen about an instance before it starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

KINDS = ("image", "gifv", "video", "audio")


@dataclass(frozen=True)
class Processing:
    """How long a kind of media is processed: until a number of polls were answered 206, or until the clock
    has moved on."""

    polls: int = 0
    seconds: float = 0.0

    @property
    def immediate(self) -> bool:
        return not self.polls and not self.seconds


def parse_processing(text: str) -> dict[str, Processing]:
    """`video=2s,audio=1h,image=1poll` → per kind; `now` is at once. Raises ValueError that names the part and
    what would be right."""
    chosen: dict[str, Processing] = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        kind, _, amount = part.partition("=")
        if kind not in KINDS:
            raise ValueError(f"media processing: {kind!r} is no kind of media; kinds are {', '.join(KINDS)}")
        chosen[kind] = _amount(part, amount)
    return chosen


SECONDS = {"s": 1, "m": 60, "h": 3600}
_AMOUNT = re.compile(r"(?P<polls>\d{1,6}) ?polls?|(?P<time>\d{1,6}(\.\d{1,6})?) ?(?P<unit>[smh])|now")


def _amount(part: str, amount: str) -> Processing:
    found = _AMOUNT.fullmatch(amount.strip())
    if found is None:
        raise ValueError(
            f"media processing: {part!r} is not understood; write KIND=2s (also m, h), KIND=1poll or KIND=now"
        )
    if found["polls"]:
        return Processing(polls=int(found["polls"]))
    return Processing(seconds=float(found["time"]) * SECONDS[found["unit"]] if found["time"] else 0.0)


DEFAULT_PROCESSING: Mapping[str, Processing] = {
    "image": Processing(),
    "gifv": Processing(polls=1),
    "video": Processing(polls=1),
    "audio": Processing(polls=1),
}


def _processing(given: Mapping[str, Processing | str] | str) -> Mapping[str, Processing]:
    """A text adds to what is the default; of a mapping the kinds that it leaves out are ready at once."""
    if isinstance(given, str):
        return {**DEFAULT_PROCESSING, **parse_processing(given)}
    read = {kind: value for kind, value in given.items() if isinstance(value, Processing)}
    texts = (f"{kind}={value}" for kind, value in given.items() if kind not in read)
    return read | parse_processing(",".join(texts))


@dataclass(frozen=True, kw_only=True)
class Options:
    """The kindnesses, where the fake is kinder than a real server by default, are `rate_limits="generous"`,
    `password_grant`, `confirm_signups`, `any_host` and `demo` settings such as open registrations;
    `Options.real` turns all of them off."""

    base_url: str = "http://localhost:3000"
    database: str | None = None  # a file to keep; None lives in memory
    seed: int | None = None  # repeats ids, tokens and file names from run to run
    start_at: float | None = None  # Unix seconds at which the clock stands still; None follows the machine's
    rate_limits: str = "generous"  # mastodon, generous, off, N/SECONDS
    # Per kind of media; a text is read as that of --media-processing: "audio=1h,image=1poll".
    media_processing: Mapping[str, Processing] = field(default_factory=lambda: dict(DEFAULT_PROCESSING))
    password_grant: bool = True  # grant_type=password, which 4.4 and later refuse
    confirm_signups: bool = (
        True  # an account made by the API works at once; a real server waits for the e-mail's link
    )
    open_registrations: bool = True  # a stock server's registrations are closed until opened
    any_host: bool = True  # answer under any host name, over plain http; a real server refuses
    deviations: frozenset[str] = frozenset()  # seeded mistakes, by name, see mockserver.deviations

    def __post_init__(self) -> None:
        """Raises ValueError for processing that cannot be understood."""
        object.__setattr__(self, "media_processing", _processing(self.media_processing))
        names = self.deviations
        object.__setattr__(self, "deviations", frozenset({names} if isinstance(names, str) else names))

    @classmethod
    def real(cls, **changes: Any) -> Options:
        """An instance without any kindness: limits, sign-ups, grants and processing as on a real 4.6.5."""
        slow = Processing(seconds=0.4)
        real = cls(
            rate_limits="mastodon",
            media_processing={"image": Processing(), "gifv": slow, "video": slow, "audio": slow},
            password_grant=False,
            confirm_signups=False,
            open_registrations=False,
            any_host=False,
        )
        return replace(real, **changes)
