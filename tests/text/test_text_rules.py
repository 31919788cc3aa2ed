"""Hashtags, mentions, lengths, quotes, plain text, remote HTML: the rules one by one, and for any text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockserver.text.emoji import shortcodes
from mockserver.text.entities import (
    extract,
    hashtags,
    mentioned_handles,
    normalise_tag,
    unicode_domain,
    valid_tag,
)
from mockserver.text.formatting import (
    Mention,
    format_field,
    format_note,
    format_status,
    is_blank,
    plain_text,
    rewrite_mentions,
    strip,
)
from mockserver.text.language import LANGUAGES, normalise_language
from mockserver.text.length import count
from mockserver.text.sanitise import sanitise

BOB = Mention("bob", None, "https://mastodon.example/@bob")
REMOTE_BOB = Mention("bob", "xn--bcher-kva.example", "https://xn--bcher-kva.example/@bob")
TEXTS = (
    st.text(alphabet=st.sampled_from("ab1_@#＃:/.?&=<>\"'()-é日\n\r \u200d"))
    | st.text()
    | st.lists(
        st.sampled_from(
            ["@bob", "#tag", "https://example.com", "/a", " ", "\n", "<b>", "&", "é", ".", "@", ":ok:"]
        )
    ).map("".join)
)


def tag_url(name: str) -> str:
    return f"https://mastodon.example/tags/{name}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#taghttps://x.com", ["tag"]),
        ("#tag://x", ["tag"]),
        ("#tag@bob", ["tag"]),
        ("＃tag", ["tag"]),
        ("#½ #１２３ #_ #123 \u200f#a (#b) #a,#c", ["a"]),
        ("#a😀b", ["a"]),
        ("#हिन्दी", ["हिन्दी"]),
        ("#a\u200c", ["a\u200c"]),
        ("#a\u200d", ["a\u200d"]),
    ],
)
def test_hashtags(text: str, names: list[str]) -> None:
    assert hashtags(text) == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Straße", "straße"),
        ("ﬁ", "fi"),
        ("Ａｂｃ", "abc"),
        ("e\u0301", "e"),
        ("İstanbul", "istanbul"),
        ("हिन्दी", "हिनदी"),
        ("a\u200db", "ab"),
        ("a\u200cb", "a\u200cb"),
        ("Łódź", "lodz"),
        ("ΟΔΟΣ", "οδοσ"),
        ("a-b.c", "abc"),
        ("...", ""),
    ],
)
def test_spellings_of_a_tag_have_one_name(typed: str, name: str) -> None:
    assert normalise_tag(typed) == name


def test_names_that_no_tag_can_have() -> None:
    assert [
        name
        for name in ("tag", "1a", "1_2", "a·b", "123", "_", "a b", "a-b", "", "·a")
        if not valid_tag(name)
    ] == [
        "123",
        "_",
        "a b",
        "a-b",
        "",
        "·a",
    ]


def test_handles_are_compared_in_lower_case_and_ascii_and_given_once() -> None:
    text = "@Bob @bob@MASTODON.example @bob@Bücher.example @bob"
    assert mentioned_handles(text, "mastodon.example") == [("bob", None), ("bob", "xn--bcher-kva.example")]


def test_joiners_are_parts_of_words() -> None:
    """Ruby's words have them since 3.3 (recording text/hashtags_1 for U+200D)."""
    assert mentioned_handles("\u200c@a \u200d@b @c\u200d @d@e\u200cf.g") == [("c", None), ("d", "ef.g")]


def test_a_control_character_is_something() -> None:
    assert format_status("\x1f", mentions={}, tag_url=tag_url) == "<p>\x1f</p>"
    assert format_status(" \u3000\u0085", mentions={}, tag_url=tag_url) == ""


def test_a_domain_nothing_can_encode_is_no_error() -> None:
    assert mentioned_handles("@a@" + "é" * 80) == [("a", "é" * 80)]
    assert unicode_domain("xn--a\u00e9.example") == "xn--a\u00e9.example"


def test_namesakes_are_told_apart_by_domain_in_statuses_but_not_in_notes() -> None:
    both = {("bob", None): BOB, ("bob", "xn--bcher-kva.example"): REMOTE_BOB}
    text = "@bob@bücher.example"
    assert "@<span>bob@bücher.example</span>" in format_status(text, mentions=both, tag_url=tag_url)
    assert "@<span>bob</span>" in format_note(text, mentions=both, tag_url=tag_url)


def test_the_stored_source_has_the_ascii_domain() -> None:
    known = {("bob", "xn--bcher-kva.example"): REMOTE_BOB}
    assert rewrite_mentions("hi @BOB@bücher.example", known) == "hi @bob@xn--bcher-kva.example"


def test_only_ascii_whitespace_is_stripped() -> None:
    assert strip(" \t\r\n\v\f\u00a0a\u3000\u200b\n") == "\u00a0a\u3000\u200b"


def test_a_textless_quote_is_the_quote_line_alone() -> None:
    html = format_status("", mentions={}, tag_url=tag_url, quote="https://remote.example/1")
    assert html.startswith('<p class="quote-inline">RE: <a href="https://remote.example/1"')
    assert html.endswith("</a></p>")


@pytest.mark.parametrize(
    ("text", "spoiler_text", "length"),
    [
        ("a" * 500, "", 500),
        ("http://t.co", "", 23),
        ("https://example.com/" + "x" * 200, "", 23),
        ("https://foo.example/y", "", 21),
        ("foo.example", "", 11),
        ("xmpp:romeo@montague.com", "", 23),
        ("xmpp:romeo@montague.com?join", "", 28),
        ("@bob@faraway.example", "", 4),
        ("@bob@@faraway.example", "", 21),
        ("👨‍👩‍👧‍👦" * 500, "", 500),
        ("e\u0301" * 500, "", 500),
        ("🇩🇪" * 500, "", 500),
        ("नि" * 500, "", 500),
        ("क्ष", "", 2),
        ("한" * 500, "", 500),
        ("a\u200b" * 250, "", 500),
        ("👍🏽" * 500, "", 500),
        ("a\r\n" * 166 + "aa", "", 334),
        ("a", "https://example.com/" + "x" * 80, 101),
        ("", "sss", 3),
        (":blobcat:#tag", "", 13),
    ],
)
def test_the_length_of_a_status(text: str, spoiler_text: str, length: int) -> None:
    assert count(text, spoiler_text) == length


def test_languages_are_found_whatever_their_case_and_region() -> None:
    assert len(LANGUAGES) == 214
    assert [normalise_language(code) for code in ("zh_cn", "ZH-Hant", "pt-BR", "nan-tw", "xx", "", None)] == [
        "zh-CN",
        "zh",
        "pt",
        "nan-TW",
        None,
        None,
        None,
    ]


def test_shortcodes_are_given_as_typed_in_order_once() -> None:
    assert shortcodes(":b2:", "x :A_: :b2: :o: y:z1:", ":c3:.") == ["b2", "A_", "c3"]


def test_plain_text_has_no_markup_but_line_breaks() -> None:
    html = '<p>a &lt;b&gt; <a href="https://x.example">l</a><br />c</p><p>1 < 2 &amp; d</p>'
    assert plain_text(html) == "a <b> l\nc\n1 < 2 & d"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p> c "),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<h1>a<h2>b</h3>c", "<p><strong>a</strong></p><p><strong>b</strong></p>c"),
        ("<p>a<dt>b<dd>c", "<p>a</p> b  c "),
        ("<li><pre><li>a", "<li><pre><li>a</li></pre></li>"),
        ("<ruby>a<rt>b<rt>c</ruby><rt>d<rt>e", "<ruby>a<rt>b</rt><rt>c</rt></ruby><rt>d<rt>e</rt></rt>"),
        ("<span><p>a</span>b", "<span><p>ab</p></span>"),
        ("<pre><i>\n</i>a</pre>", "<pre><i>\n</i>a</pre>"),
        ("<pre><abbr>\na</abbr></pre>", "<pre>\n\na</pre>"),
        ("a<b", "a"),
        ("a <3", "a &lt;3"),
        ('<a href="JavaScript:alert(1)">x</a>', "x"),
        ('<a href=" java\nscript:alert(1)"><b>x</b></a>', "x"),
        ('<p class="x y">a</p>', '<p class="">a</p>'),
        ('<span title="&quot;" class="h-card">a</span>', '<span class="h-card">a</span>'),
        ('<p lang="&quot;><script>">a</p>', '<p lang="&quot;><script>">a</p>'),
        ("<style>p{}</style><b>&lt;script&gt;</b>", "<b>&lt;script&gt;</b>"),
        ("<p>a<![if !IE]>b<![endif]><![x</p>c", "<p>abc</p>"),
        (
            '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation>'
            "</semantics></math>",
            "$x^2$",
        ),
    ],
)
def test_remote_html_is_cleaned(html: str, left: str) -> None:
    assert sanitise(html) == left


def test_remote_html_of_any_depth_is_cleaned() -> None:
    assert "deep" in sanitise("<h1><ul><li><span>" * 3000 + "deep")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> _Elements:
    elements = _Elements()
    elements.feed(html)
    elements.close()
    return elements


@given(TEXTS)
def test_nothing_typed_becomes_markup(text: str) -> None:
    html = format_status(text, mentions={("bob", None): BOB}, tag_url=tag_url)
    assert parsed(html).names <= {"p", "br", "a", "span"}
    assert "\n" not in html


@given(
    st.text(alphabet="ab<>&\"' ;#x41", min_size=1).filter(
        lambda text: not text.isspace() and " #" not in text
    )
)
def test_what_was_typed_can_be_read(text: str) -> None:
    if not text.startswith("#"):
        assert parsed(format_status(text, mentions={}, tag_url=tag_url)).text == text


@given(TEXTS)
def test_a_profile_field_shows_exactly_what_was_typed(text: str) -> None:
    """Links, mentions and hashtags too; only the sign of a hashtag is always the narrow one."""
    shown = parsed(format_field(text, mentions={("bob", None): BOB}, tag_url=tag_url))
    assert shown.names <= {"a", "span"}
    assert shown.attributes <= {"class", "href", "rel", "target", "translate"}
    assert shown.text.replace("＃", "#") == ("" if is_blank(text) else text.replace("＃", "#"))


@given(TEXTS)
def test_no_link_leads_anywhere_but_where_it_was_typed_to(text: str) -> None:
    made = parsed(format_note(text, mentions={("bob", None): BOB}, tag_url=tag_url))
    for href in made.links:
        assert href == BOB.url or href.startswith(tag_url("")) or href in text


@given(TEXTS)
def test_entities_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for entity in extract(text):
        assert end <= entity.start < entity.end <= len(text)
        assert entity.value in text[entity.start : entity.end]
        end = entity.end


@given(TEXTS, TEXTS)
def test_a_length_is_at_most_that_of_all_characters_and_concessions(text: str, spoiler_text: str) -> None:
    links = sum(entity.kind == "url" for entity in extract(text))
    assert 0 <= count(text, spoiler_text) <= len(text) + len(spoiler_text) + 23 * links
    assert count("", spoiler_text) <= len(spoiler_text)


HTML_PIECES = """<p> </p> <b <a_href=' javascript: https: ' " > <script> </script> onclick= < </
<img_src=x_ <div> <!-- --> &lt; x _ <svg/onload= <style> <ul><li> </b> <h1> <math>"""
HTML = st.lists(st.sampled_from(HTML_PIECES.split())).map(lambda pieces: "".join(pieces).replace("_", " "))


@given(HTML)
def test_remote_html_keeps_only_what_is_allowed(html: str) -> None:
    left = parsed(sanitise(html))
    assert left.names <= {"p", "b", "a", "ul", "li", "strong"}
    assert left.attributes <= {"href", "rel", "target"}
    assert not any(value.startswith("javascript") for value in left.links)


@given(TEXTS)
def test_a_normalised_tag_is_its_own_name(text: str) -> None:
    for name in hashtags(text):
        assert normalise_tag(normalise_tag(name)) == normalise_tag(name)
