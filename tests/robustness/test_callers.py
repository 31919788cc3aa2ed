"""Whoever calls an operation is answered: anonymous callers and applications too, who are nobody."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from clientkit.operations import OPERATIONS
from mockserver.testing import Fake, fake

SCOPES = "read write follow push profile admin:read admin:write"
WORLD = {
    "apps": [{"name": "App", "scopes": SCOPES}],
    "accounts": [{"username": "alice"}],
    "tokens": [
        {"name": "app", "scopes": SCOPES},
    ],
    "statuses": [{"account": "alice", "text": "#tag", "save": "status"}],
}
STREAMS = ("streaming",)


@pytest.fixture(scope="module")
def server() -> Iterator[Fake]:
    with fake(WORLD) as running:
        yield running


@pytest.mark.parametrize("caller", [None, "app"])
@pytest.mark.parametrize("named", ["saved", "accounts"])
def test_no_operation_fails_whoever_calls_it(server: Fake, caller: str | None, named: str) -> None:
    names = server.call(lambda: server.instance.names)
    given = {"saved": names["saved"]["status"], "accounts": names["accounts"]["alice"]}[named]
    headers = {"Authorization": f"Bearer {server.tokens[caller]}"} if caller else {}
    failed = []
    with httpx.Client(base_url=server.base_url, headers=headers) as client:
        for operation in OPERATIONS.values():
            declared = operation.declaration
            path = declared.path
            for parameter in declared.path_params:
                path = path.replace(f":{parameter}", str(given))
            if declared.page in STREAMS or (declared.page == "statuses" and declared.method == "DELETE"):
                continue
            if client.request(declared.method, path, json={}).status_code >= 500:
                failed.append(f"{declared.method} {path}")
    assert failed == []
