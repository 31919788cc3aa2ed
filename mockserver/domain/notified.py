"""What leads to notifications, and what takes them back (app/services/fan_out_on_write_service.rb,
after_block_service.rb and others; recordings notifications/types_*, notifications/streaming)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain import conversations
from mockserver.domain.events import (
    AccountReported,
    AccountSignedUp,
    AccountWarned,
    AddedToCollection,
    AnnualReportGenerated,
    Blocked,
    CollectionDeleting,
    CollectionUpdated,
    DomainBlocked,
    Followed,
    FollowRequested,
    FollowRequestGone,
    Muted,
    PollExpired,
    QuoteAccepted,
    RelationshipsSevered,
    StatusDeleting,
    StatusEdited,
    StatusFavourited,
    StatusPosted,
    StatusUnfavourited,
    Unfollowed,
    on,
)
from mockserver.domain.notifications import Activity, notify, recount
from mockserver.store import notifications as store
from mockserver.store import notifying
from mockserver.store import statuses as status_store
from mockserver.store.roles import Permission
from mockserver.store.schema import (
    notification_permissions,
    notification_requests,
    quotes,
    reports,
    severance_events,
)
from mockserver.store.schema import notifications as TABLE
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

# --- statuses


@on(StatusPosted)
def posted(ctx: Context, event: StatusPosted) -> None:
    status = event.status
    if status.reblog_of_id is not None:
        original = status_store.original(ctx, status)
        notify(
            ctx, original.account_id, Activity("reblog", "Status", status.id, status.account_id, original.id)
        )
        return
    if status.extras & Extra.QUOTE:
        quote = ctx.db.find(quotes, status_id=status.id)
        if quote is not None:
            _quoted(ctx, quote)
    if event.mentions:
        _mentioned(ctx, status)
    if status.in_reply_to_id is None or status.in_reply_to_account_id == status.account_id:
        for follower in notifying.subscribers(ctx.db, status.account_id, status.id):
            notify(ctx, follower, Activity("status", "Status", status.id, status.account_id, status.id))


def _mentioned(ctx: Context, status: Row) -> None:
    named = notifying.mentions_of(ctx.db, status.id)
    local = notifying.local_among(ctx.db, [row.account_id for row in named])
    for mention in named:
        if mention.account_id in local:
            notify(
                ctx,
                mention.account_id,
                Activity("mention", "Mention", mention.id, status.account_id, status.id),
            )


def _quoted(ctx: Context, quote: Row) -> None:
    if quote.state == "accepted" and quote.quoted_account_id is not None:
        notify(
            ctx,
            quote.quoted_account_id,
            Activity("quote", "Quote", quote.id, quote.account_id, quote.status_id),
        )


@on(QuoteAccepted)
def quote_accepted(ctx: Context, event: QuoteAccepted) -> None:
    _quoted(ctx, event.quote)


@on(StatusEdited)
def edited(ctx: Context, event: StatusEdited) -> None:
    """Who is named now hears of it once; who boosted or quoted it, every time."""
    status = event.status
    _mentioned(ctx, status)
    for booster in notifying.boosters(ctx.db, status.id):
        notify(ctx, booster, Activity("update", "Status", status.id, status.account_id, status.id))
    for quote in notifying.quotes_of(ctx.db, status.id):
        notify(
            ctx,
            quote.account_id,
            Activity("quoted_update", "Quote", quote.id, status.account_id, quote.status_id),
        )


@on(StatusDeleting)
def deleting(ctx: Context, event: StatusDeleting) -> None:
    held_back = store.delete_of_status(ctx.db, event.status.id)
    ctx.db.update(notification_requests, {"last_status_id": event.status.id}, last_status_id=None)
    for account_id, sender_id in held_back:
        recount(ctx, account_id, sender_id)


@on(StatusFavourited)
def favourited(ctx: Context, event: StatusFavourited) -> None:
    status = event.status
    notify(
        ctx,
        status.account_id,
        Activity("favourite", "Favourite", event.favourite_id, event.account_id, status.id),
    )


@on(StatusUnfavourited)
def unfavourited(ctx: Context, event: StatusUnfavourited) -> None:
    _take_back(ctx, "Favourite", event.favourite_id)


@on(PollExpired)
def poll_expired(ctx: Context, event: PollExpired) -> None:
    poll = event.poll
    voters = notifying.voters(ctx.db, poll.id)
    for recipient in dict.fromkeys([poll.account_id, *voters]):
        notify(ctx, recipient, Activity("poll", "Poll", poll.id, poll.account_id, event.status.id))


def _take_back(ctx: Context, kind: str, activity_id: int) -> None:
    ctx.db.delete(TABLE, activity_type=kind, activity_id=activity_id)


# --- follows


@on(Followed)
def followed(ctx: Context, event: Followed) -> None:
    follow = event.follow
    notify(ctx, follow.target_account_id, Activity("follow", "Follow", follow.id, follow.account_id))


@on(Unfollowed)
def unfollowed(ctx: Context, event: Unfollowed) -> None:
    _take_back(ctx, "Follow", event.follow.id)


@on(FollowRequested)
def follow_requested(ctx: Context, event: FollowRequested) -> None:
    request = event.request
    notify(
        ctx,
        request.target_account_id,
        Activity("follow_request", "FollowRequest", request.id, request.account_id),
    )


@on(FollowRequestGone)
def follow_request_gone(ctx: Context, event: FollowRequestGone) -> None:
    _take_back(ctx, "FollowRequest", event.request.id)


# --- blocks and mutes


@on(Blocked)
def blocked(ctx: Context, event: Blocked) -> None:
    _banish(ctx, event.account_id, event.target_account_id)
    ctx.db.delete(
        notification_permissions, account_id=event.account_id, from_account_id=event.target_account_id
    )


@on(Muted)
def muted(ctx: Context, event: Muted) -> None:
    if event.mute.hide_notifications:
        _banish(ctx, event.mute.account_id, event.mute.target_account_id)


def _banish(ctx: Context, account_id: int, sender_id: int) -> None:
    for table in (TABLE, notification_requests):
        ctx.db.delete(table, account_id=account_id, from_account_id=sender_id)
    conversations.remove_with(ctx, account_id, sender_id)


@on(DomainBlocked)
def domain_blocked(ctx: Context, event: DomainBlocked) -> None:
    store.delete_of_domain(ctx.db, event.account_id, event.domain)
    if event.following_count or event.followers_count:
        severed(
            ctx,
            RelationshipsSevered(
                event.account_id,
                "user_domain_block",
                event.domain,
                event.following_count,
                event.followers_count,
            ),
        )


@on(RelationshipsSevered)
def severed(ctx: Context, event: RelationshipsSevered) -> None:
    event_id = ctx.db.insert(
        severance_events,
        account_id=event.account_id,
        type=event.type,
        target_name=event.target_name,
        following_count=event.following_count,
        followers_count=event.followers_count,
        created_at=ctx.now,
    )
    kind = "AccountRelationshipSeveranceEvent"
    notify(ctx, event.account_id, Activity("severed_relationships", kind, event_id, event.account_id))


# --- moderation


@on(AccountWarned)
def warned(ctx: Context, event: AccountWarned) -> None:
    warning = event.warning
    target = warning.target_account_id
    notify(ctx, target, Activity("moderation_warning", "AccountWarning", warning.id, target))


@on(AnnualReportGenerated)
def year_summed_up(ctx: Context, event: AnnualReportGenerated) -> None:
    activity = Activity("annual_report", "GeneratedAnnualReport", event.report_id, event.account_id)
    notify(ctx, event.account_id, activity)


@on(AccountSignedUp)
def signed_up(ctx: Context, event: AccountSignedUp) -> None:
    for member in notifying.staff(ctx.db):
        if ctx.instance.roles.of(member.role).can(Permission.MANAGE_USERS):
            notify(
                ctx,
                member.account_id,
                Activity("admin.sign_up", "Account", event.account_id, event.account_id),
            )


@on(AccountReported)
def reported(ctx: Context, event: AccountReported) -> None:
    """Staff hear of the first open report on an account only."""
    report = event.report
    same = ctx.db.find_all(reports, target_account_id=report.target_account_id)
    if any(other.id != report.id and other.action_taken_at is None for other in same):
        return
    for member in notifying.staff(ctx.db):
        if ctx.instance.roles.of(member.role).can(Permission.MANAGE_REPORTS):
            notify(ctx, member.account_id, Activity("admin.report", "Report", report.id, report.account_id))


# --- collections


@on(AddedToCollection)
def added_to_collection(ctx: Context, event: AddedToCollection) -> None:
    activity = Activity("added_to_collection", "CollectionItem", event.item_id, event.owner_id)
    notify(ctx, event.account_id, activity)


@on(CollectionUpdated)
def collection_updated(ctx: Context, event: CollectionUpdated) -> None:
    for account_id in event.account_ids:
        notify(
            ctx, account_id, Activity("collection_update", "Collection", event.collection_id, event.owner_id)
        )


@on(CollectionDeleting)
def collection_deleting(ctx: Context, event: CollectionDeleting) -> None:
    _take_back(ctx, "Collection", event.collection_id)
