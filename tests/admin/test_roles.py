"""Roles of a scenario's own (recordings moderation/roles, admin/permissions_single_*)."""

from __future__ import annotations

from typing import Any

import pytest

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.scenario import ScenarioError
from tests.browsing import BASE, Browser

ROLES: list[dict[str, Any]] = [
    {"name": "VIP", "permissions": ["invite_users"], "highlighted": True, "color": "#ff0000"},
    {"name": "Secret", "permissions": ["manage_reports"], "position": 5},
    {"name": "Helper", "permissions": ["manage_users"], "position": 5},
]
PEOPLE = {"vip": "VIP", "hid": "Secret", "hel": "Helper", "mod": "Moderator", "root": "Owner", "ann": None}
SCOPES = "read write admin:read admin:write"


@pytest.fixture
def browser() -> Browser:
    made = Instance(Options(base_url=BASE, start_at=1_800_000_000, seed=1))
    made.seed(
        {
            "roles": ROLES,
            "accounts": [{"username": name, "role": role} for name, role in PEOPLE.items()],
            "apps": [{"name": "App", "scopes": SCOPES}],
            "tokens": [
                {"name": name, "account": name, "value": f"{name}-token", "scopes": SCOPES} for name in PEOPLE
            ],
        }
    )
    return Browser(made)


def role(browser: Browser, who: str) -> Any:
    return browser.get("/api/v1/accounts/verify_credentials", token=f"{who}-token").json()["role"]


def shown(browser: Browser, who: str) -> list[str]:
    account = browser.get(f"/api/v1/accounts/lookup?acct={who}").json()
    return [one["name"] for one in account["roles"]]


def ids(browser: Browser, query: str) -> set[str]:
    rows = browser.get(f"/api/v2/admin/accounts?{query}", token="root-token").json()
    return {row["username"] for row in rows}


def test_a_role_of_ones_own_is_shown_as_the_stock_ones_are(browser: Browser) -> None:
    assert (role(browser, "vip")["id"], role(browser, "vip")["color"]) == ("4", "#ff0000")
    assert role(browser, "hid") == {
        "id": "5", "name": "Secret", "permissions": "65552", "color": "", "highlighted": False,
        "collection_limit": 10,
    }  # fmt: skip
    assert (shown(browser, "vip"), shown(browser, "hid")) == (["VIP"], [])


def test_permissions_are_those_of_the_role_and_everyones(browser: Browser) -> None:
    browser.instance.seed(
        {
            "roles": [
                {"name": "Everyone", "without": ["invite_users"]},
                {"name": "VIP", "also": ["view_feeds"]},
            ]
        }
    )
    held = {who: role(browser, who)["permissions"] for who in ("ann", "vip", "hid", "mod", "root")}
    assert held == {"ann": "0", "vip": "1114112", "hid": "16", "mod": "1049884", "root": "8388607"}


def test_a_role_says_how_many_collections_one_may_have(browser: Browser) -> None:
    browser.instance.seed({"roles": [{"name": "VIP", "collection_limit": 1}]})
    assert role(browser, "vip")["collection_limit"] == 1
    form = {"name": "One", "sensitive": "false", "discoverable": "true"}
    made = [browser.post("/api/v1/collections", token="vip-token", data=form).status_code for _ in range(2)]
    assert made == [200, 422]


def test_invites_are_there_while_everyone_may_invite(browser: Browser) -> None:
    assert browser.get("/api/v1/instance").json()["invites_enabled"] is True
    browser.instance.seed({"roles": [{"name": "Everyone", "without": ["invite_users"]}]})
    assert browser.get("/api/v1/instance").json()["invites_enabled"] is False


def test_who_had_a_role_that_is_removed_is_like_everyone(browser: Browser) -> None:
    browser.instance.seed({"roles": [{"name": "VIP", "removed": True}]})
    assert (role(browser, "vip")["id"], shown(browser, "vip")) == ("-99", [])
    browser.instance.seed({"roles": [{"name": "Next"}], "accounts": [{"username": "ann", "role": "Next"}]})
    assert role(browser, "ann")["name"] == "Next"


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("hid", "/api/v1/admin/reports", 200),
        ("hid", "/api/v1/admin/accounts", 403),
        ("hel", "/api/v1/admin/reports", 403),
        ("hel", "/api/v1/admin/accounts", 200),
        ("vip", "/api/v1/admin/accounts", 403),
    ],
)
def test_a_role_allows_what_it_names(browser: Browser, who: str, path: str, status: int) -> None:
    assert browser.get(path, token=f"{who}-token").status_code == status


def test_nobody_acts_against_a_position_as_high_as_ones_own(browser: Browser) -> None:
    browser.instance.seed({"roles": [{"name": "Low", "position": 1}]})
    browser.instance.seed({"accounts": [{"username": "low", "role": "Low"}]})
    for target, status in (("low", 200), ("hid", 403), ("mod", 403)):
        account = browser.get(f"/api/v1/accounts/lookup?acct={target}").json()["id"]
        path = f"/api/v1/admin/accounts/{account}/action"
        answer = browser.post(path, token="hel-token", data={"type": "sensitive"})
        assert (target, answer.status_code) == (target, status)


def test_staff_are_those_who_can_manage_reports(browser: Browser) -> None:
    assert ids(browser, "permissions=staff") == {"hid", "mod", "root"}
    assert ids(browser, "role_ids[]=4&role_ids[]=6") == {"vip", "hel"}


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ({"roles": [{"name": "X", "permissions": ["manage_report"]}]}, "did you mean 'manage_reports'"),
        ({"roles": [{"name": "Owner", "removed": True}]}, "no role 'Owner' that can be removed"),
        ({"accounts": [{"username": "x", "role": "Modrator"}]}, "did you mean 'Moderator'"),
    ],
)
def test_mistakes_are_told(scenario: dict[str, Any], words: str) -> None:
    made = Instance(Options())
    with pytest.raises(ScenarioError, match=words):
        made.seed(scenario)
