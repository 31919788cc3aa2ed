"""What can be done to accounts in every state, and what is shown of them (recordings accounts/states,
accounts/unconfirmed; reference: apps-oauth-accounts.md, Relationship actions)."""

from __future__ import annotations

import pytest

from tests.browsing import Browser, instance

STATES = ("plain", "suspended", "moved", "memorial", "limited", "unconfirmed", "unapproved")
WAITING = ("unconfirmed", "unapproved")


@pytest.fixture(scope="module")
def browser() -> Browser:
    made = instance()
    made.seed(
        {
            "accounts": [
                {"username": "plain"},
                {"username": "suspended", "note": "secret", "discoverable": True, "suspended": True},
                {"username": "moved", "moved_to": "plain"},
                {"username": "memorial", "memorial": True},
                {"username": "limited", "silenced": True},
                {"username": "unconfirmed", "confirmed": False},
                {"username": "unapproved", "approved": False},
            ]
        }
    )
    return Browser(made)


def path_of(browser: Browser, name: str) -> str:
    return f"/api/v1/accounts/{browser.get(f'/api/v1/accounts/lookup?acct={name}').json()['id']}"


def status_of(browser: Browser, state: str, action: str) -> int:
    return browser.post(f"{path_of(browser, state)}/{action}", token="alice-token").status_code


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "action", ["block", "mute", "unblock", "unmute", "unfollow", "remove_from_followers"]
)
def test_all_but_those_who_wait_can_be_blocked_muted_and_left(
    browser: Browser, action: str, state: str
) -> None:
    assert status_of(browser, state, action) == (404 if state in WAITING else 200)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("plain", 200), ("suspended", 404), ("moved", 403), ("memorial", 200), ("limited", 200),
        ("unconfirmed", 404), ("unapproved", 404), ("alice", 403),
    ],
)  # fmt: skip
def test_whom_one_can_follow(browser: Browser, state: str, status: int) -> None:
    for action in ("unblock", "unmute"):
        status_of(browser, state, action)
    assert status_of(browser, state, "follow") == status
    status_of(browser, state, "unfollow")


@pytest.mark.parametrize("state", STATES)
def test_a_note_or_an_endorsement_only_needs_the_account_to_be_there(browser: Browser, state: str) -> None:
    assert status_of(browser, state, "note") == 200
    assert status_of(browser, state, "endorse") == 422
    assert status_of(browser, state, "unendorse") == 200


@pytest.mark.parametrize("action", ["block", "mute", "unfollow", "remove_from_followers"])
def test_oneself_one_can_do_nothing_to(browser: Browser, action: str) -> None:
    answer = browser.post(f"{path_of(browser, 'alice')}/{action}", token="alice-token")
    assert answer.status_code == 200
    assert not any(answer.json()[name] for name in ("blocking", "muting", "following", "followed_by"))


@pytest.mark.parametrize("state", STATES)
def test_an_account_is_shown_in_its_state_and_its_lists_are_empty(browser: Browser, state: str) -> None:
    path = path_of(browser, state)
    answer = browser.get(path)
    assert answer.status_code == (404 if state in WAITING else 200)
    if state not in WAITING:
        shown = answer.json()
        told = {"suspended", "limited", "memorial", "moved"} & shown.keys()
        assert told == {state} - {"plain"}
    for listing in ("statuses", "followers", "following", "featured_tags", "endorsements"):
        assert browser.get(f"{path}/{listing}").json() == [], listing


def test_a_suspended_account_shows_its_name_and_its_counts(browser: Browser) -> None:
    shown = browser.get(path_of(browser, "suspended")).json()
    assert (shown["username"], shown["note"], shown["discoverable"]) == ("suspended", "", False)
    assert shown["avatar"].endswith("/avatars/original/missing.png")


def test_an_account_that_is_limited_and_suspended_says_both(browser: Browser) -> None:
    browser.instance.seed({"accounts": [{"username": "both", "silenced": True, "suspended": True}]})
    shown = browser.get(path_of(browser, "both")).json()
    assert (shown["suspended"], shown["limited"]) == (True, True)


@pytest.mark.parametrize("written", ["{id}abc", "+{id}", "0{id}", "%20{id}"])
def test_an_id_is_the_number_in_front(browser: Browser, written: str) -> None:
    number = path_of(browser, "plain").rpartition("/")[2]
    assert browser.get(f"/api/v1/accounts/{written.format(id=number)}").json()["acct"] == "plain"


@pytest.mark.parametrize("written", ["abc", "0", "-99", "9" * 20])
def test_what_is_no_id_is_not_found(browser: Browser, written: str) -> None:
    answer = browser.get(f"/api/v1/accounts/{written}")
    assert (answer.status_code, answer.json()) == (404, {"error": "Record not found"})
