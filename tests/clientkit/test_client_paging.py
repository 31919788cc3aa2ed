"""The Link header, as servers write it."""

from __future__ import annotations

import pytest

from clientkit.paging import links

NEXT, PREV = "https://h/a?limit=2&max_id=8", "https://h/a?limit=2&min_id=9"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", {}),
        (f'<{NEXT}>; rel="next", <{PREV}>; rel="prev"', {"next": NEXT, "prev": PREV}),
        (f'<{PREV}>; rel="prev",<{NEXT}>;rel=next', {"next": NEXT, "prev": PREV}),
        (f'<{NEXT}>; title="a, b"; rel="next"', {"next": NEXT}),
        (f'<{NEXT}>; REL="Next last"', {"next": NEXT, "last": NEXT}),
        (f"<{NEXT}>", {}),
        ("<https://h/a?types[]=x,y>; rel=next", {"next": "https://h/a?types[]=x,y"}),
        ("nonsense", {}),
    ],
)
def test_links_are_found_by_rel(header: str, found: dict[str, str]) -> None:
    assert links(header) == found
