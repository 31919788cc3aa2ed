"""What goes wrong with who may see and do what."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from clientkit.operations import accounts as account_ops
from clientkit.operations import statuses, timelines
from mockserver import errors
from mockserver.context import Context
from mockserver.deviations.base import (
    Handler,
    in_declarations,
    in_handlers,
    status_of,
    take_for,
    with_declaration,
)
from mockserver.handlers.binding import BINDINGS, Binding, Reply
from mockserver.render import statuses as render
from mockserver.store.paging import record_id
from mockserver.store.schema import statuses as status_rows
from mockserver.store.schema import users

if TYPE_CHECKING:
    pass

# --- visibility


def _readable(name: str, says: str, *visibilities: str) -> None:
    @in_handlers(name, says, statuses.Get)
    def shown(inner: Handler, ctx: Context, op: Any) -> Any:
        row = status_of(ctx, op)
        return render.one(ctx, row) if row is not None and row.visibility in visibilities else inner(ctx, op)


_readable("direct_readable_by_anyone", "A direct status is shown to everybody who knows its id.", "direct")
_readable("private_readable_by_anyone", "A private status is shown to everybody who knows its id.", "private")
_readable(
    "blocked_may_read", "Whom an author blocks may read that one's public statuses.", "public", "unlisted"
)


@in_handlers("private_in_public_list", "An account's list shows everybody everything.", account_ops.Statuses)
def _all_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    take_for(ctx, record_id(op.id))
    return inner(ctx, op)


@in_handlers("unlisted_in_public_timeline", "The public timeline holds unlisted statuses.", timelines.Public)
def _all_public_listed(inner: Handler, ctx: Context, op: Any) -> Any:
    page = inner(ctx, op)
    unlisted = [row.id for row in ctx.db.find_all(status_rows, order="-id", visibility="unlisted")]
    return dataclasses.replace(page, items=[*page.items, *render.many(ctx, unlisted[:20])])


# --- tokens


ALL_SCOPES = tuple(sorted({scope for operation in BINDINGS for scope in operation.declaration.scopes}))


@in_declarations("scope_not_checked", "A token may do anything, whatever its scopes.")
def _any_scope(binding: Binding) -> Binding:
    return with_declaration(binding, scopes=ALL_SCOPES) if binding.operation.declaration.scopes else binding


@in_declarations("read_scope_writes", "The scope read suffices to write.")
def _read_writes(binding: Binding) -> Binding:
    scopes = binding.operation.declaration.scopes
    return (
        with_declaration(binding, scopes=(*scopes, "read")) if any("write" in s for s in scopes) else binding
    )


@in_declarations("parent_scope_refused", "The scopes read and write do not imply their parts.")
def _no_parents(binding: Binding) -> Binding:
    parts = tuple(scope for scope in binding.operation.declaration.scopes if ":" in scope)
    return with_declaration(binding, scopes=parts) if parts else binding


@in_declarations("refused_but_done", "A call that lacks the scope is refused, but done.")
def _refused_but_done(binding: Binding) -> Binding:
    scopes, inner = binding.operation.declaration.scopes, binding.handler
    if not scopes or binding.operation.declaration.method == "GET":
        return binding

    def handler(ctx: Context, op: Any) -> Any:
        result = inner(ctx, op)
        if ctx.session is None or ctx.session.scopes.intersection(scopes):
            return result
        return Reply({"error": errors.InsufficientScope(scopes).text}, 403)

    return dataclasses.replace(with_declaration(binding, scopes=ALL_SCOPES), handler=handler)


@in_declarations("anonymous_is_somebody", "Who sends no token is taken for the first person of the server.")
def _somebody(binding: Binding) -> Binding:
    declaration, inner = binding.operation.declaration, binding.handler
    if declaration.auth != "user" or declaration.method != "GET":
        return binding

    def handler(ctx: Context, op: Any) -> Any:
        first = ctx.db.find(users) if ctx.session is None else None
        if first is not None:
            take_for(ctx, first.account_id)
        return inner(ctx, op)

    return dataclasses.replace(with_declaration(binding, auth="optional"), handler=handler)
