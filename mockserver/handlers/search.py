"""Searching: https://docs.joinmastodon.org/methods/search/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import search
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import search as domain
from mockserver.handlers.binding import handles
from mockserver.render import accounts, collections, statuses, tags
from mockserver.store import collections as collection_store
from mockserver.store import search as store
from mockserver.store.paging import integer, limit_of, offset_of

NEGATIVE = "Pagination values for `offset` and `limit` must be positive"


@handles(search.Search)
def search_(ctx: Context, op: search.Search) -> entities.Search:
    query = domain.normalised(op.q or "")
    if not query:
        raise errors.ParameterMissing("q")
    _check(ctx, op)
    kind = op.type or None
    limit = limit_of(op.limit, 20, 40)
    offset = offset_of(op.offset) if kind is not None else 0
    if op.resolve is True and query.startswith(("http://", "https://")):
        return _address(ctx, query, kind, nothing=limit == 0 or offset > 0)
    found = _nothing()
    if kind in (None, "accounts") and not query.startswith("#") and not ("@" in query and " " in query):
        found.accounts = accounts.many(
            ctx,
            domain.accounts_for(
                ctx,
                query,
                limit=limit,
                offset=offset,
                resolve=op.resolve is True,
                following=op.following is True,
            ),
        )
    if kind in (None, "hashtags") and "@" not in query and limit:
        found.hashtags = tags.many(
            ctx,
            store.tag_ids(
                ctx.db, query, exclude_unreviewed=op.exclude_unreviewed is True, limit=limit, offset=offset
            ),
        )
    return found


def _check(ctx: Context, op: search.Search) -> None:
    offset, limit = str(op.offset or ""), str(op.limit or "")
    if ctx.viewer_id is None:
        if offset.strip():
            raise errors.AuthenticationRequired(
                "Search queries pagination is not supported without authentication"
            )
        if op.resolve is True:
            raise errors.AuthenticationRequired(
                "Search queries that resolve remote resources are not supported without authentication"
            )
    if (integer(offset) or 0) < 0 or (integer(limit) or 0) < 0:
        raise errors.InvalidParameter(NEGATIVE)


def _nothing() -> entities.Search:
    return entities.Search(accounts=[], statuses=[], hashtags=[], collections=[])


def _address(ctx: Context, url: str, kind: str | None, *, nothing: bool) -> entities.Search:
    answer = _nothing()
    found = None if nothing else domain.resolve_url(ctx, url)
    if found is None or kind not in (None, found.kind):
        return answer
    if found.kind == "accounts":
        answer.accounts = accounts.many(ctx, [found.id])
    elif found.kind == "statuses":
        answer.statuses = statuses.many(ctx, [found.id])
    elif found.kind == "collections":
        answer.collections = [collections.one(ctx, collection_store.get(ctx, str(found.id)))]
    return answer
