"""OAuth: applications, tokens, grants, invites."""

from __future__ import annotations

import sqlalchemy as sa

from mockserver.store.schema.columns import count, key, ref, table, text, time

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
