"""Roles, and what moderators have at hand and do, in a scenario."""

from __future__ import annotations

from mockserver.scenario.keys import Fields, ScenarioError, hint, one_of, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.database import Row
from mockserver.store.notifying import staff
from mockserver.store.roles import EVERYONE, PERMISSIONS, STOCK, Permission
from mockserver.store.schema import account_warning_presets, account_warnings, accounts, appeals, reports


def role(seeding: Seeding, fields: Fields, where: str) -> None:
    """One that is named again is changed; `Everyone` is the role of who has no other."""
    given = take(
        fields, where, name=..., permissions=[], also=[], without=[], color="", highlighted=False, position=0,
        collection_limit=10, removed=False,
    )  # fmt: skip
    roles, name = seeding.ctx.instance.roles, given["name"]
    known = name == EVERYONE or name in roles
    if given["removed"]:
        if name in STOCK or not known:
            raise ScenarioError(f"{where}: there is no role {name!r} that can be removed")
        roles.remove(name)
        return
    chosen = {
        key: given[key]
        for key in ("color", "highlighted", "position", "collection_limit")
        if key in fields or not known
    }
    if "permissions" in fields or not known:
        chosen["permissions"] = _bits(given["permissions"], where)
    if given["also"] or given["without"]:
        held = chosen["permissions"] if "permissions" in chosen else roles.own_permissions(name)
        chosen["permissions"] = (held | _bits(given["also"], where)) & ~_bits(given["without"], where)
    roles.put(name, **chosen)


def _bits(names: list[str], where: str) -> int:
    unknown = [name for name in names if name not in PERMISSIONS]
    if unknown:
        raise ScenarioError(
            f"{where}: there is no permission {unknown[0]!r}; {hint(unknown[0], PERMISSIONS)}"
        )
    return sum({PERMISSIONS[name] for name in names})


def warning_preset(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, text=..., title="", save="")
    number = seeding.db.insert(account_warning_presets, text=given["text"], title=given["title"])
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(number)


def appeal(seeding: Seeding, fields: Fields, where: str) -> None:
    """Against the last strike of a kind; without `account` and `against` the last appeal is decided."""
    from mockserver.domain import appeals as domain

    given = take(fields, where, account="", against="", text="", state="pending")
    one_of(given["state"], ("pending", "approved", "rejected"), where, "state")
    if given["account"]:
        warning = _strike(seeding, given, where)
        row = seeding.row(appeals, domain.appeal(seeding.ctx, warning, given["text"]), where)
    else:
        rows = seeding.db.find_all(appeals, order="-id")
        if not rows:
            raise ScenarioError(
                f"{where}: there is no appeal yet; name its 'account' and what it is 'against'"
            )
        row = rows[0]
    if given["state"] == "approved":
        domain.approve(seeding.ctx, row)
    elif given["state"] == "rejected":
        domain.reject(seeding.ctx, row)


def _strike(seeding: Seeding, given: Fields, where: str) -> Row:
    account = seeding.account(given["account"], where)
    kind = {"action": given["against"]} if given["against"] else {}
    strikes = seeding.db.find_all(account_warnings, order="-id", target_account_id=account.id, **kind)
    if not strikes:
        raise ScenarioError(f"{where}: {given['account']!r} has no strike {given['against']!r}")
    return strikes[0]


def report_action(seeding: Seeding, fields: Fields, where: str) -> None:
    """What a moderator does with the statuses of a report on the pages of the web site."""
    from mockserver.domain.appeals import ON_STATUSES

    given = take(fields, where, report=..., type=..., account="")
    one_of(given["type"], ON_STATUSES, where, "type")
    report = seeding.row(reports, given["report"], where)
    moderator = seeding.account(given["account"], where) if given["account"] else _moderator(seeding, where)
    ON_STATUSES[given["type"]](seeding.as_user(moderator), report)


def _moderator(seeding: Seeding, where: str) -> Row:
    """The first who may."""
    roles = seeding.ctx.instance.roles
    able = (one for one in staff(seeding.db) if roles.of(one.role).can(Permission.MANAGE_REPORTS))
    first = next(able, None)
    found = seeding.db.find(accounts, id=first.account_id) if first is not None else None
    if found is None:
        raise ScenarioError(f"{where}: nobody here can manage reports; give an account such a role first")
    return found
