"""Making, changing and filling lists (recordings lists/errors, lists/membership_life; reference:
lists-filters-markers-conversations-polls-scheduled-push.md, Lists)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.browsing import Browser, instance

PATH = "/api/v1/lists"
FOUND_NOWHERE = (404, {"error": "Record not found"})


@pytest.fixture
def browser() -> Browser:
    """alice follows bob, asked locke, and has nothing to do with carol."""
    made = instance()
    made.seed(
        {
            "accounts": [{"username": "bob"}, {"username": "locke", "locked": True}, {"username": "carol"}],
            "tokens": [
                {"name": name, "account": name, "value": f"{name}-token", "scopes": "read write"}
                for name in ("bob", "carol")
            ],
        }
    )
    browser = Browser(made)
    for name in ("bob", "locke"):
        ask(browser, "POST", f"/api/v1/accounts/{id_of(browser, name)}/follow")
    return browser


def ask(browser: Browser, method: str, path: str, who: str = "alice", **more: Any) -> httpx.Response:
    return browser.ask(method, path, token=f"{who}-token", **more)


def id_of(browser: Browser, name: str) -> str:
    return str(browser.get(f"/api/v1/accounts/lookup?acct={name}").json()["id"])


def make(browser: Browser, **form: str) -> dict[str, Any]:
    answer = ask(browser, "POST", PATH, data={"title": "Friends"} | form)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def answered(answer: httpx.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json()


@pytest.mark.parametrize(
    ("sent", "made"),
    [
        ({"title": " padded "}, (" padded ", "list", False)),
        ({"title": 5, "replies_policy": "none", "exclusive": True}, ("5", "none", True)),
        ({"title": "x", "replies_policy": "followed", "exclusive": "maybe"}, ("x", "followed", True)),
        ({"title": "x" * 256, "exclusive": "f"}, ("x" * 256, "list", False)),
    ],
)
def test_a_list_is_made_as_told(browser: Browser, sent: dict[str, Any], made: tuple[str, str, bool]) -> None:
    answer = ask(browser, "POST", PATH, json=sent).json()
    assert list(answer) == ["id", "title", "replies_policy", "exclusive"]
    assert (answer["title"], answer["replies_policy"], answer["exclusive"]) == made
    assert ask(browser, "GET", f"{PATH}/{answer['id']}").json() == answer
    assert ask(browser, "GET", PATH).json() == [answer]


POLICY, BLANK = "Replies policy is not included in the list", "Title can't be blank"


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ({"title": ""}, BLANK),
        ({"title": " "}, BLANK),
        ({"title": None}, BLANK),
        ({"title": "x" * 257}, "Title is too long (maximum is 256 characters)"),
        ({"title": "x", "replies_policy": "some"}, POLICY),
        ({"title": "x", "replies_policy": ""}, POLICY),
        ({"title": "x", "replies_policy": 1}, POLICY),
        ({"title": "", "replies_policy": "some"}, f"{POLICY}, {BLANK}"),
    ],
)
def test_a_list_is_refused_in_words_at_first_and_later(
    browser: Browser, sent: dict[str, Any], text: str
) -> None:
    refusal = (422, {"error": f"Validation failed: {text}"})
    assert answered(ask(browser, "POST", PATH, json=sent)) == refusal
    there = make(browser)
    assert answered(ask(browser, "PUT", f"{PATH}/{there['id']}", json=sent)) == refusal
    assert ask(browser, "GET", PATH).json() == [there]


@pytest.mark.parametrize("sent", [{}, {"title": ["x"]}])
def test_what_is_no_title_is_none_at_first_and_no_change_later(
    browser: Browser, sent: dict[str, Any]
) -> None:
    assert answered(ask(browser, "POST", PATH, json=sent)) == (
        422, {"error": f"Validation failed: {BLANK}"},
    )  # fmt: skip
    there = make(browser)
    assert answered(ask(browser, "PUT", f"{PATH}/{there['id']}", json=sent)) == (200, there)


def test_a_change_keeps_what_is_not_named(browser: Browser) -> None:
    there = make(browser, replies_policy="none")
    path = f"{PATH}/{there['id']}"
    assert ask(browser, "PUT", path).json() == there
    there |= {"title": "Foes"}
    assert ask(browser, "PATCH", path, data={"title": "Foes"}).json() == there
    there |= {"exclusive": True}
    assert ask(browser, "PUT", path, data={"exclusive": "true"}).json() == there
    assert ask(browser, "PUT", path, data={"exclusive": ""}).status_code == 400


def test_there_are_fifty_at_most(browser: Browser) -> None:
    for number in range(50):
        make(browser, title=f"number {number}")
    full = "You have reached the maximum number of lists"
    assert answered(ask(browser, "POST", PATH, data={"title": "one more"})) == (
        422, {"error": f"Validation failed: {full}"},
    )  # fmt: skip
    assert ask(browser, "POST", PATH).json() == {"error": f"Validation failed: {BLANK}, {full}"}


def test_a_list_that_is_not_ones_own_is_not_there(browser: Browser) -> None:
    path = f"{PATH}/{make(browser)['id']}"
    for method, where in (
        ("GET", path),
        ("PUT", path),
        ("DELETE", path),
        ("GET", f"{path}/accounts"),
        ("POST", f"{path}/accounts"),
        ("DELETE", f"{path}/accounts"),
        ("GET", f"{PATH}/abc"),
    ):
        assert answered(ask(browser, method, where, "bob")) == FOUND_NOWHERE, (method, where)
    assert answered(ask(browser, "DELETE", path)) == (200, {})
    assert answered(ask(browser, "DELETE", path)) == FOUND_NOWHERE


def members(browser: Browser, list_id: str, query: str = "") -> list[str]:
    answer = ask(browser, "GET", f"{PATH}/{list_id}/accounts{query}")
    return [account["acct"] for account in answer.json()]


def test_members_are_followed_or_asked_ones_and_oneself_and_go_by_id(browser: Browser) -> None:
    there = make(browser)["id"]
    path = f"{PATH}/{there}/accounts"
    alice, bob, locke, carol = (id_of(browser, name) for name in ("alice", "bob", "locke", "carol"))
    for ids, refusal in (
        ([carol], (422, {"error": "Validation failed: Account must be a followed account"})),
        ([bob, carol], (422, {"error": "Validation failed: Account must be a followed account"})),
        ([bob, "999"], FOUND_NOWHERE),
        ([bob, ""], FOUND_NOWHERE),
        ([bob, "abc"], FOUND_NOWHERE),
    ):
        assert answered(ask(browser, "POST", path, data={"account_ids[]": ids})) == refusal, ids
    assert answered(ask(browser, "POST", path, data={"account_ids": bob})) == (200, {})
    assert answered(ask(browser, "POST", path, json={"account_ids": []})) == (200, {})
    assert members(browser, there) == []
    assert answered(ask(browser, "POST", path, json={"account_ids": [bob, alice, int(locke), bob]})) == (
        200, {},
    )  # fmt: skip
    assert answered(ask(browser, "POST", path, data={"account_ids[]": [locke]})) == (
        422, {"error": "Validation failed: Account is already on the list"},
    )  # fmt: skip
    assert members(browser, there) == ["locke", "bob", "alice"]
    assert members(browser, there, "?limit=2") == ["locke", "bob"]
    assert members(browser, there, f"?max_id={bob}") == ["alice"]
    assert sorted(members(browser, there, "?limit=0")) == ["alice", "bob", "locke"]
    for query in ("?limit=00", "?limit=abc", "?limit="):
        assert ask(browser, "GET", f"{path}{query}").status_code == 400
    held = ask(browser, "GET", f"/api/v1/accounts/{bob}/lists").json()
    assert [one["id"] for one in held] == [there]


def test_members_leave_by_query_form_or_json_and_others_are_passed_over(browser: Browser) -> None:
    there = make(browser)["id"]
    path = f"{PATH}/{there}/accounts"
    ids = [id_of(browser, name) for name in ("alice", "bob", "locke")]
    ask(browser, "POST", path, data={"account_ids[]": ids})
    assert answered(ask(browser, "DELETE", f"{path}?account_ids[]={ids[0]}&account_ids[]=7")) == (200, {})
    assert answered(ask(browser, "DELETE", path, json={"account_ids": [ids[1]]})) == (200, {})
    assert answered(ask(browser, "DELETE", path)) == (200, {})
    assert members(browser, there) == ["locke"]
    assert answered(ask(browser, "DELETE", path, data={"account_ids[]": [ids[2]]})) == (200, {})
    assert members(browser, there) == []
