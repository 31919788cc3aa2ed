"""Server-sent events over HTTP, read by a thread as they come."""

from __future__ import annotations

import queue
import threading
from typing import Any

import httpx

from contracts.law import Broken
from contracts.recordings.answers import EventLines

OPENING = 10.0
"""Seconds within which a stream must answer."""


def events(entries: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The events among what a stream sent: comments are left out."""
    return [(e["event"], e.get("json", e.get("data"))) for e in entries if e.get("event") is not None]


class HttpListening:
    def __init__(self, url: str, token: str) -> None:
        self._arrived: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._opened: queue.SimpleQueue[int | Exception] = queue.SimpleQueue()
        self._client = httpx.Client(timeout=httpx.Timeout(OPENING, read=120))
        self._closing = False
        threading.Thread(target=self._read, args=(url, token), daemon=True).start()
        opened = self._opened.get(timeout=2 * OPENING)
        if isinstance(opened, Exception):
            raise opened
        if opened != 200:
            raise Broken("the stream opens", 200, opened)

    def _read(self, url: str, token: str) -> None:
        lines = EventLines()
        try:
            with self._client.stream("GET", url, headers={"Authorization": f"Bearer {token}"}) as response:
                self._opened.put(response.status_code)
                for chunk in response.iter_raw():
                    for event in events(lines.feed(chunk)):
                        self._arrived.put(event)
                    if self._closing:
                        return
        except (
            Exception
        ) as error:  # the thread's only way to tell: before the answer it is the opening that failed
            self._opened.put(error)

    def read(self) -> list[tuple[str, Any]]:
        taken = []
        while not self._arrived.empty():
            taken.append(self._arrived.get())
        return taken

    def close(self) -> None:
        self._closing = True
        self._client.close()
