"""Hashtags as they go over the wire (reference: entities.md, Tag and FeaturedTag)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import UNSET

from clientkit.entities import AdminTag, FeaturedTag, Tag
from mockserver import clock
from mockserver.render import urls, usage
from mockserver.store import tags as store

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def one(ctx: Context, tag: Row) -> Tag:
    return many(ctx, [tag.id])[0]


def many(ctx: Context, ids: Sequence[int]) -> list[Tag]:
    """The hashtags of these ids, in this order."""
    if not ids:
        return []
    days = usage.days(ctx)
    rows = store.by_ids(ctx.db, ids)
    uses = store.uses(ctx.db, ids, days[-1])
    me = ctx.viewer_id
    following = store.following(ctx.db, me, ids) if me is not None else set()
    featuring = store.featuring(ctx.db, me, ids) if me is not None else set()
    return [
        Tag(
            id=str(i),
            name=rows[i].display_name or rows[i].name,
            url=urls.tag(ctx.instance, rows[i].name),
            history=usage.of(i, uses, days),
            following=i in following if me is not None else UNSET,
            featuring=i in featuring if me is not None else UNSET,
        )
        for i in ids
    ]


def for_moderators(ctx: Context, ids: Sequence[int]) -> list[AdminTag]:
    """The hashtags of these ids, in this order, with what moderators decided about them."""
    rows = store.by_ids(ctx.db, ids) if ids else {}
    default = bool(ctx.instance.settings["trendable_by_default"])
    return [
        AdminTag(
            **{name: getattr(tag, name) for name in tag.__struct_fields__},
            trendable=default if row.trendable is None else row.trendable,
            usable=row.usable is not False,
            requires_review=row.reviewed_at is None,
            listable=row.listable is not False,
        )
        for tag, row in ((tag, rows[int(tag.id)]) for tag in many(ctx, ids))
    ]


def unused(ctx: Context, name: str) -> Tag:
    """A hashtag that nobody has used: it has no id."""
    user = ctx.viewer_id is not None
    return Tag(
        id="",
        name=name,
        url=urls.tag(ctx.instance, name.lower()),
        history=usage.of(0, {}, usage.days(ctx)),
        following=False if user else UNSET,
        featuring=False if user else UNSET,
    )


def featured(ctx: Context, account: Row, rows: Sequence[Row]) -> list[FeaturedTag]:
    """Features of one account's profile, in this order."""
    names = store.by_ids(ctx.db, [row.tag_id for row in rows])
    used = store.own_use(ctx.db, account.id, [row.tag_id for row in rows])
    made = []
    for row in rows:
        count, last_at = used.get(row.tag_id, (0, None))
        made.append(
            FeaturedTag(
                id=str(row.id),
                name=row.name,
                url=f"{urls.profile(ctx.instance, account)}/tagged/{quote(names[row.tag_id].name, safe='')}",
                statuses_count=str(count),
                last_status_at=clock.day(last_at) if last_at is not None else None,
            )
        )
    return made


def featured_by(ctx: Context, account: Row) -> list[FeaturedTag]:
    """All features of an account, the most used first."""
    made = featured(ctx, account, store.features_of(ctx.db, account.id))
    return sorted(made, key=lambda tag: -int(tag.statuses_count))
