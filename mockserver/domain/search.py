"""What a search means: a handle, an address, or words (app/services/search_service.rb,
resolve_url_service.rb; recordings search/*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from mockserver import errors
from mockserver.store import accounts as account_store
from mockserver.store import collections as collection_store
from mockserver.store import relations
from mockserver.store import search as store
from mockserver.store import statuses as status_store
from mockserver.store.paging import record_id
from mockserver.text.entities import split_handle

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

SHORTEST_ANONYMOUS = 3

_HANDLE = re.compile(r"([\w.-]*\w)@([\w-]+(?:\.[\w-]+)*(?::\d+)?)", re.UNICODE)
_CURLY = str.maketrans("“”„«»‘’", '"""""\'\'')
_NO_QUERY = re.compile(r"['?\\:‘’]")

Kind = Literal["accounts", "statuses", "collections"]


class Found(Struct, frozen=True):
    """What an address leads to."""

    kind: Kind
    id: int


def accounts_for(
    ctx: Context, query: str, *, limit: int, offset: int = 0, resolve: bool = False, following: bool = False
) -> list[int]:
    """Ids of accounts: the one of a whole handle first, then those whose names match."""
    query = query.strip().removeprefix("@")
    if not query or limit < 1:
        return []
    is_handle = _HANDLE.fullmatch(query) is not None and offset == 0
    exact = _exact(ctx, query, resolve=resolve, following=following) if is_handle else None
    first = [] if exact is None else [exact.id]
    found: Sequence[int] = []
    if ctx.viewer_id is not None or len(query) >= SHORTEST_ANONYMOUS:
        username, domain = split_handle(query, ctx.instance.domain)
        found = store.account_ids(
            ctx.db,
            _NO_QUERY.sub(" ", username if domain is None else query),
            viewer_id=ctx.viewer_id,
            following=following and ctx.viewer_id is not None,
            now=ctx.now,
            limit=limit - len(first),
            offset=offset,
        )
    return list(dict.fromkeys([*first, *found]))


def _exact(ctx: Context, query: str, *, resolve: bool, following: bool) -> Row | None:
    """Raises RemoteUnavailable when another server would have to be asked."""
    row = account_store.by_handle(ctx.db, *split_handle(query, ctx.instance.domain))
    if row is None:
        if resolve and split_handle(query, ctx.instance.domain)[1] is not None:
            raise errors.RemoteUnavailable
        return None
    if following and ctx.viewer_id is not None and row.id != ctx.viewer_id:
        return row if relations.follows_account(ctx.db, ctx.viewer_id, row.id) else None
    return row


def normalised(query: str) -> str:
    """Curly quotes become straight ones."""
    return query.translate(_CURLY).strip()


# --- addresses

_PATHS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("statuses", re.compile(r"/@[^/]+/(\d+)")),
    ("statuses", re.compile(r"/users/[^/]+/statuses/(\d+)")),
    ("statuses", re.compile(r"/ap/users/\d+/statuses/(\d+)")),
    ("accounts", re.compile(r"/@([^/]+)")),
    ("accounts", re.compile(r"/users/([^/]+)")),
    ("collections", re.compile(r"/collections/(\d+)")),
    ("collections", re.compile(r"/ap/users/\d+/collections/(\d+)")),
)


def resolve_url(ctx: Context, url: str) -> Found | None:
    """What an address leads to, if this server knows it and the viewer may see it. Names in a status's
    address do not matter."""
    host, _, rest = url.partition("://")[2].partition("/")
    if host.lower() != ctx.instance.domain.lower():
        return _remote(ctx, url)
    path = "/" + rest.partition("?")[0].partition("#")[0].rstrip("/")
    for kind, pattern in _PATHS:
        match = pattern.fullmatch(path)
        if match is not None:
            return _local(ctx, kind, match[1])
    return None


def _local(ctx: Context, kind: Kind, name: str) -> Found | None:
    if kind == "statuses":
        status = status_store.find_visible(ctx, record_id(name))
        return None if status is None else Found(kind, status.id)
    if kind == "accounts":
        row = account_store.by_handle(ctx.db, *split_handle(name, ctx.instance.domain))
        return None if row is None or not account_store.usable(ctx, row) else Found(kind, row.id)
    collection = collection_store.by_id(ctx.db, record_id(name))
    if collection is None or collection_store.hidden_from(ctx, collection.account_id):
        return None
    return Found(kind, collection.id)


def _remote(ctx: Context, url: str) -> Found | None:
    """A fake asks nobody: only what has come here before is found (reference: search-trends-instance.md)."""
    account_id = store.remote_account(ctx.db, url)
    if account_id is not None:
        return Found("accounts", account_id)
    for number in store.hidden_remote_statuses(ctx.db, url):
        if status_store.find_visible(ctx, number) is not None:
            return Found("statuses", number)
    return None
