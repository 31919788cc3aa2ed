"""What moderators see: https://docs.joinmastodon.org/entities/Admin_Account/, Admin_Report/."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET

from clientkit.entities import Account, AdminAccount, AdminIp, AdminReport, Status
from mockserver import clock
from mockserver.render import accounts as account_render
from mockserver.render import credentials, instance, statuses
from mockserver.store import accounts as account_store
from mockserver.store import admin as store
from mockserver.store import reports as report_store
from mockserver.store.schema import users

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

DEFAULT_LOCALE = "en"


def account(ctx: Context, account_id: int) -> AdminAccount:
    return accounts(ctx, [account_id])[0]


def accounts(ctx: Context, ids: Sequence[int]) -> list[AdminAccount]:
    """The accounts of these ids, in this order; ids without a row are left out."""
    found = accounts_by_id(ctx, ids)
    return [found[i] for i in ids if i in found]


def accounts_by_id(ctx: Context, ids: Sequence[int]) -> dict[int, AdminAccount]:
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    rows = account_store.by_ids(ctx.db, wanted)
    people = {row.account_id: row for row in ctx.db.find_all(users, account_id=wanted)}
    invites = [user.invite_id for user in people.values() if user.invite_id is not None]
    inviters = store.inviters(ctx.db, invites) if invites else {}
    public = account_render.by_id(ctx, wanted)
    return {i: _account(ctx, row, people.get(i), public[i], inviters) for i, row in rows.items()}


def _account(
    ctx: Context, row: Row, user: Row | None, public: Account, inviters: dict[int, int]
) -> AdminAccount:
    entity = AdminAccount(
        id=str(row.id),
        username=row.username,
        domain=row.domain,
        created_at=clock.iso(row.created_at),
        email=None,
        ip=None,
        confirmed=None,
        suspended=row.suspended_at is not None,
        silenced=row.silenced_at is not None,
        sensitized=row.sensitized_at is not None,
        disabled=None,
        approved=None,
        locale=None,
        invite_request=None,
        ips=None,
        account=public,
        role=None,
    )
    if user is not None:
        _add_user(ctx, entity, user, inviters)
    return entity


def _add_user(ctx: Context, entity: AdminAccount, user: Row, inviters: dict[int, int]) -> None:
    entity.email = user.email
    entity.ip = user.sign_up_ip
    entity.confirmed = user.confirmed_at is not None
    entity.disabled = user.disabled
    entity.approved = user.approved
    entity.locale = user.locale or DEFAULT_LOCALE
    entity.invite_request = user.invite_request
    entity.ips = [AdminIp(ip=user.sign_up_ip, used_at=clock.iso(user.created_at))] if user.sign_up_ip else []
    entity.role = credentials.role(ctx, user)
    if user.created_by_application_id is not None:
        entity.created_by_application_id = str(user.created_by_application_id)
    inviter = inviters.get(user.invite_id)
    entity.invited_by_account_id = UNSET if inviter is None else str(inviter)


def report(ctx: Context, row: Row) -> AdminReport:
    return reports(ctx, [row])[0]


def reports(ctx: Context, rows: Sequence[Row]) -> list[AdminReport]:
    people = accounts_by_id(ctx, [i for row in rows for i in _concerned(row)])
    shown = _statuses(ctx, sorted({i for row in rows for i in row.status_ids}))
    rules = {rule.id: rule for rule in instance.rules(ctx)}
    return [
        AdminReport(
            id=str(row.id),
            action_taken=row.action_taken_at is not None,
            action_taken_at=clock.optional_iso(row.action_taken_at),
            category=row.category,
            comment=row.comment,
            forwarded=row.forwarded,
            created_at=clock.iso(row.created_at),
            updated_at=clock.iso(row.updated_at or row.created_at),
            account=people[row.account_id],
            target_account=people[row.target_account_id],
            assigned_account=people.get(row.assigned_account_id),
            action_taken_by_account=people.get(row.action_taken_by_account_id),
            statuses=[shown[str(i)] for i in sorted(row.status_ids, reverse=True) if str(i) in shown],
            rules=[rules[str(i)] for i in row.rule_ids or () if str(i) in rules],
        )
        for row in rows
    ]


def _statuses(ctx: Context, ids: Sequence[int]) -> dict[str, Status]:
    """By id, also those that were deleted since they were reported."""
    living = {one.id: one for one in statuses.many(ctx, ids)}
    gone = report_store.discarded(ctx.db, [i for i in ids if str(i) not in living])
    return living | {one.id: one for one in statuses.discarded(ctx, gone)}


def _concerned(row: Row) -> list[int]:
    everybody = (
        row.account_id,
        row.target_account_id,
        row.assigned_account_id,
        row.action_taken_by_account_id,
    )
    return [i for i in everybody if i is not None]
