"""Custom emoji shortcodes in texts: `:blobcat:`.

Recording text/emoji. Which of them name an emoji (case ignored) is for the caller to look up.
Docs: docs/text.md#emoji.
"""

from collections.abc import Callable

import regex

_SHORTCODE = regex.compile(r"(?<![\p{Alphabetic}\p{Nd}:]):([A-Za-z0-9_]{2,}):(?![\p{Alphabetic}\p{Nd}:])")


def shortcodes(*texts: str) -> list[str]:
    """The shortcodes in `texts`, as typed, each once, in order of first appearance.

    A letter, digit or colon beside the outer colons forbids: of `:a::b:` neither is one.
    """
    found: dict[str, None] = {}
    for text in texts:
        if ":" in text:
            found.update(dict.fromkeys(_SHORTCODE.findall(text)))
    return list(found)


def replace_shortcodes(text: str, picture: Callable[[str], str]) -> str:
    """Put `picture(shortcode)` in the place of each `:shortcode:`."""
    return _SHORTCODE.sub(lambda found: picture(found[1]), text)
