"""Numbers as words."""

from __future__ import annotations

_WORDS = """no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
OTHERS = {"both": 2, "a": 1, "an": 1}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def number_of(word: str) -> int | None:
    """`4`, `four`, `both`, `a`, `twenty-six`; None for what is no number."""
    tens, _, ones = word.lower().partition("-")
    if word.isdecimal():
        return int(word)
    if tens in TENS:
        return TENS[tens] + NUMBERS.get(ones, 0)
    return (NUMBERS | OTHERS).get(tens)
