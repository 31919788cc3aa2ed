"""What moderators do to accounts and with reports (app/models/admin/account_action.rb;
recordings admin/action_*, admin/approve_and_reject, moderation/*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from mockserver import errors
from mockserver.domain import erasing, follows, sign_up_blocks
from mockserver.domain.accounts import welcome
from mockserver.domain.events import AccountSuspended, AccountUnsuspended, AccountWarned
from mockserver.domain.outbox import Message
from mockserver.domain.reports import CATEGORIES, are_rules
from mockserver.domain.staff import Permission, require, require_rank_above
from mockserver.store import accounts as account_store
from mockserver.store import admin as store
from mockserver.store.paging import INSTANCE_ACTOR
from mockserver.store.schema import account_warning_presets, account_warnings, accounts, reports, users

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockserver.context import Context
    from mockserver.store.database import Row

TYPES = ("none", "disable", "sensitive", "silence", "suspend")


class Measure(Struct, frozen=True):
    """What a moderator decides on. `type` None or blank: none was named. `notify`: tell the target of it."""

    type: str | None
    text: str | None = None
    report: str | None = None
    preset: str | None = None
    notify: bool = True


def act(ctx: Context, target: Row, measure: Measure) -> None:
    """Carry a measure out, leave a strike and close the reports it settles. Raises ValidationFailed,
    NotPermitted, RecordNotFound (report or preset), and then nothing is done."""
    _check_type(measure.type)
    if measure.type != "none":
        require_rank_above(ctx, target)
    report = store.report(ctx, measure.report) if measure.report else None
    preset = store.record(ctx, account_warning_presets, measure.preset) if measure.preset else None
    settled = _settled(ctx, target, measure.type, report)
    if settled:
        require(ctx, Permission.MANAGE_REPORTS)
    _MEASURES[str(measure.type)](ctx, target)
    for row in settled:
        resolve(ctx, row)
    said = [text for text in (preset.text if preset is not None else None, measure.text) if text is not None]
    strike(
        ctx,
        target,
        str(measure.type),
        text="\n\n".join(said),
        status_ids=report.status_ids if report is not None else None,
        notify=measure.notify,
    )


def _check_type(given: str | None) -> None:
    problems = []
    if given is None or not given.strip():
        problems.append("Type can't be blank")
    if given not in TYPES:
        problems.append("Type is not included in the list")
    if problems:
        raise errors.ValidationFailed(*problems)


def _settled(ctx: Context, target: Row, kind: str | None, report: Row | None) -> Sequence[Row]:
    """A mere warning closes the report it names, whomever that is about; all else closes what is open on the
    target."""
    if kind == "none":
        return [report] if report is not None else []
    return store.open_reports(ctx.db, target.id)


def strike(
    ctx: Context,
    target: Row,
    action: str,
    *,
    text: str = "",
    status_ids: list[int] | None = None,
    notify: bool = True,
) -> None:
    """Keep on record what was done to an account, and tell it."""
    warning_id = ctx.db.insert(
        account_warnings,
        target_account_id=target.id,
        action=action,
        text=text,
        status_ids=status_ids,
        created_at=ctx.now,
    )
    if notify and target.domain is None:
        warning = ctx.db.find(account_warnings, id=warning_id)
        assert warning is not None
        ctx.emit(AccountWarned(warning))


# --- the measures, and what takes them back


def _local_user(ctx: Context, target: Row) -> Row:
    """Raises Forbidden for an account without a user of this server."""
    user = account_store.user_of(ctx.db, target.id)
    if user is None:
        raise errors.Forbidden
    return user


def _mark(ctx: Context, target: Row, **values: Any) -> None:
    ctx.db.update(accounts, {"id": target.id}, **values)


def _end_streams(ctx: Context, target: Row) -> None:
    ctx.publish(Message((("close_account", target.id),), "close"))


def warn(ctx: Context, target: Row) -> None:
    """Words only."""


def disable(ctx: Context, target: Row) -> None:
    _local_user(ctx, target)
    ctx.db.update(users, {"account_id": target.id}, disabled=True)
    _end_streams(ctx, target)


def enable(ctx: Context, target: Row) -> None:
    _local_user(ctx, target)
    ctx.db.update(users, {"account_id": target.id}, disabled=False)


def sensitize(ctx: Context, target: Row) -> None:
    _mark(ctx, target, sensitized_at=ctx.now)


def unsensitize(ctx: Context, target: Row) -> None:
    _mark(ctx, target, sensitized_at=None)


def silence(ctx: Context, target: Row) -> None:
    _mark(ctx, target, silenced_at=ctx.now)


def unsilence(ctx: Context, target: Row) -> None:
    _mark(ctx, target, silenced_at=None)


def suspend(ctx: Context, target: Row) -> None:
    """Raises NotPermitted for the account of the server itself."""
    if target.id == INSTANCE_ACTOR:
        raise errors.NotPermitted
    _mark(ctx, target, suspended_at=ctx.now, data_deleted_at=None)
    if target.domain is not None:
        follows.reject_all(ctx, target.id)  # its own server goes on: it must not be sent any more posts
    ctx.emit(AccountSuspended(target.id))
    _end_streams(ctx, target)


def unsuspend(ctx: Context, target: Row) -> None:
    """Raises NotPermitted when it is not suspended."""
    if target.suspended_at is None:
        raise errors.NotPermitted
    _mark(ctx, target, suspended_at=None, data_deleted_at=None)
    ctx.emit(AccountUnsuspended(target.id))


_MEASURES = {
    "none": warn,
    "disable": disable,
    "sensitive": sensitize,
    "silence": silence,
    "suspend": suspend,
}


def delete(ctx: Context, target: Row) -> None:
    """Delete all that a suspended account has made; the bare account stays, and keeps its name. Raises
    NotPermitted when it is not suspended, or was deleted before."""
    if target.suspended_at is None or target.data_deleted_at is not None:
        raise errors.NotPermitted
    erasing.empty(ctx, target)
    user = account_store.user_of(ctx.db, target.id)
    if user is not None:
        ctx.db.update(users, {"id": user.id, "account_id": target.id}, disabled=True)
        if not sign_up_blocks.is_address_blocked(ctx, user.email):
            sign_up_blocks.block_address(ctx, sign_up_blocks.canonical_hash(user.email))
    _mark(ctx, target, data_deleted_at=ctx.now)


# --- sign-ups


def _waiting(ctx: Context, target: Row) -> Row:
    user = _local_user(ctx, target)
    if user.approved:
        raise errors.NotPermitted
    return user


def approve(ctx: Context, target: Row) -> None:
    user = _waiting(ctx, target)
    ctx.db.update(users, {"id": user.id, "account_id": target.id}, approved=True)
    approved = account_store.user_of(ctx.db, target.id)
    assert approved is not None
    welcome(ctx, approved)


def reject(ctx: Context, target: Row) -> None:
    """The account is gone as if it had never been."""
    _waiting(ctx, target)
    _end_streams(ctx, target)
    erasing.empty(ctx, target)
    erasing.forget(ctx, target)


# --- reports


def assign(ctx: Context, report: Row, account_id: int | None) -> None:
    if report.assigned_account_id != account_id:
        _change(ctx, report, assigned_account_id=account_id)


def resolve(ctx: Context, report: Row) -> None:
    _change(ctx, report, action_taken_at=ctx.now, action_taken_by_account_id=ctx.me.id)


def reopen(ctx: Context, report: Row) -> None:
    if report.action_taken_at is not None:
        _change(ctx, report, action_taken_at=None, action_taken_by_account_id=None)


def _change(ctx: Context, report: Row, **values: Any) -> None:
    ctx.db.update(reports, {"id": report.id}, updated_at=ctx.now, **values)


def recategorise(ctx: Context, report: Row, category: str | None, rule_ids: list[int] | None) -> None:
    """Change what a report is about; None leaves a thing as it is. Raises ValidationFailed, and
    InvalidParameter for a category there is not (a real server fails on it)."""
    if category is not None and category not in CATEGORIES:
        raise errors.InvalidParameter(f"{category!r} is not a valid category")
    kind = report.category if category is None else category
    broken = report.rule_ids if rule_ids is None else rule_ids or None
    if kind != "violation" and broken:
        raise errors.ValidationFailed("Rule ids must be blank")
    if broken and not are_rules(ctx, broken):
        raise errors.ValidationFailed("Rule ids does not reference valid rules")
    if (kind, broken) != (report.category, report.rule_ids):
        _change(ctx, report, category=kind, rule_ids=broken)
