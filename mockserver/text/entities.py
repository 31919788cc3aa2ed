"""What in a text is a link, a mention or a hashtag, and where.

Finding accounts to notify and making links follow different rules in Mastodon: `@bobé` mentions bob
but stays plain text. `mentioned_handles` and `rewrite_mentions` (in formatting) are of the first kind,
`extract` of the second. Docs: docs/text.md.
"""

from collections.abc import Iterator
from encodings import idna
from typing import Literal

import regex
from msgspec import Struct

from mockserver.text import links, tags
from mockserver.text.links import LATIN_ACCENTS, Span
from mockserver.text.tags import normalise_tag, valid_tag

__all__ = [
    "MENTION",
    "Entity",
    "Handle",
    "extract",
    "hashtags",
    "linked_mentions",
    "mentioned_handles",
    "normalise_domain",
    "normalise_tag",
    "split_handle",
    "unicode_domain",
    "valid_tag",
]

MAX_DOMAIN_LENGTH = 253

Kind = Literal["url", "mention", "hashtag"]
Handle = tuple[str, str | None]

_USERNAME = r"[A-Za-z0-9_]+(?:[.\-]+[A-Za-z0-9_]+)*"
_WORD = r"[\w\u200c\u200d]"
MENTION = regex.compile(
    rf"(?<![=/\w\u200c\u200d])@({_USERNAME}(?:@{_WORD}+(?:[.\-]+{_WORD}+)*)?)",
)
_FORBIDS_LINK = regex.compile(rf"[@＠{LATIN_ACCENTS}]|://")


class Entity(Struct, frozen=True):
    """A link, mention or hashtag in a text.

    `start` and `end` are code point offsets. `value` is the URL, the handle as typed without the first `@`
    (`Bob@remote.example`), or the tag's name as typed without `#`.
    """

    kind: Kind
    start: int
    end: int
    value: str


def extract(text: str) -> list[Entity]:
    """All entities that Mastodon would link, in order; of overlapping ones the first to begin."""
    if ":" not in text and "@" not in text and "#" not in text and "＃" not in text:
        return []
    candidates = [
        *_of_kind("url", links.urls(text)),
        *_of_kind("hashtag", tags.found(text)),
        *_of_kind("mention", linked_mentions(text)),
        *_of_kind("url", links.other_uris(text)),
    ]
    candidates.sort(key=lambda entity: entity.start)
    return without_overlaps(candidates)


def without_overlaps(entities: list[Entity]) -> list[Entity]:
    """Of `entities` sorted by start, those that begin at or after the end of the last one kept."""
    kept: list[Entity] = []
    end = 0
    for entity in entities:
        if entity.start >= end:
            kept.append(entity)
            end = entity.end
    return kept


def _of_kind(kind: Kind, spans: Iterator[Span]) -> Iterator[Entity]:
    return (Entity(kind, *span) for span in spans)


def linked_mentions(text: str) -> Iterator[Span]:
    """The handles in a text that may become links, whether there are such accounts or not."""
    if "@" not in text:
        return
    for match in MENTION.finditer(text):
        _, _, domain = match[1].partition("@")
        if len(domain) <= MAX_DOMAIN_LENGTH and not _FORBIDS_LINK.match(text, match.end()):
            yield Span(match.start(), match.end(), match[1])


def mentioned_handles(text: str, local_domain: str | None = None) -> list[Handle]:
    """The accounts a text mentions (and notifies) if they exist: `(username, domain)`, each once, in order.

    Usernames are in lower case, domains as `normalise_domain` writes them, None for none and `local_domain`.
    """
    if "@" not in text:
        return []
    return list(dict.fromkeys(split_handle(match[1], local_domain) for match in MENTION.finditer(text)))


def split_handle(handle: str, local_domain: str | None = None) -> Handle:
    """`Bob@Remote.Example` → `("bob", "remote.example")`; `bob` and `bob@LOCAL` → `("bob", None)`."""
    username, _, typed = handle.partition("@")
    domain = normalise_domain(typed) if typed else None
    return username.lower(), None if domain == local_domain else domain


def normalise_domain(domain: str) -> str:
    """A domain in lower case and ASCII, as accounts are kept: `Bücher.example` → `xn--bcher-kva.example`.

    What IDNA cannot encode is only lowered.
    """
    if not domain.isascii() and len(domain) <= MAX_DOMAIN_LENGTH:  # encoding costs the square of the length
        try:
            domain = ".".join(idna.ToASCII(label).decode("ascii") for label in idna.dots.split(domain))
        except UnicodeError:
            return domain.lower()
    return domain.lower()


def unicode_domain(domain: str) -> str:
    """A domain as it is shown: `xn--bcher-kva.example` → `bücher.example`."""
    if "xn--" not in domain:
        return domain
    try:
        return ".".join(idna.ToUnicode(label) for label in domain.split("."))
    except UnicodeError:
        return domain


def hashtags(text: str) -> list[str]:
    """The hashtags of a text as typed, in order, repeated ones too."""
    return [span.value for span in tags.found(text)]
