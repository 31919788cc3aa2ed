"""The roles that a stock server comes with, and what they allow (app/models/user_role.rb; recordings
moderation/roles, admin/account_show)."""

from __future__ import annotations

from msgspec import Struct


class Role(Struct, frozen=True):
    id: int
    name: str
    permissions: int  # the effective bits
    highlighted: bool
    position: int
    color: str = ""


EVERYONE = Role(-99, "", 0x10000, False, -1)
ROLES = {
    role.name: role
    for role in (
        Role(1, "Moderator", 1115420, True, 10),
        Role(2, "Admin", 2097148, True, 100),
        Role(3, "Owner", 8388607, True, 1000),
    )
}


def role_of(name: str | None) -> Role:
    return ROLES.get(name or "", EVERYONE)
