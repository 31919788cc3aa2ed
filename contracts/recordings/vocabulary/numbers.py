"""Numbers as words."""

from __future__ import annotations

import re

_WORDS = """no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
OTHERS = {"both": 2, "a": 1, "an": 1}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
AGE = r"(?P<number>[\w-]+) (?P<unit>day|week|month|year)s?"
"""In a pattern: how long something is or was."""


def days_of(match: re.Match[str]) -> int | None:
    """What `AGE` says."""
    number = number_of(match["number"])
    return number and number * DAYS[match["unit"]]


def number_of(word: str) -> int | None:
    """`4`, `four`, `both`, `a`, `twenty-six`; None for what is no number."""
    tens, _, ones = word.lower().partition("-")
    if word.isdecimal():
        return int(word)
    if tens in TENS:
        return TENS[tens] + NUMBERS.get(ones, 0)
    return (NUMBERS | OTHERS).get(tens)
