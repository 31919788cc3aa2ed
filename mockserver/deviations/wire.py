"""What goes wrong with uploads, with reading parameters, and with streams."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import msgspec

from clientkit.operations import media
from mockserver.context import Context
from mockserver.deviations.base import (
    Handler,
    Scope,
    in_handlers,
    in_requests,
    in_streams,
    remembered,
)
from mockserver.domain.outbox import Message

if TYPE_CHECKING:
    from mockserver.instance import Instance

# --- media


@in_handlers("media_ready_then_processing", "A file that was ready is once more in processing.", media.Get)
def _back_to_processing(inner: Handler, ctx: Context, op: Any) -> Any:
    reply, looks = inner(ctx, op), remembered(ctx.instance)["looks"]
    if reply.status != 200 or ("again", op.id) in looks:
        return reply
    looks.add(("again", op.id) if ("ready", op.id) in looks else ("ready", op.id))
    if ("again", op.id) not in looks:
        return reply
    return dataclasses.replace(reply, status=206, body=msgspec.structs.replace(reply.body, url=None))


@in_handlers(
    "media_url_before_ready", "A file in processing has an address already.", media.Create, media.Get
)
def _early_address(inner: Handler, ctx: Context, op: Any) -> Any:
    reply = inner(ctx, op)
    if reply.status == 200:
        return reply
    return dataclasses.replace(
        reply, body=msgspec.structs.replace(reply.body, url=f"{ctx.instance.base_url}/early")
    )


@in_handlers("media_never_ready", "The processing of a file does not end.", media.Get)
def _never_ready(inner: Handler, ctx: Context, op: Any) -> Any:
    reply = inner(ctx, op)
    return dataclasses.replace(reply, status=206, body=msgspec.structs.replace(reply.body, url=None))


# --- parameters


def _content_type(scope: Scope) -> bytes:
    return bytes(dict(scope["headers"]).get(b"content-type", b""))


@in_requests("json_arrays_ignored", "Arrays in JSON are not read.")
def _no_json_arrays(scope: Scope, body: bytes) -> bytes:
    if not _content_type(scope).startswith(b"application/json"):
        return body
    return json.dumps(_without_arrays(json.loads(body))).encode()


def _without_arrays(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _without_arrays(one) for name, one in value.items() if not isinstance(one, list)}


@in_requests("query_ignored_on_post", "The query of a POST is not read.")
def _no_query(scope: Scope, body: bytes) -> bytes:
    scope["query_string"] = b""
    return body


@in_requests("multipart_plus_is_space", "Multipart texts are decoded as if they were a form's.")
def _plus_is_space(scope: Scope, body: bytes) -> bytes:
    return body.replace(b"+", b" ") if _content_type(scope).startswith(b"multipart/") else body


# --- streams


@in_streams("stream_drops_every_other_event", "Every other update is not streamed.")
def _every_other(instance: Instance, messages: list[Message]) -> list[Message]:
    kept, memory = [], remembered(instance)
    for message in messages:
        if message.event == "update":
            memory["told"] = not memory.get("told", False)
        if message.event != "update" or memory["told"]:
            kept.append(message)
    return kept


@in_streams("stream_without_deletes", "Deletions are not streamed.")
def _no_deletes(instance: Instance, messages: list[Message]) -> list[Message]:
    return [message for message in messages if message.event != "delete"]


@in_streams("stream_twice", "Every event is streamed twice.")
def _twice(instance: Instance, messages: list[Message]) -> list[Message]:
    return [message for message in messages for _ in range(2)]
