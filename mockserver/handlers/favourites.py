"""What one has favourited: https://docs.joinmastodon.org/methods/favourites/"""

from __future__ import annotations

from clientkit.operations import bookmarks, favourites
from mockserver.context import Context
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import ready
from mockserver.store import interactions, schema
from mockserver.store.database import Table
from mockserver.store.paging import cursor


@handles(favourites.Get)
def favourited(ctx: Context, op: favourites.Get) -> Page:
    return _kept(ctx, op, schema.favourites)


@handles(bookmarks.Get)
def bookmarked(ctx: Context, op: bookmarks.Get) -> Page:
    return _kept(ctx, op, schema.bookmarks)


def _kept(ctx: Context, op: favourites.Get | bookmarks.Get, table: Table) -> Page:
    at = cursor(op)
    rows = interactions.kept(ctx, table, at)
    return page(ready.many(ctx, [row.status_id for row in rows]), [row.id for row in rows], at.limit)
