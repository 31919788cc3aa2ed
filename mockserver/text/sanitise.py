"""What is left of another server's HTML when it is shown: an allow-list of elements, attributes, schemes.

Recording text/remote_html (Mastodon 4.6.5). Docs: docs/text.md#remote-html.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALLOWED = _words("p br span a del s pre blockquote code b strong u i em ul ol li ruby rt rp")
_ATTRIBUTES = {
    "a": frozenset({"lang", "href", "rel", "class", "translate"}),
    "span": frozenset({"lang", "class", "translate"}),
    "ol": frozenset({"lang", "start", "reversed"}),
    "li": frozenset({"lang", "value"}),
    "p": frozenset({"lang", "class"}),
}
_ANY_ATTRIBUTES = frozenset({"lang"})
_LINK_SCHEMES = _words("http https dat dweb ipfs ipns ssb gopher xmpp magnet gemini")
_CLASS = re.compile(r"(?:h|p|u|dt|e)-|(?:mention|hashtag|ellipsis|invisible|quote-inline)\Z")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_REMOVED_WITH_CONTENTS = _words("iframe math noembed noframes noscript plaintext script style svg xmp")
# Taken out, these leave a space before, and one after if they held anything, so that words stay apart.
_SPACED = _words(
    "address article aside dd div dl dt footer header hgroup hr nav section blockquote li ol ul pre p"
)
_VOID = _words("area base br col embed hr img input link meta param source track wbr")
_CLOSE_PARAGRAPH = (
    _HEADINGS
    | _SPACED - {"dd", "dt", "li"}
    | _words("center details dir fieldset figcaption figure form main menu summary table")
)
# What opens a part of its own: looking for what a tag ends, HTML goes no further up than these.
_SPECIAL = _CLOSE_PARAGRAPH - {"dir"} | _words("dd dt li body iframe marquee noscript script style td th tr")
_ITEM_BARRIERS = _SPECIAL - {"address", "div", "p"}
# A new one of the key ends an open one of the values, unless a barrier lies between.
_ENDS_OPEN = {
    "li": (frozenset({"li"}), _ITEM_BARRIERS - {"li"}),
    "dd": (frozenset({"dd", "dt"}), _ITEM_BARRIERS - {"dd", "dt"}),
    "dt": (frozenset({"dd", "dt"}), _ITEM_BARRIERS - {"dd", "dt"}),
    "a": (frozenset({"a"}), frozenset({"table"})),
}
_ITEMS = frozenset({"li", "dd", "dt"})
_RUBY_TEXTS = frozenset({"rt", "rp"})
_FORMATTING = _words("a b big code em font i s small strike strong tt u")
_UNFINISHED_TAG = re.compile(r"<[A-Za-z/!?][^>]*\Z")
_SCHEME = re.compile(r"\s*([^/#]*?)(?::|&#0*58|&#x0*3a)", re.IGNORECASE)
_UNSUITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# Deeper elements are dropped (their text stays): a page of opening tags must not exhaust the stack.
MAX_DEPTH = 100

_TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;"})
_ATTRIBUTE_ESCAPES = str.maketrans({"&": "&amp;", '"': "&quot;", "\xa0": "&nbsp;"})


def sanitise(html: str) -> str:
    """The HTML of a remote status or note as clients get it: all closed, the unknown unwrapped or gone."""
    if "<" not in html and "&" not in html and ">" not in html and "\xa0" not in html:
        return _UNSUITABLE.sub("", html)
    parser = _TreeBuilder()
    parser.feed(_UNFINISHED_TAG.sub("", _UNSUITABLE.sub("", html.replace("\r\n", "\n").replace("\r", "\n"))))
    parser.close()
    return _children(parser.root)


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[_Element | str]" = field(default_factory=list)


class _TreeBuilder(HTMLParser):
    """The tree of some HTML, with the end tags a browser would supply."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_before(tag)
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        element = _Element(tag, attributes)
        if tag in _VOID:
            self._open[-1].children.append(element)
        elif len(self._open) <= MAX_DEPTH:
            self._open[-1].children.append(element)
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br" or (tag == "p" and not any(element.name == "p" for element in self._open)):
            self.handle_starttag(tag, [])
        if tag in _HEADINGS:
            self._end(_HEADINGS, frozenset())
        else:
            self._end(
                frozenset({tag}), frozenset() if tag in _SPECIAL or tag in _FORMATTING else _SPECIAL - {tag}
            )

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![…>` is a comment to a browser; Python's parser fails on what it does not know."""
        return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if parent.name == "pre" and not parent.children:
            data = data.removeprefix("\n")
        if data:
            parent.children.append(data)

    def _end_before(self, tag: str) -> None:
        """End what a new element of this name ends by itself."""
        if tag in _ENDS_OPEN:
            self._end(*_ENDS_OPEN[tag])
        if tag in _CLOSE_PARAGRAPH or tag in _ITEMS:
            self._end(frozenset({"p"}), frozenset())
        current = self._open[-1].name
        in_ruby = any(element.name == "ruby" for element in self._open)
        if {tag, current} <= _HEADINGS or (in_ruby and {tag, current} <= _RUBY_TEXTS):
            self._open.pop()

    def _end(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name in names:
                del self._open[depth:]
                return
            if self._open[depth].name in barriers:
                return


def _children(element: _Element) -> str:
    return "".join(_text(child) if isinstance(child, str) else _rendered(child) for child in element.children)


def _rendered(element: _Element) -> str:
    name = element.name
    if name in _HEADINGS:
        return f"<p>{_allowed(_Element('strong', element.attributes, element.children))}</p>"
    if name == "a" and not _links_somewhere(element):
        return _text(_text_of(element))
    if name in _ALLOWED:
        return _allowed(element)
    if name == "math":
        return _text(_formula(element))
    if name in _REMOVED_WITH_CONTENTS:
        return ""
    inside = _children(element)
    if name not in _SPACED:
        return inside
    return f" {inside} " if element.children else " "


def _allowed(element: _Element) -> str:
    name = element.name
    permitted = _ATTRIBUTES.get(name, _ANY_ATTRIBUTES)
    attributes = {key: value for key, value in element.attributes.items() if key in permitted}
    if "class" in attributes:
        attributes["class"] = " ".join(one for one in attributes["class"].split() if _CLASS.match(one))
    if attributes.get("translate") != "no":
        attributes.pop("translate", None)
    if name == "a":
        attributes |= {"rel": "nofollow noopener", "target": "_blank"}
    written = "".join(f' {key}="{value.translate(_ATTRIBUTE_ESCAPES)}"' for key, value in attributes.items())
    if name in _VOID:
        return f"<{name}{written}>"
    inside = _children(element)
    if name == "pre" and inside.startswith("\n"):
        inside = "\n" + inside  # a reader drops the first
    return f"<{name}{written}>{inside}</{name}>"


def _links_somewhere(anchor: _Element) -> bool:
    scheme = _SCHEME.match(anchor.attributes.get("href", ""))
    return scheme is not None and scheme[1].lower() in _LINK_SCHEMES


def _formula(math: _Element) -> str:
    """The plain-text annotation of a formula: TeX between dollar signs, or text; else nothing (FEP-dc88)."""
    first = next((child for child in math.children if isinstance(child, _Element)), None)
    if first is None or first.name != "semantics":
        return ""
    annotations = {
        child.attributes.get("encoding"): _text_of(child)
        for child in reversed(first.children)
        if isinstance(child, _Element) and child.name == "annotation"
    }
    if "application/x-tex" in annotations:
        dollars = "$$" if math.attributes.get("display") == "block" else "$"
        return f"{dollars}{annotations['application/x-tex']}{dollars}"
    return annotations.get("text/plain", "")


def _text_of(element: _Element) -> str:
    return "".join(child if isinstance(child, str) else _text_of(child) for child in element.children)


def _text(text: str) -> str:
    return text.translate(_TEXT_ESCAPES)
