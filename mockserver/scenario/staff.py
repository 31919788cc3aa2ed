"""Roles, and what moderators have at hand and do, in a scenario."""

from __future__ import annotations

from mockserver.scenario.keys import Fields, ScenarioError, hint, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.roles import EVERYONE, PERMISSIONS, STOCK


def role(seeding: Seeding, fields: Fields, where: str) -> None:
    """One that is named again is changed; `Everyone` is the role of who has no other."""
    given = take(
        fields, where, name=..., permissions=[], without=[], color="", highlighted=False, position=0,
        removed=False,
    )  # fmt: skip
    roles, name = seeding.ctx.instance.roles, given["name"]
    known = name == EVERYONE or name in roles
    if given["removed"]:
        if name in STOCK or not known:
            raise ScenarioError(f"{where}: there is no role {name!r} that can be removed")
        roles.remove(name)
        return
    chosen = {key: given[key] for key in ("color", "highlighted", "position") if key in fields or not known}
    if "permissions" in fields or not known:
        chosen["permissions"] = _bits(given["permissions"], where)
    if given["without"]:
        held = chosen.get("permissions", roles.own_permissions(name))
        chosen["permissions"] = held & ~_bits(given["without"], where)
    roles.put(name, **chosen)


def _bits(names: list[str], where: str) -> int:
    unknown = [name for name in names if name not in PERMISSIONS]
    if unknown:
        raise ScenarioError(
            f"{where}: there is no permission {unknown[0]!r}; {hint(unknown[0], PERMISSIONS)}"
        )
    return sum({PERMISSIONS[name] for name in names})
