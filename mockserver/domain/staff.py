"""What the staff may do: the permissions of roles, and who ranks above whom (app/policies/;
recordings admin/permissions_*)."""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain.roles import Role, role_of
from mockserver.store import accounts as account_store

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


class Permission(IntFlag):
    """The bits of a role that calls of the admin API ask for."""

    ADMINISTRATOR = 1
    VIEW_DASHBOARD = 1 << 3
    MANAGE_REPORTS = 1 << 4
    MANAGE_FEDERATION = 1 << 5
    MANAGE_BLOCKS = 1 << 7
    MANAGE_TAXONOMIES = 1 << 8
    MANAGE_USERS = 1 << 10
    DELETE_USER_DATA = 1 << 19


def role(ctx: Context) -> Role | None:
    """The caller's role; None without a person behind the call."""
    user = ctx.session.user if ctx.session is not None else None
    return None if user is None else role_of(user.role)


def can(ctx: Context, permission: Permission) -> bool:
    held = role(ctx)
    return held is not None and bool(held.permissions & (permission | Permission.ADMINISTRATOR))


def require(ctx: Context, permission: Permission) -> None:
    """Raises NotPermitted, without a token too."""
    if not can(ctx, permission):
        raise errors.NotPermitted


def require_rank_above(ctx: Context, target: Row) -> None:
    """Nobody acts against themselves, an equal or somebody above. Who has no user here has no role."""
    user = account_store.user_of(ctx.db, target.id)
    held = role(ctx)
    if held is None or (user is not None and held.position <= role_of(user.role).position):
        raise errors.NotPermitted
