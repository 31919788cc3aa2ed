"""Finding accounts by id, handle, words or address (recordings accounts/search, accounts/multi, search/*)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsing import BASE, Browser, instance


@pytest.fixture
def browser() -> Browser:
    made = instance()
    made.seed(
        {
            "accounts": [
                {"username": "bob", "display_name": "Robert Builder"},
                {"username": "bobby", "display_name": "Bobby Tables", "note": "gardens"},
                {"username": "carol", "display_name": "Bobcat Fan", "discoverable": True},
                {"username": "una", "display_name": "Bob Una", "confirmed": False},
                {"username": "sus", "display_name": "Bob Sus", "suspended": True},
            ],
            "remote_accounts": [{"name": "rem", "domain": "remote.example"}],
        }
    )
    return Browser(made)


def found(browser: Browser, q: str, *, token: str | None = "alice-token", **more: Any) -> list[str]:
    answer = browser.get("/api/v2/search", token=token, params={"q": q} | more)
    return [account["acct"] for account in answer.json()["accounts"]]


@pytest.mark.parametrize(
    ("query", "accounts"),
    [
        ("bob", ["bobby", "carol", "bob"]),  # a display name outranks a username
        ("@BOB", ["bobby", "carol", "bob"]),
        ("bob@fake.example", ["bob", "bobby", "carol"]),  # a whole handle comes first
        ("robert build", ["bob"]),
        ("rob build", ["bob"]),  # the mark of a prefix goes to every word of a phrase
        ("bob@", ["bobby", "carol", "bob"]),  # a handle while it is typed
        ("@@bob", ["bobby", "carol", "bob"]),
        ("rem@remote", ["rem@remote.example"]),
        ("builder robert", []),
        ("uilder", []),
        ("gardens", []),
        ("remote", ["rem@remote.example"]),
        ("rem@remote.example", ["rem@remote.example"]),
    ],
)
def test_words_are_one_phrase_at_the_beginning_of_words(
    browser: Browser, query: str, accounts: list[str]
) -> None:
    assert found(browser, query) == accounts
    assert found(browser, query, type="hashtags") == []


def test_who_is_near_comes_first_and_a_whole_handle_takes_a_place(browser: Browser) -> None:
    assert found(browser, "bob@fake.example", limit="2") == ["bob", "bobby"]
    browser.instance.seed({"follows": [{"from": "alice", "to": "bob"}]})
    assert found(browser, "bob") == ["bob", "bobby", "carol"]
    browser.instance.seed({"follows": [{"from": "carol", "to": "alice"}, {"from": "alice", "to": "carol"}]})
    assert found(browser, "bob") == ["carol", "bob", "bobby"]
    assert found(browser, "bob", following="true") == ["carol", "bob"]


def test_the_anonymous_need_three_letters_and_may_neither_page_nor_resolve(browser: Browser) -> None:
    assert found(browser, "bo", token=None) == []
    assert found(browser, "bob", token=None) == ["bobby", "carol", "bob"]
    for more in ({"offset": "0"}, {"resolve": "true"}):
        assert browser.get("/api/v2/search", params={"q": "bob"} | more).status_code == 401


@pytest.mark.parametrize(
    ("params", "status"),
    [({}, 400), ({"q": " "}, 400), ({"q": "a", "limit": "-1"}, 400), ({"q": "a", "offset": "9" * 30}, 200)],
)
def test_searches_that_make_no_sense_are_refused(
    browser: Browser, params: dict[str, str], status: int
) -> None:
    answer = browser.get("/api/v2/search", token="alice-token", params=params)
    assert answer.status_code == status


def test_an_address_of_ours_is_followed_only_when_asked_to(browser: Browser) -> None:
    assert found(browser, f"{BASE}/@bob", resolve="true") == ["bob"]
    assert found(browser, f"{BASE}/users/bob", resolve="true") == ["bob"]
    assert found(browser, f"{BASE}/@rem@remote.example", resolve="true") == ["rem@remote.example"]
    assert found(browser, "https://remote.example/users/rem", resolve="true") == ["rem@remote.example"]
    assert found(browser, f"{BASE}/@bob") == []
    assert found(browser, f"{BASE}/@una", resolve="true") == []


def test_several_accounts_come_in_the_order_of_their_making(browser: Browser) -> None:
    names = ("carol", "sus", "una", "bob")
    ids = [browser.get(f"/api/v1/accounts/lookup?acct=@{name}@fake.example").json()["id"] for name in names]
    answer = browser.get("/api/v1/accounts", params={"id[]": [*ids, "abc", ids[0]]})
    assert [account["acct"] for account in answer.json()] == ["bob", "carol", "sus"]
    many = browser.get("/api/v1/accounts", params={"id[]": [str(i) for i in range(41)]})
    assert many.json() == {"error": "Mastodon::ValidationError"}


def test_a_suspended_caller_is_refused_everywhere_but_where_the_server_tells_of_itself(
    browser: Browser,
) -> None:
    browser.instance.seed(
        {"tokens": [{"name": "sus", "account": "sus", "value": "sus-token", "scopes": "read"}]}
    )
    for path in (
        "/api/v1/accounts/verify_credentials",
        "/api/v1/accounts/lookup?acct=bob",
        "/oauth/userinfo",
    ):
        answer = browser.get(path, token="sus-token")
        assert (answer.status_code, answer.json()["error"]) == (403, "Your login is currently disabled"), path
    assert browser.get("/oauth/token/info", token="sus-token").status_code == 200


def test_the_directory_lists_the_discoverable_who_ever_did_something(browser: Browser) -> None:
    def listed(**params: str) -> Any:
        answer = browser.get("/api/v1/directory", params=params)
        return (
            [account["acct"] for account in answer.json()]
            if answer.status_code == 200
            else answer.status_code
        )

    assert listed() == []
    browser.instance.seed({"follows": [{"from": "alice", "to": "carol"}]})
    assert listed() == listed(order="new") == ["carol"]
    assert (listed(order="best"), listed(offset="-1")) == (400, 400)
    browser.instance.seed({"settings": {"profile_directory": False}})
    assert listed() == 404
