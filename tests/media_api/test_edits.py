"""Media in edits of a status (recordings statuses/edit_media, media/attach_more;
app/services/update_status_service.rb)."""

from __future__ import annotations

from typing import Any

import httpx

from tests.media_api.conftest import Server, upload


async def _image(client: httpx.AsyncClient, words: str = "before") -> str:
    answer = await client.post("/api/v2/media", files=upload("sunset.png"), data={"description": words})
    return str(answer.json()["id"])


async def _post(client: httpx.AsyncClient, **draft: Any) -> str:
    answer = await client.post("/api/v1/statuses", json={"status": "x", **draft})
    assert answer.status_code == 200
    return str(answer.json()["id"])


def test_a_file_that_an_edit_attaches_can_be_described_by_it(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        old, new = await _image(client), await _image(client)
        made = await _post(client, media_ids=[old])
        attributes = [{"id": new, "description": "after"}, {"id": old, "description": "dropped"}]
        edit = {"status": "x", "media_ids": [new], "media_attributes": attributes}
        answer = await client.put(f"/api/v1/statuses/{made}", json=edit)
        assert [one["description"] for one in answer.json()["media_attachments"]] == ["after"]
        versions = (await client.get(f"/api/v1/statuses/{made}/history")).json()
        assert [[one["description"] for one in version["media_attachments"]] for version in versions] == [
            ["before"],
            ["after"],
        ]

    server.run(play)


def test_wrong_files_are_told_before_too_many_words(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        one = await _image(client)
        made = await _post(client, media_ids=[one])
        attributes = [{"id": one, "description": "x" * 10_001}]
        for ids, text in (
            ([one, "1"], "Media 1 not found or already attached to another post"),
            ([one], "Validation failed: Description is too long (maximum is 10000 characters)"),
        ):
            edit = {"status": "y", "media_ids": ids, "media_attributes": attributes}
            answer = await client.put(f"/api/v1/statuses/{made}", json=edit)
            assert (answer.status_code, answer.json()["error"]) == (422, text)

    server.run(play)


def test_a_file_of_a_scheduled_status_is_free_for_a_new_status_but_not_for_an_edit(server: Server) -> None:
    async def play(client: httpx.AsyncClient) -> None:
        held = await _image(client)
        await _post(client, media_ids=[held], scheduled_at="2099-01-01")
        made = await _post(client)
        answer = await client.put(f"/api/v1/statuses/{made}", json={"status": "x", "media_ids": [held]})
        assert answer.status_code == 422
        await _post(client, media_ids=[held])

    server.run(play)


def test_what_an_edit_has_dropped_counts_in_listings_of_media(server: Server) -> None:
    """It stays bound to the status: PublicFeed#media_only_scope."""

    async def play(client: httpx.AsyncClient) -> None:
        made = await _post(client, media_ids=[await _image(client)])
        await _post(client)
        await client.put(f"/api/v1/statuses/{made}", json={"status": "y #tag"})
        account = (await client.get(f"/api/v1/statuses/{made}")).json()["account"]["id"]
        for path in ("timelines/public", "timelines/tag/tag", f"accounts/{account}/statuses"):
            listed = (await client.get(f"/api/v1/{path}?only_media=true")).json()
            assert [(one["id"], one["media_attachments"]) for one in listed] == [(made, [])]

    server.run(play)
