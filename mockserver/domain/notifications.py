"""Whether somebody is notified of something, and what then happens (app/services/notify_service.rb;
recordings notifications/policy*, types_*): a row, a place in a group, a message on the streams; or, held back
by the recipient's policy, a request.

What leads to notifications is in `notified.py`, what recipients do about held back ones in
`notification_requests.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from mockserver.clock import DAY, HOUR
from mockserver.domain import conversations
from mockserver.domain.outbox import Message
from mockserver.store import accounts as account_store
from mockserver.store import notifications as store
from mockserver.store import notifying
from mockserver.store import statuses as status_store
from mockserver.store.roles import Permission
from mockserver.store.schema import notification_buckets, notification_requests
from mockserver.store.schema import notifications as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

NEW_ACCOUNT = 30 * DAY
NEW_FOLLOWER = 3 * DAY
GROUP_HOURS = 12

FILTERABLE = ("mention", "reblog", "follow", "follow_request", "favourite", "quote", "added_to_collection")
REQUESTING = ("mention", "quote")
"""What opens a request when it is held back."""
TO_ONESELF = ("poll", "severed_relationships", "moderation_warning", "annual_report")
REPLACING = ("update", "quoted_update", "collection_update")
"""The newer one takes the place of the older; of all others the first stays the only one."""

POLICY = {
    "for_not_following": "accept",
    "for_not_followers": "accept",
    "for_new_accounts": "accept",
    "for_private_mentions": "filter",
    "for_limited_accounts": "filter",
    "for_bots": "accept",
}
"""The policy of one who has chosen nothing."""

MODERATES = Permission.MANAGE_REPORTS | Permission.MANAGE_USERS


class Activity(Struct, frozen=True):
    """What somebody may be notified of. `kind` and `id`: the row behind it; `status_id`: the status that is
    shown with it."""

    type: str
    kind: str
    id: int
    sender_id: int
    status_id: int | None = None


def notify(ctx: Context, recipient_id: int, activity: Activity) -> None:
    """Tell a local account, unless it is none or anything speaks against it."""
    if recipient_id == activity.sender_id and activity.type not in TO_ONESELF:
        return
    user = account_store.user_of(ctx.db, recipient_id)
    if user is None or not _first_time(ctx, recipient_id, activity):
        return
    weighing = Weighing(ctx, recipient_id, user, activity)
    if weighing.unwanted() or weighing.policy_says("drop"):
        return
    filtered = weighing.policy_says("filter")
    notification_id = ctx.db.insert(
        TABLE,
        account_id=recipient_id,
        from_account_id=activity.sender_id,
        type=activity.type,
        activity_type=activity.kind,
        activity_id=activity.id,
        status_id=activity.status_id,
        group_key=None if filtered else _group_key(ctx, recipient_id, activity),
        filtered=filtered,
        created_at=ctx.now,
    )
    if not filtered:
        ctx.publish(
            Message((("notifications", recipient_id),), "notification", "notification", notification_id)
        )
        if weighing.private_mention():
            conversations.add(ctx, recipient_id, weighing.status)
    elif activity.type in REQUESTING:
        request(ctx, recipient_id, activity.sender_id, activity.status_id)


def _first_time(ctx: Context, recipient_id: int, activity: Activity) -> bool:
    same = {
        "account_id": recipient_id,
        "type": activity.type,
        "activity_type": activity.kind,
        "activity_id": activity.id,
    }
    if activity.type in REPLACING:
        ctx.db.delete(TABLE, **same)
        return True
    return ctx.db.find(TABLE, **same) is None


def _group_key(ctx: Context, recipient_id: int, activity: Activity) -> str | None:
    """The hour of the first of a kind is used on for half a day (recording
    notifications/v2_group_members)."""
    if activity.type not in store.GROUPABLE:
        return None
    prefix = activity.type if activity.status_id is None else f"{activity.type}-{activity.status_id}"
    keys = {"account_id": recipient_id, "prefix": prefix}
    hour = ctx.now // HOUR
    before = ctx.db.find(notification_buckets, **keys)
    if before is not None and hour < before.hour + GROUP_HOURS:
        hour = before.hour
    else:
        ctx.db.upsert(notification_buckets, keys, hour=hour)
    return f"{prefix}-{hour}"


class Weighing:
    """What speaks against a notification. Looks up no more than it is asked for."""

    def __init__(self, ctx: Context, recipient_id: int, user: Row, activity: Activity) -> None:
        self.ctx, self.user, self.activity = ctx, user, activity
        people = account_store.by_ids(ctx.db, {recipient_id, activity.sender_id})
        self.recipient, self.sender = people[recipient_id], people[activity.sender_id]
        self.facts = notifying.facts(ctx.db, recipient_id, activity.sender_id, activity.status_id)

    @cached_property
    def status(self) -> Row:
        """What is shown with it; only of activities that have one."""
        assert self.activity.status_id is not None
        status = status_store.by_id(self.ctx.db, self.activity.status_id)
        assert status is not None
        return status

    def unwanted(self) -> bool:
        """By what the recipient is, or has blocked or muted. A mention by the server's staff passes all of it
        but suspension."""
        if self.recipient.suspended_at is not None:
            return True
        if self.recipient.id == self.sender.id or self._word_of_staff:
            return False
        return (
            ("domain_blocking" in self.facts and "following" not in self.facts)
            or not self.facts.keys().isdisjoint(("blocking", "muting", "thread_muted"))
            or (self.activity.type == "mention" and self._in_bad_company())
        )

    def _in_bad_company(self) -> bool:
        """The status names, or answers, somebody whom the recipient blocks or mutes."""
        status = self.status
        others = {row.account_id for row in notifying.mentions_of(self.ctx.db, status.id)}
        if status.in_reply_to_account_id is not None:
            others.add(status.in_reply_to_account_id)
        return notifying.avoids_any(self.ctx.db, self.recipient.id, others - {self.recipient.id})

    @cached_property
    def _word_of_staff(self) -> bool:
        if self.activity.type != "mention" or self.sender.domain is not None:
            return False
        user = account_store.user_of(self.ctx.db, self.sender.id)
        roles = self.ctx.instance.roles
        mine, theirs = roles.of(self.user.role), roles.of(user.role if user is not None else None)
        return theirs.highlighted and theirs.position > mine.position and theirs.can(MODERATES)

    def policy_says(self, verdict: str) -> bool:
        """`filter` or `drop`."""
        if self.activity.type not in FILTERABLE or "permitted" in self.facts or self._word_of_staff:
            return False
        policy = POLICY | (self.user.notification_policy or {})
        return any(policy[kind] == verdict and self._is(kind) for kind in POLICY)

    def _is(self, kind: str) -> bool:
        stranger = "following" not in self.facts
        now = self.ctx.now
        match kind:
            case "for_not_following":
                return stranger
            case "for_not_followers":
                return self.facts.get("follower", now) > now - NEW_FOLLOWER
            case "for_new_accounts":
                return stranger and self.sender.created_at > now - NEW_ACCOUNT
            case "for_private_mentions":
                return stranger and self.private_mention() and not self._answers_private_mention()
            case "for_limited_accounts":
                return stranger and self.sender.silenced_at is not None
            case _:
                return stranger and bool(self.sender.bot)

    def private_mention(self) -> bool:
        return self.activity.type == "mention" and self.status.visibility == "direct"

    def _answers_private_mention(self) -> bool:
        parent = self.status.in_reply_to_id
        return parent is not None and notifying.answers_private(
            self.ctx.db, parent, self.recipient.id, self.sender.id
        )


# --- requests


def request(ctx: Context, account_id: int, sender_id: int, status_id: int | None) -> None:
    """Note on whose request the recipient may decide."""
    counted = store.held_back(ctx.db, account_id, sender_id)
    keys = {"account_id": account_id, "from_account_id": sender_id}
    values = {"last_status_id": status_id, "notifications_count": counted, "updated_at": ctx.now}
    if not ctx.db.update(notification_requests, keys, **values):
        ctx.db.insert(
            notification_requests, id=ctx.instance.ids.snowflake(), **keys, **values, created_at=ctx.now
        )


def recount(ctx: Context, account_id: int, sender_id: int) -> None:
    """After held back ones were deleted: a request for nothing goes."""
    keys = {"account_id": account_id, "from_account_id": sender_id}
    before = ctx.db.find(notification_requests, **keys)
    if before is None:
        return
    counted = store.held_back(ctx.db, account_id, sender_id)
    if not counted:
        ctx.db.delete(notification_requests, **keys)
    elif counted != before.notifications_count:
        ctx.db.update(notification_requests, keys, notifications_count=counted, updated_at=ctx.now)


# --- what recipients delete


def clear(ctx: Context, account_id: int) -> None:
    """All of them; requests stay as they are (recording notifications/requests)."""
    ctx.db.delete(TABLE, account_id=account_id)


def dismiss(ctx: Context, row: Row) -> None:
    ctx.db.delete(TABLE, id=row.id)
    if row.filtered:
        recount(ctx, row.account_id, row.from_account_id)


def dismiss_group(ctx: Context, account_id: int, group_key: str) -> None:
    ctx.db.delete(TABLE, account_id=account_id, group_key=group_key)
