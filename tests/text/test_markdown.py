"""Markdown of descriptions and terms (recordings instance/configured_closed, instance/terms_of_service)."""

from __future__ import annotations

import pytest

from mockserver.text.markdown import to_html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("", ""),
        (
            "Terms of x.\n\n**Be** nice. <i>raw</i>",
            "<p>Terms of x.</p>\n\n<p><strong>Be</strong> nice. <i>raw</i></p>\n",
        ),
        ("# Title\nwords", "<h1>Title</h1>\n\n<p>words</p>\n"),
        ("- one\n- *two*", "<ul>\n<li>one</li>\n<li><em>two</em></li>\n</ul>\n"),
        ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
        ("`a < b`", "<p><code>a &lt; b</code></p>\n"),
        ("```\na < b\n```", "<p><code>\na &lt; b\n</code></p>\n"),
        ("    a < b\n    c\nd", "<pre><code>a &lt; b\nc\n</code></pre>\n\n<p>d</p>\n"),
        ("see https://x.example.", "<p>see https://x.example.</p>\n"),
        ("<https://x.example/a>", '<p><a href="https://x.example/a">https://x.example/a</a></p>\n'),
        ("#Title", "<h1>Title</h1>\n"),
        (r"\<b\>", "<p>&lt;b&gt;</p>\n"),
        ("a & b &amp; c < d", "<p>a &amp; b &amp; c &lt; d</p>\n"),
        ("<script>1 && 2</script>", "<script>1 && 2</script>\n"),
        ("snake_case_name", "<p>snake<em>case</em>name</p>\n"),
        ("a _b_, __c__, d _ e", "<p>a <em>b</em>, <strong>c</strong>, d _ e</p>\n"),
        ("![alt](https://x.example/i.png)", '<p><img src="https://x.example/i.png" alt="alt"></p>\n'),
    ],
)
def test_markdown(source: str, html: str) -> None:
    assert to_html(source) == html
