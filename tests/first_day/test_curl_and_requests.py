"""What a script does with curl or requests on its first day. Shapes: recordings first_day/*."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import requests

from mockserver import fixtures
from mockserver.testing import Fake


def bearer(server: Fake, name: str = "alice") -> dict[str, str]:
    return {"Authorization": f"Bearer {server.tokens[name]}"}


@pytest.mark.parametrize("path", ["/api/v1/statuses", "/api/v1/statuses/"])
@pytest.mark.parametrize("encoding", ["files", "data", "json"])
def test_posts_in_every_encoding_and_with_a_trailing_slash(server: Fake, path: str, encoding: str) -> None:
    body = {"status": (None, "Hello")} if encoding == "files" else {"status": "Hello"}
    answer = requests.post(server.base_url + path, headers=bearer(server), timeout=5, **{encoding: body})
    assert answer.status_code == 200
    assert answer.json()["content"] == "<p>Hello</p>"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_curl_posts_a_form(server: Fake) -> None:
    shown = subprocess.run(
        [
            "curl",
            "-sS",
            "-H",
            f"Authorization: Bearer {server.tokens['alice']}",
            "-F",
            "status=From curl",
            f"{server.base_url}/api/v1/statuses",
        ],
        capture_output=True,
        check=True,
        timeout=20,
    ).stdout
    assert b"From curl" in shown


def test_the_public_timeline_needs_no_token(server: Fake) -> None:
    requests.post(
        f"{server.base_url}/api/v1/statuses", headers=bearer(server), data={"status": "For all"}, timeout=5
    )
    shown = requests.get(f"{server.base_url}/api/v1/timelines/public", timeout=5).json()
    assert [status["content"] for status in shown] == ["<p>For all</p>"]


def test_four_images_are_uploaded_and_attached_in_order(server: Fake) -> None:
    ids = []
    for number in range(4):
        answer = requests.post(
            f"{server.base_url}/api/v1/media",
            headers=bearer(server),
            files={"file": ("sunset.png", fixtures.media("sunset.png"), "image/png")},
            data={"description": f"Picture {number}"},
            timeout=10,
        )
        assert answer.status_code == 200
        assert answer.json()["url"].startswith(server.base_url)
        ids.append(answer.json()["id"])
    posted = requests.post(
        f"{server.base_url}/api/v1/statuses",
        headers=bearer(server),
        data=[("status", "Four"), *(("media_ids[]", one) for one in ids)],
        timeout=5,
    ).json()
    assert [one["id"] for one in posted["media_attachments"]] == ids
    assert [one["description"] for one in posted["media_attachments"]] == [f"Picture {n}" for n in range(4)]


def test_an_image_is_described_focused_looked_up_and_posted_unlisted(server: Fake) -> None:
    uploaded = requests.post(
        f"{server.base_url}/api/v2/media",
        headers=bearer(server),
        files={"file": ("chart.png", fixtures.media("chart.png"), "image/png")},
        data={"type": "image/png", "description": "A chart", "focus": "0.0,0.0"},
        timeout=10,
    )
    assert uploaded.status_code == 200
    media = requests.get(
        f"{server.base_url}/api/v1/media/{uploaded.json()['id']}", headers=bearer(server), timeout=5
    )
    assert media.status_code == 200
    assert media.json()["meta"]["focus"] == {"x": 0.0, "y": 0.0}
    small, original = media.json()["meta"]["small"], media.json()["meta"]["original"]
    assert small["size"] == f"{small['width']}x{small['height']}" and original["aspect"] > 0
    assert len(media.json()["blurhash"]) > 6
    for address in (media.json()["url"], media.json()["preview_url"]):
        file = requests.get(address, timeout=5)
        assert (
            file.status_code == 200
            and file.headers["Content-Type"] == "image/png"
            and file.content[:4] == b"\x89PNG"
        )
    posted = requests.post(
        f"{server.base_url}/api/v1/statuses",
        headers=bearer(server),
        data={"status": "See", "visibility": "unlisted", "media_ids[]": media.json()["id"]},
        timeout=5,
    )
    assert posted.json()["visibility"] == "unlisted"


def test_a_video_is_processed_before_it_can_be_attached(server: Fake) -> None:
    uploaded = requests.post(
        f"{server.base_url}/api/v2/media",
        headers=bearer(server),
        files={"file": ("ball.mp4", fixtures.media("ball.mp4"), "video/mp4")},
        timeout=20,
    )
    assert uploaded.status_code == 202 and uploaded.json()["url"] is None
    media_id = uploaded.json()["id"]

    def post() -> requests.Response:
        return requests.post(
            f"{server.base_url}/api/v1/statuses",
            headers=bearer(server),
            data={"media_ids[]": media_id},
            timeout=5,
        )

    early = post()
    assert early.status_code == 422
    assert (
        early.json()["error"]
        == "Cannot attach files that have not finished processing. Try again in a moment!"
    )
    statuses = []
    for _ in range(200):
        looked = requests.get(f"{server.base_url}/api/v1/media/{media_id}", headers=bearer(server), timeout=5)
        statuses.append(looked.status_code)
        if looked.status_code == 200:
            break
    assert statuses[0] == 206 and statuses[-1] == 200 and statuses == sorted(statuses, reverse=True)
    assert looked.json()["url"].endswith(".mp4")
    assert post().status_code == 200


def test_a_file_that_is_not_what_it_claims_is_refused(server: Fake) -> None:
    refused = requests.post(
        f"{server.base_url}/api/v2/media",
        headers=bearer(server),
        files={"file": ("fake.png", b"just some text", "image/png")},
        timeout=5,
    )
    assert refused.status_code == 422
    assert (
        refused.json()["error"]
        == "Validation failed: File has contents that are not what they are reported to be"
    )


def test_uploads_survive_in_a_database_file(tmp_path: Path) -> None:
    from mockserver.instance import Instance
    from mockserver.options import Options

    kept = str(tmp_path / "fake.sqlite3")
    first = Instance(Options(database=kept))
    first.seed(
        {
            "accounts": [{"username": "alice"}],
            "apps": [{"name": "Bot"}],
            "statuses": [{"account": "alice", "text": "Kept"}],
        }
    )
    first.close()
    second = Instance(Options(database=kept))
    from mockserver.store.schema import statuses

    assert [row.text for row in second.db.find_all(statuses)] == ["Kept"]
    second.close()
