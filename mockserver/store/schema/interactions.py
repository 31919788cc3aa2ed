"""What people do with statuses: favourites, bookmarks, pins, conversations, schedules."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from mockserver.store.schema.columns import flag, json, key, ref, table, time


def account_status(name: str, *more: Any) -> sa.Table:
    return table(
        name,
        key(),
        ref("account_id"),
        ref("status_id", index=True),
        *more,
        time("created_at", null=False),
        sa.Index(f"{name}_by_account", "account_id", "status_id", unique=True),
    )


favourites = account_status("favourites")
bookmarks = account_status("bookmarks")
status_pins = account_status("status_pins")

conversations = table("conversations", key(), time("created_at", null=False))

conversation_mutes = table(
    "conversation_mutes",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("conversation_id", sa.BigInteger, primary_key=True, autoincrement=False),
)

account_conversations = table(  # the entries of GET /api/v1/conversations
    "account_conversations",
    key(),
    ref("account_id"),
    ref("conversation_id", index=True),
    json("participant_account_ids", []),  # sorted, without the owner
    json("status_ids", []),  # ascending
    ref("last_status_id"),
    flag("unread"),
    sa.Index("account_conversations_by_account", "account_id", "last_status_id"),
)

scheduled_statuses = table(
    "scheduled_statuses",
    key(),
    ref("account_id", index=True),
    json("params", {}),
    json("media_ids", []),
    time("scheduled_at"),
    time("created_at", null=False),
)

idempotency_keys = table(
    "idempotency_keys",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text, primary_key=True),
    ref("status_id", null=True),
    ref("scheduled_status_id", null=True),
    time("created_at", null=False),
)
