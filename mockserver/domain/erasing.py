"""Deleting what an account has made, or the account itself (app/services/delete_account_service.rb;
recordings admin/delete_account, moderation/deleted_account)."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mockserver.domain import collections, deleting, follows, posting
from mockserver.domain.events import StatusUnfavourited
from mockserver.store import schema
from mockserver.store import statuses as status_store

if TYPE_CHECKING:
    import sqlalchemy as sa

    from mockserver.context import Context
    from mockserver.store.database import Row

BLANK_PROFILE = {
    "display_name": "",
    "note": "",
    "fields": [],
    "locked": False,
    "memorial": False,
    "discoverable": False,
    "avatar": None,
    "avatar_static": None,
    "avatar_description": "",
    "header": None,
    "header_static": None,
    "header_description": "",
    "moved_to_account_id": None,
    "silenced_at": None,
}

OWN: tuple[sa.Table, ...] = (
    schema.account_conversations,
    schema.account_domain_blocks,
    schema.bookmarks,
    schema.conversation_mutes,
    schema.custom_filters,
    schema.featured_tags,
    schema.generated_annual_reports,
    schema.lists,
    schema.markers,
    schema.media_attachments,
    schema.notification_permissions,
    schema.notification_requests,
    schema.notifications,
    schema.scheduled_statuses,
    schema.severance_events,
    schema.status_pins,
    schema.tag_follows,
)
"""Whose `account_id` says to whom a row belongs."""

BETWEEN: tuple[sa.Table, ...] = (
    schema.account_notes,
    schema.account_pins,
    schema.blocks,
    schema.follow_recommendation_mutes,
    schema.mutes,
)
"""Relations between `account_id` and `target_account_id`."""


def empty(ctx: Context, account: Row) -> None:
    """Delete all that an account has made and all its ties; the account stays, with a blank profile."""
    for status in ctx.db.find_all(schema.statuses, order="-id", account_id=account.id):
        # A boost of one's own status is gone with it.
        if status_store.by_id(ctx.db, status.id) is not None:
            deleting.delete(ctx, status, media_too=True, counted=False)
    _unmention(ctx, account)
    _unfavourite_all(ctx, account)
    _untie(ctx, account)
    collections.erase(ctx, account.id)
    for table in OWN:
        ctx.db.delete(table, account_id=account.id)
    for table in (schema.notifications, schema.notification_requests, schema.notification_permissions):
        ctx.db.delete(table, from_account_id=account.id)
    ctx.db.delete(schema.feed_entries, kind="home", owner_id=account.id)
    ctx.db.update(schema.accounts, {"id": account.id}, **BLANK_PROFILE)
    # The day of the last post stays (recording moderation/deleted_account).
    ctx.db.update(
        schema.account_stats,
        {"account_id": account.id},
        statuses_count=0,
        following_count=0,
        followers_count=0,
    )


def _unmention(ctx: Context, account: Row) -> None:
    """Others' statuses no longer name it; its handle stays in them as mere text."""
    for mention in ctx.db.find_all(schema.mentions, account_id=account.id):
        ctx.db.delete(schema.mentions, status_id=mention.status_id, account_id=account.id)
        status = status_store.by_id(ctx.db, mention.status_id)
        if status is not None and status.local:
            ctx.db.update(
                schema.statuses, {"id": status.id}, content=_without_link(status.content, account, ctx)
            )


def _without_link(content: str, account: Row, ctx: Context) -> str:
    """The HTML with the account's handle where it was linked."""
    url = re.escape(html.escape(posting.link_of(ctx, account).url))
    link = rf'<span class="h-card" translate="no"><a href="{url}"[^>]*>(@)<span>([^<]*)</span></a></span>'
    return re.sub(link, r"\1\2", content)


def _unfavourite_all(ctx: Context, account: Row) -> None:
    for favourite in ctx.db.find_all(schema.favourites, order="id", account_id=account.id):
        ctx.db.delete(schema.favourites, id=favourite.id)
        status = status_store.by_id(ctx.db, favourite.status_id)
        if status is not None:
            status_store.count(ctx.db, status.id, favourites_count=-1)
            ctx.emit(StatusUnfavourited(favourite.id, status, account.id))


def _untie(ctx: Context, account: Row) -> None:
    for table in (schema.follows, schema.follow_requests):
        for tie in ctx.db.find_all(table, order="id", account_id=account.id):
            follows.unfollow(ctx, account.id, tie.target_account_id)
        for tie in ctx.db.find_all(table, order="id", target_account_id=account.id):
            follows.unfollow(ctx, tie.account_id, account.id)
    for table in BETWEEN:
        ctx.db.delete(table, account_id=account.id)
        ctx.db.delete(table, target_account_id=account.id)
    ctx.db.delete(schema.list_accounts, account_id=account.id)


def forget(ctx: Context, account: Row) -> None:
    """Delete the account itself, and its user with all tokens. What it has made must be gone."""
    user = ctx.db.find(schema.users, account_id=account.id)
    if user is not None:
        for token in ctx.db.find_all(schema.access_tokens, resource_owner_id=user.id):
            ctx.db.delete(schema.push_subscriptions, access_token_id=token.id)
            ctx.db.delete(schema.access_tokens, id=token.id)
        ctx.db.delete(schema.access_grants, resource_owner_id=user.id)
        ctx.db.delete(schema.users, id=user.id, account_id=account.id)
    ctx.db.delete(schema.account_stats, account_id=account.id)
    ctx.db.delete(schema.accounts, id=account.id)
