"""Confirming the address of a new account: https://docs.joinmastodon.org/methods/emails/"""

from __future__ import annotations

from clientkit.operations import emails
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import accounts, web_sessions
from mockserver.handlers.binding import handles


@handles(emails.Confirmations)
def confirmations(ctx: Context, op: emails.Confirmations) -> None:
    if ctx.session is None or ctx.session.user is None:
        raise errors.UserRequired
    application = ctx.session.application
    if application is None or ctx.user.created_by_application_id != application.id:
        raise errors.NotPermitted(
            "This method is only available to the application the user originally signed-up with"
        )
    if ctx.user.confirmed_at is not None and ctx.user.unconfirmed_email is None:
        raise errors.NotPermitted("This method is only available while the e-mail is awaiting confirmation")
    accounts.resend_confirmation(ctx, ctx.user, op.email if isinstance(op.email, str) else None)


@handles(emails.CheckConfirmation)
def check_confirmation(ctx: Context, op: emails.CheckConfirmation) -> bool:
    """Also asked by the page of one who has signed up in a browser."""
    who = web_sessions.signed_in(ctx) if ctx.session is None else None
    user = ctx.session.user if ctx.session is not None else who and who[0]
    if user is None:
        raise errors.AuthenticationRequired
    return user.confirmed_at is not None
