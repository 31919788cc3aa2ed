"""The browser's session around authorization: sign in, sign out, confirm an address. Undocumented HTML pages.

They come before https://docs.joinmastodon.org/methods/oauth/#authorize in the code flow.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from clientkit.operations.base import Operation, Text, operation


class AccountParams(msgspec.Struct, kw_only=True):
    username: Text = UNSET


class ReasonParams(msgspec.Struct, kw_only=True):
    text: Text = UNSET


class UserParams(msgspec.Struct, kw_only=True):
    """The fields of the forms: that which signs in has the first two, signing up and changes need more."""

    email: Text = UNSET
    password: Text = UNSET
    current_password: Text = UNSET
    agreement: Any = UNSET
    invite_code: Text = UNSET
    date_of_birth: Text = UNSET
    account_attributes: AccountParams | UnsetType | None = UNSET
    invite_request_attributes: ReasonParams | UnsetType | None = UNSET


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


@operation("PUT /auth/setup", auth="session", since="4.2.0", also=("PATCH",))
class ChangeSetup(Operation[str]):
    """Have the mail that confirms sent again, to another address if one is given: a redirect."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET


@operation("PUT /auth", auth="session", since="0.1.0", also=("PATCH",))
class ChangePassword(Operation[str]):
    """Change the password, given the current one: a redirect, or the page again."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET


@operation("GET /auth/sign_up", auth="session", since="0.1.0")
class SignUpPage(Operation[str]):
    """The form that signs up; to the front page while registrations are closed."""

    invite_code: Text = UNSET


@operation("POST /auth", auth="session", since="0.1.0")
class SignUp(Operation[str]):
    """Sign up: a redirect, or the form again."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET


@operation("GET /auth/password/new", auth="session", since="0.1.0")
class ForgottenPage(Operation[str]):
    """The form for those who have forgotten their password."""


@operation("POST /auth/password", auth="session", since="0.1.0")
class Forgotten(Operation[str]):
    """Have a mail sent to choose a new password by: the same redirect for any address."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET


@operation("GET /auth/confirmation/new", auth="session", since="0.1.0")
class ConfirmationPage(Operation[str]):
    """The form for those whom the mail that confirms has not reached."""


@operation("POST /auth/confirmation", auth="session", since="0.1.0")
class RequestConfirmation(Operation[str]):
    """Have the mail that confirms sent again: the same redirect for any address."""

    authenticity_token: Text = UNSET
    user: UserParams | UnsetType | None = UNSET
