"""A NUL, which no column takes. Truth: recordings errors/strange_text, errors/bools_query."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from mockserver.testing import fake

WORLD = {
    "apps": [{"name": "App", "scopes": "read write"}],
    "accounts": [{"username": "alice"}],
    "tokens": [{"name": "alice", "account": "alice", "scopes": "read write"}],
}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "statuses", {"status": "a\0"}, 400),
        ("POST", "statuses", {"status": "a", "poll": {"options": ["a\0", "b"], "expires_in": 600}}, 400),
        ("POST", "statuses", {"status": "a", "colour": "\0"}, 200),
        ("GET", "timelines/public?only_media=%00", None, 200),
        ("GET", "timelines/public?colour=%00", None, 200),
        ("GET", "accounts/search?q=%00", None, 400),
    ],
)
def test_it_is_refused_only_where_a_text_is_read(method: str, path: str, body: Any, status: int) -> None:
    with fake(WORLD) as server:
        headers = {"Authorization": f"Bearer {server.tokens['alice']}"}
        answer = httpx.request(method, f"{server.base_url}/api/v1/{path}", json=body, headers=headers)
        assert answer.status_code == status
