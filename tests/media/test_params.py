"""Focal points and data addresses as text (truth: recordings `media/focus`, `media/data_uri`)."""

import pytest

from mockserver.media.params import decode_data_uri, parse_focus


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("0.5,-0.25", 0.5, -0.25),
        ("abc,1", 0.0, 1.0),
        (" 0.1 , 0.2 ,0.3", 0.1, 0.2),
        ("0.5", 0.5, None),
        (",", None, None),
        (",1", 0.0, 1.0),
        ("2,-3", 2.0, -3.0),
        ("1e999,0", None, 0.0),
        ("1x,.5y", 1.0, 0.5),
    ],
)
def test_focus_is_read_leniently(text: str, x: float | None, y: float | None) -> None:
    assert parse_focus(text) == {"x": x, "y": y}


@pytest.mark.parametrize("text", ["", "  "])
def test_a_blank_focus_changes_nothing(text: str) -> None:
    assert parse_focus(text) is None


def test_a_data_address_is_decoded() -> None:
    assert decode_data_uri("data:image/png;base64,aGk=") == ("image/png", b"hi")
    assert decode_data_uri("data:image/png;base64,aG\nk") == ("image/png", b"hi")


@pytest.mark.parametrize("text", ["", "a string", "https://remote.example/a.png", "data:image/png,hi"])
def test_other_text_is_no_data_address(text: str) -> None:
    assert decode_data_uri(text) is None
