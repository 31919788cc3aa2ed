"""What the server tells of itself (recordings instance/*, errors/headers_alice)."""

from __future__ import annotations

from typing import Any

import pytest

from mockserver.store.schema import accounts, domain_blocks, terms_of_services
from tests.browsing import BASE, Browser, instance

DAY = 86_400_000


def browser(**settings: Any) -> Browser:
    return Browser(instance(**settings))


def get(browser: Browser, path: str, **more: Any) -> Any:
    return browser.get(path, **more).json()


def test_the_settings_show_in_both_documents() -> None:
    shown = browser(
        site_title="A Pond", site_short_description="Small & <b>", site_contact_username="@alice", min_age=16
    )
    new, old = get(shown, "/api/v2/instance"), get(shown, "/api/v1/instance")
    assert new["title"] == old["title"] == "A Pond"
    assert new["description"] == old["short_description"] == "Small & <b>"
    assert new["contact"]["account"]["acct"] == old["contact_account"]["acct"] == "alice"
    assert new["registrations"]["min_age"] == 16
    assert new["configuration"]["urls"]["streaming"] == old["urls"]["streaming_api"] == "wss://fake.example"
    assert new["domain"] == old["uri"] == "fake.example"


def test_a_changed_setting_shows_at_once() -> None:
    shown = browser()
    shown.instance.settings.set("site_title", "Other")
    assert get(shown, "/api/v2/instance")["title"] == "Other"


def test_the_message_of_closed_registrations_is_markdown_and_hidden_while_open() -> None:
    text = "Closed *for now*. See [news](https://news.example)."
    closed = browser(registrations_mode="none", closed_registrations_message=text)
    assert get(closed, "/api/v2/instance")["registrations"]["message"] == (
        '<p>Closed <em>for now</em>. See <a href="https://news.example">news</a>.</p>\n'
    )
    is_open = browser(registrations_mode="open", closed_registrations_message=text)
    assert get(is_open, "/api/v2/instance")["registrations"]["message"] is None


def test_pictures_named_in_the_documents_exist() -> None:
    shown = browser()
    document = get(shown, "/api/v2/instance")
    for url in (document["thumbnail"]["url"], *(icon["src"] for icon in document["icon"])):
        assert shown.get(url).headers["content-type"] == "image/png"


def test_peers_are_known_domains_without_a_block() -> None:
    shown = browser()
    shown.instance.seed({"remote_accounts": [{"name": n, "domain": f"{n}.example"} for n in "abc"]})
    with shown.instance.context() as ctx:
        ctx.db.insert(domain_blocks, domain="b.example", severity="silence", created_at=ctx.now)
    assert get(shown, "/api/v1/instance/peers") == ["a.example", "c.example"]
    assert get(shown, "/api/v1/peers/search?q=A") == ["a.example"]
    assert shown.get("/api/v1/peers/search").text == "null"
    shown.instance.settings.set("peers_api_enabled", False)
    switched_off = shown.get("/api/v1/instance/peers")
    assert (switched_off.status_code, switched_off.content) == (404, b"")
    assert "x-ratelimit-limit" in switched_off.headers


def test_active_users_do_not_count_those_of_today() -> None:
    shown = browser()
    assert get(shown, "/api/v2/instance")["usage"]["users"]["active_month"] == 0
    shown.instance.clock.advance(DAY / 1000)
    assert get(shown, "/api/v2/instance")["usage"]["users"]["active_month"] == 1


def test_activity_counts_public_and_unlisted_posts_of_twelve_weeks() -> None:
    shown = browser()
    for visibility in ("public", "unlisted", "private", "direct"):
        shown.post("/api/v1/statuses", token="alice-token", data={"status": "x", "visibility": visibility})
    weeks = get(shown, "/api/v1/instance/activity")
    assert len(weeks) == 12
    assert [week["statuses"] for week in weeks[:2]] == ["2", "0"]
    shown.instance.clock.advance(7 * DAY / 1000)
    assert [week["statuses"] for week in get(shown, "/api/v1/instance/activity")[:2]] == ["0", "2"]


@pytest.mark.parametrize(
    ("shown_to", "rationale", "token", "comments"),
    [
        ("disabled", "all", "alice-token", None),
        ("users", "all", None, None),
        ("users", "disabled", "alice-token", [None, None]),
        ("all", "users", None, [None, None]),
        ("all", "users", "alice-token", [None, "why"]),
    ],
)
def test_who_sees_the_domain_blocks(
    shown_to: str, rationale: str, token: str | None, comments: list[str | None] | None
) -> None:
    shown = browser(show_domain_blocks=shown_to, show_domain_blocks_rationale=rationale)
    with shown.instance.context() as ctx:
        ctx.db.insert(
            domain_blocks, domain="hidden.example", severity="suspend", obfuscate=True, public_comment="why",
            created_at=ctx.now,
        )  # fmt: skip
        ctx.db.insert(domain_blocks, domain="quiet.example", severity="silence", created_at=ctx.now)
        ctx.db.insert(domain_blocks, domain="noop.example", severity="noop", created_at=ctx.now)
    answer = shown.get("/api/v1/instance/domain_blocks", token=token)
    if comments is None:
        assert (answer.status_code, answer.content) == (404, b"")
    else:
        assert [block["domain"] for block in answer.json()] == ["quiet.example", "hidd**.****ple"]
        assert [block["comment"] for block in answer.json()] == comments


def test_terms_in_effect_come_before_those_to_come_and_drafts_are_hidden() -> None:
    shown = browser()
    assert shown.get("/api/v1/instance/terms_of_service").status_code == 404
    with shown.instance.context() as ctx:
        for text, date, published in (
            ("old", "2020-01-01", 1),
            ("new", "2099-01-01", 1),
            ("draft", "2021-01-01", None),
        ):
            ctx.db.insert(
                terms_of_services, text=text, effective_date=date, published_at=published, created_at=ctx.now
            )
    assert get(shown, "/api/v1/instance/terms_of_service") == {
        "effective_date": "2020-01-01",
        "effective": True,
        "content": "<p>old</p>\n",
        "succeeded_by": "2099-01-01",
    }
    assert get(shown, "/api/v1/instance/terms_of_service/2099-01-01")["effective"] is False
    assert shown.get("/api/v1/instance/terms_of_service/2021-01-01").status_code == 404


def test_webfinger_finds_local_accounts_by_handle_and_address() -> None:
    shown = browser()
    for resource in (
        "acct:Alice@fake.example",
        "alice@fake.example",
        f"{BASE}/@alice",
        "https://x.example/users/alice",
    ):
        answer = shown.get("/.well-known/webfinger", params={"resource": resource})
        assert answer.json()["subject"] == "acct:alice@fake.example", resource
        assert answer.headers["content-type"].startswith("application/jrd+json")
    assert shown.get("/.well-known/webfinger").status_code == 400
    assert shown.get("/.well-known/webfinger?resource=acct:nobody@fake.example").status_code == 404
    assert shown.get("/.well-known/webfinger?resource=acct:alice@other.example").status_code == 404


def test_nodeinfo_leads_to_the_numbers() -> None:
    shown = browser()
    href = get(shown, "/.well-known/nodeinfo")["links"][0]["href"]
    shown.post("/api/v1/statuses", token="alice-token", data={"status": "x"})
    assert get(shown, href)["usage"]["localPosts"] == 1
    assert get(shown, f"{href}.json")["software"]["name"] == "mastodon"


def test_addresses_of_the_router_lead_on_with_their_parameters() -> None:
    """Reference: search-trends-instance.md, Discovery."""
    shown = browser()
    for path, where in (
        ("change-password", "/auth/edit"),
        ("proxy?uri=web%2Bap%3A%2F%2Fx&a=1", "/authorize_interaction?a=1&uri=web%2Bap%3A%2F%2Fx"),
    ):
        answer = shown.get(f"/.well-known/{path}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (301, f"https://fake.example{where}")
        assert "x-frame-options" not in answer.headers


def test_health_needs_nothing() -> None:
    assert browser().get("/health").text == "OK"


def test_pages_show_what_anybody_may_see() -> None:
    shown = browser()
    made = shown.post("/api/v1/statuses", token="alice-token", data={"status": "open <b>"}).json()
    hidden = shown.post(
        "/api/v1/statuses", token="alice-token", data={"status": "secret", "visibility": "private"}
    ).json()
    profile = shown.get("/@alice", token="alice-token")
    assert "open &lt;b&gt;" in profile.text and "secret" not in profile.text
    assert shown.get(f"/@alice/{made['id']}").status_code == 200
    assert shown.get(f"/@alice/{hidden['id']}", token="alice-token").status_code == 404
    assert shown.get("/@nobody", headers={"Accept": "application/json"}).json() == {"error": "Not Found"}
    assert "open" in shown.get("/").text and shown.get("/about").status_code == 200
    with shown.instance.context() as ctx:
        ctx.db.update(accounts, {"username": "alice"}, suspended_at=ctx.now)
    assert shown.get("/@alice").status_code == 404


def test_embeds_are_for_public_posts_of_this_server() -> None:
    shown = browser()
    made = shown.post("/api/v1/statuses", token="alice-token", data={"status": "x"}).json()
    embed = shown.get("/api/oembed", params={"url": made["url"], "maxwidth": "300"}).json()
    assert (embed["width"], embed["height"], embed["author_url"]) == (300, None, f"{BASE}/@alice")
    assert shown.get("/api/oembed", params={"url": "https://x.example/@a/1"}).status_code == 404
