"""Changing one's own profile (recordings accounts/update_*, media/too_large, common/pairs)."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from tests.browsing import BASE, Browser, instance

UPDATE = "/api/v1/accounts/update_credentials"


def picture(kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 500), "teal").save(file, kind)
    return file.getvalue()


@pytest.fixture
def browser() -> Browser:
    return Browser(instance())


def update(browser: Browser, **json: Any) -> Any:
    return browser.ask("PATCH", UPDATE, token="alice-token", json=json)


def test_an_avatar_is_cropped_stored_and_cleared_by_null(browser: Browser) -> None:
    answer = browser.ask(
        "PATCH", UPDATE, token="alice-token", files={"avatar": ("me.png", picture(), "image/png")}
    ).json()
    assert answer["avatar"].startswith(f"{BASE}/system/accounts/avatars/")
    assert answer["avatar"] == answer["avatar_static"]
    assert update(browser, avatar="").json()["avatar"] == answer["avatar"]
    assert update(browser, avatar=None).json()["avatar"] == f"{BASE}/avatars/original/missing.png"


def test_a_data_address_is_a_picture_and_other_text_is_not(browser: Browser) -> None:
    data = f"data:image/jpeg;base64,{base64.b64encode(picture('JPEG')).decode()}"
    assert update(browser, header=data).json()["header"].endswith((".jpg", ".jpeg"))
    assert update(browser, header="picture.jpg").status_code == 400


def test_a_file_that_is_no_picture_is_refused_with_details_and_nothing_is_saved(browser: Browser) -> None:
    files = {"avatar": ("a.txt", b"just some words", "text/plain")}
    answer = browser.ask("PATCH", UPDATE, token="alice-token", files=files, data={"display_name": "New"})
    assert answer.status_code == 422
    assert set(answer.json()["details"]) == {"avatar_content_type", "avatar"}
    assert update(browser).json()["display_name"] == ""


@pytest.mark.parametrize(
    ("given", "attribute"),
    [
        ({"display_name": "x" * 41}, "display_name"),
        ({"note": "x" * 501}, "note"),
        ({"avatar_description": "x" * 151}, "avatar_description"),
        ({"fields_attributes": [{"name": str(i), "value": "v"} for i in range(5)]}, "fields"),
        ({"fields_attributes": [{"name": "", "value": "v"}]}, "fields"),
        ({"attribution_domains": ["not a domain"]}, "attribution_domains"),
        ({"attribution_domains": [f"d{i}.example" for i in range(101)]}, "attribution_domains"),
    ],
)
def test_limits_are_told_by_attribute(browser: Browser, given: dict[str, Any], attribute: str) -> None:
    answer = update(browser, **given)
    assert (answer.status_code, list(answer.json()["details"])) == (422, [attribute])


@pytest.mark.parametrize(
    "given",
    [
        {"locked": None},
        {"indexable": ""},
        {"display_name": None},
        {"source": {"privacy": "direct"}},
        {"source": {"quote_policy": "x"}},
        {"source": "x"},
    ],
)
def test_what_a_real_server_fails_on_is_refused_in_words(browser: Browser, given: dict[str, Any]) -> None:
    answer = update(browser, **given)
    assert 400 <= answer.status_code < 500
    assert answer.json()["error"]


def test_fields_are_replaced_trimmed_and_blank_ones_dropped(browser: Browser) -> None:
    rows = [{"name": " a ", "value": " 1 "}, {"name": "", "value": " "}, {"name": "b", "value": ""}]
    source = update(browser, fields_attributes=rows).json()["source"]
    assert [(f["name"], f["value"]) for f in source["fields"]] == [("a", "1"), ("b", "")]
    assert update(browser, fields_attributes=None).json()["source"]["fields"] == source["fields"]
    assert update(browser, fields_attributes=[]).json()["source"]["fields"] == []


def test_defaults_of_posts_change_one_by_one(browser: Browser) -> None:
    update(browser, source={"privacy": "unlisted", "language": "de"})
    update(browser, source={"sensitive": True})
    shown = browser.get("/api/v1/preferences", token="alice-token").json()
    assert shown["posting:default:visibility"] == "unlisted"
    assert shown["posting:default:sensitive"] is True
    assert shown["posting:default:language"] == "de"
    assert update(browser, source={"language": None}).json()["source"]["language"] == ""


def test_the_raw_profile_has_null_for_pictures_that_are_not_there(browser: Browser) -> None:
    shown = browser.get("/api/v1/profile", token="alice-token").json()
    assert (shown["avatar"], shown["header_static"], shown["formatted_note"]) == (None, None, "")
    answer = browser.ask("PUT", "/api/v1/profile", token="alice-token", json={"note": "I like #cats"})
    assert answer.json()["note"] == "I like #cats"
    assert "/tags/cats" in answer.json()["formatted_note"]
    assert browser.get("/api/v1/tags/cats").json()["id"] != ""  # naming a tag makes it
