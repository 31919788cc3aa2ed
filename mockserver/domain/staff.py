"""What the staff may do: the permissions of roles, and who ranks above whom (app/policies/;
recordings admin/permissions_*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store import accounts as account_store
from mockserver.store.roles import Permission

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row
    from mockserver.store.roles import Role

__all__ = ["Permission", "can", "require", "require_rank_above", "role"]


def role(ctx: Context) -> Role | None:
    """The caller's role; None without a person behind the call."""
    user = ctx.session.user if ctx.session is not None else None
    return None if user is None else ctx.instance.roles.of(user.role)


def can(ctx: Context, permission: Permission) -> bool:
    held = role(ctx)
    return held is not None and held.can(permission)


def require(ctx: Context, permission: Permission) -> None:
    """Raises NotPermitted, without a token too."""
    if not can(ctx, permission):
        raise errors.NotPermitted


def require_rank_above(ctx: Context, target: Row) -> None:
    """Nobody acts against themselves, an equal or somebody above. Who has no user here has no role."""
    user = account_store.user_of(ctx.db, target.id)
    held = role(ctx)
    if held is None or (user is not None and held.position <= ctx.instance.roles.of(user.role).position):
        raise errors.NotPermitted
