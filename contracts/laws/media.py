"""Laws of uploads: https://docs.joinmastodon.org/methods/media/"""

from __future__ import annotations

import io
import math
import struct
import wave
import zlib
from typing import Any

from contracts.answers import Answer, id_of
from contracts.law import Broken, law
from contracts.world import Actor, World

POLLS = 60
SETTLED = 3
"""Further looks at what is ready: it must stay so."""


@law(
    "MEDIA-MONOTONE",
    "Processing a file only goes forward: 202, then 206, then 200 for good; its address is null until then",
    source="https://docs.joinmastodon.org/methods/media/#v2",
    broken_by=("media_ready_then_processing", "media_url_before_ready", "media_never_ready"),
)
def media_monotone(world: World) -> None:
    (alice,) = world.people()
    for name, kind, data in (("tone.wav", "audio/wav", _tone()), ("dot.png", "image/png", _dot())):
        upload = alice.call("POST", "/api/v2/media", files={"file": (name, data, kind)})
        media = upload.ok()
        world.story.names[id_of(media)] = f"M-{name}"
        path = f"/api/v1/media/{media['id']}"
        world.undo(f"DELETE {path}", lambda path=path: alice.delete(path))  # type: ignore[misc]
        world.check(
            upload.status in (200, 202),
            "an upload is 200, or 202 while it is processed",
            (200, 202),
            upload.status,
        )
        _address(world, upload, ready=upload.status == 200)
        url = _until_ready(world, alice, media["id"])
        for _ in range(SETTLED):
            again = alice.get(f"/api/v1/media/{media['id']}")
            world.same(again.status, 200, "what is ready stays ready")
            world.same(again.body["url"], url, "the address of what is ready stays")


def _until_ready(world: World, who: Actor, id: str) -> Any:
    for _ in range(POLLS):
        answer = who.get(f"/api/v1/media/{id}")
        world.check(
            answer.status in (200, 206),
            "a file is 206 while it is processed, then 200",
            (200, 206),
            answer.status,
        )
        _address(world, answer, ready=answer.status == 200)
        if answer.status == 200:
            return answer.body["url"]
        world.server.wait(0.5)
    raise Broken("processing ends", f"200 within {POLLS} looks", "206 still")


def _address(world: World, answer: Answer, *, ready: bool) -> None:
    url = answer.body["url"]
    if ready:
        world.check(
            isinstance(url, str) and url.startswith("http"), "a ready file has its address", "a URL", url
        )
    else:
        world.same(url, None, "a file in processing has no address")


def _tone() -> bytes:
    """A quarter of a second of sound: audio is processed in the background."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(i / 3))) for i in range(2000)))
    return file.getvalue()


def _dot() -> bytes:
    """A picture of 16 × 16 pixels in one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    pixels = zlib.compress(b"".join(b"\0" + b"\x30\x60\x90" * 16 for _ in range(16)))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0)),
            chunk(b"IDAT", pixels),
            chunk(b"IEND", b""),
        )
    )
