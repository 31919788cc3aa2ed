"""The demo world is worth looking at: each thing that a client shows is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from mockserver.testing import Fake, fake


@pytest.fixture(scope="module")
def demo() -> Iterator[Fake]:
    with fake("demo") as server:
        yield server


def get(demo: Fake, path: str, who: str | None = None) -> Any:
    headers = {"Authorization": f"Bearer {demo.tokens[who]}"} if who else {}
    answer = requests.get(f"{demo.base_url}{path}", headers=headers, timeout=10)
    answer.raise_for_status()
    return answer.json()


@pytest.mark.parametrize("who", ["alice", "bob", "carol", "admin"])
def test_everybody_has_a_token(demo: Fake, who: str) -> None:
    assert demo.tokens[who] == f"{who}-token"
    assert get(demo, "/api/v1/accounts/verify_credentials", who)["username"] == who


def test_the_public_timeline_has_a_poll_and_pictures(demo: Fake) -> None:
    posts = get(demo, "/api/v1/timelines/public")
    assert len(posts) >= 4
    assert any(post["poll"] for post in posts)
    assert any(post["media_attachments"] for post in posts)


def test_files_are_served_with_their_types(demo: Fake) -> None:
    posts = get(demo, "/api/v1/timelines/public?limit=40")
    files = [media for post in posts for media in post["media_attachments"]]
    addresses = [url for media in files for url in (media["url"], media["preview_url"]) if url]
    addresses += [get(demo, "/api/v1/accounts/lookup?acct=alice")[name] for name in ("avatar", "header")]
    addresses += [emoji["url"] for emoji in get(demo, "/api/v1/custom_emojis")]
    types = {"png": "image/png", "gif": "image/gif", "mp4": "video/mp4", "mp3": "audio/mpeg"}
    for url in addresses:
        answer = requests.get(url, timeout=10)
        assert answer.status_code == 200, url
        assert answer.headers["content-type"] == types[url.rpartition(".")[2]]
        assert answer.content


def test_carol_is_locked(demo: Fake) -> None:
    assert get(demo, "/api/v1/accounts/lookup?acct=carol")["locked"] is True


@pytest.mark.parametrize("path", ["/", "/about", "/@alice", "/auth/sign_in"])
def test_pages_are_shown(demo: Fake, path: str) -> None:
    answer = requests.get(f"{demo.base_url}{path}", timeout=10)
    assert answer.status_code == 200
    assert "Fakestodon Demo" in answer.text


def test_the_page_of_a_poll_shows_its_options(demo: Fake) -> None:
    (post, *_) = [post for post in get(demo, "/api/v1/timelines/public") if post["poll"]]
    shown = requests.get(post["url"], headers={"Accept": "text/html"}, timeout=10).text
    for option in post["poll"]["options"]:
        assert option["title"] in shown
