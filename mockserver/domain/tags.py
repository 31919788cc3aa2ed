"""Following and featuring hashtags (app/models/tag_follow.rb, featured_tag.rb; recordings misc/*,
pagination/followed_tags)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain.events import StatusPosted, TagFollowed, TagUnfollowed, on
from mockserver.store import accounts as account_store
from mockserver.store import tags as store
from mockserver.store.schema import featured_tags, tag_follows
from mockserver.text.tags import normalise_tag, valid_tag

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

MOST_FEATURED = 10
_FULL = "You have already featured the maximum number of hashtags"


def named(ctx: Context, name: str) -> tuple[str, Row | None]:
    """The name in a path, and the row of that hashtag if it was ever used; raises NotFound for what is no
    hashtag."""
    if not valid_tag(name):
        raise errors.NotFound
    return name, store.find(ctx.db, name)


def follow(ctx: Context, me: Row, name: str) -> Row:
    """Makes the hashtag if it is new."""
    tag = store.find_or_create(ctx.db, name, ctx.now)
    if ctx.db.find(tag_follows, account_id=me.id, tag_id=tag.id) is None:
        if ctx.instance.families.count(me.id, "follows", ctx.instance.clock.seconds()).refused:
            raise errors.TooManyRequests
        ctx.db.insert(tag_follows, account_id=me.id, tag_id=tag.id, created_at=ctx.now)
        ctx.emit(TagFollowed(me.id, tag.id))
    return tag


def unfollow(ctx: Context, me: Row, tag: Row) -> None:
    if ctx.db.delete(tag_follows, account_id=me.id, tag_id=tag.id):
        ctx.emit(TagUnfollowed(me.id, tag.id))


def feature(ctx: Context, me: Row, name: str) -> Row:
    """The row of the feature; the same name again gives the one that is there, another spelling of it is
    refused."""
    existing = ctx.db.find(featured_tags, account_id=me.id, name=name)
    if existing is not None:
        return existing
    problems = []
    if not valid_tag(name):
        problems.append("Name is invalid")
        if normalise_tag(name).isdigit():
            problems.append("Display name is invalid")
        raise errors.ValidationFailed(*problems)
    tag = store.find_or_create(ctx.db, name, ctx.now)
    if ctx.db.find(featured_tags, account_id=me.id, tag_id=tag.id) is not None:
        problems.append("Tag has already been taken")
    if len(store.features_of(ctx.db, me.id)) >= MOST_FEATURED:
        problems.append(_FULL)
    if problems:
        raise errors.ValidationFailed(*problems)
    return _insert(ctx, me, tag, name)


def feature_tag(ctx: Context, me: Row, name: str, tag: Row | None) -> Row:
    """Feature a hashtag by its page; the row of the hashtag. A new one counts itself among the features
    already, so that it is refused one too early, with the sentence twice (recording
    misc/tag_feature_limit)."""
    features = store.features_of(ctx.db, me.id)
    if tag is not None and any(row.tag_id == tag.id for row in features):
        return tag
    if tag is None and len(features) + 1 >= MOST_FEATURED:
        raise errors.ValidationFailed(_FULL, _FULL)
    if len(features) >= MOST_FEATURED:
        raise errors.ValidationFailed(_FULL)
    tag = tag or store.find_or_create(ctx.db, name, ctx.now)
    _insert(ctx, me, tag, name)
    return tag


def _insert(ctx: Context, me: Row, tag: Row, name: str) -> Row:
    feature_id = ctx.db.insert(featured_tags, account_id=me.id, tag_id=tag.id, name=name, created_at=ctx.now)
    row = ctx.db.find(featured_tags, id=feature_id)
    assert row is not None
    return row


def unfeature(ctx: Context, me: Row, tag: Row) -> None:
    ctx.db.delete(featured_tags, account_id=me.id, tag_id=tag.id)


@on(StatusPosted)
def count_uses(ctx: Context, event: StatusPosted) -> None:
    """The history of a hashtag: public statuses of this server's own accounts, when they are posted, whatever
    becomes of them (recordings streaming/tag_follow, timelines/home_domain_block)."""
    status = event.status
    if not event.tags or status.visibility != "public" or status.reblog_of_id is not None or not status.local:
        return
    author = account_store.by_id(ctx.db, status.account_id)
    if author is None or author.silenced_at is not None:
        return
    for tag in store.by_ids(ctx.db, event.tags).values():
        if tag.usable is not False:
            store.count_use(ctx.db, tag.id, status.account_id, ctx.now)
