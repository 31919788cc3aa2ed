"""Markdown as administrators write it in descriptions, terms and messages; HTML in it passes through.

Blocks: headings, paragraphs, lists, quotes, indented code, rules, HTML. Spans: emphasis, code, links,
pictures, addresses in `<>`. Docs: https://daringfireball.net/projects/markdown/syntax
Facts: recordings instance/configured_closed, instance/terms_of_service (line ends between blocks); Mastodon
switches no extension of its Markdown on (app/serializers/rest/extended_description_serializer.rb): bare
addresses are no links, there are no fences, and a word's own `_` can be emphasis.
"""

from __future__ import annotations

import re
from html import escape

_HEADING = re.compile(r"(#{1,6})\s*(.+?)\s*#*$")
_INDENT = " " * 4
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"(?:[-*+]|(\d+)\.)\s+(.*)$")
_HTML_BLOCK = re.compile(r"</?(?:[a-z][a-z0-9]*)(?=[\s/>])[^>]*>|<!--", re.I)
_SPAN_TAGS = re.compile(
    r"</?(?:a|abbr|b|br|code|del|em|i|img|ins|mark|q|s|small|span|strong|sub|sup|u)\b", re.I
)
_SPANS = re.compile(
    r"(?P<code>`+)(?P<code_text>.+?)(?P=code)"
    r"|<(?P<angle>https?://[^>\s]+)>"
    r"|(?P<html></?[a-zA-Z][^>]*>)"
    r"|(?P<picture>!?)\[(?P<label>[^\]]*)\]\((?P<target>[^\s)]+)(?:\s+\"(?P<title>[^\"]*)\")?\)"
    r"|\*\*(?P<strong>.+?)\*\*|__(?P<strong2>.+?)__"
    r"|\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*|_(?P<em2>[^_\s](?:[^_]*[^_\s])?)_"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!:|&<>^~=\"$-])"
    r"|(?P<break> {2,}\n)",
    re.S,
)


def to_html(source: str) -> str:
    """Each block ends with a line end, blocks stand a line apart; no text is an empty string."""
    return "\n".join(_blocks(source.replace("\r\n", "\n").split("\n")))


def _blocks(lines: list[str]) -> list[str]:
    blocks: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
            continue
        block, at = _block(lines, at, line)
        blocks.append(block)
    return blocks


def _block(lines: list[str], at: int, line: str) -> tuple[str, int]:
    """The block that begins at a line, and the line behind it."""
    if lines[at].startswith(_INDENT):
        end = next((i for i in range(at, len(lines)) if not lines[i].startswith(_INDENT)), len(lines))
        code = "".join(escape(text.removeprefix(_INDENT), quote=False) + "\n" for text in lines[at:end])
        return f"<pre><code>{code}</code></pre>\n", end
    heading = _HEADING.match(line)
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_spans(heading[2])}</h{level}>\n", at + 1
    if _RULE.match(line):
        return "<hr>\n", at + 1
    end = _paragraph_end(lines, at)
    if line.startswith(">"):
        inner = [re.sub(r"^\s*> ?", "", text) for text in lines[at:end]]
        return f"<blockquote>\n{to_html(chr(10).join(inner))}</blockquote>\n", end
    if _ITEM.match(line):
        return _list(lines[at:end]), end
    text = "\n".join(part.strip() for part in lines[at:end])
    if _HTML_BLOCK.match(line) and not _SPAN_TAGS.match(line):
        return text + "\n", end
    return f"<p>{_spans(text)}</p>\n", end


def _paragraph_end(lines: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _HEADING.match(lines[end]):
        end += 1
    return end


def _list(lines: list[str]) -> str:
    items: list[str] = []
    first = _ITEM.match(lines[0].strip())
    kind = "ol" if first is not None and first[1] else "ul"
    for line in lines:
        item = _ITEM.match(line.strip())
        if item:
            items.append(item[2])
        else:
            items[-1] += "\n" + line.strip()
    return f"<{kind}>\n{''.join(f'<li>{_spans(item)}</li>{chr(10)}' for item in items)}</{kind}>\n"


def _spans(text: str) -> str:
    made, position = [], 0
    for found in _SPANS.finditer(text):
        made += [_plain(text[position : found.start()]), _span(found)]
        position = found.end()
    return "".join([*made, _plain(text[position:])])


def _plain(text: str) -> str:
    """Entities that are written out stay."""
    return re.sub(r"&(?!#?\w+;)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _span(found: re.Match[str]) -> str:
    part = found.groupdict()
    if part["code"]:
        return f"<code>{escape(part['code_text'].strip(' '), quote=False)}</code>"
    if part["html"]:
        return part["html"]
    if part["target"]:
        return _link(part["label"], part["target"], part["title"], picture=bool(part["picture"]))
    if part["angle"]:
        return f'<a href="{escape(part["angle"])}">{escape(part["angle"])}</a>'
    if part["strong"] or part["strong2"]:
        return f"<strong>{_spans(part['strong'] or part['strong2'])}</strong>"
    if part["em"] or part["em2"]:
        return f"<em>{_spans(part['em'] or part['em2'])}</em>"
    return "<br>\n" if part["break"] else _plain(part["escaped"])


def _link(label: str, target: str, title: str | None, *, picture: bool) -> str:
    hint = f' title="{escape(title)}"' if title else ""
    if picture:
        return f'<img src="{escape(target)}" alt="{escape(label)}"{hint}>'
    return f'<a href="{escape(target)}"{hint}>{_spans(label)}</a>'
