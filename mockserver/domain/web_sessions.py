"""A browser's session, kept in its cookie under our signature, and the tokens that prove a form to be ours.

Every form has a token of its own, for its method and address; one that is good for all stands in the head
of each page
(recordings oauth/code_flow_deny, oauth/authorized_applications).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store.schema import accounts, users

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.instance import Instance
    from mockserver.store.database import Row

COOKIE = "_mastodon_session"
LONGEST_ADDRESS = 2500
"""What a cookie can hold beside the rest of the session."""


@dataclass(frozen=True, slots=True)
class WebSession:
    """`id`: what the tokens of forms are made from; `return_to`: where the sign-in leads, as path and
    query."""

    id: str
    user_id: int | None = None
    return_to: str | None = None

    def signed_in(self, user_id: int, fresh_id: str) -> WebSession:
        """A new id, so that a session planted before the sign-in is worth nothing after it."""
        return WebSession(fresh_id, user_id)

    def on_the_way_to(self, address: str) -> WebSession:
        return replace(self, return_to=address if len(address) <= LONGEST_ADDRESS else None)


def load(ctx: Context) -> WebSession:
    """The session of the call's cookie, or a new one."""
    return read(ctx.instance, ctx.call.cookies) or WebSession(ctx.instance.ids.token())


def read(instance: Instance, cookies: Mapping[str, str]) -> WebSession | None:
    """The session in a browser's cookies, if there is one that we have signed."""
    payload, _, signature = cookies.get(COOKIE, "").partition(".")
    if payload and hmac.compare_digest(signature.encode(), _sign(instance, payload).encode()):
        try:
            return WebSession(**json.loads(base64.urlsafe_b64decode(payload)))
        except (binascii.Error, ValueError, TypeError):
            pass
    return None


def cookie(ctx: Context, session: WebSession) -> str:
    """The Set-Cookie header that keeps the session."""
    payload = base64.urlsafe_b64encode(json.dumps(asdict(session)).encode()).decode()
    secure = "; secure" if ctx.instance.base_url.startswith("https://") else ""
    return f"{COOKIE}={payload}.{_sign(ctx.instance, payload)}; path=/; HttpOnly; SameSite=Lax{secure}"


def _sign(instance: Instance, text: str) -> str:
    digest = hmac.new(instance.secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def user_of(ctx: Context, session: WebSession) -> tuple[Row, Row] | None:
    """The user and account that are signed in."""
    user = ctx.db.find(users, id=session.user_id) if session.user_id is not None else None
    account = ctx.db.find(accounts, id=user.account_id) if user is not None else None
    return (user, account) if user is not None and account is not None else None


def signed_in(ctx: Context) -> tuple[Row, Row] | None:
    """The user and account of the call's cookie; nobody gets a session by this."""
    session = read(ctx.instance, ctx.call.cookies)
    return user_of(ctx, session) if session is not None else None


def form_token(ctx: Context, session: WebSession, form: str = "*") -> str:
    """`form`: method and path, `DELETE /oauth/authorize`; `*` is good for all of them."""
    return _sign(ctx.instance, f"form:{session.id}:{form}")


def check_form(ctx: Context, session: WebSession, given: str | None, form: str) -> None:
    """Raises InvalidAuthenticityToken for a form that is not ours, or another one's token."""
    tokens = (form_token(ctx, session, form), form_token(ctx, session))
    if not any(hmac.compare_digest((given or "").encode(), token.encode()) for token in tokens):
        raise errors.InvalidAuthenticityToken
