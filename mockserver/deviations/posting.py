"""What goes wrong with posting: https://docs.joinmastodon.org/methods/statuses/#create"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from clientkit.entities import Status
from clientkit.operations import statuses
from mockserver import errors
from mockserver.context import Context
from mockserver.deviations.base import (
    Around,
    Handler,
    in_handlers,
    remembered,
)
from mockserver.render import statuses as render

if TYPE_CHECKING:
    from collections.abc import Callable


def _creating(name: str, says: str) -> Callable[[Around], Around]:
    return in_handlers(name, says, statuses.Create)


def _text(op: Any) -> str:
    return op.status if isinstance(op.status, str) else ""


@_creating("idempotency_ignored", "An Idempotency-Key is not looked at.")
def _no_idempotency(inner: Handler, ctx: Context, op: Any) -> Any:
    ctx.call.idempotency_key = None
    return inner(ctx, op)


@_creating("idempotency_for_everyone", "An Idempotency-Key that somebody else used gives that one's status.")
def _shared_idempotency(inner: Handler, ctx: Context, op: Any) -> Any:
    key, known = ctx.call.idempotency_key, remembered(ctx.instance).setdefault("keys", {})
    if key in known:
        return render.one(ctx, known[key])
    result = inner(ctx, op)
    if key and isinstance(result, Status):
        known[key] = int(result.id)
    return result


@_creating("idempotency_replay_422", "A repeated Idempotency-Key is refused.")
def _refused_replay(inner: Handler, ctx: Context, op: Any) -> Any:
    known = remembered(ctx.instance)["replays"]
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


@in_handlers("source_is_html", "The source of a status is escaped as HTML.", statuses.Source)
def _escaped_source(inner: Handler, ctx: Context, op: Any) -> Any:
    source = inner(ctx, op)
    return msgspec.structs.replace(source, text=f"<p>{html.escape(source.text)}</p>")
