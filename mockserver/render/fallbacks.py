"""What a client that does not know a type of notification may show instead, since 4.6 (recordings
notifications/types_*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from clientkit.entities import NotificationFallback
from mockserver.render import urls
from mockserver.store import accounts as account_store
from mockserver.store.schema import reports, severance_events
from mockserver.text import formatting

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

UNKNOWN_TO_SOME = (
    "severed_relationships",
    "moderation_warning",
    "admin.sign_up",
    "admin.report",
    "added_to_collection",
    "collection_update",
)
"""All others every client is expected to know."""

_OLD = "You're on an app that does not support the most recent version of Mastodon. "


def fallback(
    ctx: Context, row: Row, supported: frozenset[str] | None, count: int = 1
) -> NotificationFallback | UnsetType:
    """`supported` None: the client asks for none. `count`: how many a group has."""
    if supported is None or row.type in supported or row.type not in UNKNOWN_TO_SOME:
        return UNSET
    return NotificationFallback(title=_title(ctx, row, count), summary=_summary(ctx, row), description=None)


def _title(ctx: Context, row: Row, count: int) -> str:
    sender = _mention(ctx, row.from_account_id)
    match row.type:
        case "admin.sign_up":
            others = f" and {count - 1} other{'s' if count > 2 else ''}" if count > 1 else ""
            return f"{sender}{others} signed up"
        case "admin.report":
            report = ctx.db.find(reports, id=row.activity_id)
            return (
                f"{sender} reported {_mention(ctx, report.target_account_id) if report is not None else ''}"
            )
        case "moderation_warning":
            return "You have received a moderation warning."
        case "severed_relationships":
            event = ctx.db.find(severance_events, id=row.activity_id)
            return f"Lost connections with {event.target_name if event is not None else ''}"
        case "added_to_collection":
            return f"{sender} added you to a collection"
        case _:
            return f"{sender} updated a collection you are in"


def _summary(ctx: Context, row: Row) -> str:
    base, sign_in = ctx.instance.base_url, "Sign in to the Mastodon web app</a>"
    match row.type:
        case "moderation_warning":
            return f'{_OLD}<a href="{base}/disputes/strikes/{row.activity_id}">{sign_in}.'
        case "severed_relationships":
            event = ctx.db.find(severance_events, id=row.activity_id)
            name = event.target_name if event is not None else ""
            return (
                f"An admin from {ctx.instance.domain} has suspended {name}, which means you can no longer "
                f'receive updates from them or interact with them. <a href="{base}/severed_relationships">'
                f"{sign_in} to retrieve a list of the lost relationships."
            )
        case _:
            return f'{_OLD}<a href="{base}/">{sign_in} for full functionality.'


def _mention(ctx: Context, account_id: int) -> str:
    """The account as a link, as in a status."""
    account = account_store.by_id(ctx.db, account_id)
    if account is None:
        return ""
    url = formatting.escape(urls.profile(ctx.instance, account))
    name = f"@<span>{formatting.escape(account.username)}</span>"
    return f'<span class="h-card" translate="no"><a href="{url}" class="u-url mention">{name}</a></span>'
