"""`mockserver.testing.fake`: what it is asked for, and how it ends."""

from __future__ import annotations

import gc
import threading
from typing import Any

import httpx
import pytest

from mockserver import fixtures
from mockserver.testing import Fake, fake


def _upload(server: Fake, name: str, version: int = 2) -> httpx.Response:
    data = fixtures.media(name)
    assert data is not None
    headers = {"Authorization": f"Bearer {server.tokens['alice']}"}
    return httpx.post(
        f"{server.base_url}/api/v{version}/media", headers=headers, files={"file": (name, data)}
    )


@pytest.mark.parametrize("version", [1, 2])
def test_a_fake_that_is_closed_amid_processing_says_nothing(
    version: int, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """v2 leaves the work to a job, v1 is still answering."""
    for _ in range(3):
        with fake("demo") as server:
            uploading = threading.Thread(target=_upload, args=(server, "ball.mp4", version))
            uploading.start()
            if version == 2:
                uploading.join()
                assert server.instance.jobs
            while uploading.is_alive() and not server.call(
                lambda s=server: bool(s._server.server_state.tasks)
            ):
                pass  # the request is still on its way
        uploading.join()
        assert not server.instance.jobs
    gc.collect()
    with fake("empty"):
        pass  # what the loop had yet to say it has said
    assert [record.getMessage() for record in caplog.records] == []
    assert capsys.readouterr().err == ""


def test_open_streams_end_with_the_fake() -> None:
    ended = threading.Event()

    def listen(url: str, token: str) -> None:
        with httpx.stream("GET", url, headers={"Authorization": f"Bearer {token}"}) as answer:
            for _ in answer.iter_raw():
                pass
        ended.set()

    with fake("demo") as server:
        url = f"{server.base_url}/api/v1/streaming/user"
        threading.Thread(target=listen, args=(url, server.tokens["alice"])).start()
        server.wait_for_listeners()
    assert ended.wait(5)


@pytest.mark.parametrize("processing", ["audio=1h", {"audio": "1h"}])
def test_processing_is_told_as_to_the_command(processing: Any) -> None:
    with fake("demo", media_processing=processing) as server:
        upload = _upload(server, "jingle.mp3")
        address = f"{server.base_url}/api/v1/media/{upload.json()['id']}"
        headers = {"Authorization": f"Bearer {server.tokens['alice']}"}
        assert upload.status_code == 202
        assert [httpx.get(address, headers=headers).status_code for _ in range(3)] == [206, 206, 206]
        server.advance(3601)
        server.settle()
        assert httpx.get(address, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"media_processing": "audio=soon"}, ("media processing", "audio=soon", "KIND=2s")),
        ({"media_processing": {"audio": 5}}, ("media processing", "audio=5", "KIND=2s")),
        ({"media_processing": "film=2s"}, ("'film'", "image, gifv, video, audio")),
        ({"rate_limits": "few"}, ("rate limits", "'few'", "N/SECONDS")),
        ({"deviations": "page_gaps"}, ("'page_gaps'", "page_gap")),
    ],
)
def test_a_mistaken_option_is_told_at_the_start(options: dict[str, Any], words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError) as refused, fake("empty", **options):
        pass
    assert all(word in str(refused.value) for word in words)


def test_a_scenario_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="'nosuch'; name one of demo, empty"), fake("nosuch"):
        pass


def test_people_and_tokens_are_world_enough() -> None:
    with fake({"accounts": [{"username": "ann"}], "tokens": [{"account": "ann"}]}) as server:
        url, headers = f"{server.base_url}/api/v1", {"Authorization": f"Bearer {server.tokens['ann']}"}
        posted = httpx.post(f"{url}/statuses", headers=headers, data={"status": "Hi"}).json()
        assert (posted["account"]["acct"], posted["application"]["name"]) == ("ann", "fakestodon")
        assert httpx.get(f"{url}/apps/verify_credentials", headers=headers).is_success
