"""Reading positions (recording timelines/markers)."""

from __future__ import annotations

from typing import Any

import pytest

from clientkit.operations import markers
from clientkit.operations.markers import MarkerParams
from mockserver import errors


def save(person: Any, value: str | None) -> tuple[str, int]:
    marker = person.do(markers.Save(home=MarkerParams(last_read_id=value)))["home"]
    return marker.last_read_id, marker.version


def test_versions_count_changes_in_any_direction(social: Any) -> None:
    saved = [save(social.alice, value) for value in ("100", "100", "120", "50", "abc", "-3")]
    assert saved == [("100", 1), ("100", 1), ("120", 2), ("50", 3), ("0", 4), ("-3", 5)]


@pytest.mark.parametrize("value", ["", None, " "])
def test_a_blank_value_is_refused_and_changes_nothing(social: Any, value: str | None) -> None:
    save(social.alice, "7")
    with pytest.raises(errors.ValidationFailed, match="Last read can't be blank"):
        save(social.alice, value)
    assert social.alice.do(markers.Get(timeline="home"))["home"].last_read_id == "7"


def test_a_number_beyond_64_bits_is_refused(social: Any) -> None:
    with pytest.raises(errors.InvalidParameter):
        save(social.alice, "9" * 25)


def test_only_those_named_and_set_are_shown(social: Any) -> None:
    save(social.alice, "7")
    assert list(social.alice.do(markers.Get(timeline=["notifications", "home", "nope"]))) == ["home"]
    assert social.alice.do(markers.Get()) == {}
    assert social.bob.do(markers.Get(timeline=["home"])) == {}
    assert social.alice.do(markers.Save()) == {}
