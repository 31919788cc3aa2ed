"""What becomes of strikes, and of statuses that were reported, on the pages of the web site
(app/services/approve_appeal_service.rb, app/models/admin/status_batch_action.rb; recording
moderation/moderation_warnings). The API only shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain import deleting, editing, moderation
from mockserver.store import accounts as account_store
from mockserver.store import statuses as status_store
from mockserver.store.schema import account_warnings, appeals
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

TAKEN_BACK = {
    "disable": moderation.enable,
    "sensitive": moderation.unsensitize,
    "silence": moderation.unsilence,
    "suspend": moderation.unsuspend,
}
"""Strikes, and what undoes them."""


def appeal(ctx: Context, warning: Row, text: str) -> int:
    """The id of an objection to a strike."""
    return ctx.db.insert(appeals, account_warning_id=warning.id, text=text, created_at=ctx.now)


def approve(ctx: Context, row: Row) -> None:
    """The strike is taken back."""
    ctx.db.update(appeals, {"id": row.id}, state="approved")
    warning = ctx.db.find(account_warnings, id=row.account_warning_id)
    undo = TAKEN_BACK.get(warning.action) if warning is not None else None
    target = account_store.by_id(ctx.db, warning.target_account_id) if warning is not None else None
    if undo is not None and target is not None:
        undo(ctx, target)


def reject(ctx: Context, row: Row) -> None:
    ctx.db.update(appeals, {"id": row.id}, state="rejected")


# --- reported statuses


def mark_as_sensitive(ctx: Context, report: Row) -> None:
    """Those with something to see."""
    for status in status_store.by_ids(ctx.db, report.status_ids).values():
        if status.extras & (Extra.MEDIA | Extra.CARD):
            editing.mark_sensitive(ctx, status)
    _settle(ctx, report, "mark_statuses_as_sensitive")


def delete(ctx: Context, report: Row) -> None:
    found = status_store.by_ids(ctx.db, report.status_ids).values()
    for status in found:
        deleting.delete(ctx, status, media_too=True)
    _settle(ctx, report, "delete_statuses")


def _settle(ctx: Context, report: Row, action: str) -> None:
    target = account_store.by_id(ctx.db, report.target_account_id)
    moderation.resolve(ctx, report)
    if target is not None:
        moderation.strike(ctx, target, action, status_ids=list(report.status_ids))


ON_STATUSES = {"mark_statuses_as_sensitive": mark_as_sensitive, "delete_statuses": delete}
