"""The tables of one instance, with Mastodon's own table and column names where it has them.

Times are integers: milliseconds since the Unix epoch, UTC. Ids of accounts, statuses, media attachments,
quotes, notification requests, collections and their items are snowflakes made by `mockserver.ids`; all
others count up from 1 and are never used again, as in PostgreSQL. Counters live beside their rows
(`account_stats`, `status_stats`), so that counting changes no cached profile or status."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()


def key(*, foreign: bool = False) -> sa.Column[int]:
    """The `id` column; `foreign` when the id is made by `mockserver.ids`, not by the database."""
    # SQLite counts up by itself only in an INTEGER column; PostgreSQL's twin of it is BIGINT.
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", kind, primary_key=True, autoincrement=not foreign)


def ref(name: str, *, null: bool = False, index: bool = False) -> sa.Column[int]:
    """The id of another row. No foreign keys: deletions are written out where they happen."""
    return sa.Column(name, sa.BigInteger, nullable=null, index=index)


def text(name: str, *, default: str | None = "", null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null or default is None, default=default)


def flag(name: str, default: bool | None = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=default is None, default=default)


def time(name: str, *, null: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, default=0)


def json(name: str, default: Any = None) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=default is None, default=default)


def table(name: str, *columns: Any) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        *columns,
        sqlite_autoincrement=any(c.autoincrement is True for c in columns if isinstance(c, sa.Column)),
    )


# --- people

accounts = table(
    "accounts",
    key(foreign=True),
    text("username"),
    text("domain", default=None),  # null: local
    text("display_name"),
    text("note"),
    text("uri"),
    text("url", default=None),
    flag("locked"),
    flag("bot"),
    flag("group"),
    flag("discoverable", None),
    flag("indexable"),
    flag("hide_collections", None),
    flag("show_media", True),
    flag("show_media_replies", True),
    flag("show_featured", True),
    flag("memorial"),
    text("avatar", default=None),  # path of the file, as in `files`; null: the default picture
    text("avatar_static", default=None),
    text("avatar_description"),
    text("header", default=None),
    text("header_static", default=None),
    text("header_description"),
    json("fields", []),  # [{"name", "value", "verified_at"}]
    json("attribution_domains", []),
    json("emojis", []),  # shortcodes of its own server, for a remote account
    json("feature_policy"),  # of a remote account
    ref("moved_to_account_id", null=True),
    time("created_at", null=False),
    time("silenced_at"),
    time("suspended_at"),
    time("sensitized_at"),
    time("data_deleted_at"),  # of a suspended one: when moderators had all that it had made deleted
    sa.Index("accounts_by_name", sa.text("lower(username)"), "domain"),
)

account_stats = table(
    "account_stats",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    count("statuses_count"),
    count("following_count"),
    count("followers_count"),
    time("last_status_at"),
)

users = table(
    "users",
    key(),
    ref("account_id", index=True),
    text("email"),
    text("encrypted_password"),
    text("locale", default=None),
    text("time_zone", default=None),
    text("role", default=None),  # Owner, Admin, Moderator
    text("invite_request", default=None),
    text("confirmation_token", default=None),
    text("unconfirmed_email", default=None),
    flag("approved", True),
    flag("disabled"),
    json("settings", {}),  # by dotted key, only what was chosen
    json("chosen_languages"),
    json("notification_policy", {}),  # only what was chosen
    ref("created_by_application_id", null=True),
    ref("invite_id", null=True),
    time("confirmed_at"),
    time("created_at", null=False),
    time("current_sign_in_at"),
    text("sign_up_ip", default=None),
    sa.Index("users_by_email", sa.text("lower(email)"), unique=True),
)

# --- OAuth

applications = table(
    "oauth_applications",
    key(),
    text("name"),
    text("uid"),  # client_id
    text("secret"),
    text("redirect_uri"),  # newline-joined
    text("scopes"),
    text("website", default=None),
    time("created_at", null=False),
    sa.Index("applications_by_uid", "uid", unique=True),
)

access_tokens = table(
    "oauth_access_tokens",
    key(),
    text("token"),
    ref("application_id", null=True),
    ref("resource_owner_id", null=True, index=True),  # user id; null: the application's own token
    text("scopes"),
    time("created_at", null=False),
    time("revoked_at"),
    time("expires_at"),
    sa.Index("access_tokens_by_token", "token", unique=True),
)

access_grants = table(
    "oauth_access_grants",
    key(),
    text("token"),  # the authorization code
    ref("application_id"),
    ref("resource_owner_id"),
    text("redirect_uri"),
    text("scopes"),
    text("code_challenge", default=None),
    time("created_at", null=False),
    time("expires_at", null=False),
    time("revoked_at"),
    sa.Index("access_grants_by_token", "token", unique=True),
)

invites = table(
    "invites",
    key(),
    text("code"),
    ref("user_id"),
    sa.Column("max_uses", sa.Integer, nullable=True),
    count("uses"),
    time("expires_at"),
)

# --- statuses

statuses = table(
    "statuses",
    key(foreign=True),
    ref("account_id"),
    text("uri"),
    text("url", default=None),
    text("text"),  # the source; HTML for a remote status
    text("content"),  # the HTML
    text("spoiler_text"),
    flag("sensitive"),
    text("visibility"),  # public, unlisted, private, direct, limited
    text("language", default=None),
    flag("local", True),
    ref("in_reply_to_id", null=True, index=True),
    ref("in_reply_to_account_id", null=True),
    ref("reblog_of_id", null=True),
    ref("conversation_id", null=True, index=True),
    ref("application_id", null=True),
    ref("poll_id", null=True),
    json("ordered_media_attachment_ids", []),
    text(
        "quote_approval_policy", default="public"
    ),  # public, followers, nobody; of a remote one also unsupported words
    sa.Column(
        "extras", sa.Integer, nullable=False, default=0
    ),  # what else belongs to it: see store.statuses.Extra
    flag("trendable", None),  # reviewed for trends: null while not
    time("created_at", null=False),
    time("edited_at"),
    sa.Index("statuses_by_account", "account_id", "id"),
    sa.Index(
        "statuses_boosts",
        "account_id",
        "reblog_of_id",
        sqlite_where=sa.text("reblog_of_id IS NOT NULL"),
    ),
    # Without the statuses that are no boosts, lest listings of those be read through it.
    sa.Index(
        "statuses_by_reblog",
        "reblog_of_id",
        sqlite_where=sa.text("reblog_of_id IS NOT NULL"),
    ),
    sa.Index(
        "statuses_public",
        "id",
        sqlite_where=sa.text("visibility = 'public' AND reblog_of_id IS NULL"),
    ),
)

status_stats = table(
    "status_stats",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    count("replies_count"),
    count("reblogs_count"),
    count("favourites_count"),
    count("quotes_count"),
)

tombstones = table(  # statuses that were deleted: reports may still name them
    "tombstones",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    ref("account_id"),
    time("created_at", null=False),
)

discarded_statuses = table(  # what deleted statuses said that were reported: moderators still see them
    "discarded_statuses",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    json("columns", {}),  # of the row that is gone
)

status_edits = table(
    "status_edits",
    key(),
    ref("status_id", index=True),
    text("text"),
    text("content"),
    text("spoiler_text"),
    flag("sensitive"),
    json("ordered_media_attachment_ids", []),
    json("media_descriptions", []),
    json("poll_options"),
    ref("quote_id", null=True),
    time("created_at", null=False),
)

mentions = table(
    "mentions",
    key(),
    ref("status_id"),
    ref("account_id"),
    flag("silent"),  # no longer named in the text after an edit
    time("created_at", null=False),
    sa.Index("mentions_by_status", "status_id", "account_id", unique=True),
    sa.Index("mentions_by_account", "account_id", "status_id"),
)

tags = table(
    "tags",
    key(),
    text("name"),  # normalised
    text("display_name", default=None),
    flag("usable", None),
    flag("trendable", None),
    flag("listable", None),
    time("reviewed_at"),
    time("requested_review_at"),
    time("created_at", null=False),
    sa.Index("tags_by_name", "name", unique=True),
)

statuses_tags = table(
    "statuses_tags",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("tag_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Index("statuses_by_tag", "tag_id", "status_id"),
)

tag_uses = table(  # what a hashtag's history counts; deletions take nothing back
    "tag_uses",
    sa.Column("tag_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),  # its midnight in ms
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    count("uses"),
)

polls = table(
    "polls",
    key(),
    ref("account_id"),
    ref("status_id", index=True),
    json("options", []),
    json("cached_tallies", []),
    flag("multiple"),
    flag("hide_totals"),
    count("votes_count"),
    sa.Column("voters_count", sa.Integer, nullable=True, default=0),
    time("expires_at"),
    time("created_at", null=False),
)

poll_votes = table(
    "poll_votes",
    key(),
    ref("poll_id"),
    ref("account_id"),
    sa.Column("choice", sa.Integer, nullable=False),
    time("created_at", null=False),
    sa.Index("poll_votes_by_poll", "poll_id", "account_id", "choice", unique=True),
)

media_attachments = table(
    "media_attachments",
    key(foreign=True),
    ref("account_id"),
    ref("status_id", null=True, index=True),
    ref("scheduled_status_id", null=True, index=True),
    text("type"),  # image, gifv, video, audio, unknown
    text("processing", default="complete"),  # queued, complete, failed
    text("original", default=None),  # paths in `files`; null while processing
    text("small", default=None),
    text("thumbnail", default=None),
    text("remote_url", default=None),
    text("preview_remote_url", default=None),
    text("description", default=None),
    text("blurhash", default=None),
    json("meta"),
    time("created_at", null=False),
)

media_jobs = table(  # attachments that are still being processed
    "media_jobs",
    sa.Column("media_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),  # the upload, should the work have to begin anew
    count("polls"),  # how many looks are still answered with "processing"
    flag("released"),  # may be shown as finished as soon as it is
    json("result"),  # what the work has given, null before its end
)

files = table(  # the bytes behind /system/…, so that a snapshot of the database holds them too
    "files",
    sa.Column("path", sa.Text, primary_key=True),
    text("content_type"),
    sa.Column("data", sa.LargeBinary, nullable=False),
    time("created_at", null=False),
)

preview_cards = table(
    "preview_cards",
    key(),
    text("url"),
    text("title"),
    text("description"),
    text("language", default=None),
    text("type", default="link"),
    text("author_name"),
    text("author_url"),
    ref("author_account_id", null=True),
    text("provider_name"),
    text("provider_url"),
    text("html"),
    text("embed_url"),
    text("image", default=None),
    text("image_description"),
    text("blurhash", default=None),
    count("width"),
    count("height"),
    flag("trendable", None),
    time("published_at"),
    time("created_at", null=False),
)

preview_cards_statuses = table(
    "preview_cards_statuses",
    sa.Column("status_id", sa.BigInteger, primary_key=True, autoincrement=False),
    ref("preview_card_id", index=True),
)

quotes = table(
    "quotes",
    key(foreign=True),
    ref("account_id"),
    ref("status_id", index=True),  # the quoting one
    ref("quoted_status_id", null=True, index=True),
    ref("quoted_account_id", null=True),
    text("state"),  # pending, accepted, rejected, revoked, deleted
    time("created_at", null=False),
)

custom_emojis = table(
    "custom_emojis",
    key(),
    text("shortcode"),
    text("domain", default=None),
    text("image"),  # path in `files`
    text("image_static"),
    text("category", default=None),
    flag("visible_in_picker", True),
    flag("disabled"),
    flag("featured"),
    time("created_at", null=False),
)

# --- what people do with statuses


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

# --- relations between accounts


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

# --- notifications

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

# --- what people keep

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

# --- the server

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

trends = table(  # what trends because a scenario says so, beside what people's use makes trend
    "trends",
    sa.Column("kind", sa.Text, primary_key=True),  # tag, status, link
    sa.Column("subject_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("score", sa.Float, nullable=False),
)

due = table(  # work that falls due when the clock gets there
    "due",
    key(),
    time("at", null=False),
    text("kind"),
    json("payload", {}),
    sa.Index("due_by_time", "at", "id"),
)
