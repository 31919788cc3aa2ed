"""What a deviation is, the table of all, and the four places where one can be put."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

from msgspec import Struct

from clientkit.operations.base import Declaration, Operation
from mockserver.context import Context, Session
from mockserver.domain.outbox import Message
from mockserver.handlers.binding import BINDINGS, Binding
from mockserver.http.pipeline import Api, routes
from mockserver.store import accounts as account_store
from mockserver.store import statuses as status_store
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.streaming.hub import Hub

if TYPE_CHECKING:
    from mockserver.instance import Instance

Scope: TypeAlias = dict[str, Any]
"""As ASGI describes a request: https://asgi.readthedocs.io"""
App: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]
Handler: TypeAlias = Callable[[Context, Any], Any]
Around: TypeAlias = Callable[[Handler, Context, Any], Any]
Rebind: TypeAlias = Callable[[Binding], Binding]
Rewrite: TypeAlias = Callable[[Scope, bytes], bytes]
Retell: TypeAlias = Callable[["Instance", list[Message]], list[Message]]


class Deviation(Struct, frozen=True):
    """A mistake, and where it is: in handlers, in what is declared, in requests before they are read, or in
    what is streamed."""

    says: str
    rebind: Rebind | None = None
    rewrite: Rewrite | None = None
    retell: Retell | None = None


DEVIATIONS: dict[str, Deviation] = {}
"""All seeded mistakes by name."""

_memory: WeakKeyDictionary[Instance, dict[str, Any]] = WeakKeyDictionary()


def remembered(instance: Instance) -> dict[str, Any]:
    """What deviations of this instance keep in mind."""
    return _memory.setdefault(instance, defaultdict(set))


def take_for(ctx: Context, account_id: int) -> None:
    """Let the caller pass for somebody else."""
    account = account_store.by_id(ctx.db, account_id)
    token: Any = ctx.session.token if ctx.session is not None else None
    ctx.session = Session(token, None, account_store.user_of(ctx.db, account_id), account)


def status_of(ctx: Context, op: Any) -> Row | None:
    """The status of an operation, whoever may see it."""
    return status_store.by_id(ctx.db, record_id(op.id))


def deviate(instance: Instance, api: Api, app: App, names: Iterable[str]) -> App:
    """Make the mistakes of these names. Raises ValueError for an unknown one."""
    chosen = [_named(name) for name in sorted(names)]
    bindings = dict(BINDINGS)
    for rebind in (one.rebind for one in chosen if one.rebind is not None):
        bindings = {operation: rebind(binding) for operation, binding in bindings.items()}
    api.router = routes(bindings)
    retellings = [one.retell for one in chosen if one.retell is not None]
    if retellings:
        instance.hub = _Retelling(instance, retellings)
    for rewrite in (one.rewrite for one in chosen if one.rewrite is not None):
        app = _rewriting(app, rewrite)
    return app


def _named(name: str) -> Deviation:
    if name not in DEVIATIONS:
        raise ValueError(f"there is no deviation {name!r}; there are {', '.join(sorted(DEVIATIONS))}")
    return DEVIATIONS[name]


# --- the four places


def in_handlers(
    name: str,
    says: str,
    *operations: type[Operation[Any]],
    where: Callable[[Declaration], bool] | None = None,
) -> Callable[[Around], Around]:
    """Around the handlers of these operations, or of those of which `where` holds."""

    def declare(around: Around) -> Around:
        def rebind(binding: Binding) -> Binding:
            named = issubclass(binding.operation, operations) if operations else False
            if not named and (where is None or not where(binding.operation.declaration)):
                return binding
            inner = binding.handler
            return dataclasses.replace(binding, handler=lambda ctx, op: around(inner, ctx, op))

        DEVIATIONS[name] = Deviation(says, rebind=rebind)
        return around

    return declare


def in_declarations(name: str, says: str) -> Callable[[Rebind], Rebind]:
    def declare(rebind: Rebind) -> Rebind:
        DEVIATIONS[name] = Deviation(says, rebind=rebind)
        return rebind

    return declare


def in_requests(name: str, says: str) -> Callable[[Rewrite], Rewrite]:
    """`rewrite(scope, body)` gives another body, and may change the scope."""

    def declare(rewrite: Rewrite) -> Rewrite:
        DEVIATIONS[name] = Deviation(says, rewrite=rewrite)
        return rewrite

    return declare


def in_streams(name: str, says: str) -> Callable[[Retell], Retell]:
    def declare(retell: Retell) -> Retell:
        DEVIATIONS[name] = Deviation(says, retell=retell)
        return retell

    return declare


class _Retelling(Hub):
    def __init__(self, instance: Instance, retellings: list[Retell]) -> None:
        super().__init__(instance)
        self._retellings = retellings

    def publish(self, messages: list[Message]) -> None:
        for retell in self._retellings:
            messages = retell(self.instance, messages)
        super().publish(messages)


def _rewriting(app: App, rewrite: Rewrite) -> App:
    async def rewritten(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != "POST":
            await app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        scope = dict(scope)
        read = iter([{"type": "http.request", "body": rewrite(scope, body), "more_body": False}])

        async def again() -> Any:
            return next(read, None) or await receive()

        await app(scope, again, send)

    return rewritten


def with_declaration(binding: Binding, **changes: Any) -> Binding:
    declaration = dataclasses.replace(binding.operation.declaration, **changes)
    operation = type(binding.operation.__name__, (binding.operation,), {"declaration": declaration})
    return dataclasses.replace(binding, operation=operation)
