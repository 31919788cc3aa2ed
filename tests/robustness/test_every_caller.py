"""No operation breaks, whoever calls it: nobody, an application, a person with all scopes or with few."""

from __future__ import annotations

import re
from typing import Any

import pytest

from clientkit.operations import OPERATIONS, Operation
from tests.browsing import Browser, instance

ALL_SCOPES = "read write follow push profile admin:read admin:write"
CALLERS = (None, "full-app-token", "root-token", "read-token", "unknown")
CALLS = [pytest.param(op, id=name) for name, op in OPERATIONS.items() if op.declaration.page != "streaming"]


@pytest.fixture(scope="module")
def browser() -> Browser:
    made = instance()
    made.seed(
        {
            "apps": [{"name": "Full", "scopes": ALL_SCOPES}],
            "accounts": [{"username": "root", "role": "Owner"}],
            "tokens": [
                {"name": "full", "app": "Full", "value": "full-app-token", "scopes": ALL_SCOPES},
                {"name": "root", "account": "root", "value": "root-token", "scopes": ALL_SCOPES},
                {"name": "read", "account": "alice", "value": "read-token", "scopes": "read"},
            ],
        }
    )
    return Browser(made)


@pytest.mark.parametrize("op", CALLS)
def test_no_caller_meets_a_mistake_of_ours(browser: Browser, op: type[Operation[Any]]) -> None:
    declaration = op.declaration
    posted = browser.post("/api/v1/statuses", token="root-token", data={"status": "x"}).json()
    values = (posted["id"], posted["account"]["id"], "1", "abc")
    for value in values if declaration.path_params else ("",):
        path = re.sub(r":\w+", value, declaration.path)
        for method in (declaration.method, *declaration.also):
            answers = [browser.ask(method, path, token=token).status_code for token in CALLERS]
            assert max(answers) < 500, (method, path, answers)
