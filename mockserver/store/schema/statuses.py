"""Statuses and what hangs on them: media, polls, cards, quotes, hashtags."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import count, flag, json, key, ref, table, text, time

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
    flag("by_server"),  # by its moderators, not by the author
    time("created_at", null=False),
)

mentions = table(
    "mentions",
    key(),
    ref("status_id"),
    ref("account_id"),
    flag("silent"),  # no longer named in the text after an edit, or only quoted
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

preview_card_providers = table(
    "preview_card_providers",
    key(),
    text("domain"),
    flag("trendable", None),
    time("reviewed_at"),
    time("requested_review_at"),
    time("created_at", null=False),
    time("updated_at", null=False),
    sa.Index("preview_card_providers_by_domain", "domain", unique=True),
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
