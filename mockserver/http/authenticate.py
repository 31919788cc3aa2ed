"""From a token to the person behind it, and whether that person may call an operation (reference:
endpoints/00-common.md, Token handling)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from clientkit.operations.base import Declaration
from mockserver import errors
from mockserver.context import Session
from mockserver.store.database import Database
from mockserver.store.schema import access_tokens, accounts, applications, users

_TOKEN = sa.select(access_tokens).where(access_tokens.c.token == sa.bindparam("token"))


class Sessions:
    """Sessions by token, kept until a row behind one changes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, Session] = {}
        for table in (access_tokens, users, accounts, applications):
            db.watch(table, "id", self._forget)

    def _forget(self, _id: int | None) -> None:
        self._known.clear()

    def find(self, token: str) -> Session | None:
        """The session of a token, revoked and expired ones included; None when it is unknown."""
        session = self._known.get(token)
        if session is None:
            session = self._load(token)
            if session is not None:
                self._known[token] = session
        return session

    def _load(self, token: str) -> Session | None:
        row = self._db.row(_TOKEN, {"token": token})
        if row is None:
            return None
        user = self._db.find(users, id=row.resource_owner_id) if row.resource_owner_id else None
        account = self._db.find(accounts, id=user.account_id) if user is not None else None
        application = self._db.find(applications, id=row.application_id) if row.application_id else None
        return Session(row, application, user, account)


def token_of(authorization: str | None, parameters: dict[str, Any]) -> str | None:
    """The first source present counts alone: the header's Bearer, `access_token`, `bearer_token` (recording
    oauth/token_places)."""
    if authorization is not None:
        scheme, _, value = authorization.partition(" ")
        if scheme.lower() == "bearer" and value and not value.startswith(" "):
            return value.rstrip(" ")
    for name in ("access_token", "bearer_token"):
        given = parameters.get(name)
        if isinstance(given, str) and given:
            return given
    return None


def identify(session: Session | None, declaration: Declaration, now: int) -> Session | None:
    """The session as the operation may see it; raises where the token layer refuses. `session` None: no or
    an unknown token."""
    account = session.account if session is not None else None
    if account is not None and account.suspended_at is not None and _refuses_suspended(declaration):
        raise errors.CallerSuspended
    if declaration.auth in ("none", "session") or (declaration.auth == "optional" and not declaration.scopes):
        # Operations without scopes do not ask the token layer: a token that is no good counts as none.
        return _alive_or_none(session, now)
    if session is None:
        if declaration.auth == "optional":
            return None
        if declaration.auth == "user" and not declaration.scopes:
            raise errors.UserRequired
        raise errors.InvalidToken
    _check_alive(session, now)
    if declaration.scopes and not session.scopes.intersection(declaration.scopes):
        raise errors.InsufficientScope(declaration.scopes)
    if declaration.auth == "user":
        require_user(session)
    if declaration.auth == "app" and session.user is not None:
        raise errors.ClientCredentialsRequired
    return session


def _refuses_suspended(declaration: Declaration) -> bool:
    """All of the API, public operations too, but what tells about the server itself (recording
    moderation/suspended_own_calls)."""
    if declaration.page in ("instance", "streaming"):
        return False
    return declaration.path.startswith("/api/") or declaration.id == "oauth.userinfo"


def _alive_or_none(session: Session | None, now: int) -> Session | None:
    return session if session is not None and _usable(session, now) else None


def _usable(session: Session, now: int) -> bool:
    token = session.token
    return token.revoked_at is None and (token.expires_at is None or token.expires_at > now)


def _check_alive(session: Session, now: int) -> None:
    if session.token.revoked_at is not None:
        raise errors.InvalidToken("The access token was revoked")
    if session.token.expires_at is not None and session.token.expires_at <= now:
        raise errors.InvalidToken("The access token expired")


def require_user(session: Session | None) -> None:
    """Refuse an application's token, and people who may not act yet or any more."""
    if session is None or session.user is None or session.account is None:
        raise errors.UserRequired
    user, account = session.user, session.account
    if user.confirmed_at is None:
        raise errors.LoginUnconfirmed
    if not user.approved:
        raise errors.LoginPending
    if (
        user.disabled
        or account.memorial
        or account.moved_to_account_id is not None
        or account.suspended_at is not None
    ):
        raise errors.LoginDisabled
