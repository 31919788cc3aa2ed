"""Hashtags: where they are in a text, which names are names, and what two spellings have in common.

Recordings text/hashtags_*. Docs: docs/text.md#hashtags.
"""

import unicodedata
from collections.abc import Iterator

import regex

from mockserver.text.links import Span

_SEPARATORS = "_\u00b7\u30fb\u200c"
_WORD = r"[\w\u200c\u200d]"
_WORD_OR_SEPARATOR = rf"[\w\u200d{_SEPARATORS}]"
_LETTER_OR_SEPARATOR = rf"[\p{{Alphabetic}}{_SEPARATORS}]"
_NAME = (
    rf"(?:{_WORD}{_WORD_OR_SEPARATOR}*{_LETTER_OR_SEPARATOR}{_WORD_OR_SEPARATOR}*{_WORD}"
    rf"|{_WORD}*\p{{Alphabetic}}{_WORD}*)"
)
_HASHTAG = regex.compile(rf"(?<![^\p{{White_Space}}])[#＃]({_NAME})")
_NAME_ALONE = regex.compile(_NAME)
_SCHEME_AT_END = regex.compile(r"(?s)(.+)https?$")
# Thai marks are kept although they are not letters: without them Thai words are misspelt.
_NOT_IN_NAMES = regex.compile(rf"[^\p{{Alphabetic}}\p{{Nd}}\u0e47-\u0e4e{_SEPARATORS}]")

# Letters of Latin-1 and Latin Extended-A lose their accents; those without a decomposition are named here.
_FOLD = {ord(char): base for char, base in zip("ðđħıĸłŋøŧ", "ddhiklnot", strict=True)} | {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x17F)
    if unicodedata.normalize("NFD", chr(code))[0].isascii()
}


def found(text: str) -> Iterator[Span]:
    """The hashtags of a text with their sign; `value` is the name as typed."""
    if "#" not in text and "＃" not in text:
        return
    for match in _HASHTAG.finditer(text):
        name, end = match[1], match.end()
        if text.startswith("://", end) and (before_scheme := _SCHEME_AT_END.fullmatch(name)):
            name = before_scheme[1]
            end = match.start(1) + len(name)
        yield Span(match.start(1) - 1, end, name)


def normalise_tag(name: str) -> str:
    """The name under which all spellings of a tag are one: `Ｃafé` → `cafe`. Empty if nothing is left."""
    if not name.isascii():
        # Letter by letter, as a final sigma is not special here.
        name = "".join(char.lower() for char in unicodedata.normalize("NFKC", name)).translate(_FOLD)
    return _NOT_IN_NAMES.sub("", name.lower())


def written_tag(name: str) -> str:
    """The name as it is shown, without the letters that no name has: `#Not a tag!` → `Notatag`."""
    return _NOT_IN_NAMES.sub("", name)


def valid_tag(name: str) -> bool:
    """Whether `name` (without `#`) can be a hashtag's name."""
    return _NAME_ALONE.fullmatch(name) is not None
