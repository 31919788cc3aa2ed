"""The transport that every request of a law goes through: what is not plainly harmless does not leave.

On a live server only its own host is called, only so many times, and only what this run made or the given
accounts are acted on."""

from __future__ import annotations

import json
import re

import httpx

from contracts.effects import Effects

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CREATES = re.compile(r"POST /api/(v1/statuses|v[12]/media)$")
ACTS = re.compile(
    r"(POST /api/v1/statuses/(?P<acted>[^/]+)/(un)?(favourite|bookmark)"
    r"|(PUT|DELETE) /api/v1/(statuses|media)/(?P<changed>[^/]+)"
    r"|POST /api/v1/accounts/(?P<account>[^/]+)/(un)?(follow|block|mute)"
    r"|POST /api/v1/follow_requests/(?P<request>[^/]+)/(authorize|reject))$"
)
UNDOES = re.compile(r"DELETE |POST /api/v1/accounts/[^/]+/un(follow|block)$")
"""What cleans up is let through when the requests are spent: it is bounded by what was made."""
QUIET = re.compile(rb"unlisted|private|direct")


class Forbidden(Exception):
    """A law tried to send what the guard does not let pass: a mistake of the law."""


class Guard(httpx.BaseTransport):
    """`most`: how many requests may be sent at all."""

    def __init__(
        self, inner: httpx.BaseTransport, hosts: set[str], effects: Effects, most: int = 1500
    ) -> None:
        self.sent = 0
        self.own: set[str] = set()
        self._inner, self._hosts, self._effects, self._most = inner, hosts, effects, most

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        call = f"{request.method} {request.url.path}"
        self._judge(call, request)
        self.sent += 1
        response = self._inner.handle_request(request)
        if CREATES.match(call) and response.status_code < 300:
            response.read()
            self._learn(response)
        return response

    def _judge(self, call: str, request: httpx.Request) -> None:
        if request.url.host not in self._hosts:
            raise Forbidden(f"{request.url.host} is not the server under test")
        if self.sent >= self._most and not UNDOES.match(call):
            raise Forbidden(f"more than {self._most} requests")
        if request.method in SAFE:
            return
        if self._effects == Effects.READ:
            raise Forbidden(f"{call}: only reading is allowed")
        if call == "POST /api/v1/statuses":
            self._judge_status(request)
        elif CREATES.match(call):
            return
        else:
            self._judge_act(call)

    def _judge_status(self, request: httpx.Request) -> None:
        if self._effects < Effects.PUBLIC and not QUIET.search(request.url.query + request.read()):
            raise Forbidden("a status must say that it is unlisted, private or direct")

    def _judge_act(self, call: str) -> None:
        acts = ACTS.match(call)
        if acts is None:
            raise Forbidden(f"{call} is not among what laws may do")
        target = next(id for id in acts.groupdict().values() if id is not None)
        if target not in self.own:
            raise Forbidden(f"{call}: {target} is not the suite's own")

    def _learn(self, response: httpx.Response) -> None:
        try:
            made = json.loads(response.content)
        except ValueError:
            return
        if isinstance(made, dict) and "id" in made:
            self.own.add(str(made["id"]))

    def close(self) -> None:
        self._inner.close()
