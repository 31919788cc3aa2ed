"""Notifications, requests, severances, warnings, push subscriptions."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import count, flag, json, key, ref, table, text, time

notifications = table(
    "notifications",
    key(),
    ref("account_id"),  # the recipient
    ref("from_account_id", index=True),
    text("type"),
    text("activity_type"),  # the kind of row behind it: Favourite, Mention, Status, Follow, …
    ref("activity_id"),
    ref("status_id", null=True, index=True),  # the status that it shows
    text("group_key", default=None),
    flag("filtered"),
    time("created_at", null=False),
    sa.Index("notifications_by_account", "account_id", "id"),
    sa.Index("notifications_by_activity", "activity_type", "activity_id"),
)

notification_requests = table(
    "notification_requests",
    key(foreign=True),
    ref("account_id", index=True),
    ref("from_account_id"),
    ref("last_status_id", null=True, index=True),
    count("notifications_count"),
    time("created_at", null=False),
    time("updated_at", null=False),
)

notification_permissions = table(
    "notification_permissions",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("from_account_id", sa.BigInteger, primary_key=True, autoincrement=False),
)

notification_buckets = (
    table(  # the hour by which a kind of notifications is grouped, kept when they are dismissed
        "notification_buckets",
        sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("prefix", sa.Text, primary_key=True),
        sa.Column("hour", sa.Integer, nullable=False),
    )
)

severance_events = table(
    "severance_events",
    key(),
    ref("account_id"),
    text("type"),
    text("target_name"),
    count("followers_count"),
    count("following_count"),
    time("created_at", null=False),
)

account_warnings = table(
    "account_warnings",
    key(),
    ref("target_account_id"),
    text("action"),
    text("text"),
    json("status_ids"),
    time("created_at", null=False),
)

account_warning_presets = table("account_warning_presets", key(), text("title"), text("text"))

appeals = table(
    "appeals",
    key(),
    ref("account_warning_id", index=True),
    text("text"),
    text("state", default="pending"),  # approved, rejected
    time("created_at", null=False),
)

push_subscriptions = table(
    "push_subscriptions",
    key(),
    ref("access_token_id", index=True),
    text("endpoint"),
    text("key_p256dh"),
    text("key_auth"),
    flag("standard"),
    json("data", {}),
    time("created_at", null=False),
)
