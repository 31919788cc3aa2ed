"""Read timelines: https://docs.joinmastodon.org/methods/timelines/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from clientkit.operations import timelines as ops
from clientkit.operations.base import Flag, LooseTexts
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import async_refreshes, lists
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import ready
from mockserver.store import feeds, tags, trends
from mockserver.store import timelines as store
from mockserver.store.database import Row
from mockserver.store.paging import Cursor, cursor, page_of_ids
from mockserver.store.roles import Permission
from mockserver.store.schema import feed_entries

Subject = Literal["live", "topic"]


@handles(ops.Home)
def home(ctx: Context, op: ops.Home) -> Page:
    feed = _feed(ctx, "home", ctx.me.id, cursor(op))
    key = async_refreshes.key_of_home(ctx.me.id)
    under_way = ctx.instance.refreshes.running(key)
    if under_way is not None:
        feed.refresh = async_refreshes.header(ctx.instance, under_way, retry=5)
    return feed


@handles(ops.List)
def list_(ctx: Context, op: ops.List) -> Page:
    return _feed(ctx, "list", lists.own(ctx, op.list_id).id, cursor(op))


def _feed(ctx: Context, kind: str, owner: int, cut: Cursor) -> Page:
    # Only a page that is not at the top can lie beyond the size of a feed.
    capped = cut.max_id is not None or cut.min_id is not None
    column = feed_entries.c.status_id
    return _statuses(ctx, page_of_ids(ctx.db, feeds.PAGE[capped], column, cut, kind=kind, owner=owner), cut)


def _statuses(ctx: Context, ids: Sequence[int], cut: Cursor) -> Page:
    return page(ready.many(ctx, ids), ids, cut.limit)


@handles(ops.Public)
def public(ctx: Context, op: ops.Public) -> Page:
    cut = cursor(op)
    origin = _readable(ctx, "live", _origin(op.local, op.remote), _asked(op.local, op.remote))
    if origin is None:
        return Page([])
    ids = store.public(
        ctx.db,
        cut,
        origin=origin,
        media=op.only_media is True,
        viewer=ctx.viewer_id,
        languages=_languages(ctx),
    )
    return _statuses(ctx, ids, cut)


@handles(ops.Hashtag)
def hashtag(ctx: Context, op: ops.Hashtag) -> Page:
    cut = cursor(op)
    origin = _readable(ctx, "topic", _origin(op.local, op.remote), _asked(op.local, op.remote))
    named = tags.find(ctx.db, op.hashtag)
    if origin is None or named is None:
        return Page([])
    ids = store.tagged(
        ctx.db,
        cut,
        any_of=list(dict.fromkeys([named.id, *_tags(ctx, op.any, 3)])),
        all_of=_tags(ctx, op.all, 4),
        none_of=_tags(ctx, op.none, 4),
        origin=origin,
        media=op.only_media is True,
        viewer=ctx.viewer_id,
    )
    return _statuses(ctx, ids, cut)


def _tags(ctx: Context, names: LooseTexts, most: int) -> list[int]:
    """Ids of hashtags that the server knows; the others are dropped."""
    given = [names] if isinstance(names, str) else names if isinstance(names, list) else []
    found = (tags.find(ctx.db, name) for name in given[:most])
    return list(dict.fromkeys(tag.id for tag in found if tag is not None))


@handles(ops.Link)
def link(ctx: Context, op: ops.Link) -> Page:
    cut = cursor(op)
    card = _trending(ctx, op.url) if isinstance(op.url, str) and op.url else None
    origin = _readable(ctx, "topic", "", "both")
    if card is None:
        raise errors.RecordNotFound
    if origin is None:
        return Page([])
    ids = store.linked(ctx.db, cut, card.id, origin=origin, viewer=ctx.viewer_id, languages=_languages(ctx))
    return _statuses(ctx, ids, cut)


def _trending(ctx: Context, url: str) -> Row | None:
    """The card of a link that trends and may."""
    by_default = bool(ctx.instance.settings["trendable_by_default"])
    ranking = trends.links(ctx.db, ctx.now, by_default=by_default)
    return next((card for card in ranking if card.url == url), None)


# --- what may be read


def _languages(ctx: Context) -> list[str] | None:
    return ctx.user.chosen_languages if ctx.viewer is not None else None


def _origin(local: Flag, remote: Flag) -> str:
    """Both together are neither."""
    if (local is True) == (remote is True):
        return ""
    return "local" if local is True else "remote"


def _asked(local: Flag, remote: Flag) -> str:
    """Which access settings count: with both parameters that of `local`."""
    return "local" if local is True else "remote" if remote is True else "both"


def _readable(ctx: Context, subject: Subject, origin: str, asked: str) -> str | None:
    """The origin that may be read of what was asked for, None for nothing. Raises UserRequired where a feed
    is not for everybody (recordings timelines/public_access, timelines/tag_access)."""
    access = {name: ctx.instance.settings[f"{name}_{subject}_feed_access"] for name in ("local", "remote")}
    counted = list(access) if asked == "both" else [asked]
    if ctx.viewer is None:
        if any(access[name] != "public" for name in counted):
            raise errors.UserRequired
        return origin
    if ctx.instance.roles.of(ctx.user.role).permissions & Permission.VIEW_FEEDS:
        return origin
    hidden = [name for name in counted if access[name] == "disabled"]
    if len(hidden) == len(counted):
        return None
    if hidden:
        return "remote" if hidden == ["local"] else "local"
    return origin
