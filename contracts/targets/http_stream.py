"""Server-sent events over HTTP, read by a thread as they come."""

from __future__ import annotations

import queue
import threading
from typing import Any

import httpx

from contracts.answers import Answer, answer_of
from contracts.law import Broken, Unsure
from contracts.recordings.answers import EventLines

OPENING = 10.0
"""Seconds within which a stream must answer."""


def events(entries: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The events among what a stream sent: comments are left out."""
    return [(e["event"], e.get("json", e.get("data"))) for e in entries if e.get("event") is not None]


class StreamRefused(Broken):
    def __init__(self, answer: Answer) -> None:
        super().__init__("the stream opens", 200, f"{answer.status} {answer.told()}")
        self.answer = answer


class HttpListening:
    """Raises StreamRefused when the stream is refused, httpx.HTTPError when nothing answers."""

    def __init__(self, url: str, token: str) -> None:
        self._arrived: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._opened: queue.SimpleQueue[httpx.Response | Exception] = queue.SimpleQueue()
        self._client = httpx.Client(timeout=httpx.Timeout(OPENING, read=120))
        self._closing = False
        self._ended = ""
        threading.Thread(target=self._read, args=(url, token), daemon=True).start()
        try:
            opened = self._opened.get(timeout=2 * OPENING)
        except queue.Empty:
            raise httpx.ReadTimeout("the stream does not answer") from None
        if isinstance(opened, Exception):
            raise opened
        kind = opened.headers.get("content-type", "").partition(";")[0]
        if opened.status_code != 200:
            raise StreamRefused(answer_of(f"GET {opened.request.url.path}", opened))
        if kind != "text/event-stream":
            raise Broken("the stream is a stream of events", "text/event-stream", kind)

    def _read(self, url: str, token: str) -> None:
        lines = EventLines()
        try:
            with self._client.stream("GET", url, headers={"Authorization": f"Bearer {token}"}) as response:
                if response.status_code != 200:
                    response.read()
                self._opened.put(response)
                for chunk in response.iter_raw():
                    for event in events(lines.feed(chunk)):
                        self._arrived.put(event)
                    if self._closing:
                        return
            self._ended = "the server ended it"
        except (
            Exception
        ) as error:  # the thread's only way to tell: before the answer it is the opening that failed
            self._opened.put(error)
            self._ended = f"{type(error).__name__}: {error}"

    def read(self) -> list[tuple[str, Any]]:
        """Raises Unsure when nothing more can come: what is missing was perhaps only not delivered."""
        ended = self._ended
        taken = []
        while not self._arrived.empty():
            taken.append(self._arrived.get())
        if ended and not taken:
            raise Unsure(f"the stream broke off ({ended})")
        return taken

    def close(self) -> None:
        self._closing = True
        self._client.close()
