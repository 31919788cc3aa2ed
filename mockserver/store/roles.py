"""The roles of this server and what they allow: those that it comes with, and a scenario's own
(app/models/user_role.rb; recordings moderation/roles, admin/account_show, admin/permissions_single_*)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntFlag
from typing import Any

import msgspec
from msgspec import Struct

from mockserver.store.database import Database
from mockserver.store.schema import user_roles, users


class Permission(IntFlag):
    """The bits of a role, by Mastodon's names."""

    ADMINISTRATOR = 1
    VIEW_DEVOPS = 1 << 1
    VIEW_AUDIT_LOG = 1 << 2
    VIEW_DASHBOARD = 1 << 3
    MANAGE_REPORTS = 1 << 4
    MANAGE_FEDERATION = 1 << 5
    MANAGE_SETTINGS = 1 << 6
    MANAGE_BLOCKS = 1 << 7
    MANAGE_TAXONOMIES = 1 << 8
    MANAGE_APPEALS = 1 << 9
    MANAGE_USERS = 1 << 10
    MANAGE_INVITES = 1 << 11
    MANAGE_RULES = 1 << 12
    MANAGE_ANNOUNCEMENTS = 1 << 13
    MANAGE_CUSTOM_EMOJIS = 1 << 14
    MANAGE_WEBHOOKS = 1 << 15
    INVITE_USERS = 1 << 16
    MANAGE_ROLES = 1 << 17
    MANAGE_USER_ACCESS = 1 << 18
    DELETE_USER_DATA = 1 << 19
    VIEW_FEEDS = 1 << 20
    INVITE_BYPASS_APPROVAL = 1 << 21
    MANAGE_EMAIL_SUBSCRIPTIONS = 1 << 22


PERMISSIONS = {str(one.name).lower(): one for one in Permission}
ALL = (1 << len(Permission)) - 1


class Role(Struct, frozen=True):
    id: int
    name: str
    permissions: int
    """The effective bits: its own and everyone's."""
    highlighted: bool = False
    position: int = 0
    color: str = ""
    collection_limit: int = 10

    def can(self, permission: int) -> bool:
        """Whether it has one of these bits; an administrator has all."""
        return bool(self.permissions & (permission | Permission.ADMINISTRATOR))


EVERYONE = "Everyone"
NOBODY = Role(-99, "", Permission.INVITE_USERS, False, -1)
"""The role of who has none, as it is at first."""

STOCK = {
    EVERYONE: NOBODY,
    "Moderator": Role(1, "Moderator", 1049884, True, 10),
    "Admin": Role(2, "Admin", 2097148, True, 100),
    "Owner": Role(3, "Owner", ALL, True, 1000),
}


class Roles:
    """Read through a cache: every call of staff asks."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._kept: dict[str, Role] | None = None
        db.watch(user_roles, "id", self._forget)

    def _forget(self, _id: Any) -> None:
        self._kept = None

    def _own(self) -> dict[str, Role]:
        """With only the bits of their own."""
        own = dict(STOCK)
        for row in self._db.find_all(user_roles):
            name = EVERYONE if row.id == NOBODY.id else row.name
            own[name] = Role(**{column: getattr(row, column) for column in Role.__struct_fields__})
        return own

    def own_permissions(self, name: str) -> int:
        return self._own()[name].permissions

    def _roles(self) -> dict[str, Role]:
        if self._kept is None:
            own = self._own()
            shared = own[EVERYONE].permissions
            self._kept = {name: _effective(role, shared) for name, role in own.items()}
        return self._kept

    def of(self, name: str | None) -> Role:
        """The role of this name; everyone's for none, and for one that there is no more."""
        roles = self._roles()
        return roles.get(name or EVERYONE) or roles[EVERYONE]

    def __contains__(self, name: object) -> bool:
        return name != EVERYONE and name in self._roles()

    def names(self) -> list[str]:
        """Of all that somebody can be given."""
        return [name for name in self._roles() if name != EVERYONE]

    def that_can(self, permission: int) -> list[str]:
        """Names of the roles with one of these bits."""
        return [name for name in self.names() if self.of(name).can(permission)]

    def put(self, name: str, **values: Any) -> None:
        """Make a role, or change what is named of one. `permissions`: the bits of its own."""
        found = self._db.find(user_roles, id=STOCK[name].id) if name in STOCK else None
        found = found or self._db.find(user_roles, name=name)
        if found is not None:
            self._db.update(user_roles, {"id": found.id}, **values)
            return
        fresh = STOCK.get(name) or Role(self._free_id(), name, 0)
        self._db.insert(user_roles, **{**msgspec.structs.asdict(fresh), **values})

    def _free_id(self) -> int:
        taken: Iterable[int] = (row.id for row in self._db.find_all(user_roles))
        return max(*(role.id for role in STOCK.values()), *taken) + 1

    def remove(self, name: str) -> None:
        """Who had it has everyone's from then on."""
        self._db.delete(user_roles, name=name)
        for user in self._db.find_all(users, role=name):
            self._db.update(users, {"id": user.id, "account_id": user.account_id}, role=None)


def _effective(role: Role, shared: int) -> Role:
    permissions = ALL if role.permissions & Permission.ADMINISTRATOR else role.permissions | shared
    return msgspec.structs.replace(role, permissions=permissions)
