"""Where the URLs of a text are, by the rules of Mastodon's link finder.

Mastodon finds links with the patterns of Twitter's text library, of which it widens the paths (any script)
and the schemes. What is and is not a link was checked against recordings text/links*, text/link_edges* and
text/link_hosts*. Docs: docs/text.md#links.
"""

import stringprep
from collections.abc import Iterator
from encodings import idna
from functools import cache
from typing import NamedTuple

import regex

from mockserver.text.tlds import TLDS

MAX_URL_LENGTH = 4096
MAX_TCO_SLUG = 40
MAX_LABEL = 63

_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NOT_CHARACTERS = "\ufffe\ufeff\uffff"
_SPACES = "\u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS_AND_SPACE = r"\x00-\x20\x7f"
_PUNCTUATION_NOT_IN_LABELS = r"!\"#$%&'()*+,./:;<=>?@\[\]^`{|}~"
# Letters that count as Latin for the finder; also what forbids linking a mention when it follows one.
LATIN_ACCENTS = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
# What a query may hold beyond ASCII: everything but surrogates, some compatibility forms and non-characters.
_QUERY_BEYOND_ASCII = (
    "\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)

_OUTSIDE_LABEL = (
    _DIRECTION_MARKS + _PUNCTUATION_NOT_IN_LABELS + _CONTROLS_AND_SPACE + _NOT_CHARACTERS + _SPACES
)
_LABEL_EDGE = rf"[^{_OUTSIDE_LABEL}_\-]"
# No label of more than 63 letters is ever a link, nor does a host have that many labels; the bounds keep
# a long text without spaces from costing its square.
_LABEL = rf"{_LABEL_EDGE}(?:[^{_OUTSIDE_LABEL}]{{0,253}}{_LABEL_EDGE})?\."
_NAME_LABEL = rf"{_LABEL_EDGE}(?:[^{_OUTSIDE_LABEL}_]{{0,253}}{_LABEL_EDGE})?\."
_MAX_LABELS = 40

_PATH_CHAR = r"[^\p{White_Space}<>()?]"
_LATIN_PATH_CHAR = rf"[A-Za-z\p{{Cyrillic}}0-9!*';:=+,.$/%#\[\]\p{{Pd}}_~&|@{LATIN_ACCENTS}]"
_PATH_END_CHAR = r"[^\p{White_Space}()?!*\"'「」<>;:=,.$%\[\]~&|]"


def _balanced(char: str) -> str:
    """Parentheses around `char`s, with at most one pair nested in them."""
    return rf"\((?:{char}+|{char}*\({char}+\){char}*)\)"


_PATH = (
    rf"(?:{_PATH_CHAR}*(?:{_balanced(_PATH_CHAR)}{_PATH_CHAR}*)*"
    rf"(?:{_PATH_END_CHAR}|{_balanced(_LATIN_PATH_CHAR)})|{_PATH_CHAR}+/)"
)
_QUERY = (
    rf"\?[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_QUERY_BEYOND_ASCII}]*"
    rf"[A-Za-z0-9_&=#/\-{_QUERY_BEYOND_ASCII}]"
)
_BEFORE = rf"(?:[^A-Za-z0-9@＠$#＃{_NOT_CHARACTERS}]|^)"

_TOKEN = regex.compile(r"[^\p{White_Space}]+")
# The scheme is optional here though only URLs with one become links: `example.com/https://x.org`
# is one match without a scheme, which keeps the URL inside it from being found.
_URL_START = regex.compile(
    rf"{_BEFORE}(?P<scheme>(?i:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://)?"
    rf"(?P<labels>(?:{_LABEL}){{1,{_MAX_LABELS}}})",
    regex.MULTILINE,
)
_AFTER_DOMAIN = regex.compile(rf"(?::[0-9]+)?(?:/{_PATH}*)?(?:{_QUERY})?")

_ASCII_TLD = regex.compile(r"[0-9A-Za-z]++(?![@+\-])")
_PUNYCODE_TLD = regex.compile(r"(?i)xn--[0-9a-z]+")

_UNRESERVED = r"A-Za-z\p{Cyrillic}0-9\p{Pd}._~"
_DOMAIN = rf"(?:{_LABEL}){{0,{_MAX_LABELS}}}{_NAME_LABEL}(?i:\L<tlds>(?![0-9a-z@+\-])|xn--[0-9a-z]+)"
_NODE = rf"(?:[{_UNRESERVED}!$()*+,;=]|%[0-9A-Fa-f]{{2}})+"
_RESOURCE = rf"(?:[{_UNRESERVED}!$&'()*+,;=]|%[0-9A-Fa-f]{{2}})+"
_OTHER_URI_HINT = regex.compile(r"(?i)xmpp:|magnet:\?")
_TCO = regex.compile(r"(?i)https?://t\.co/([a-z0-9]+)")


@cache
def _other_tld() -> regex.Pattern[str]:
    """A top-level domain in another script. Compiled when one is met first: it takes a tenth of a second."""
    others = [tld for tld in TLDS if not tld.isascii()]
    return regex.compile(r"(?i)\L<tlds>(?![0-9a-z@+\-])", tlds=others)


@cache
def _other_uri() -> regex.Pattern[str]:
    """`xmpp:` and `magnet:`, as rarely met."""
    return regex.compile(
        rf"{_BEFORE}(?P<url>(?i:xmpp:)(?://{_NODE}@{_DOMAIN}/)?(?:{_NODE}@)?{_DOMAIN}(?:/{_RESOURCE})?(?:{_QUERY})?"
        rf"|(?i:magnet:){_QUERY})",
        regex.MULTILINE,
        tlds=TLDS,
    )


class Span(NamedTuple):
    """A piece of a text: [start, end) in code points."""

    start: int
    end: int
    value: str


def urls(text: str) -> Iterator[Span]:
    """The URLs with a scheme and `://` that Mastodon links, in order."""
    if "://" not in text:
        return
    position = 0
    for token in _TOKEN.finditer(text):
        if token.end() <= position or "://" not in token[0]:
            continue
        # What stands before a URL belongs to its match, be it the space before this token.
        position = max(position, token.start() - 1)
        while start := _URL_START.search(text, position, token.end()):
            domain_end = _domain_end(text, *start.span("labels"))
            if domain_end is None:
                position = start.start() + 1
                continue
            rest = _AFTER_DOMAIN.match(text, domain_end)
            position = rest.end() if rest else domain_end
            if start["scheme"] is not None and (url := _url(text, start, domain_end, position)):
                yield url


def _domain_end(text: str, start: int, end: int) -> int | None:
    """Where the longest host ends whose labels (without the top-level domain) begin `text[start:end]`."""
    while end > start:
        label_start = text.rfind(".", start, end - 1) + 1 or start
        if "_" not in text[label_start:end] and (tld_end := _tld_end(text, end)):
            return tld_end
        end = label_start
    return None


def _tld_end(text: str, start: int) -> int | None:
    """Where the top-level domain at `start` ends, if one begins there and the letters after it allow it."""
    word = _ASCII_TLD.match(text, start)
    if word and word[0].lower() in TLDS:
        return word.end()
    other = (
        _other_tld().match(text, start)
        if text[start : start + 1] > "\x7f"
        else _PUNYCODE_TLD.match(text, start)
    )
    return other.end() if other else None


def _url(text: str, start: "regex.Match[str]", domain_end: int, end: int) -> Span | None:
    url_start = start.start("scheme")
    url = text[url_start:end]
    shortened = _TCO.match(url)
    if shortened:
        if len(shortened[1]) > MAX_TCO_SLUG:
            return None
        url = shortened[0]
    if not _resolvable(text[start.start("labels") : domain_end], len(url)):
        return None
    return Span(url_start, url_start + len(url), url)


def other_uris(text: str) -> Iterator[Span]:
    """The `xmpp:` and `magnet:` addresses; they are links, but get no discount in a status's length."""
    if ":" not in text or not _OTHER_URI_HINT.search(text):
        return
    for match in _other_uri().finditer(text):
        yield Span(match.start("url"), match.end("url"), match["url"])


def _resolvable(domain: str, url_length: int) -> bool:
    """Whether the domain can be written in ASCII by IDNA 2003, the URL then being of an allowed length."""
    if domain.isascii():
        return url_length <= MAX_URL_LENGTH and all(len(label) <= MAX_LABEL for label in domain.split("."))
    if any(stringprep.in_table_a1(char) for char in domain):
        return False
    try:
        encoded = b".".join(idna.ToASCII(label) for label in idna.dots.split(domain))
    except UnicodeError:
        return False
    return url_length + max(0, len(encoded) - len(domain)) <= MAX_URL_LENGTH
