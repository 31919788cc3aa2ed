"""The browser's session around authorization: sign in, sign out, confirm an address. Undocumented HTML pages.

They come before https://docs.joinmastodon.org/methods/oauth/#authorize in the code flow.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from clientkit.operations.base import Operation, Text, operation


class UserParams(msgspec.Struct, kw_only=True):
    """The fields of the form that signs in."""

    email: Text = UNSET
    password: Text = UNSET


@operation("GET /auth/sign_in", auth="session", since="0.1.0")
class SignInPage(Operation[str]):
    """The form that signs in."""


@operation("POST /auth/sign_in", auth="session", since="0.1.0")
class SignIn(Operation[str]):
    """Sign in by e-mail address and password: a redirect, or the form again."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET


@operation("DELETE /auth/sign_out", auth="session", since="0.1.0")
class SignOut(Operation[str]):
    """Sign out: a redirect."""

    authenticity_token: Text = UNSET


@operation("GET /auth/confirmation", auth="session", since="0.1.0")
class Confirm(Operation[str]):
    """Confirm an e-mail address by the link of the mail: a redirect."""

    confirmation_token: Text = UNSET
    redirect_to_app: Text = UNSET


@operation("GET /auth/setup", auth="session", since="0.1.0")
class Setup(Operation[str]):
    """Where somebody is led whose address is not confirmed: a page."""


@operation("GET /auth/edit", auth="session", since="0.1.0")
class Edit(Operation[str]):
    """Where somebody is led who may not act yet, or no longer: a page."""
