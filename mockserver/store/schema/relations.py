"""Between accounts: follows, blocks, mutes, lists, followed hashtags, feeds."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from mockserver.store.schema.columns import flag, json, key, metadata, ref, table, text, time


def relation(name: str, *more: Any) -> sa.Table:
    return table(
        name,
        key(),
        ref("account_id"),
        ref("target_account_id"),
        *more,
        time("created_at", null=False),
        sa.Index(f"{name}_by_account", "account_id", "target_account_id", unique=True),
        sa.Index(f"{name}_by_target", "target_account_id", "account_id"),
    )


follows = relation(
    "follows",
    flag("show_reblogs", True),
    flag("notify"),
    json("languages"),
    # Every new status asks who wants to be told of it: very few do.
    sa.Index(
        "follows_notifying",
        "target_account_id",
        sqlite_where=sa.text("notify IS 1"),
    ),
)
follow_requests = relation("follow_requests", flag("show_reblogs", True), flag("notify"), json("languages"))
blocks = relation("blocks")
mutes = relation("mutes", flag("hide_notifications", True), time("expires_at"))
account_pins = relation("account_pins")  # endorsements
account_notes = relation("account_notes", text("comment"))
follow_recommendation_mutes = relation("follow_recommendation_mutes")

account_domain_blocks = table(
    "account_domain_blocks",
    key(),
    ref("account_id"),
    text("domain"),
    time("created_at", null=False),
    sa.Index("account_domain_blocks_by_account", "account_id", "domain", unique=True),
)

lists = table(
    "lists",
    key(),
    ref("account_id", index=True),
    text("title"),
    text("replies_policy", default="list"),
    flag("exclusive"),
    time("created_at", null=False),
)

list_accounts = table(
    "list_accounts",
    key(),
    ref("list_id"),
    ref("account_id", index=True),
    sa.Index("list_accounts_by_list", "list_id", "account_id", unique=True),
)

tag_follows = table(
    "tag_follows",
    key(),
    ref("tag_id", index=True),
    ref("account_id"),
    time("created_at", null=False),
    sa.Index("tag_follows_by_account", "account_id", "tag_id", unique=True),
)

featured_tags = table(
    "featured_tags",
    key(),
    ref("account_id", index=True),
    ref("tag_id"),
    text("name"),  # as first featured
    time("created_at", null=False),
)

feed_entries = sa.Table(  # the materialised home and list timelines
    "feed_entries",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),  # home, list
    sa.Column("owner_id", sa.BigInteger, primary_key=True, autoincrement=False),  # account or list
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    ref("reblog_of_id", null=True),
    # A boost grouped away behind another one of the same status: it takes its place if that one goes.
    flag("hidden"),
    sa.Index("feed_entries_by_status", "status_id"),
    sa.Index(
        "feed_entries_by_reblog",
        "reblog_of_id",
        sqlite_where=sa.text("reblog_of_id IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)
