"""Stored files and the pictures of those who have none; the addresses that lead to files.

Paths with dots in them, which the API's router takes for format suffixes. Facts: recordings
media/visibility, media/delete.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from mockserver import errors
from mockserver.http import headers
from mockserver.http.encode import Answer
from mockserver.render import urls
from mockserver.store import media
from mockserver.store.paging import record_id

if TYPE_CHECKING:
    from mockserver.http.request import Request
    from mockserver.instance import Instance

ASSETS = Path(__file__).parent.parent / "assets"
_ASSET_PATHS = {
    "/avatars/original/missing.png": "avatar-missing.png",
    "/headers/original/missing.png": "header-missing.png",
}
_ASSET_FOLDER = "/packs/assets/"
_STORED = "/system/"
_PREFIXES = (_STORED, "/media_proxy/", "/media/", "/avatars/", "/headers/", _ASSET_FOLDER)
_MEDIA = re.compile(r"/media(_proxy)?/([^/]+)(?:/([^/]+))?/?")
_RANGE = re.compile(r"bytes=(\d{0,18})\d*-(\d{0,18})\d*", re.A)  # more digits say no more
_HEADERS = {
    "Cache-Control": "public, max-age=2419200, immutable",
    "Content-Security-Policy": "default-src 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
}


class File(NamedTuple):
    content_type: str
    data: bytes
    modified_at: int  # ms


def find(instance: Instance, request: Request) -> Answer | None:
    """The answer when the path is that of a file, None for all other paths. Raises RouteNotFound for a
    missing file."""
    if not request.path.startswith(_PREFIXES):
        return None
    if request.method not in ("GET", "HEAD"):
        raise errors.RouteNotFound
    path = unquote(request.path)
    if path.startswith("/media"):
        return _lead(instance, path)
    file = _stored(instance, path) if path.startswith(_STORED) else _asset(path)
    if file is None:
        raise errors.RouteNotFound
    return _answer(file, request.headers.get("range"))


def _stored(instance: Instance, path: str) -> File | None:
    row = media.file(instance.db, path.removeprefix(_STORED))
    return None if row is None else File(row.content_type, row.data, row.created_at)


def _asset(path: str) -> File | None:
    """A picture that comes along. The name of one under /packs/assets/ carries a mark of its version
    behind a hyphen."""
    name = _ASSET_PATHS.get(path)
    if name is None and path.startswith(_ASSET_FOLDER):
        name = re.sub(r"-0{8}(?=\.png$)", "", path.removeprefix(_ASSET_FOLDER))
    return _assets().get(name) if name else None


@cache
def _assets() -> dict[str, File]:
    """By name: what callers ask for never names a file of the machine."""
    return {file.name: File("image/png", file.read_bytes(), 0) for file in ASSETS.glob("*.png")}


def _answer(file: File, wanted: str | None) -> Answer:
    modified = format_datetime(datetime.fromtimestamp(file.modified_at // 1000, UTC), usegmt=True)
    answer = Answer(
        200, file.data, {**_HEADERS, "Content-Type": file.content_type, "Last-Modified": modified}
    )
    part = _RANGE.fullmatch(wanted) if wanted else None
    if part is not None and part[0] != "bytes=-":
        _cut(answer, part[1], part[2])
    return answer


def _cut(answer: Answer, first: str, last: str) -> None:
    """Only a part of it: `first-last`, `first-` or the `-last` bytes of its end."""
    size = len(answer.body)
    start, end = (int(first), int(last or size - 1)) if first else (max(size - int(last), 0), size - 1)
    end = min(end, size - 1)
    if start > end:
        answer.status, answer.body = 416, b""
        answer.headers["Content-Range"] = f"bytes */{size}"
        return
    answer.status, answer.body = 206, answer.body[start : end + 1]
    answer.headers["Content-Range"] = f"bytes {start}-{end}/{size}"


def _lead(instance: Instance, path: str) -> Answer:
    """`/media/:id` and `/media_proxy/:id/:style` lead to the file of what anybody may see."""
    found = _MEDIA.fullmatch(path)
    row = media.publicly_visible(instance.db, record_id(found[2])) if found else None
    if found is None or row is None or row.original is None or (found[3] and not found[1]):
        raise errors.RouteNotFound
    target = (row.thumbnail or row.small or row.original) if found[3] == "small" else row.original
    made = dict(headers.page(instance.base_url, instance.ids.nonce()))
    del made["Vary"]  # a redirect is the same in every format
    return Answer(302, b"", made | {"Location": urls.file(instance, target), "Content-Type": headers.HTML})
