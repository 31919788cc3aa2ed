"""Accounts and statuses of other servers in a scenario."""

from __future__ import annotations

from typing import Any

from tests.browsing import Browser, instance


def status(browser: Browser, status_id: str) -> Any:
    return browser.get(f"/api/v1/statuses/{status_id}").json()


def test_an_answer_from_afar_joins_the_thread_and_is_counted() -> None:
    browser = Browser(instance())
    asked = browser.post("/api/v1/statuses", token="alice-token", data={"status": "hello?"}).json()["id"]
    answer = {
        "account": "rem",
        "text": "<p>hi</p>",
        "in_reply_to": asked,
        "sensitive": True,
        "save": "answer",
    }
    made = browser.instance.seed(
        {"remote_accounts": [{"name": "rem", "domain": "remote.example"}], "remote_statuses": [answer]}
    )
    found = status(browser, made["saved"]["answer"])
    assert (found["in_reply_to_id"], found["sensitive"]) == (asked, True)
    assert status(browser, asked)["replies_count"] == 1
    context = browser.get(f"/api/v1/statuses/{asked}/context").json()
    assert [one["id"] for one in context["descendants"]] == [found["id"]]


def test_an_account_from_afar_can_be_limited_or_let_itself_be_collected() -> None:
    browser = Browser(instance())
    browser.instance.seed(
        {
            "remote_accounts": [
                {"name": "rem", "domain": "remote.example", "silenced": True, "indexable": True}
            ]
        }
    )
    browser.instance.seed({"remote_accounts": [{"name": "rem", "feature_policy": ["public"]}]})
    found = browser.get("/api/v1/accounts/lookup?acct=rem@remote.example").json()
    assert (found["limited"], found["indexable"]) == (True, True)
    assert found["feature_approval"]["automatic"] == ["public"]
