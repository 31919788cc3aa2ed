"""What only its owner sees of an account (reference: entities.md, CredentialAccount, Profile, Preferences,
Role)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from clientkit.entities import CredentialAccount, CredentialSource, Field, Preferences, Role
from mockserver.render import accounts
from mockserver.store.database import Row
from mockserver.store.schema import follow_requests

if TYPE_CHECKING:
    from mockserver.context import Context

COUNTED_REQUESTS = 40

_REQUESTS = (
    sa.select(follow_requests.c.id)
    .where(follow_requests.c.target_account_id == sa.bindparam("account_id"))
    .limit(COUNTED_REQUESTS)
)


def account(ctx: Context, row: Row, user: Row) -> CredentialAccount:
    plain = accounts.one(ctx, row)
    waiting = len(ctx.db.rows(_REQUESTS, {"account_id": row.id}))
    shown = {name: getattr(plain, name) for name in plain.__struct_fields__}
    return CredentialAccount(**shown | {"source": _source(row, user, waiting), "role": role(ctx, user)})


def _source(row: Row, user: Row, requests: int) -> CredentialSource:
    chosen: dict[str, Any] = user.settings
    return CredentialSource(
        privacy=default_privacy(row, user),
        sensitive=bool(chosen.get("default_sensitive", False)),
        language=chosen.get("default_language"),
        note=row.note,
        fields=raw_fields(row),
        follow_requests_count=requests,
        hide_collections=row.hide_collections,
        discoverable=row.discoverable,
        indexable=row.indexable,
        attribution_domains=row.attribution_domains,
        quote_policy=chosen.get("default_quote_policy", "public"),
    )


def default_privacy(row: Row, user: Row) -> str:
    """Of whoever chose none it is by whether the account is locked (recording accounts/preferences)."""
    return str(user.settings.get("default_privacy") or ("private" if row.locked else "public"))


def raw_fields(row: Row) -> list[Field]:
    """The profile's table as its owner wrote it."""
    return [Field(name=f["name"], value=f["value"], verified_at=f.get("verified_at")) for f in row.fields]


def role(ctx: Context, user: Row) -> Role:
    found = ctx.instance.roles.of(user.role)
    return Role(
        id=str(found.id),
        name=found.name,
        permissions=str(found.permissions),
        color=found.color,
        highlighted=found.highlighted,
        collection_limit=found.collection_limit,
    )


def preferences(row: Row, user: Row) -> Preferences:
    chosen: dict[str, Any] = user.settings
    return Preferences(
        posting_default_visibility=default_privacy(row, user),
        posting_default_sensitive=bool(chosen.get("default_sensitive", False)),
        # An emptied language is as good as none: then the language of the user's pages (recording
        # accounts/update_source).
        posting_default_language=chosen.get("default_language") or user.locale or "en",
        posting_default_quote_policy=chosen.get("default_quote_policy", "public"),
        reading_expand_media=chosen.get("web.display_media", "default"),
        reading_expand_spoilers=bool(chosen.get("web.expand_content_warnings", False)),
        reading_autoplay_gifs=bool(chosen.get("web.auto_play", False)),
    )
