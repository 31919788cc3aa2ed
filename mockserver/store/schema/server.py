"""The server's own: settings, rules, announcements, blocks, collections, trends, due work."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import count, flag, json, key, ref, table, text, time

settings = table("settings", sa.Column("var", sa.Text, primary_key=True), json("value"), time("updated_at"))

rules = table(
    "rules",
    key(),
    text("text"),
    text("hint"),
    count("priority"),
    json("translations", {}),
)

announcements = table(
    "announcements",
    key(),
    text("text"),
    flag("published", True),
    flag("all_day"),
    json("status_ids", []),
    time("starts_at"),
    time("ends_at"),
    time("scheduled_at"),
    time("published_at"),
    time("created_at", null=False),
    time("updated_at", null=False),
)

announcement_mutes = table(
    "announcement_mutes",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("announcement_id", sa.BigInteger, primary_key=True, autoincrement=False),
)

announcement_reactions = table(
    "announcement_reactions",
    key(),
    ref("account_id"),
    ref("announcement_id"),
    text("name"),
    ref("custom_emoji_id", null=True),
    time("created_at", null=False),
    sa.Index("announcement_reactions_once", "announcement_id", "account_id", "name", unique=True),
)

domain_blocks = table(  # the server's own, beside those of its users
    "domain_blocks",
    key(),
    text("domain"),
    text("severity", default="silence"),  # silence, suspend, noop
    flag("reject_media"),
    flag("reject_reports"),
    flag("obfuscate"),
    text("private_comment", default=None),
    text("public_comment", default=None),
    time("created_at", null=False),
    sa.Index("domain_blocks_by_domain", "domain", unique=True),
)

domain_allows = table(
    "domain_allows",
    key(),
    text("domain"),
    time("created_at", null=False),
)

email_domain_blocks = table(
    "email_domain_blocks",
    key(),
    text("domain"),
    flag("allow_with_approval"),
    time("created_at", null=False),
)

email_domain_block_attempts = table(  # sign-ups that met a block; kept though they were refused
    "email_domain_block_attempts",
    sa.Column("email_domain_block_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),  # its midnight in ms
    sa.Column("ip", sa.Text, primary_key=True),
    count("uses"),
)

canonical_email_blocks = table(
    "canonical_email_blocks",
    key(),
    text("canonical_email_hash"),
    time("created_at", null=False),
)

ip_blocks = table(
    "ip_blocks",
    key(),
    text("ip"),  # an address or a network: 203.0.113.0/24
    text("severity"),  # sign_up_requires_approval, sign_up_block, no_access
    text("comment"),
    time("expires_at"),
    time("created_at", null=False),
)

terms_of_services = table(
    "terms_of_services",
    key(),
    text("text"),
    text("changelog"),
    text("effective_date", default=None),  # YYYY-MM-DD
    time("published_at"),  # null: a draft
    time("created_at", null=False),
)

collections = table(
    "collections",
    key(foreign=True),
    ref("account_id", index=True),
    text("name"),
    text("description", default=None),
    text("language", default=None),
    flag("sensitive"),
    flag("discoverable"),
    ref("tag_id", null=True),
    time("created_at", null=False),
    time("updated_at", null=False),
)

collection_items = table(
    "collection_items",
    key(foreign=True),
    ref("collection_id"),
    ref("account_id", index=True),
    text("state"),  # pending, accepted, revoked
    time("created_at", null=False),
    sa.Index("collection_items_once", "collection_id", "account_id", unique=True),
)

status_collections = table(  # the collections whose addresses a status holds
    "status_collections",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("collection_id", sa.BigInteger, primary_key=True, autoincrement=False),
)

trends = table(  # what trends because a scenario says so, beside what people's use makes trend
    "trends",
    sa.Column("kind", sa.Text, primary_key=True),  # tag, status, link
    sa.Column("subject_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("score", sa.Float, nullable=False),
    flag("allowed", None),  # where nobody has reviewed the thing itself: null if it waits for that
)

async_refreshes = table(  # work that goes on after an answer
    "async_refreshes",
    sa.Column("key", sa.Text, primary_key=True),
    flag("finished"),
    time("changed_at", null=False),
    sa.Column("result_count", sa.Integer, nullable=True),
)

generated_annual_reports = table(
    "generated_annual_reports",
    key(),
    ref("account_id"),
    count("year"),
    json("data", {}),
    count("schema_version"),
    text("share_key"),
    time("viewed_at"),
    time("created_at", null=False),
    sa.Index("generated_annual_reports_once", "account_id", "year", unique=True),
)

due = table(  # work that falls due when the clock gets there
    "due",
    key(),
    time("at", null=False),
    text("kind"),
    json("payload", {}),
    sa.Index("due_by_time", "at", "id"),
)
