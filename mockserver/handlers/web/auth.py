"""Signing in and out in a browser, and the link of the confirmation mail (reference: oauth.md §2, §8;
recordings oauth/sign_in_page, signup_*)."""

from __future__ import annotations

from clientkit.operations import auth
from mockserver import errors, passwords
from mockserver.context import Context
from mockserver.domain import accounts, web_sessions
from mockserver.domain.web_sessions import WebSession
from mockserver.handlers.binding import Reply, handles
from mockserver.handlers.web import pages
from mockserver.store import logins, tokens
from mockserver.store.schema import applications


@handles(auth.SignInPage)
def sign_in_page(ctx: Context, op: auth.SignInPage) -> Reply:
    session = web_sessions.load(ctx)
    if web_sessions.user_of(ctx, session) is not None:
        return pages.redirect(ctx, "/", headers={"Cache-Control": "no-cache"})
    return _form(ctx, session)


def _form(ctx: Context, session: WebSession, *, email: str = "", wrong: bool = False) -> Reply:
    token = web_sessions.form_token(ctx, session, "POST /auth/sign_in")
    return pages.page(
        ctx,
        session,
        "sign_in",
        heading="Log in",
        leads_away=True,
        form_csrf=token,
        email=email,
        wrong=wrong,
        may_sign_up=accounts.may_sign_up(ctx),
    )


@handles(auth.SignIn)
def sign_in(ctx: Context, op: auth.SignIn) -> Reply:
    session = web_sessions.load(ctx)
    try:
        web_sessions.check_form(ctx, session, op.authenticity_token or None, "POST /auth/sign_in")
    except errors.InvalidAuthenticityToken:
        return pages.not_ours(ctx, session, headers=pages.REFUSED_EARLY)
    given = op.user if isinstance(op.user, auth.UserParams) else auth.UserParams()
    email = given.email or ""
    user = tokens.user_by_email(ctx.db, email)
    if user is None or not passwords.matches(user.encrypted_password, given.password or ""):
        return _form(ctx, session, email=email, wrong=True)
    logins.note(ctx.db, user, ctx.now)
    return pages.redirect(ctx, session.return_to or "/", session.signed_in(user.id, ctx.instance.ids.token()))


@handles(auth.SignOut)
def sign_out(ctx: Context, op: auth.SignOut) -> Reply:
    session = web_sessions.load(ctx)
    try:
        web_sessions.check_form(ctx, session, op.authenticity_token or None, "DELETE /auth/sign_out")
    except errors.InvalidAuthenticityToken:
        return pages.not_ours(ctx, session)
    return pages.redirect(
        ctx, pages.SIGN_IN, WebSession(ctx.instance.ids.token(), return_to=session.return_to)
    )


@handles(auth.Confirm)
def confirm(ctx: Context, op: auth.Confirm) -> Reply:
    user = accounts.confirm(ctx, op.confirmation_token or "")
    if user is None:
        return pages.page(
            ctx,
            web_sessions.load(ctx),
            "message",
            heading="Resend confirmation link",
            wrong=True,
            sentence="This link is not known, or it was used before.",
            back=pages.SIGN_IN,
            back_words="To the log-in page",
        )
    application = (
        ctx.db.find(applications, id=user.created_by_application_id)
        if user.created_by_application_id
        else None
    )
    if op.redirect_to_app == "true" and application is not None:
        # As it was registered, even where it is no address at all (reference: oauth.md §8).
        return pages.redirect(ctx, application.redirect_uri.split()[0])
    return pages.redirect(ctx, pages.SIGN_IN)
