"""The HTML of what is typed here: statuses, profile notes, profile fields.

Nothing typed is markup: the text is escaped, its links, mentions and hashtags become anchors, its line breaks
paragraphs. Shapes from recordings text/* (Mastodon 4.6.5). Docs: docs/text.md#html.
"""

import html as html_entities
import re
from collections.abc import Callable, Iterator, Mapping

import regex
from msgspec import Struct

from mockserver.text.entities import (
    MENTION,
    Entity,
    Handle,
    extract,
    split_handle,
    unicode_domain,
)

SHOWN_CHARACTERS = 30

_WHITESPACE = " \t\n\v\f\r"
# What Ruby takes for a space in any script; Python's own idea of it has U+001C to U+001F as well.
_BLANKS = (
    _WHITESPACE
    + "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_HIDDEN_PREFIX = re.compile(r"https?://(?:www\.)?|xmpp:")
_AUTHORITY = re.compile(r"([^:/?#]+://)([^/?#]*)(.*)", re.DOTALL)
_NOT_IN_HOST = re.compile(r"[<>{}\\\"\s]")
_EMPTY_LINES = re.compile(r"\n\n+")
_BLOCK_ENDS = re.compile(r"(?:<br */?>|</p>)+", re.IGNORECASE)
_TAG = re.compile(r"<(?:[a-zA-Z/!?])[^>]*>")

TagUrl = Callable[[str], str]


class Mention(Struct, frozen=True):
    """An account a mention may link to. `domain` is None for a local one; `url` is its profile page."""

    username: str
    domain: str | None
    url: str

    @property
    def acct(self) -> str:
        """`bob`, or `bob@remote.example` with the domain in ASCII, as a stored text holds it."""
        return self.username if self.domain is None else f"{self.username}@{self.domain}"

    @property
    def shown_acct(self) -> str:
        """`acct` with the domain in Unicode, as people read it."""
        return self.username if self.domain is None else f"{self.username}@{unicode_domain(self.domain)}"


Mentions = Mapping[Handle, Mention]


def strip(text: str) -> str:
    """A text as it is stored: without ASCII whitespace around; U+00A0, U+3000, U+200B stay."""
    return text.strip(_WHITESPACE)


def is_blank(text: str) -> bool:
    """Whether there is nothing in a text but spaces of any script."""
    return not text or not text.strip(_BLANKS)


def escape(text: str) -> str:
    """Text as HTML; also fit for attributes."""
    return text.translate(_ESCAPES)


def format_status(text: str, *, mentions: Mentions, tag_url: TagUrl, quote: str | None = None) -> str:
    """The `content` of a local status whose stored (stripped, rewritten) source is `text`.

    `mentions` are the accounts that are linked where mentioned, by `(lower-case username, domain or None)`:
    for a status its author and its mentions, for an entry of its edit history the author alone
    (recording statuses/history_mentions). One that shares its name with another is shown with its domain.
    `tag_url` gives the address of a tag's page from the name as typed. `quote` is the address of the
    quoted status, put before the text unless the text has it (recording text/quote_fallback).
    """
    content = "" if is_blank(text) else _paragraphs(_linked(text, _StatusMentions(mentions), tag_url))
    if quote is None or quote in content:
        return content
    return _quote_line(quote) + content


def without_quote_line(content: str, quote: str) -> str:
    """The `content` of a status that quotes `quote`, when that is gone."""
    return content.removeprefix(_quote_line(quote))


def _quote_line(quote: str) -> str:
    return f'<p class="quote-inline">RE: {link(quote)}</p>'


def format_note(text: str, *, mentions: Mentions, tag_url: TagUrl, local_domain: str | None = None) -> str:
    """The `note` of a local account.

    `mentions` are all accounts found for `mentioned_handles(text, local_domain)`; only usernames are shown.
    """
    if is_blank(text):
        return ""
    return _paragraphs(_linked(text, _NoteMentions(mentions, local_domain), tag_url))


def format_field(value: str, *, mentions: Mentions, tag_url: TagUrl, local_domain: str | None = None) -> str:
    """The value of a local account's profile field, arguments as for `format_note`.

    Line breaks stay as typed, links say `me`, remote accounts are shown with their domain.
    """
    if is_blank(value):
        return ""
    return _linked(value, _FieldMentions(mentions, local_domain), tag_url, rel_me=True)


def rewrite_mentions(text: str, mentions: Mentions, local_domain: str | None = None) -> str:
    """The source as it is stored: `@Bob@MASTODON.EXAMPLE` → `@bob`; unknown handles stay as typed."""
    if "@" not in text or not mentions:
        return text

    def stored(match: "regex.Match[str]") -> str:
        account = mentions.get(split_handle(match[1], local_domain))
        return match[0] if account is None else f"@{account.acct}"

    return MENTION.sub(stored, text)


def link(url: str, *, rel_me: bool = False) -> str:
    """The anchor of one URL: scheme and `www.` hidden, what exceeds 30 characters cut for the eye only."""
    href = _rewritten_port(url)
    if href is None:
        return escape(url)
    prefix_match = _HIDDEN_PREFIX.match(href)
    prefix = prefix_match[0] if prefix_match else ""
    rest = href[len(prefix) :]
    # Cutting a single character would show no less than the ellipsis put in its place.
    shown, hidden = (
        (rest, "")
        if len(rest) <= SHOWN_CHARACTERS + 1
        else (rest[:SHOWN_CHARACTERS], rest[SHOWN_CHARACTERS:])
    )
    rel = "nofollow noopener me" if rel_me else "nofollow noopener"
    return (
        f'<a href="{escape(href)}" target="_blank" rel="{rel}" translate="no">'
        f'<span class="invisible">{escape(prefix)}</span>'
        f'<span class="{"ellipsis" if hidden else ""}">{escape(shown)}</span>'
        f'<span class="invisible">{escape(hidden)}</span></a>'
    )


def plain_text(html: str) -> str:
    """What a reader sees of some HTML, for filters and search: `<br>` and `</p>` are line breaks."""
    with_breaks = _BLOCK_ENDS.sub(lambda match: match[0] + "\n", html)
    return html_entities.unescape(_TAG.sub("", with_breaks)).removesuffix("\n")


class _StatusMentions:
    """Which accounts a text's handles link to, and by what name they are shown."""

    def __init__(self, mentions: Mentions, local_domain: str | None = None) -> None:
        self._mentions = mentions
        self._local_domain = local_domain

    def find(self, handle: str) -> Mention | None:
        return self._mentions.get(split_handle(handle, self._local_domain))

    def name(self, account: Mention) -> str:
        same_name = any(
            other.username.lower() == account.username.lower() and other.domain != account.domain
            for other in self._mentions.values()
        )
        return account.shown_acct if same_name else account.username


class _NoteMentions(_StatusMentions):
    def name(self, account: Mention) -> str:
        return account.username


class _FieldMentions(_StatusMentions):
    def name(self, account: Mention) -> str:
        return account.shown_acct


def _linked(text: str, mentions: _StatusMentions, tag_url: TagUrl, *, rel_me: bool = False) -> str:
    return "".join(_pieces(text, extract(text), mentions, tag_url, rel_me))


def _pieces(
    text: str, entities: list[Entity], mentions: _StatusMentions, tag_url: TagUrl, rel_me: bool
) -> Iterator[str]:
    position = 0
    for entity in entities:
        yield escape(text[position : entity.start])
        if entity.kind == "url":
            yield link(entity.value, rel_me=rel_me)
        elif entity.kind == "hashtag":
            yield _hashtag(entity.value, tag_url)
        else:
            yield _mention(entity.value, mentions)
        position = entity.end
    yield escape(text[position:])


def _hashtag(name: str, tag_url: TagUrl) -> str:
    href = escape(tag_url(name))
    return f'<a href="{href}" class="mention hashtag" rel="tag">#<span>{escape(name)}</span></a>'


def _mention(handle: str, mentions: _StatusMentions) -> str:
    account = mentions.find(handle)
    if account is None:
        return f"@{escape(handle)}"
    return (
        f'<span class="h-card" translate="no"><a href="{escape(account.url)}" class="u-url mention">'
        f"@<span>{escape(mentions.name(account))}</span></a></span>"
    )


def _paragraphs(html: str) -> str:
    """Empty lines part paragraphs, other line breaks are `<br />`; no newline is left."""
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in html:
        return f"<p>{html}</p>"
    paragraphs = _EMPTY_LINES.split(html.rstrip("\n"))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs).replace("\n", "<br />")


def _rewritten_port(url: str) -> str | None:
    """The URL with its port as a number (none if 0), or None if it has a host no URL can have.

    Only the port is touched (recording text/links_1); the rest stays as typed, IDN hosts too.
    """
    parts = _AUTHORITY.fullmatch(url)
    if parts is None:
        return url
    scheme, authority, rest = parts.groups()
    host, colon, port = authority.rpartition(":")
    if not colon or not port.isdecimal():
        host, port = authority, ""
    if _NOT_IN_HOST.search(host):
        return None
    number = port.lstrip("0")
    return f"{scheme}{host}{f':{number}' if number else ''}{rest}"
