"""How a request runs: the stages, from the bytes of the request to the bytes of the answer.

read parameters → throttle → route → identify → decode → handle → encode. A stage that refuses raises a
`WireError`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from email.utils import formatdate
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict
from starlette.types import Receive, Scope, Send

from clientkit.operations.base import Declaration, Operation
from mockserver import errors
from mockserver.clock import monotonic
from mockserver.context import Call, Context, Session
from mockserver.handlers import BINDINGS
from mockserver.handlers.binding import Binding
from mockserver.http import conditional, files, finish, headers, params, throttling
from mockserver.http.authenticate import identify, token_of
from mockserver.http.decode import decode
from mockserver.http.encode import Answer, encode
from mockserver.http.rate_limits import Verdict
from mockserver.http.request import ClientGone, Request
from mockserver.http.router import Router
from mockserver.store import logins

if TYPE_CHECKING:
    from mockserver.instance import Instance

log = logging.getLogger("fakestodon")


WITH_SUFFIX = frozenset({"health.get", "web.manifest", "well_known.host_meta", "well_known.nodeinfo20"})
"""Operations that can be called with `.json` behind their path as well."""


def routes(bindings: Mapping[type[Operation[Any]], Binding] = BINDINGS) -> Router[Binding]:
    router: Router[Binding] = Router()
    for binding in bindings.values():
        declaration = binding.operation.declaration
        for method in (declaration.method, *declaration.also):
            router.add(method, declaration.path, binding)
            if declaration.id in WITH_SUFFIX:
                router.add(method, f"{declaration.path}.json", binding)
    return router


@cache
def _usual_routes() -> Router[Binding]:
    """Those of an instance without deviations: one for all of a process."""
    return routes()


class Api:
    """The REST API and the web pages of one instance, as an ASGI application."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.router = _usual_routes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = monotonic()
        try:
            request = await Request.read(scope, receive)
        except ClientGone:  # half a text is not to be posted
            return
        run = Run(self.instance, request)
        answer = await run.answer(self.router)
        finish.with_cors(answer, request)
        answer.headers["X-Request-Id"] = request.id or self.instance.ids.request_id()
        answer.headers["Date"] = http_date(self.instance.clock.now() // 1000)
        await send_answer(send, *as_sent(request, answer))
        self.instance.on_answer(request.method, request.path, answer.status, monotonic() - began, run.who)


@lru_cache(maxsize=8)
def http_date(second: int) -> str:
    """The instance's time, not the machine's: clients measure a rate limit's reset by it."""
    return formatdate(second, usegmt=True)


def as_sent(request: Request, answer: Answer) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers as they go out: none of the body for HEAD, nothing at all when the client
    has it."""
    tag = answer.headers.get("ETag")
    asked = request.headers.get("if-none-match")
    if tag is not None and conditional.not_modified(request.method, answer.status, tag, asked):
        kept = {n: v for n, v in answer.headers.items() if n.lower() not in conditional.ONLY_IN_FULL}
        return 304, b"", kept
    sent = answer.headers
    if answer.status != 204:
        sent = sent | {"Content-Length": str(len(answer.body))}
    return answer.status, b"" if request.method == "HEAD" else answer.body, sent


async def send_answer(send: Send, status: int, body: bytes, headers: dict[str, str]) -> None:
    """Two messages of ASGI; a response object of Starlette's would cost as much as running the handler."""
    raw = [(_raw_name(name), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


def refuse_nul(op: Operation[Any], path_parameters: Mapping[str, str]) -> None:
    """Refuse a text with a NUL, which no database column takes. Where no text is read it does no harm: in a
    flag (recording errors/bools_query), in what the operation does not know; in a path it names nothing."""
    read = {name: value for name, value in asdict(op).items() if name not in path_parameters}
    if params.contains_nul(read):
        raise errors.BadRequest


@lru_cache(maxsize=256)
def _raw_name(name: str) -> bytes:
    return name.lower().encode("latin-1")


class Run:
    """One request on its way through the stages; what is known so far decides the headers of whatever is
    answered."""

    def __init__(self, instance: Instance, request: Request) -> None:
        self.instance = instance
        self.request = request
        self.limits: Verdict | None = None
        self.declaration: Declaration | None = None
        self.session: Session | None = None

    @property
    def who(self) -> str | None:
        """The account's name, for the log."""
        return (
            self.session.account.username
            if self.session is not None and self.session.account is not None
            else None
        )

    async def answer(self, router: Router[Binding]) -> Answer:
        """The answer to the request; never raises."""
        try:
            self.instance.run_due()
            return await self.stages(router)
        except errors.WireError as error:
            return self.refuse(error)
        except Exception:
            log.exception("%s %s failed", self.request.method, self.request.path)
            return self.refuse(errors.InternalError())

    async def stages(self, router: Router[Binding]) -> Answer:
        request = self.request
        if not request.method.isupper():
            raise finish.NoRequest
        answer = finish.preflight(request)
        if answer is None and not self.instance.options.any_host:
            answer = finish.check_host(request, self.instance.domain)
        if answer is not None:
            return answer
        authorization = request.headers.get("authorization")
        self.session = self.session_of(token_of(authorization, {}))
        parameters = self.read_parameters()
        method = params.overridden_method(request.method, request.headers, parameters.form)
        request.parameters = parameters.tree
        self.limits = throttling.count(self.instance, request, method, parameters, self.session)
        if not request.path_is_text():
            raise finish.Unreadable
        answer = files.find(self.instance, request)
        if answer is not None:
            return answer
        accept = request.headers.get("accept")
        if accept and not headers.understood(accept):
            raise finish.UnreadableType
        if self.session is None:
            self.session = self.session_of(token_of(authorization, request.parameters))
        found = router.match(method, request.path)
        if found is None:
            raise errors.RouteNotFound
        binding, path_parameters = found
        self.declaration = binding.operation.declaration
        return await self.handle(binding, path_parameters)

    def session_of(self, token: str | None) -> Session | None:
        return self.instance.sessions.find(token) if token else None

    def read_parameters(self) -> params.Parameters:
        request = self.request
        if len(request.query) > params.MAX_QUERY or len(request.path) > params.MAX_PATH:
            raise finish.NoRequest
        try:
            return params.read(request.query, request.headers.get("content-type"), request.body)
        except params.BadQueryEscape as error:
            raise finish.Unreadable from error
        except params.BadBody as error:
            # Unreadable requests are counted like any other (recording errors/malformed_json).
            nothing = params.Parameters({}, {}, {})
            throttling.count(self.instance, request, request.method, nothing, self.session)
            raise finish.Unreadable from error
        except params.NotAcceptableBody as error:
            raise finish.UnreadableType from error

    async def handle(self, binding: Binding, path_parameters: dict[str, str]) -> Answer:
        assert self.declaration is not None
        declaration, instance = self.declaration, self.instance
        if binding.first is None:
            self.session = identify(self.session, declaration, instance.clock.now())
        op = decode(binding.operation, self.request.parameters, path_parameters)
        if params.contains_nul(self.request.parameters):
            refuse_nul(op, path_parameters)
        call = self.call()
        if binding.prepare is not None:
            call.prepared = await asyncio.to_thread(binding.prepare, op)
        with instance.context(call, self.session) as ctx:
            self.note_visit(ctx)
            if binding.first is not None:
                self.look_first(ctx, binding, op)
            answer = encode(binding.handler(ctx, op), ctx, declaration)
        family = throttling.family(instance, declaration, self.session)
        return finish.finish(answer, instance, self.request, declaration, self.limits, family)

    def note_visit(self, ctx: Context) -> None:
        """Once in 24 hours, whatever becomes of the call
        (app/controllers/concerns/user_tracking_concern.rb)."""
        if self.session is None or self.session.user is None:
            return
        if logins.is_due(self.session.user, ctx.now):
            ctx.tally(partial(logins.note, ctx.db, self.session.user, ctx.now))

    def look_first(self, ctx: Context, binding: Binding, op: Any) -> None:
        """Some operations look for their status before they judge the token: 404 even without one."""
        assert self.declaration is not None and binding.first is not None
        try:
            self.session = ctx.session = identify(self.session, self.declaration, self.instance.clock.now())
        except errors.CallerSuspended:
            raise
        except errors.WireError:
            binding.first(ctx, op)  # judged too lightly to act, but good enough to see with
            raise
        binding.first(ctx, op)

    def call(self) -> Call:
        request = self.request
        return Call(
            method=request.method,
            path=request.path,
            ip=throttling.address(request),
            parameters=request.parameters,
            idempotency_key=request.headers.get("idempotency-key") or None,
            language=request.headers.get("accept-language"),
            cookies=request.cookies if "cookie" in request.headers else {},
            authorization=request.headers.get("authorization"),
            accept=request.headers.get("accept"),
        )

    def refuse(self, error: errors.WireError) -> Answer:
        family = None
        if error.status not in throttling.WITHOUT_FAMILY:
            family = throttling.family(self.instance, self.declaration, self.session)
        return finish.refusal(error, self.instance, self.request, self.declaration, self.limits, family)
