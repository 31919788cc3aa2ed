"""Notifications, single and grouped.

https://docs.joinmastodon.org/entities/Notification/, NotificationPolicy/, NotificationRequest/.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.account import Account, PartialAccountWithAvatar
from clientkit.entities.base import Html, Id, Since, Timestamp
from clientkit.entities.collection import Collection
from clientkit.entities.report import AccountWarning, Report
from clientkit.entities.status import Status


class NotificationFallback(Struct, kw_only=True, gc=False):
    """How to show a type the client does not know.

    `description` is always null; the docs call it `details`.
    """

    title: Annotated[Html, Since("4.6.0")]
    summary: Annotated[Html, Since("4.6.0")]
    description: Annotated[None, Since("4.6.0")]


class RelationshipSeveranceEvent(Struct, kw_only=True, gc=False):
    """Followers and follows lost at one stroke."""

    id: Id
    type: str
    purged: bool
    target_name: str
    followers_count: int
    following_count: int
    created_at: Timestamp


class Notification(Struct, kw_only=True, gc=False):
    """A notification; what stands after `account` depends on `type`."""

    id: Id
    type: str
    created_at: Timestamp
    group_key: str
    filtered: bool | UnsetType = UNSET
    fallback: Annotated[NotificationFallback | UnsetType, Since("4.6.0")] = UNSET
    account: Account
    status: Status | UnsetType = UNSET
    report: Report | UnsetType = UNSET
    event: RelationshipSeveranceEvent | UnsetType = UNSET
    moderation_warning: AccountWarning | UnsetType = UNSET
    collection: Annotated[Collection | UnsetType | None, Since("4.6.0")] = UNSET


class AnnualReportYear(Struct, kw_only=True, gc=False):
    """The year of an annual report, a string here."""

    year: str


class NotificationGroup(Struct, kw_only=True, gc=False):
    """Notifications of one kind about one thing.

    `most_recent_notification_id` is a number (recorded); the page's bounds stand only in a list.
    """

    group_key: str
    notifications_count: int
    type: str
    most_recent_notification_id: int
    page_min_id: Id | UnsetType = UNSET
    page_max_id: Id | UnsetType = UNSET
    latest_page_notification_at: Timestamp | UnsetType = UNSET
    fallback: Annotated[NotificationFallback | UnsetType, Since("4.6.0")] = UNSET
    sample_account_ids: list[Id]
    status_id: Id | UnsetType | None = UNSET
    report: Report | UnsetType = UNSET
    event: RelationshipSeveranceEvent | UnsetType = UNSET
    moderation_warning: AccountWarning | UnsetType = UNSET
    annual_report: Annotated[AnnualReportYear | UnsetType, Since("4.4.0")] = UNSET
    collection: Annotated[Collection | UnsetType | None, Since("4.6.0")] = UNSET


class GroupedNotificationsResults(Struct, kw_only=True, gc=False):
    """Groups, and once each the accounts and statuses they name."""

    accounts: list[Account]
    partial_accounts: list[PartialAccountWithAvatar] | UnsetType = UNSET
    statuses: list[Status]
    notification_groups: list[NotificationGroup]


class NotificationPolicySummary(Struct, kw_only=True, gc=False):
    """What waits in the filtered inbox."""

    pending_requests_count: int
    pending_notifications_count: int


class NotificationPolicy(Struct, kw_only=True, gc=False):
    """What to accept, filter or drop."""

    for_not_following: str
    for_not_followers: str
    for_new_accounts: str
    for_private_mentions: str
    for_limited_accounts: str
    for_bots: Annotated[str, Since("4.6.0")]
    summary: NotificationPolicySummary


class V1NotificationPolicy(Struct, kw_only=True, gc=False):
    """What to filter, in the form of the first API."""

    filter_not_following: bool
    filter_not_followers: bool
    filter_new_accounts: bool
    filter_private_mentions: bool
    filter_bots: Annotated[bool, Since("4.6.0")]
    summary: NotificationPolicySummary


class NotificationRequest(Struct, kw_only=True, gc=False):
    """Filtered notifications of one account; `notifications_count` is a string that ends at 100."""

    id: Id
    created_at: Timestamp
    updated_at: Timestamp
    notifications_count: str
    account: Account
    last_status: Status | None
