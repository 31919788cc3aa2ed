"""ETags; the truth is recordings of 4.6.5: errors/conditional, errors/headers_alice."""

from __future__ import annotations

import pytest

from mockserver.http.conditional import etag, not_modified

EMPTY_LIST = 'W/"4f53cda18c2baa0c0354bb5f9a3ecbe5"'


def test_the_tag_of_a_body_is_that_of_a_real_server() -> None:
    assert etag(b"[]") == EMPTY_LIST
    assert etag(b"OK") == 'W/"565339bc4d33d72817b583024112eb7f"'


@pytest.mark.parametrize(
    ("method", "status", "if_none_match", "answer"),
    [
        ("GET", 200, EMPTY_LIST, True),
        ("HEAD", 200, EMPTY_LIST, True),
        ("GET", 200, None, False),
        ("GET", 200, "*", False),
        ("GET", 200, 'W/"nope"', False),
        ("GET", 200, f'W/"nope", {EMPTY_LIST}', False),
        ("POST", 200, EMPTY_LIST, False),
        ("GET", 206, EMPTY_LIST, False),
    ],
)
def test_only_the_tag_itself_makes_a_304(
    method: str, status: int, if_none_match: str | None, answer: bool
) -> None:
    assert not_modified(method, status, EMPTY_LIST, if_none_match) is answer
