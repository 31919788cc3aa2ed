"""What people keep for themselves, and what they report."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import flag, json, key, ref, table, text, time

markers = table(
    "markers",
    key(),
    ref("account_id"),
    text("timeline"),
    ref("last_read_id"),
    sa.Column("version", sa.Integer, nullable=False, default=0),
    time("updated_at", null=False),
    sa.Index("markers_by_account", "account_id", "timeline", unique=True),
)

custom_filters = table(
    "custom_filters",
    key(),
    ref("account_id", index=True),
    text("title"),
    json("context", []),
    text("action", default="warn"),
    time("expires_at"),
    time("created_at", null=False),
)

custom_filter_keywords = table(
    "custom_filter_keywords",
    key(),
    ref("custom_filter_id", index=True),
    text("keyword"),
    flag("whole_word", True),
    time("updated_at", null=False),
)

custom_filter_statuses = table(
    "custom_filter_statuses",
    key(),
    ref("custom_filter_id", index=True),
    ref("status_id", index=True),
)

reports = table(
    "reports",
    key(),
    ref("account_id"),
    ref("target_account_id", index=True),
    text("comment"),
    text("category", default="other"),
    json("status_ids", []),
    json("rule_ids"),
    json("collection_ids", []),
    flag("forwarded", None),
    ref("assigned_account_id", null=True),
    ref("action_taken_by_account_id", null=True),
    time("action_taken_at"),
    time("updated_at"),  # null: not since it was made
    time("created_at", null=False),
)
