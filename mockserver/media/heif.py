"""The few facts about a HEIC or AVIF picture that FFmpeg does not tell: its size as a whole, and how it is
turned.

Format: ISO/IEC 23008-12 (HEIF). A picture may be a grid of tiles with a thumbnail beside it; what is shown
is the primary item, whose size (`ispe`) and rotation (`irot`) are properties associated with it (`ipma`).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct


class Primary(Struct, frozen=True):
    """The shown picture: sides in pixels before turning, and quarter turns against the clock."""

    width: int
    height: int
    turns: int


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Width and height as shown, or None when no size can be found."""
    found = primary(data)
    if found is None:
        return None
    return (found.height, found.width) if found.turns % 2 else (found.width, found.height)


def primary(data: bytes) -> Primary | None:
    """The primary item's size and rotation; without a table of items the largest size there is."""
    properties = list(_properties(data))
    owned = [properties[i - 1] for i in _associated(data) if 0 < i <= len(properties)]
    sizes = [_size(body) for kind, body in owned if kind == b"ispe" and len(body) >= 12]
    sizes = sizes or [_size(body) for kind, body in properties if kind == b"ispe" and len(body) >= 12]
    if not sizes:
        return None
    turns = next((body[0] & 3 for kind, body in owned if kind == b"irot" and body), 0)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Primary(width, height, turns)


def _size(body: bytes) -> tuple[int, int]:
    return int.from_bytes(body[4:8], "big"), int.from_bytes(body[8:12], "big")


def _properties(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of the property container, in order: associations count them from 1."""
    start = data.find(b"ipco")
    if start < 0:
        return
    end = min(len(data), start - 4 + int.from_bytes(data[max(0, start - 4) : start], "big"))
    position = start + 4
    while position + 8 <= end:
        length = int.from_bytes(data[position : position + 4], "big")
        if length < 8:
            return
        yield data[position + 4 : position + 8], data[position + 8 : position + length]
        position += length


def _associated(data: bytes) -> list[int]:
    """The numbers of the primary item's properties."""
    item, table = data.find(b"pitm"), data.find(b"ipma")
    if item < 0 or table < 0 or len(data) < max(item, table) + 12:
        return []
    wanted = int.from_bytes(data[item + 8 : item + (12 if data[item + 4] else 10)], "big")
    id_length, number_length = (4 if data[table + 4] else 2), (2 if data[table + 7] & 1 else 1)
    position = table + 12
    for _ in range(int.from_bytes(data[table + 8 : table + 12], "big")):
        if position + id_length >= len(data):
            break
        identity = int.from_bytes(data[position : position + id_length], "big")
        first = position + id_length + 1
        position = first + data[first - 1] * number_length
        if identity == wanted:
            mask = 0x7FFF if number_length == 2 else 0x7F
            places = range(first, position, number_length)
            return [int.from_bytes(data[p : p + number_length], "big") & mask for p in places]
    return []
