"""People: accounts, and the users of those that are local."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import count, flag, json, key, ref, table, text, time

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
    sa.Index(
        "accounts_suspended", "suspended_at", sqlite_where=sa.text("suspended_at IS NOT NULL")
    ),  # few, so that listings can ask whether there is anyone to leave out
)

account_stats = table(
    "account_stats",
    sa.Column("account_id", sa.BigInteger, primary_key=True, autoincrement=False),
    count("statuses_count"),
    count("following_count"),
    count("followers_count"),
    time("last_status_at"),
)

user_roles = table(  # those that a server comes with stand here only when they were changed
    "user_roles",
    key(),
    text("name"),
    text("color"),
    count("position"),
    count("permissions"),  # of its own
    flag("highlighted"),
    sa.Column("collection_limit", sa.Integer, nullable=False, default=10),
)

users = table(
    "users",
    key(),
    ref("account_id", index=True),
    text("email"),
    text("encrypted_password"),
    text("locale", default=None),
    text("time_zone", default=None),
    text("role", default=None),  # its name: Owner, Admin, Moderator, or one of user_roles
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

logins = table(  # on which days a user was here; kept when the user is gone
    "logins",
    sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),  # its midnight in ms
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
)
