"""Addresses without access (recording limits/blocked_address)."""

from __future__ import annotations

from mockserver.store.schema import ip_blocks
from tests.browsing import Browser, instance


def test_a_blocked_network_gets_nothing_until_the_block_ends() -> None:
    browser = Browser(instance())
    with browser.instance.context() as ctx:
        ctx.db.insert(
            ip_blocks,
            ip="203.0.113.0/24",
            severity="no_access",
            expires_at=ctx.now + 60_000,
            created_at=ctx.now,
        )
    inside, outside = {"X-Forwarded-For": "203.0.113.66"}, {"X-Forwarded-For": "203.0.114.1"}
    for path in ("/api/v1/instance", "/health", "/@alice", "/avatars/original/missing.png"):
        refused = browser.get(path, headers=inside)
        assert (refused.status_code, refused.text) == (403, "Forbidden\n"), path
        assert refused.headers["content-type"] == "text/plain"
        assert browser.get(path, headers=outside).status_code == 200, path
    browser.instance.clock.advance(60)
    assert browser.get("/health", headers=inside).status_code == 200


def test_lesser_severities_do_not_shut_out() -> None:
    browser = Browser(instance())
    with browser.instance.context() as ctx:
        ctx.db.insert(ip_blocks, ip="203.0.113.66", severity="sign_up_block", created_at=ctx.now)
    assert browser.get("/health", headers={"X-Forwarded-For": "203.0.113.66"}).status_code == 200
