"""Collections as they go over the wire: https://docs.joinmastodon.org/entities/Collection/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET

from clientkit.entities import Collection, CollectionItem, CollectionWithAccounts, ShallowTag
from mockserver import clock
from mockserver.render import accounts, urls
from mockserver.store import collections as store
from mockserver.store import tags

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

SHOWS_ACCOUNT = ("pending", "accepted")


def one(ctx: Context, row: Row) -> Collection:
    return many(ctx, [row])[0]


def many(ctx: Context, rows: Sequence[Row]) -> list[Collection]:
    items = store.items_for(ctx.db, ctx.viewer_id, [row.id for row in rows])
    topics = tags.by_ids(ctx.db, [row.tag_id for row in rows if row.tag_id is not None])
    return [_collection(ctx, row, items[row.id], topics.get(row.tag_id)) for row in rows]


def by_status(ctx: Context, statuses: Sequence[Row]) -> dict[int, list[Collection]]:
    """Those whose addresses statuses hold, by the status (recording collections/in_posts_and_reports)."""
    found: dict[int, list[Collection]] = {}
    rows = store.of_statuses(ctx.db, [row.id for row in statuses]) if statuses else ()
    for row, made in zip(rows, many(ctx, rows), strict=True):
        found.setdefault(row.status_id, []).append(made)
    return found


def _collection(ctx: Context, row: Row, items: Sequence[Row], tag: Row | None) -> Collection:
    instance = ctx.instance
    return Collection(
        id=str(row.id),
        uri=urls.collection_uri(instance, row),
        name=row.name,
        description=row.description,
        language=row.language,
        account_id=str(row.account_id),
        local=True,
        sensitive=row.sensitive,
        discoverable=row.discoverable,
        url=urls.collection(instance, row.id),
        item_count=len(items),
        created_at=clock.iso(row.created_at),
        updated_at=clock.iso(row.updated_at),
        tag=None if tag is None else ShallowTag(name=tag.name, url=urls.tag(instance, tag.name)),
        items=[item(one) for one in items],
    )


def item(row: Row) -> CollectionItem:
    return CollectionItem(
        id=str(row.id),
        state=row.state,
        created_at=clock.iso(row.created_at),
        account_id=str(row.account_id) if row.state in SHOWS_ACCOUNT else UNSET,
    )


def with_accounts(ctx: Context, row: Row) -> CollectionWithAccounts:
    """The owner first, then the members that the viewer sees."""
    made = one(ctx, row)
    ids = [row.account_id, *(int(i.account_id) for i in made.items if i.account_id is not UNSET)]
    return CollectionWithAccounts(collection=made, accounts=accounts.many(ctx, ids))
