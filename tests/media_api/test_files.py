"""Stored files and the addresses that lead to them (recordings media/visibility)."""

from __future__ import annotations

import httpx
import pytest

from tests.media_api.conftest import BASE, Server, upload


@pytest.mark.parametrize("path", ["/avatars/original/missing.png", "/headers/original/missing.png"])
def test_who_has_no_picture_has_a_real_one_all_the_same(server: Server, path: str) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        answer = await client.get(path)
        assert answer.status_code == 200 and answer.content.startswith(b"\x89PNG")

    server.run(play)


def test_a_part_of_a_file_can_be_asked_for(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        url = (await client.post("/api/v2/media", files=upload("sunset.png"))).json()["url"]
        whole = (await client.get(url)).content
        part = await client.get(url, headers={"Range": "bytes=0-9"})
        assert (part.status_code, part.content) == (206, whole[:10])
        assert part.headers["content-range"] == f"bytes 0-9/{len(whole)}"
        assert (await client.get(url, headers={"Range": "bytes=-3"})).content == whole[-3:]
        assert (await client.get(url, headers={"Range": f"bytes={len(whole)}-"})).status_code == 416

    server.run(play)


def test_the_proxy_leads_only_to_what_anybody_may_see(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        made = (await client.post("/api/v2/media", files=upload("sunset.png"))).json()
        assert (await client.get(f"/media_proxy/{made['id']}/original")).status_code == 404
        await client.post("/api/v1/statuses", json={"media_ids": [made["id"]]})
        leads = await client.get(f"/media_proxy/{made['id']}/original")
        assert (leads.status_code, leads.headers["location"]) == (302, made["url"])
        small = await client.get(f"/media_proxy/{made['id']}/small")
        assert small.headers["location"] == made["preview_url"]
        hidden = (await client.post("/api/v2/media", files=upload("chart.png"))).json()
        await client.post("/api/v1/statuses", json={"media_ids": [hidden["id"]], "visibility": "direct"})
        assert (await client.get(f"/media_proxy/{hidden['id']}")).status_code == 404

    server.run(play)


def test_a_missing_file_is_the_error_page_or_json(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        page = await client.get("/system/nothing.png", headers={"Accept": "text/html"})
        assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")
        json = await client.get(f"{BASE}/system/../secret", headers={"Accept": "application/json"})
        assert (json.status_code, json.json()) == (404, {"error": "Not Found"})

    server.run(play)
