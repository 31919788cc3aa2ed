"""Announcements as they go over the wire: https://docs.joinmastodon.org/entities/Announcement/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from clientkit.entities import Announcement, Reaction, ShallowTag, Status
from mockserver import clock
from mockserver.render import emojis, prototypes, statuses, urls
from mockserver.store import accounts as account_store
from mockserver.store import announcements as store
from mockserver.store import statuses as status_store
from mockserver.store.schema import custom_emojis
from mockserver.text import entities, formatting

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def one(ctx: Context, row: Row) -> Announcement:
    return many(ctx, [row])[0]


def many(ctx: Context, rows: Sequence[Row]) -> list[Announcement]:
    """For nobody, as on the stream, without `read` and without `me`."""
    viewer = ctx.viewer_id
    read = store.read_by(ctx.db, viewer) if viewer is not None else None
    ids = [row.id for row in rows]
    reactions = _reactions(ctx, store.reactions(ctx.db, ids))
    return [
        _announcement(ctx, row, UNSET if read is None else row.id in read, reactions.get(row.id, []))
        for row in rows
    ]


def _announcement(ctx: Context, row: Row, read: bool | UnsetType, reactions: list[Reaction]) -> Announcement:
    people = _people(ctx, row.text)
    mentions = {
        (person.username.lower(), person.domain): formatting.Mention(
            username=person.username, domain=person.domain, url=urls.profile(ctx.instance, person)
        )
        for person in people
    }
    return Announcement(
        id=str(row.id),
        content=formatting.format_status(
            formatting.strip(row.text), mentions=mentions, tag_url=lambda name: urls.tag(ctx.instance, name)
        ),
        starts_at=clock.optional_iso(row.starts_at),
        ends_at=clock.optional_iso(row.ends_at),
        all_day=row.all_day,
        published_at=clock.iso(row.published_at or row.created_at),
        updated_at=clock.iso(row.updated_at),
        read=read,
        mentions=[prototypes.mention(ctx, person) for person in people],
        statuses=_statuses(ctx, row),
        tags=[
            ShallowTag(name=name, url=urls.tag(ctx.instance, name)) for name in entities.hashtags(row.text)
        ],
        emojis=emojis.used(ctx, [row.text]),
        reactions=reactions,
    )


def _people(ctx: Context, text: str) -> list[Row]:
    found = {}
    for username, domain in entities.mentioned_handles(text, ctx.instance.domain):
        person = account_store.by_handle(ctx.db, username, domain)
        if person is not None and person.suspended_at is None:
            found[person.id] = person
    return list(found.values())


def _statuses(ctx: Context, row: Row) -> list[Status]:
    """Only those that are for everybody."""
    rows = status_store.by_ids(ctx.db, row.status_ids)
    return statuses.many(
        ctx, [i for i in row.status_ids if i in rows and rows[i].visibility in ("public", "unlisted")]
    )


def _reactions(ctx: Context, rows: Sequence[Row]) -> dict[int, list[Reaction]]:
    """Of each announcement, by first use."""
    images = {row.custom_emoji_id for row in rows if row.custom_emoji_id is not None}
    custom = {row.id: row for row in ctx.db.find_all(custom_emojis, id=list(images))} if images else {}
    found: dict[int, dict[str, Reaction]] = {}
    viewer = ctx.viewer_id
    for row in rows:
        of_this = found.setdefault(row.announcement_id, {})
        reaction = of_this.get(row.name)
        if reaction is None:
            reaction = of_this[row.name] = Reaction(
                name=row.name, count=0, me=UNSET if viewer is None else False
            )
            emoji = custom.get(row.custom_emoji_id)
            if emoji is not None:
                reaction.url, reaction.static_url = (
                    urls.file(ctx.instance, emoji.image),
                    urls.file(ctx.instance, emoji.image_static),
                )
        reaction.count += 1
        if row.account_id == viewer:
            reaction.me = True
    return {i: list(of_this.values()) for i, of_this in found.items()}
