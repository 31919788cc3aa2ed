"""The policy of what is held back, and the requests of those it concerns
(https://docs.joinmastodon.org/methods/notifications/#policy; recordings notifications/requests*,
notifications/policy*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain import conversations
from mockserver.domain.notifications import POLICY
from mockserver.domain.outbox import Message
from mockserver.store import notifications as store
from mockserver.store.paging import record_id
from mockserver.store.schema import notification_permissions, notification_requests, notifications, users

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

VERDICTS = ("accept", "filter", "drop")


def policy_of(user: Row) -> dict[str, str]:
    return POLICY | (user.notification_policy or {})


def verdict(value: Any) -> str:
    """What a value of the policy means: a name, or as a JSON number its place (recording
    notifications/policy). Raises InvalidParameter where a real server fails with 500."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(VERDICTS):
        return VERDICTS[value]
    if isinstance(value, str) and value in VERDICTS:
        return value
    raise errors.InvalidParameter(f"{value!r} is no policy: accept, filter or drop")


def choose(ctx: Context, user: Row, chosen: dict[str, str]) -> dict[str, str]:
    """Change the policy; what was held back before stays so."""
    policy = (user.notification_policy or {}) | chosen
    if chosen:
        ctx.db.update(users, {"id": user.id}, notification_policy=policy)
    return POLICY | policy


def own(ctx: Context, given: str) -> Row:
    """A request to the caller; raises RecordNotFound."""
    row = ctx.db.find(notification_requests, id=record_id(given), account_id=ctx.me.id)
    if row is None:
        raise errors.RecordNotFound
    return row


def accept(ctx: Context, rows: list[Row]) -> None:
    """Let in what the senders wrote, and all that they will: for good, until they are blocked."""
    for row in rows:
        keys = {"account_id": row.account_id, "from_account_id": row.from_account_id}
        ctx.db.insert_many(notification_permissions, [keys], ignore=True)
        for status in store.held_back_direct(ctx.db, row.account_id, row.from_account_id):
            conversations.add(ctx, row.account_id, status)
        ctx.db.update(notifications, {**keys, "filtered": True}, filtered=False)
        ctx.db.delete(notification_requests, id=row.id)
    if rows:
        me = rows[0].account_id
        ctx.publish(Message((("notifications", me),), "notifications_merged", "text", text="1"))


def dismiss(ctx: Context, row: Row) -> None:
    """The request goes, with all that it holds back."""
    ctx.db.delete(
        notifications, account_id=row.account_id, from_account_id=row.from_account_id, filtered=True
    )
    ctx.db.delete(notification_requests, id=row.id)


def forget(ctx: Context, rows: list[Row]) -> None:
    """Several at once: what they hold back stays, unlike with `dismiss` (recording
    notifications/requests_bulk_paging)."""
    if rows:
        ctx.db.delete(notification_requests, id=[row.id for row in rows])
