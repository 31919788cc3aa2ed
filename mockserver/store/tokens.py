"""Finding tokens, and the people that they or a sign-in stand for."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from mockserver.store.database import Database, Row
from mockserver.store.schema import access_tokens, applications, users

_BY_EMAIL = sa.select(users).where(sa.func.lower(users.c.email) == sa.bindparam("email"))
_CANDIDATES = (
    sa.select(access_tokens)
    .where(
        access_tokens.c.application_id == sa.bindparam("application"),
        access_tokens.c.revoked_at.is_(None),
        sa.or_(access_tokens.c.expires_at.is_(None), access_tokens.c.expires_at > sa.bindparam("now")),
    )
    .order_by(access_tokens.c.id.desc())
)
_OF_APPLICATION = _CANDIDATES.where(access_tokens.c.resource_owner_id.is_(None))
_OF_USER = _CANDIDATES.where(access_tokens.c.resource_owner_id == sa.bindparam("user"))
_LIVING = sa.select(access_tokens.c.id).where(
    access_tokens.c.application_id == sa.bindparam("application"),
    access_tokens.c.resource_owner_id == sa.bindparam("user"),
    access_tokens.c.revoked_at.is_(None),
)
_AUTHORIZED = (
    sa.select(applications)
    .where(
        sa.exists().where(
            access_tokens.c.application_id == applications.c.id,
            access_tokens.c.resource_owner_id == sa.bindparam("user"),
            access_tokens.c.revoked_at.is_(None),
        )
    )
    .order_by(applications.c.id)
)


def user_by_email(db: Database, email: str) -> Row | None:
    """Letter case does not matter."""
    return db.row(_BY_EMAIL, {"email": email.strip().lower()}) if email else None


def matching(
    db: Database, application_id: int, user_id: int | None, scopes: list[str], now: int
) -> Row | None:
    """The newest good token for exactly these scopes, in whatever order; `user_id` None: the application's
    own."""
    parameters = {"application": application_id, "now": now}
    if user_id is None:
        rows = db.rows(_OF_APPLICATION, parameters)
    else:
        rows = db.rows(_OF_USER, parameters | {"user": user_id})
    return next((row for row in rows if set(row.scopes.split()) == set(scopes)), None)


def living(db: Database, application_id: int, user_id: int) -> list[int]:
    """Ids of the tokens that a user gave an application and has not taken back."""
    return db.scalars(_LIVING, {"application": application_id, "user": user_id})


def authorized_applications(db: Database, user_id: int) -> Sequence[Row]:
    return db.rows(_AUTHORIZED, {"user": user_id})
