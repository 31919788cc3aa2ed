"""Statuses to be posted later (app/models/scheduled_status.rb; reference: statuses_text.md §5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from mockserver import clock, errors
from mockserver.clock import DAY
from mockserver.domain import due, polls, posting
from mockserver.store import accounts, statuses
from mockserver.store.database import Row
from mockserver.store.schema import media_attachments, scheduled_statuses
from mockserver.text.formatting import is_blank

if TYPE_CHECKING:
    from mockserver.context import Context

SOONEST = 5 * 60 * 1000  # ms ahead
MOST, MOST_A_DAY = 300, 25


def moment(given: Any) -> int | None:
    """Milliseconds of a time as sent; None when nothing was. Raises RecordInvalid for what is no time."""
    if given is None or isinstance(given, list | dict):
        return None
    if not isinstance(given, str):
        raise errors.RecordInvalid
    if is_blank(given):
        return None
    try:
        return clock.parse(given)
    except ValueError as error:
        raise errors.RecordInvalid from error


def check(ctx: Context, account_id: int, at: int | None) -> None:
    """Raise ValidationFailed when it is too soon, or when there are too many already. A row that is moved
    counts itself."""
    found = []
    if at is not None and at <= ctx.now + SOONEST:
        found.append("Scheduled at date must be in the future")
    others = ctx.db.find_all(scheduled_statuses, account_id=account_id)
    if len(others) >= MOST:
        found.append(f"You have exceeded the limit of {MOST} scheduled posts")
    if (
        at is not None
        and sum(1 for row in others if row.scheduled_at and row.scheduled_at // DAY == at // DAY)
        >= MOST_A_DAY
    ):
        found.append(f"You have exceeded the limit of {MOST_A_DAY} scheduled posts for today")
    if found:
        raise errors.ValidationFailed(*found)


def schedule(
    ctx: Context, draft: posting.Draft, params: dict[str, Any], media: Sequence[Row], at: int
) -> Row:
    """Keep a draft until `at`. What is wrong with it is told before what is wrong with the time, and as bare
    `Record invalid`."""
    _check_draft(ctx, draft, media)
    check(ctx, ctx.me.id, at)
    row_id = ctx.db.insert(
        scheduled_statuses,
        account_id=ctx.me.id,
        params=params,
        media_ids=[row.id for row in media],
        scheduled_at=at,
        created_at=ctx.now,
    )
    for one in media:
        ctx.db.update(media_attachments, {"id": one.id}, scheduled_status_id=row_id)
    due.schedule(ctx, "scheduled_status", at, id=row_id)
    row = ctx.db.find(scheduled_statuses, id=row_id)
    assert row is not None
    return row


def _check_draft(ctx: Context, draft: posting.Draft, media: Sequence[Row]) -> None:
    """The text is judged before anybody is mentioned or anything quoted: so a direct quote of another's
    status is always refused, and one without a text is blank (app/services/post_status_service.rb)."""
    visibility = posting.visibility_of(ctx.me, draft, ctx.user.settings)
    if draft.quoted is not None and visibility == "direct" and draft.quoted.account_id != ctx.me.id:
        raise errors.ValidationFailed(posting.NOT_QUOTABLE_DIRECTLY)
    try:
        written = posting.write(ctx, ctx.me, *posting.texts_of(draft), draft.quoted)
        posting.check(ctx, msgspec.structs.replace(draft, quoted=None), written, visibility, media)
    except errors.ValidationFailed as error:
        raise errors.RecordInvalid from error


def move(ctx: Context, row: Row, at: int | None) -> None:
    check(ctx, row.account_id, at)
    ctx.db.update(scheduled_statuses, {"id": row.id}, scheduled_at=at)
    if at is not None:
        due.schedule(ctx, "scheduled_status", at, id=row.id)


def cancel(ctx: Context, row: Row) -> None:
    ctx.db.update(media_attachments, {"scheduled_status_id": row.id}, scheduled_status_id=None)
    ctx.db.delete(scheduled_statuses, id=row.id)


@due.job("scheduled_status")
def publish(ctx: Context, payload: dict[str, Any]) -> None:
    """Post it, if it is still there and was not moved. It is dropped where the login is disabled, and where
    the draft is no longer right, as in a failing job: its text is blank, what it answers or quotes is gone,
    or it names too many (app/workers/publish_scheduled_status_worker.rb)."""
    row = ctx.db.find(scheduled_statuses, id=payload["id"])
    if row is None or row.scheduled_at is None or row.scheduled_at > ctx.now:
        return
    cancel(ctx, row)
    account, user = accounts.by_id(ctx.db, row.account_id), accounts.user_of(ctx.db, row.account_id)
    draft = _draft(ctx, row)
    if account is None or user is None or user.disabled or draft is None:
        return
    try:
        posting.post(ctx, account, draft, limited=False)
    except (errors.WireError, posting.UnexpectedMentions):
        return


def _draft(ctx: Context, row: Row) -> posting.Draft | None:
    """None when a status that it names is gone."""
    params = row.params
    reply, quoted = (
        statuses.by_id(ctx.db, int(params[name])) if params.get(name) else None
        for name in ("in_reply_to_id", "quoted_status_id")
    )
    if (params.get("in_reply_to_id") and reply is None) or (
        params.get("quoted_status_id") and quoted is None
    ):
        return None
    return posting.Draft(
        text=params.get("text") or "",
        spoiler_text=params.get("spoiler_text") or "",
        sensitive=params.get("sensitive"),
        visibility=params.get("visibility"),
        language=params.get("language"),
        media_ids=[str(i) for i in row.media_ids],
        poll=polls.draft_of(params.get("poll")),
        in_reply_to=reply,
        quoted=quoted,
        quote_approval_policy=params.get("quote_approval_policy"),
        allowed_mentions=params.get("allowed_mentions"),
        application_id=params.get("application_id"),
    )
