"""Seeded mistakes: what other servers get wrong, to be switched on by name (`--deviation NAME`,
`Options(deviations=…)`).

They prove that the laws of `contracts` can fail, and harden clients. The server's own code knows nothing of
them: when an instance with deviations is made, `deviate` puts each around the one place that it changes.
docs/laws.md lists them beside the laws they break."""

from __future__ import annotations

import dataclasses
import html
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

import msgspec
from msgspec import UNSET

from clientkit.entities import Status
from clientkit.operations import accounts as account_ops
from clientkit.operations import media, statuses, timelines
from clientkit.operations.base import Declaration, Operation
from mockserver import errors
from mockserver.context import Context, Session
from mockserver.domain.outbox import Message
from mockserver.handlers.binding import BINDINGS, Binding, Page, Reply
from mockserver.http.pipeline import Api, routes
from mockserver.render import statuses as render
from mockserver.store import accounts as account_store
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import favourites, users
from mockserver.store.schema import statuses as status_rows
from mockserver.streaming.hub import Hub

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mockserver.instance import Instance

Handler: TypeAlias = Callable[[Context, Any], Any]
Around: TypeAlias = Callable[[Handler, Context, Any], Any]
Rebind: TypeAlias = Callable[[Binding], Binding]
Rewrite: TypeAlias = Callable[["Scope", bytes], bytes]
Retell: TypeAlias = Callable[["Instance", list[Message]], list[Message]]


@dataclass(frozen=True)
class Deviation:
    """A mistake, and where it is: in handlers, in what is declared, in requests before they are read, or in
    what is streamed."""

    says: str
    rebind: Rebind | None = None
    rewrite: Rewrite | None = None
    retell: Retell | None = None


DEVIATIONS: dict[str, Deviation] = {}
"""All seeded mistakes by name."""

_memory: WeakKeyDictionary[Instance, dict[str, Any]] = WeakKeyDictionary()


def _remembered(instance: Instance) -> dict[str, Any]:
    """What deviations of this instance keep in mind."""
    return _memory.setdefault(instance, defaultdict(set))


def deviate(instance: Instance, api: Api, app: ASGIApp, names: Iterable[str]) -> ASGIApp:
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


def _in_handlers(
    name: str,
    says: str,
    *operations: type[Operation[Any]],
    where: Callable[[Declaration], bool] | None = None,
) -> Callable[[Around], Around]:
    """Around the handlers of these operations, or of those of which `where` holds."""

    def declare(around: Around) -> Around:
        def rebind(binding: Binding) -> Binding:
            if binding.operation not in operations and (
                where is None or not where(binding.operation.declaration)
            ):
                return binding
            inner = binding.handler
            return dataclasses.replace(binding, handler=lambda ctx, op: around(inner, ctx, op))

        DEVIATIONS[name] = Deviation(says, rebind=rebind)
        return around

    return declare


def _in_declarations(name: str, says: str) -> Callable[[Rebind], Rebind]:
    def declare(rebind: Rebind) -> Rebind:
        DEVIATIONS[name] = Deviation(says, rebind=rebind)
        return rebind

    return declare


def _in_requests(name: str, says: str) -> Callable[[Rewrite], Rewrite]:
    """`rewrite(scope, body)` gives another body, and may change the scope."""

    def declare(rewrite: Rewrite) -> Rewrite:
        DEVIATIONS[name] = Deviation(says, rewrite=rewrite)
        return rewrite

    return declare


def _in_streams(name: str, says: str) -> Callable[[Retell], Retell]:
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


def _rewriting(app: ASGIApp, rewrite: Rewrite) -> ASGIApp:
    async def rewritten(scope: Scope, receive: Receive, send: Send) -> None:
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


def _with_declaration(binding: Binding, **changes: Any) -> Binding:
    declaration = dataclasses.replace(binding.operation.declaration, **changes)
    operation = type(binding.operation.__name__, (binding.operation,), {"declaration": declaration})
    return dataclasses.replace(binding, operation=operation)


# --- interactions


@_in_handlers("favourite_twice_422", "A repeated favourite is refused with 422.", statuses.Favourite)
def _favourite_twice(inner: Handler, ctx: Context, op: Any) -> Any:
    if _favourited(ctx, op):
        raise errors.ValidationFailed("Status has already been taken")
    return inner(ctx, op)


@_in_handlers("favourite_counts_every_time", "Every repeated favourite counts again.", statuses.Favourite)
def _favourite_counts(inner: Handler, ctx: Context, op: Any) -> Any:
    if _favourited(ctx, op):
        store.count(ctx.db, record_id(op.id), favourites_count=1)
    return inner(ctx, op)


@_in_handlers(
    "unfavourite_only_says_so",
    "Unfavourite answers as if it had worked, and changes nothing.",
    statuses.Unfavourite,
)
def _unfavourite_says_so(inner: Handler, ctx: Context, op: Any) -> Any:
    return msgspec.structs.replace(render.one(ctx, store.get(ctx, op.id)), favourited=False)


def _favourited(ctx: Context, op: Any) -> bool:
    return ctx.db.find(favourites, account_id=ctx.me.id, status_id=record_id(op.id)) is not None


# --- pages


def _paged(declaration: Declaration) -> bool:
    return declaration.paging is not None and declaration.paging.style in ("P1", "P3")


@_in_handlers("min_id_as_since_id", "min_id gives the newest page above it, as since_id does.", where=_paged)
def _min_as_since(inner: Handler, ctx: Context, op: Any) -> Any:
    given = op.min_id
    return inner(ctx, op if given is UNSET else msgspec.structs.replace(op, min_id=UNSET, since_id=given))


@_in_handlers(
    "page_overlap",
    "max_id is inclusive: each page begins with the last item of the one before.",
    where=_paged,
)
def _overlap(inner: Handler, ctx: Context, op: Any) -> Any:
    below = record_id(op.max_id) if isinstance(op.max_id, str) else 0
    return inner(ctx, msgspec.structs.replace(op, max_id=str(below + 1)) if below else op)


@_in_handlers("page_gap", "Below a max_id the first item is left out.", where=_paged)
def _gap(inner: Handler, ctx: Context, op: Any) -> Any:
    result = inner(ctx, op)
    if isinstance(result, Page) and op.max_id is not UNSET:
        return dataclasses.replace(result, items=result.items[1:])
    return result


@_in_handlers("page_limit_plus_one", "Pages hold one item more than asked for.", where=_paged)
def _one_more(inner: Handler, ctx: Context, op: Any) -> Any:
    limit = record_id(str(op.limit))
    return inner(ctx, msgspec.structs.replace(op, limit=type(op.limit)(limit + 1)) if limit else op)


@_in_handlers("page_next_loops", "The `next` link leads to the page it is on.", where=_paged)
def _next_loops(inner: Handler, ctx: Context, op: Any) -> Any:
    result = inner(ctx, op)
    if isinstance(result, Page) and result.first is not None:
        return dataclasses.replace(result, last=result.first + 1)
    return result


# --- posting


def _creating(name: str, says: str) -> Callable[[Around], Around]:
    return _in_handlers(name, says, statuses.Create)


def _text(op: Any) -> str:
    return op.status if isinstance(op.status, str) else ""


@_creating("idempotency_ignored", "An Idempotency-Key is not looked at.")
def _no_idempotency(inner: Handler, ctx: Context, op: Any) -> Any:
    ctx.call.idempotency_key = None
    return inner(ctx, op)


@_creating("idempotency_for_everyone", "An Idempotency-Key that somebody else used gives that one's status.")
def _shared_idempotency(inner: Handler, ctx: Context, op: Any) -> Any:
    key, known = ctx.call.idempotency_key, _remembered(ctx.instance).setdefault("keys", {})
    if key in known:
        return render.one(ctx, known[key])
    result = inner(ctx, op)
    if key and isinstance(result, Status):
        known[key] = int(result.id)
    return result


@_creating("idempotency_replay_422", "A repeated Idempotency-Key is refused.")
def _refused_replay(inner: Handler, ctx: Context, op: Any) -> Any:
    known = _remembered(ctx.instance)["replays"]
    key = (ctx.me.id, ctx.call.idempotency_key)
    if key in known:
        raise errors.ValidationFailed("Idempotency key has already been taken")
    if key[1]:
        known.add(key)
    return inner(ctx, op)


@_creating("blank_status_accepted", "A status without anything is posted.")
def _blank_accepted(inner: Handler, ctx: Context, op: Any) -> Any:
    return inner(ctx, op if _text(op).strip() else msgspec.structs.replace(op, status="."))


@_creating("too_long_accepted", "A text that is too long is cut off, not refused.")
def _cut_off(inner: Handler, ctx: Context, op: Any) -> Any:
    return inner(ctx, msgspec.structs.replace(op, status=_text(op)[:400]))


def _refuse_longer(length: int) -> None:
    if length > 500:
        raise errors.ValidationFailed("Text character limit of 500 exceeded")


@_creating("length_in_bytes", "The limit of characters counts bytes.")
def _bytes_counted(inner: Handler, ctx: Context, op: Any) -> Any:
    _refuse_longer(len(_text(op).encode()))
    return inner(ctx, op)


@_creating("links_count_in_full", "Links count with all their characters.")
def _links_in_full(inner: Handler, ctx: Context, op: Any) -> Any:
    _refuse_longer(len(_text(op)))
    return inner(ctx, op)


@_creating("create_forgets_spoiler", "The spoiler text of a new status is lost.")
def _no_spoiler(inner: Handler, ctx: Context, op: Any) -> Any:
    return inner(ctx, msgspec.structs.replace(op, spoiler_text=UNSET))


@_creating("private_becomes_public", "What should be private is posted publicly.")
def _all_public(inner: Handler, ctx: Context, op: Any) -> Any:
    return inner(ctx, msgspec.structs.replace(op, visibility="public") if op.visibility == "private" else op)


@_in_handlers("source_is_html", "The source of a status is escaped as HTML.", statuses.Source)
def _escaped_source(inner: Handler, ctx: Context, op: Any) -> Any:
    source = inner(ctx, op)
    return msgspec.structs.replace(source, text=f"<p>{html.escape(source.text)}</p>")


# --- deleting, and what belongs to others


def _take_for(ctx: Context, account_id: int) -> None:
    """Let the caller pass for somebody else."""
    account = account_store.by_id(ctx.db, account_id)
    token: Any = ctx.session.token if ctx.session is not None else None
    ctx.session = Session(token, None, account_store.user_of(ctx.db, account_id), account)


def _row(ctx: Context, op: Any) -> Row | None:
    """The status of an operation, whoever may see it."""
    return store.by_id(ctx.db, record_id(op.id))


@_in_handlers(
    "deleted_still_readable", "Delete answers as if it had worked, and changes nothing.", statuses.Delete
)
def _not_deleted(inner: Handler, ctx: Context, op: Any) -> Any:
    row = store.own(ctx, op.id)
    return msgspec.structs.replace(render.one(ctx, row), text=row.text)


@_in_handlers(
    "deleted_only_by_id", "A deleted status is not found by its id, but listed.",
    statuses.Delete, statuses.Get, statuses.Context, statuses.History, statuses.FavouritedBy,
)  # fmt: skip
def _still_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    gone = _remembered(ctx.instance)["gone"]
    if op.id in gone:
        raise errors.RecordNotFound
    if not isinstance(op, statuses.Delete):
        return inner(ctx, op)
    gone.add(op.id)
    return _not_deleted(inner, ctx, op)


@_in_handlers("delete_forgets_text", "The answer to delete lacks the source.", statuses.Delete)
def _no_redraft(inner: Handler, ctx: Context, op: Any) -> Any:
    return msgspec.structs.replace(inner(ctx, op), text=UNSET)


def _as_author(inner: Handler, ctx: Context, op: Any) -> Any:
    row = _row(ctx, op)
    if row is not None:
        _take_for(ctx, row.account_id)
    return inner(ctx, op)


_in_handlers("anyone_deletes", "Anybody may delete a status.", statuses.Delete)(_as_author)
_in_handlers("anyone_edits", "Anybody may edit a status.", statuses.Edit)(_as_author)


# --- visibility


def _readable(name: str, says: str, *visibilities: str) -> None:
    @_in_handlers(name, says, statuses.Get)
    def shown(inner: Handler, ctx: Context, op: Any) -> Any:
        row = _row(ctx, op)
        return render.one(ctx, row) if row is not None and row.visibility in visibilities else inner(ctx, op)


_readable("direct_readable_by_anyone", "A direct status is shown to everybody who knows its id.", "direct")
_readable("private_readable_by_anyone", "A private status is shown to everybody who knows its id.", "private")
_readable(
    "blocked_may_read", "Whom an author blocks may read that one's public statuses.", "public", "unlisted"
)


@_in_handlers("private_in_public_list", "An account's list shows everybody everything.", account_ops.Statuses)
def _all_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    _take_for(ctx, record_id(op.id))
    return inner(ctx, op)


@_in_handlers("unlisted_in_public_timeline", "The public timeline holds unlisted statuses.", timelines.Public)
def _all_public_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    page = inner(ctx, op)
    unlisted = [row.id for row in ctx.db.find_all(status_rows, order="-id", visibility="unlisted")]
    return dataclasses.replace(page, items=[*page.items, *render.many(ctx, unlisted[:20])])


# --- tokens


ALL_SCOPES = tuple(sorted({scope for operation in BINDINGS for scope in operation.declaration.scopes}))


@_in_declarations("scope_not_checked", "A token may do anything, whatever its scopes.")
def _any_scope(binding: Binding) -> Binding:
    return _with_declaration(binding, scopes=ALL_SCOPES) if binding.operation.declaration.scopes else binding


@_in_declarations("read_scope_writes", "The scope read suffices to write.")
def _read_writes(binding: Binding) -> Binding:
    scopes = binding.operation.declaration.scopes
    return (
        _with_declaration(binding, scopes=(*scopes, "read")) if any("write" in s for s in scopes) else binding
    )


@_in_declarations("parent_scope_refused", "The scopes read and write do not imply their parts.")
def _no_parents(binding: Binding) -> Binding:
    parts = tuple(scope for scope in binding.operation.declaration.scopes if ":" in scope)
    return _with_declaration(binding, scopes=parts) if parts else binding


@_in_declarations("refused_but_done", "A call that lacks the scope is refused, but done.")
def _refused_but_done(binding: Binding) -> Binding:
    scopes, inner = binding.operation.declaration.scopes, binding.handler
    if not scopes or binding.operation.declaration.method == "GET":
        return binding

    def handler(ctx: Context, op: Any) -> Any:
        result = inner(ctx, op)
        if ctx.session is None or ctx.session.scopes.intersection(scopes):
            return result
        return Reply({"error": errors.InsufficientScope(scopes).text}, 403)

    return dataclasses.replace(_with_declaration(binding, scopes=ALL_SCOPES), handler=handler)


@_in_declarations("anonymous_is_somebody", "Who sends no token is taken for the first person of the server.")
def _somebody(binding: Binding) -> Binding:
    declaration, inner = binding.operation.declaration, binding.handler
    if declaration.auth != "user" or declaration.method != "GET":
        return binding

    def handler(ctx: Context, op: Any) -> Any:
        first = ctx.db.find(users) if ctx.session is None else None
        if first is not None:
            _take_for(ctx, first.account_id)
        return inner(ctx, op)

    return dataclasses.replace(_with_declaration(binding, auth="optional"), handler=handler)


# --- media


@_in_handlers("media_ready_then_processing", "A file that was ready is once more in processing.", media.Get)
def _back_to_processing(inner: Handler, ctx: Context, op: Any) -> Any:
    reply, looks = inner(ctx, op), _remembered(ctx.instance)["looks"]
    if reply.status != 200 or ("again", op.id) in looks:
        return reply
    looks.add(("again", op.id) if ("ready", op.id) in looks else ("ready", op.id))
    if ("again", op.id) not in looks:
        return reply
    return dataclasses.replace(reply, status=206, body=msgspec.structs.replace(reply.body, url=None))


@_in_handlers(
    "media_url_before_ready", "A file in processing has an address already.", media.Create, media.Get
)
def _early_address(inner: Handler, ctx: Context, op: Any) -> Any:
    reply = inner(ctx, op)
    if reply.status == 200:
        return reply
    return dataclasses.replace(
        reply, body=msgspec.structs.replace(reply.body, url=f"{ctx.instance.base_url}/early")
    )


@_in_handlers("media_never_ready", "The processing of a file does not end.", media.Get)
def _never_ready(inner: Handler, ctx: Context, op: Any) -> Any:
    reply = inner(ctx, op)
    return dataclasses.replace(reply, status=206, body=msgspec.structs.replace(reply.body, url=None))


# --- parameters


def _content_type(scope: Scope) -> bytes:
    return bytes(dict(scope["headers"]).get(b"content-type", b""))


@_in_requests("json_arrays_ignored", "Arrays in JSON are not read.")
def _no_json_arrays(scope: Scope, body: bytes) -> bytes:
    if not _content_type(scope).startswith(b"application/json"):
        return body
    return json.dumps(_without_arrays(json.loads(body))).encode()


def _without_arrays(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _without_arrays(one) for name, one in value.items() if not isinstance(one, list)}


@_in_requests("query_ignored_on_post", "The query of a POST is not read.")
def _no_query(scope: Scope, body: bytes) -> bytes:
    scope["query_string"] = b""
    return body


@_in_requests("multipart_plus_is_space", "Multipart texts are decoded as if they were a form's.")
def _plus_is_space(scope: Scope, body: bytes) -> bytes:
    return body.replace(b"+", b" ") if _content_type(scope).startswith(b"multipart/") else body


# --- streams


@_in_streams("stream_drops_every_other_event", "Every other update is not streamed.")
def _every_other(instance: Instance, messages: list[Message]) -> list[Message]:
    kept, memory = [], _remembered(instance)
    for message in messages:
        if message.event == "update":
            memory["told"] = not memory.get("told", False)
        if message.event != "update" or memory["told"]:
            kept.append(message)
    return kept


@_in_streams("stream_without_deletes", "Deletions are not streamed.")
def _no_deletes(instance: Instance, messages: list[Message]) -> list[Message]:
    return [message for message in messages if message.event != "delete"]


@_in_streams("stream_twice", "Every event is streamed twice.")
def _twice(instance: Instance, messages: list[Message]) -> list[Message]:
    return [message for message in messages for _ in range(2)]
