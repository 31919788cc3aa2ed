"""The documents that other servers read (recording misc/activitypub_documents)."""

from __future__ import annotations

import base64
from typing import Any

from tests.browsing import BASE, Browser, instance

DOCUMENT = {"Accept": "application/activity+json"}


def get(browser: Browser, path: str) -> Any:
    answer = browser.get(path, headers=DOCUMENT)
    assert answer.headers["content-type"] == "application/activity+json; charset=utf-8", path
    return answer.json()


def test_an_account_is_the_same_actor_at_all_its_addresses() -> None:
    shown = Browser(instance())
    uri = get(shown, "/@alice")["id"]
    assert uri.startswith(f"{BASE}/ap/users/")
    assert get(shown, "/users/alice") == get(shown, uri) == get(shown, "/@alice.json")
    assert shown.get("/@alice").headers["content-type"].startswith("text/html")


def test_the_key_of_an_actor_is_a_well_formed_and_stable_rsa_key() -> None:
    shown = Browser(instance())
    pem = get(shown, "/@alice")["publicKey"]["publicKeyPem"]
    key = base64.b64decode("".join(pem.splitlines()[1:-1]))
    assert len(key) == 294 and key.endswith(bytes.fromhex("0203010001"))
    assert get(shown, "/actor")["publicKey"]["publicKeyPem"] != pem


def test_only_what_anybody_may_see_is_a_note() -> None:
    shown = Browser(instance())
    for visibility, status in (("public", 200), ("unlisted", 200), ("private", 404), ("direct", 404)):
        made = shown.post(
            "/api/v1/statuses", token="alice-token", data={"status": "x", "visibility": visibility}
        ).json()
        answer = shown.get(made["uri"], headers=DOCUMENT, token="alice-token")
        assert answer.status_code == status, visibility
        if status == 200:
            public = "https://www.w3.org/ns/activitystreams#Public"
            assert (public in answer.json()["to"]) is (visibility == "public")


def test_collections_tell_numbers_and_pinned_posts() -> None:
    shown = Browser(instance())
    made = shown.post("/api/v1/statuses", token="alice-token", data={"status": "x"}).json()
    shown.post(f"/api/v1/statuses/{made['id']}/pin", token="alice-token")
    actor = get(shown, "/@alice")
    assert get(shown, actor["outbox"])["totalItems"] == 1
    assert get(shown, actor["followers"])["totalItems"] == 0
    assert [note["id"] for note in get(shown, actor["featured"])["orderedItems"]] == [made["uri"]]


def test_a_collection_of_accounts_is_the_same_document_at_both_addresses() -> None:
    shown = Browser(instance())
    values = {"name": "Picks", "sensitive": "false", "discoverable": "true", "tag_name": "#Cats"}
    answer = shown.post("/api/v1/collections", token="alice-token", data=values)
    made = answer.json()["collection"]
    document = get(shown, made["url"])
    assert document == get(shown, made["uri"])
    assert (document["id"], document["name"], document["totalItems"]) == (made["uri"], "Picks", 0)
    assert document["topic"]["name"] == "#cats"
    assert "Picks" in shown.get(made["url"]).text
    assert get(shown, get(shown, "/@alice")["featuredCollections"])["totalItems"] == 1
    other = made["uri"].rpartition("/")[0] + "/1"
    assert shown.get(other, headers=DOCUMENT).status_code == 404
