"""What is a link, beyond the recorded texts: rules of the link finder one by one."""

import time

import pytest

from mockserver.text.entities import Entity, extract
from mockserver.text.formatting import link


def linked(text: str) -> list[str]:
    return [entity.value for entity in extract(text) if entity.kind == "url"]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("gemini://example.com/x", "gemini://example.com/x"),
        ("magnet:?xt=urn:btih:abc", "magnet:?xt=urn:btih:abc"),
        ("xmpp:romeo@example.com/res?join", "xmpp:romeo@example.com/res?join"),
        ("https://example.com日本", "https://example.com"),
        ("https://example.com/a_(film)", "https://example.com/a_(film)"),
        ("https://foo.example.com.x/a", "https://foo.example.com"),
        ("https://t.co/abc/def", "https://t.co/abc"),
        (f"https://{'a' * 63}.com", f"https://{'a' * 63}.com"),
        ("https://a.com/1,https://b.com/2", "https://a.com/1,https://b.com/2"),
        ("https://Example.РФ/", "https://Example.РФ/"),
    ],
)
def test_one_link_is_found(text: str, url: str) -> None:
    assert linked(text) == [url]


@pytest.mark.parametrize(
    "text",
    [
        "https://user@example.com/",
        "mailto:a@example.com",
        "ftp://example.com/",
        "dat://abcdef",
        "example.com",
        "see example.com/https://x.org",
        f"https://{'a' * 64}.com",
        "https://example.music",
        "https://a.рфx/",
        "https://example.com-x/",
        "https://example.com@x/",
        "https://example.comx/",
        "https://💩.la/",
        f"https://t.co/{'a' * 41}",
    ],
)
def test_no_link_is_found(text: str) -> None:
    assert linked(text) == []


def test_a_link_holds_no_mention_and_no_hashtag() -> None:
    text = "https://example.com/a,@bob #tag"
    assert extract(text) == [
        Entity("url", 0, 26, "https://example.com/a,@bob"),
        Entity("hashtag", 27, 31, "tag"),
    ]


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.com:0/", "https://example.com/"),
        ("https://example.com:0443/", "https://example.com:443/"),
        ("https://example.com:99999/", "https://example.com:99999/"),
        ("https://example.com:123456/", "https://example.com:123456/"),
        ("https://example.com/:0", "https://example.com/:0"),
    ],
)
def test_the_port_is_written_as_a_number(url: str, href: str) -> None:
    assert f'href="{href}"' in link(url)


@pytest.mark.parametrize(
    "text",
    [
        "https://" + "a." * 1000,
        "あ" * 5000 + " https://example.com",
        "あ" * 2000 + "://",
        "https://a.com/" + "(a" * 3000,
        "https://a.com/" + "(a)" * 2000 + "!" * 2000,
        "xmpp:" + "a." * 2000,
        "@a-" * 3000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    extract(text)
    assert time.process_time() - started < 2
