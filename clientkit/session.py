"""The client without I/O: from operations to requests, from answers to entities, and what lies between.

Retries, rate limits, idempotency keys, waiting for media and paging are here, once, as flows
(clientkit/wire.py) that a sync and an async driver pump (clientkit/drivers.py). docs/client.md says what is
done when.
"""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from clientkit import entities, limits
from clientkit.decoding import decode
from clientkit.encoding import Encoding, encode
from clientkit.errors import ApiError, ForeignLink, MediaTimeout, NotFound, RateLimited, Redirected, error_of
from clientkit.limits import Limits, Window
from clientkit.operations import instance, media, statuses, well_known
from clientkit.operations.base import Operation
from clientkit.paging import Page, Rel, links
from clientkit.versions import Server, server_of
from clientkit.wire import Failure, Flow, Request, Response, Sleep

R = TypeVar("R")

USER_AGENT = "fakestodon-clientkit"

REPEATABLE = frozenset(
    {
        *("favourite", "unfavourite", "bookmark", "unbookmark", "reblog"),
        *("follow", "unfollow", "block", "unblock", "mute", "unmute", "note"),
    }
)
"""POSTs on one thing that do no more when done twice: a lost answer is no reason to give up."""

REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
REDIRECTS = 5
"""How often one call is sent elsewhere on its server."""

RETRIES = 3
FIRST_RETRY = 0.5
LONGEST_RETRY = 30.0
MEDIA_POLLS = (1.0, 10.0)
"""Seconds between questions after an upload, the first and the longest."""


@dataclass
class Session:
    """One user (or nobody) on one server.

    `retries`: how often a call is repeated after a 5xx or a failure of the network, if that can do no harm.
    `strict`: refuse answers that are not exactly as declared (clientkit/decoding.py).
    """

    base_url: str
    token: str | None = None
    limits: Limits = field(default_factory=Limits)
    user_agent: str = USER_AGENT
    retries: int = RETRIES
    strict: bool = False
    streaming_url: str | None = None
    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random

    def __post_init__(self) -> None:
        if "//" not in self.base_url:
            self.base_url = f"https://{self.base_url}"
        self.base_url = self.base_url.rstrip("/")

    def send(
        self, operation: Operation[R], *, encoding: Encoding = "json", idempotency_key: str | None = None
    ) -> Flow[R]:
        """One call. Raises ApiError."""
        response = yield from self.exchange(self.request(operation, encoding, idempotency_key), operation)
        return self._decoded(operation, response)

    def request(
        self, operation: Operation[Any], encoding: Encoding = "json", idempotency_key: str | None = None
    ) -> Request:
        """A status gets a key of its own, so that sending it again cannot post it twice."""
        method, target, content_type, body = encode(operation, encoding)
        url = self.base_url + target
        headers = self.headers(url)
        if content_type is not None:
            headers["Content-Type"] = content_type
        if idempotency_key is None and isinstance(operation, statuses.Create):
            idempotency_key = str(uuid.uuid4())
        if idempotency_key is not None:
            headers["Idempotency-Key"] = idempotency_key
        return Request(method, url, headers, body)

    def headers(self, url: str) -> dict[str, str]:
        """The token goes to the server it is for and to nobody else, wherever a link may lead."""
        headers = {"Accept": "application/json", "User-Agent": self.user_agent}
        own = (_origin(self.base_url), _origin(self.streaming_url or self.base_url))
        if self.token is not None and _origin(url) in own:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers

    # --- one exchange, with its repetitions

    def exchange(self, request: Request, operation: Operation[Any]) -> Flow[Response]:
        """The answer below 300. Raises ApiError, and the error of a network that fails again and again."""
        name = operation.declaration.id
        repeatable = _repeatable(request, operation)
        failures = refusals = turns = 0
        while True:
            if pause := self.limits.pause(name, self.now()):
                yield Sleep(pause)
            outcome = yield request
            assert outcome is not None
            if isinstance(outcome, Response):
                if outcome.status in REDIRECTIONS:
                    request = self._redirected(request, operation, outcome, turns)
                    turns += 1
                    continue
                window = limits.read(outcome.headers, self.now())
                self.limits.note(name, window, self.now())
                if outcome.status == 429:
                    yield Sleep(self._until_window(name, outcome, window, refusals))
                    refusals += 1
                    continue
                if outcome.status < 400:
                    return outcome
                if failures and outcome.status == 404 and _only_deletes(operation):
                    return Response(200, outcome.headers)  # the try before did it, but its answer was lost
            if failures >= self.retries or not _harmless(outcome, repeatable):
                raise outcome.error if isinstance(outcome, Failure) else error_of(name, outcome)
            wait = self._asked(outcome) if isinstance(outcome, Response) else None
            yield Sleep(wait or backoff(failures, self.jitter()))
            failures += 1

    def _until_window(self, operation: str, refusal: Response, window: Window | None, refusals: int) -> float:
        """Seconds to wait before a refused call is tried again; RateLimited if it shall not be."""
        asked = self._asked(refusal)
        if self.limits.mode == "throw":
            told = [asked] if asked is not None else []
            told += [window.reset - self.now()] if window is not None else []
            raise RateLimited(operation, refusal, max(told, default=None))
        if asked is not None and window is None:
            return asked or limits.FIRST_BACKOFF
        # The limit of a proxy and that of the server: the call has to get past both.
        return max(asked or 0.0, limits.wait_after_429(window, refusals, self.now()))

    def _asked(self, response: Response) -> float | None:
        """Retry-After in seconds. Mastodon sends none; proxies in front of it do."""
        return limits.retry_after(response.headers, self.now())

    def _redirected(
        self, request: Request, operation: Operation[Any], answer: Response, turns: int
    ) -> Request:
        """Where a server has moved a thing to on itself. A call that writes is not sent twice, and none to
        another server: it is not the one that was asked for, nor the one that the token is for."""
        url = urljoin(request.url, answer.headers.get("Location", ""))
        if request.method != "GET" or turns >= REDIRECTS or _origin(url) != _origin(request.url):
            raise Redirected(operation.declaration.id, answer, url)
        return replace(request, url=url)

    # --- listings

    def page(self, operation: Operation[R]) -> Flow[Page[R]]:
        """The first page of a listing."""
        return (yield from self._page(self.request(operation), operation))

    def turn(self, page: Page[R], rel: Rel) -> Flow[Page[R] | None]:
        """The page that a page links to; None when it links to none. Raises ForeignLink."""
        address = page.link(rel)
        if address is None:
            return None
        url = urljoin(self.base_url + "/", address)
        if _origin(url) != _origin(self.base_url):
            raise ForeignLink(page.operation.declaration.id, url)
        following = yield from self._page(Request("GET", url, self.headers(url)), page.operation)
        if following.link(rel) == address:  # it would be followed for ever
            return replace(following, next=None, prev=None)
        return following

    def _page(self, request: Request, operation: Operation[R]) -> Flow[Page[R]]:
        response = yield from self.exchange(request, operation)
        found = links(response.headers.get("Link", ""))
        return Page(self._decoded(operation, response), operation, found.get("next"), found.get("prev"))

    # --- media

    def upload(
        self, operation: media.Create, *, wait: bool = True, deadline: float = 120.0
    ) -> Flow[entities.MediaAttachment]:
        """Upload a file and, unless told otherwise, wait until it can be attached.

        `deadline`: seconds to wait. Raises MediaTimeout; Unprocessable when the server cannot make it out.
        """
        response = yield from self.exchange(self.request(operation), operation)
        attachment = self._decoded(operation, response)
        if not wait or not _processing(response, attachment):
            return attachment
        return (yield from self.processed(attachment.id, deadline=deadline))

    def processed(self, media_id: str, *, deadline: float = 120.0) -> Flow[entities.MediaAttachment]:
        """Ask for one's upload until it is processed: 206 while it is not, then 200."""
        question = media.Get(id=media_id)
        pause, longest = MEDIA_POLLS
        end = self.now() + deadline
        while True:
            response = yield from self.exchange(self.request(question), question)
            attachment = self._decoded(question, response)
            if not _processing(response, attachment):
                return attachment
            left = end - self.now()
            if left <= 0:
                raise MediaTimeout(media_id, deadline)
            yield Sleep(min(pause, left))
            pause = min(pause * 1.5, longest)

    # --- the server

    def server(self) -> Flow[Server]:
        """Which software and version answers, by its instance and, where it has one, its nodeinfo."""
        described = yield from self.instance()
        try:
            nodeinfo = yield from self.send(well_known.Nodeinfo20())
        except ApiError:  # not every server has it at this address
            nodeinfo = {}
        return server_of(described, nodeinfo)

    def instance(self) -> Flow[entities.Instance | entities.V1Instance]:
        """In the newer form, or in the older if the server does not know that."""
        try:
            return (yield from self.send(instance.Get()))
        except NotFound:
            return (yield from self.send(instance.GetV1()))

    def find_streaming(self) -> Flow[str]:
        """Where streams are: often another host than the API's. Asked once."""
        if self.streaming_url is None:
            try:
                advertised = _advertised((yield from self.instance()))
            except ApiError:  # not told: then it is where the API is
                advertised = None
            self.streaming_url = self._as_safe(advertised or self.base_url)
        return self.streaming_url

    def _as_safe(self, url: str) -> str:
        """What is reached by TLS is not left for a connection in the clear, whatever a server says."""
        scheme, _, rest = url.partition("://")
        secure = {"http": "https", "ws": "wss"}
        return f"{secure.get(scheme, scheme)}://{rest}" if self.base_url.startswith("https:") else url

    def _decoded(self, operation: Operation[R], response: Response) -> R:
        result: R = decode(operation.declaration, response, strict=self.strict)
        return result


def _advertised(described: entities.Instance | entities.V1Instance) -> str | None:
    """None where another software leaves it out."""
    inner = described.configuration if isinstance(described, entities.Instance) else described
    urls = getattr(inner, "urls", None)
    address = getattr(urls, "streaming", None) or getattr(urls, "streaming_api", None)
    return address.rstrip("/") if isinstance(address, str) else None


def backoff(failures: int, jitter: float) -> float:
    """Seconds before the next try: doubled each time, shortened by up to half so that clients spread."""
    return min(FIRST_RETRY * 2.0 ** min(failures, 16), LONGEST_RETRY) * (1 - jitter / 2)


def _repeatable(request: Request, operation: Operation[Any]) -> bool:
    declaration = operation.declaration
    return (
        request.method in ("GET", "PUT", "DELETE")
        or (isinstance(operation, statuses.Create) and "Idempotency-Key" in request.headers)
        or (request.method == "POST" and ":id/" in declaration.path and declaration.name in REPEATABLE)
    )


def _only_deletes(operation: Operation[Any]) -> bool:
    declaration = operation.declaration
    return declaration.method == "DELETE" and declaration.returns in (entities.Empty, None, type(None))


def _harmless(outcome: Response | Failure, repeatable: bool) -> bool:
    if isinstance(outcome, Failure):
        return repeatable or not outcome.sent
    return repeatable and outcome.status in (500, 502, 503, 504)


def _processing(response: Response, attachment: entities.MediaAttachment) -> bool:
    return response.status in (202, 206) or not attachment.url


def _origin(url: str | None) -> tuple[str, str, int] | None:
    """Host and port; ws and http are one here, as are wss and https. None for no address."""
    if url is None:
        return None
    parts = urlsplit(url)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    try:
        port = parts.port or {"http": 80, "https": 443}.get(scheme, 0)
    except ValueError:  # a port that is none
        return None
    return scheme, parts.hostname or "", port
