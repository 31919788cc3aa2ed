"""Reports and warnings as their makers and receivers see them:
https://docs.joinmastodon.org/entities/Report/"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.entities import AccountWarning, Appeal, RelationshipSeveranceEvent, Report
from mockserver import clock
from mockserver.render import accounts
from mockserver.store.schema import appeals

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def one(ctx: Context, row: Row) -> Report:
    return Report(
        id=str(row.id),
        action_taken=row.action_taken_at is not None,
        action_taken_at=clock.optional_iso(row.action_taken_at),
        category=row.category,
        comment=row.comment,
        forwarded=row.forwarded,
        created_at=clock.iso(row.created_at),
        status_ids=[str(i) for i in row.status_ids],
        rule_ids=None if row.rule_ids is None else [str(i) for i in row.rule_ids],
        collection_ids=[str(i) for i in row.collection_ids],
        target_account=accounts.many(ctx, [row.target_account_id])[0],
    )


def warning(ctx: Context, row: Row) -> AccountWarning:
    appeal = ctx.db.find(appeals, account_warning_id=row.id)
    return AccountWarning(
        id=str(row.id),
        action=row.action,
        text=row.text,
        status_ids=None if row.status_ids is None else [str(i) for i in row.status_ids],
        created_at=clock.iso(row.created_at),
        target_account=accounts.many(ctx, [row.target_account_id])[0],
        appeal=None if appeal is None else Appeal(text=appeal.text, state=appeal.state),
    )


def severance(row: Row) -> RelationshipSeveranceEvent:
    return RelationshipSeveranceEvent(
        id=str(row.id),
        type=row.type,
        purged=False,
        target_name=row.target_name,
        followers_count=row.followers_count,
        following_count=row.following_count,
        created_at=clock.iso(row.created_at),
    )
