"""Uploads over the API (recordings media/*; reference: media.md)."""

from __future__ import annotations

import httpx
import pytest

from mockserver.options import Processing
from tests.media_api.conftest import BASE, Server, upload


def test_an_image_is_ready_at_once(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post(
            "/api/v2/media", files=upload("sunset.png"), data={"description": "a sunset", "focus": "0.5,-1"}
        )
        assert answer.status_code == 200
        made = answer.json()
        assert made["type"] == "image" and made["description"] == "a sunset"
        assert made["meta"]["focus"] == {"x": 0.5, "y": -1.0}
        assert made["url"].startswith(f"{BASE}/system/media_attachments/files/") and made["url"].endswith(
            ".png"
        )
        file = await client.get(made["url"])
        assert file.status_code == 200 and file.headers["content-type"] == "image/png"
        assert file.headers["cache-control"] == "public, max-age=2419200, immutable"

    server.run(play)


def test_a_video_is_polled_until_it_is_ready(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/v2/media", files=upload("ball.mp4"))
        assert answer.status_code == 202
        made = answer.json()
        assert made["url"] is None and made["preview_url"] is not None and made["blurhash"] is not None
        await server.work_done()
        first = await client.get(f"/api/v1/media/{made['id']}")
        assert (first.status_code, first.json()["url"]) == (206, None)
        second = await client.get(f"/api/v1/media/{made['id']}")
        assert second.status_code == 200 and second.json()["url"].endswith(".mp4")

    server.run(play)


def test_polls_before_the_work_is_done_are_answered_206() -> None:
    server = Server(audio=Processing(polls=1))

    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("jingle.mp3"))).json()
        job = next(iter(server.instance.jobs))
        seen = [(await client.get(f"/api/v1/media/{made['id']}")).status_code for _ in range(2)]
        if not job.done():
            assert seen == [206, 206]
        await server.work_done()
        assert (await client.get(f"/api/v1/media/{made['id']}")).status_code == 200

    server.run(play)


def test_by_the_clock_it_is_ready_when_the_time_has_come() -> None:
    server = Server(audio=Processing(seconds=2))

    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("jingle.mp3"))).json()
        await server.work_done()
        address = f"/api/v1/media/{made['id']}"
        assert [(await client.get(address)).status_code for _ in range(3)] == [206, 206, 206]
        server.instance.clock.advance(1.9)
        assert (await client.get(address)).status_code == 206
        server.instance.clock.advance(0.1)
        ready = await client.get(address)
        assert ready.status_code == 200 and ready.json()["url"].endswith(".mp3")

    server.run(play)


def test_now_means_within_the_call() -> None:
    server = Server(audio=Processing())

    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/v2/media", files=upload("jingle.mp3"))
        assert answer.status_code == 200 and answer.json()["url"].endswith(".mp3")

    server.run(play)


def test_an_image_can_be_made_to_wait_too() -> None:
    server = Server(image=Processing(polls=1))

    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/v2/media", files=upload("sunset.png"))
        assert (answer.status_code, answer.json()["url"]) == (202, None)
        address = f"/api/v1/media/{answer.json()['id']}"
        assert [(await client.get(address)).status_code for _ in range(2)] == [206, 200]

    server.run(play)


def test_the_old_call_waits_for_the_end(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/v1/media", files=upload("ball.mp4"))
        assert answer.status_code == 200 and answer.json()["url"].endswith(".mp4")

    server.run(play)


def test_words_changed_while_it_works_survive_the_end(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("ball.mp4"))).json()
        address = f"/api/v1/media/{made['id']}"
        changed = await client.put(address, data={"description": "a ball", "focus": "1,1"})
        assert changed.status_code == 206
        await server.instance.settle()
        done = await client.get(address)
        assert done.status_code == 200 and done.json()["description"] == "a ball"
        assert done.json()["meta"]["focus"] == {"x": 1.0, "y": 1.0}
        assert done.json()["meta"]["original"]["width"] == made["meta"]["original"]["width"]

    server.run(play)


def test_a_thumbnail_of_sound_stays_when_the_work_is_done(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        files = upload("jingle.mp3") | {"thumbnail": upload("sunset.png")["file"]}
        made = (await client.post("/api/v2/media", files=files)).json()
        assert "/media_attachments/thumbnails/" in made["preview_url"] and made["meta"]["colors"]
        await server.instance.settle()
        done = (await client.get(f"/api/v1/media/{made['id']}")).json()
        assert done["preview_url"] == made["preview_url"] and done["meta"]["colors"] == made["meta"]["colors"]
        assert (await client.get(done["preview_url"])).status_code == 200

    server.run(play)


def test_work_that_a_snapshot_cut_off_is_taken_up_again(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("ball.mp4"))).json()
        snapshot = server.instance.snapshot()
        await server.work_done()
        server.instance.restore(snapshot)
        address = f"/api/v1/media/{made['id']}"
        assert [(await client.get(address)).status_code for _ in range(2)] == [206, 206]
        await server.work_done()
        assert (await client.get(address)).status_code == 200

    server.run(play)


@pytest.mark.parametrize(
    ("files", "data", "error"),
    [
        ({}, {"x": "1"}, "Validation failed: File can't be blank"),
        (
            upload("sunset.png"),
            {"description": "x" * 10_001},
            "Validation failed: Description is too long (maximum is 10000 characters)",
        ),
        (
            {"file": ("a.pdf", b"%PDF-1.4 ...", "application/pdf")},
            {},
            "Validation failed: File content type is invalid, File is invalid",
        ),
        (
            upload("sunset.png") | {"thumbnail": upload("chart.png")["file"]},
            {},
            "Validation failed: Thumbnail must be blank",
        ),
    ],
)
def test_refusals(
    server: Server, files: dict[str, tuple[str, bytes, str]], data: dict[str, str], error: str
) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/v2/media", files=files or None, data=data)
        assert (answer.status_code, answer.json()) == (422, {"error": error})

    server.run(play)


def test_only_the_owner_finds_it_and_only_until_it_is_posted(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("sunset.png"))).json()
        address = f"/api/v1/media/{made['id']}"
        bob = {"Authorization": f"Bearer {server.instance.names['tokens']['bob']}"}
        assert (await client.get(address, headers=bob)).status_code == 404
        assert (await client.post("/api/v1/statuses", json={"media_ids": [made["id"]]})).status_code == 200
        assert (await client.get(address)).status_code == 404
        refused = await client.delete(address)
        assert refused.json() == {"error": "Media attachment is currently used by a status"}

    server.run(play)


def test_deleting_takes_the_files_away_at_once(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("sunset.png"))).json()
        assert (await client.delete(f"/api/v1/media/{made['id']}")).json() == {}
        assert (await client.get(f"/api/v1/media/{made['id']}")).status_code == 404
        assert (await client.get(made["url"])).status_code == 404
        assert (await client.get(made["preview_url"])).status_code == 404

    server.run(play)
