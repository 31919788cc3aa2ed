"""Filters as they are sent: forms, JSON, both APIs (recordings filters/*; reference:
lists-filters-markers-conversations-polls-scheduled-push.md, Filters)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.browsing import Browser, instance

PATH = "/api/v2/filters"
FIRST = "/api/v1/filters"
FOUND_NOWHERE = (404, {"error": "Record not found"})


@pytest.fixture
def browser() -> Browser:
    made = instance()
    made.seed(
        {
            "accounts": [{"username": "bob"}],
            "tokens": [{"name": "bob", "account": "bob", "value": "bob-token", "scopes": "read write"}],
        }
    )
    return Browser(made)


def ask(browser: Browser, method: str, path: str, who: str = "alice", **more: Any) -> httpx.Response:
    return browser.ask(method, path, token=f"{who}-token", **more)


def answered(answer: httpx.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json()


def make(browser: Browser, **sent: Any) -> dict[str, Any]:
    answer = ask(browser, "POST", PATH, json={"title": "Beasts", "context": ["home"]} | sent)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def words(shown: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(one["keyword"], one["whole_word"]) for one in shown["keywords"]]


A, B = ("a", False), ("b", True)


@pytest.mark.parametrize(
    "sent",
    [
        {"content": "keywords_attributes[][keyword]=a&keywords_attributes[][whole_word]=0"
                    "&keywords_attributes[][keyword]=b"},
        {"content": "keywords_attributes[0][keyword]=a&keywords_attributes[0][whole_word]=false"
                    "&keywords_attributes[1][keyword]=b"},
        {"json": {"keywords_attributes": [{"keyword": "a", "whole_word": False}, {"keyword": "b"}]}},
        {"json": {"keywords_attributes": {"0": {"keyword": "a", "whole_word": "f"}, "1": {"keyword": "b"}}}},
        {"json": {"keywords_attributes": [{"keyword": "a", "whole_word": False}, {"keyword": ""}, "scalar",
                                          {"keyword": "b", "_destroy": False},
                                          {"keyword": "not made", "_destroy": "1"}]}},
    ],
)  # fmt: skip
def test_keywords_come_in_every_form(browser: Browser, sent: dict[str, Any]) -> None:
    if "content" in sent:
        sent = sent | {"headers": {"Content-Type": "application/x-www-form-urlencoded"}}
    answer = ask(browser, "POST", f"{PATH}?title=Beasts&context[]=home", **sent)
    assert answer.status_code == 200, answer.text
    assert words(answer.json()) == [A, B]


ACTION, TITLE = "Action is not included in the list", "Title can't be blank"
NO_CONTEXT, BAD_CONTEXT = "Context can't be blank", "Context None or invalid context supplied"


@pytest.mark.parametrize(
    ("sent", "texts"),
    [
        ({"title": "", "context": [], "filter_action": ""}, (ACTION, TITLE, NO_CONTEXT, BAD_CONTEXT)),
        ({"filter_action": None}, (ACTION,)),
        ({"filter_action": 1}, (ACTION,)),
        ({"context": [""]}, (NO_CONTEXT, BAD_CONTEXT)),
        ({"context": ["home", "nowhere"]}, (BAD_CONTEXT,)),
        ({"title": "x" * 257}, ("Title is too long (maximum is 256 characters)",)),
        (
            {"title": "", "keywords_attributes": [{"keyword": "x" * 513}, {"keyword": "", "whole_word": 1}]},
            (
                "Keywords keyword is too long (maximum is 512 characters)",
                "Keywords keyword can't be blank", TITLE,
            ),
        ),
    ],
)  # fmt: skip
def test_a_filter_is_refused_in_words_at_first_and_later(
    browser: Browser, sent: dict[str, Any], texts: tuple[str, ...]
) -> None:
    refusal = (422, {"error": f"Validation failed: {', '.join(texts)}"})
    assert answered(ask(browser, "POST", PATH, json={"title": "x", "context": ["home"]} | sent)) == refusal
    there = make(browser)
    assert answered(ask(browser, "PUT", f"{PATH}/{there['id']}", json=sent)) == refusal
    assert ask(browser, "GET", PATH).json() == [there]


def test_a_scalar_context_is_none_at_first_and_no_change_later(browser: Browser) -> None:
    answer = ask(browser, "POST", PATH, data={"title": "x", "context": "home"})
    assert answered(answer) == (422, {"error": f"Validation failed: {NO_CONTEXT}, {BAD_CONTEXT}"})
    there = make(browser, context=[" home ", "public", "home"])
    assert there["context"] == ["home", "public", "home"]
    assert ask(browser, "PUT", f"{PATH}/{there['id']}", data={"context": "thread"}).json() == there


@pytest.mark.parametrize(
    ("expires_in", "expires_at"),
    [
        (None, None),
        ("", None),
        (1.5, "2027-01-15T08:00:01.000Z"),
        ("3600", "2027-01-15T09:00:00.000Z"),
        (0, "2027-01-15T08:00:00.000Z"),
        ("abc", "2027-01-15T08:00:00.000Z"),
        (-5, "2027-01-15T07:59:55.000Z"),
    ],
)
def test_the_end_is_told_in_seconds(browser: Browser, expires_in: Any, expires_at: str | None) -> None:
    there = make(browser, expires_in=expires_in)
    assert there["expires_at"] == expires_at
    path = f"{PATH}/{there['id']}"
    assert ask(browser, "PATCH", path, json={"title": "Beasts"}).json() == there  # not revived
    assert ask(browser, "PUT", path, json={"expires_in": expires_in}).json() == there
    assert ask(browser, "PUT", path, data={"expires_in": ""}).json()["expires_at"] is None


def test_keywords_have_a_resource_of_their_own(browser: Browser) -> None:
    there = make(browser)["id"]
    path = f"{PATH}/{there}/keywords"
    for sent, made in (
        ({"keyword": " cat "}, (" cat ", True)),
        ({"keyword": 5, "whole_word": "0"}, ("5", False)),
    ):
        answer = ask(browser, "POST", path, json=sent).json()
        assert (answer["keyword"], answer["whole_word"]) == made
    for sent, text in (
        ({}, "can't be blank"),
        ({"keyword": " "}, "can't be blank"),
        ({"keyword": "x" * 513}, "is too long (maximum is 512 characters)"),
    ):
        refusal = (422, {"error": f"Validation failed: Keyword {text}"})
        assert answered(ask(browser, "POST", path, json=sent)) == refusal
    (first, second) = ask(browser, "GET", path).json()
    one = f"{PATH}/keywords/{first['id']}"
    assert ask(browser, "PUT", one).json() == first
    assert ask(browser, "PATCH", one, data={"whole_word": "false"}).json() == first | {"whole_word": False}
    assert ask(browser, "PUT", one, data={"keyword": "dog"}).json()["keyword"] == "dog"
    assert ask(browser, "PUT", one, data={"keyword": ""}).status_code == 422
    assert ask(browser, "PUT", one, data={"whole_word": ""}).status_code == 400
    assert answered(ask(browser, "DELETE", one)) == (200, {})
    assert answered(ask(browser, "GET", one)) == FOUND_NOWHERE
    assert ask(browser, "GET", f"{PATH}/{there}").json()["keywords"] == [second]


def test_statuses_have_one_too_but_do_not_change(browser: Browser) -> None:
    there = make(browser)["id"]
    post = ask(browser, "POST", "/api/v1/statuses", "bob", data={"status": "x"}).json()["id"]
    place = ask(browser, "POST", f"{PATH}/{there}/statuses", json={"status_id": int(post)}).json()
    assert place["status_id"] == post
    assert ask(browser, "GET", f"{PATH}/{there}/statuses").json() == [place]
    one = f"{PATH}/statuses/{place['id']}"
    assert ask(browser, "GET", one).json() == place
    assert ask(browser, "PUT", one).status_code == 404
    for sent in ({}, {"status_id": ""}, {"status_id": "abc"}):
        refusal = (422, {"error": "Validation failed: Status must exist"})
        assert answered(ask(browser, "POST", f"{PATH}/{there}/statuses", data=sent)) == refusal
    assert answered(ask(browser, "DELETE", one)) == (200, {})
    assert answered(ask(browser, "DELETE", one)) == FOUND_NOWHERE


def test_what_is_another_ones_is_not_there(browser: Browser) -> None:
    post = ask(browser, "POST", "/api/v1/statuses", data={"status": "x"}).json()["id"]
    there = make(browser, keywords_attributes=[{"keyword": "cat"}])
    path, keyword = f"{PATH}/{there['id']}", there["keywords"][0]["id"]
    place = ask(browser, "POST", f"{path}/statuses", data={"status_id": post}).json()["id"]
    for where, methods in (
        (path, ("GET", "PUT", "DELETE")),
        (f"{path}/keywords", ("GET", "POST")),
        (f"{path}/statuses", ("GET", "POST")),
        (f"{PATH}/keywords/{keyword}", ("GET", "PUT", "DELETE")),
        (f"{PATH}/statuses/{place}", ("GET", "DELETE")),
        (f"{FIRST}/{keyword}", ("GET", "PUT", "DELETE")),
    ):
        for method in methods:
            assert answered(ask(browser, method, where, "bob")) == FOUND_NOWHERE, (method, where)


def test_the_first_api_tells_on_every_answer_that_it_is_old(browser: Browser) -> None:
    made = ask(browser, "POST", FIRST, data={"phrase": "cat", "context[]": ["home"]})
    assert made.json() == {
        "id": made.json()["id"], "phrase": "cat", "context": ["home"], "whole_word": True, "expires_at": None,
        "irreversible": False,
    }  # fmt: skip
    refused = ask(browser, "POST", FIRST, data={"phrase": "x" * 600, "context[]": ["home"]})
    assert refused.json() == {"error": "Validation failed: Title is too long (maximum is 256 characters)"}
    for answer in (made, refused, ask(browser, "GET", f"{FIRST}/999"), browser.get(FIRST)):
        assert answer.headers["Deprecation"] == "@1668384000"


def test_a_blurring_filter_is_no_irreversible_one_until_it_is_told(browser: Browser) -> None:
    there = make(browser, filter_action="blur", keywords_attributes=[{"keyword": "cat"}])
    keyword = there["keywords"][0]["id"]
    assert ask(browser, "GET", f"{FIRST}/{keyword}").json()["irreversible"] is False
    ask(browser, "PUT", f"{FIRST}/{keyword}", data={"irreversible": "false"})
    assert ask(browser, "GET", f"{PATH}/{there['id']}").json()["filter_action"] == "warn"
