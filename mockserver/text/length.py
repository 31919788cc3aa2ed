"""How long a status is by Mastodon's count, against which its limit of 500 is checked.

Recording statuses/post_length. Docs: docs/text.md#length.
"""

import regex

from mockserver.text import links
from mockserver.text.entities import linked_mentions

CHARACTERS_PER_URL = 23
READ_AT_ONCE = 20_000
MOST_CUT = links.MAX_URL_LENGTH
"""By how much less the whole text may count than a part of it: where the part ends within a URL."""

_EXTEND = r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*"
# Extended grapheme clusters of UAX 29 as Ruby knows them: without the newer rule that joins Indic
# consonants over a virama, which the regex module's own \X has.
_CLUSTER = regex.compile(
    r"\r\n|[\p{GCB=Control}\r\n]"
    r"|\p{GCB=Prepend}*(?:"
    r"\p{GCB=L}*(?:\p{GCB=V}+|\p{GCB=LV}\p{GCB=V}*|\p{GCB=LVT})\p{GCB=T}*|\p{GCB=L}+|\p{GCB=T}+"
    r"|\p{GCB=RI}\p{GCB=RI}"
    r"|\p{Extended_Pictographic}(?:\p{GCB=Extend}*\p{GCB=ZWJ}\p{Extended_Pictographic})*"
    rf"|[^\p{{GCB=Control}}\r\n]){_EXTEND}"
    rf"|\p{{GCB=Prepend}}+{_EXTEND}"
)


def count(text: str, spoiler_text: str = "") -> int:
    """Grapheme clusters of both together; in `text` a linked URL counts 23, a mention only its `@username`.

    Both are taken as stored, that is stripped. `count(note)` is the length of a profile note too.
    """
    if "@" in text or "://" in text:
        text = _with_concessions(text)
    return clusters(spoiler_text + text)


def clusters(text: str) -> int:
    """How many characters people see: grapheme clusters."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(1 for _ in _CLUSTER.finditer(text))


def beginning(text: str, limit: int) -> str:
    """So much of a text as shows that it counts more than `limit`; all of it where that is not sure.

    For texts of any length: to read a megabyte of links and mentions that will be refused takes seconds.
    """
    end = READ_AT_ONCE
    while end < len(text):
        if count(text[:end]) > limit + MOST_CUT:
            return text[:end]
        end *= 4
    return text


def _with_concessions(text: str) -> str:
    """`text` with what the count takes for its URLs and mentions, whether such accounts exist or not."""
    spans = [(span, "x" * CHARACTERS_PER_URL) for span in links.urls(text)]
    spans += [(span, "@" + span.value.partition("@")[0]) for span in linked_mentions(text)]
    spans.sort(key=lambda pair: pair[0].start)
    pieces: list[str] = []
    position = 0
    for span, counted_as in spans:
        if span.start >= position:
            pieces += (text[position : span.start], counted_as)
            position = span.end
    pieces.append(text[position:])
    return "".join(pieces)
