"""Signing up in a browser, and what can be done about one's login (app/controllers/auth/*; reference:
oauth.md §8, rate_limits.md §2). No mail ever goes out: the confirmation token is in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clientkit.operations import auth, web
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import accounts as domain
from mockserver.domain import web_sessions
from mockserver.domain.web_sessions import WebSession
from mockserver.handlers.binding import Reply, handles
from mockserver.handlers.web import pages
from mockserver.store.database import Row

EDIT, SETUP = "/auth/edit", "/auth/setup"


def _ours(ctx: Context, session: WebSession, token: Any, form: str) -> Reply | None:
    """The page to refuse a form with that is not ours."""
    try:
        web_sessions.check_form(ctx, session, token or None, form)
    except errors.InvalidAuthenticityToken:
        return pages.not_ours(ctx, session, headers=pages.REFUSED_EARLY)
    return None


def _params(op: Any) -> auth.UserParams:
    return op.user if isinstance(op.user, auth.UserParams) else auth.UserParams()


# --- signing up


@handles(web.Invite)
def invite(ctx: Context, op: web.Invite) -> Reply:
    """For clients as JSON; for a browser the form that signs up."""
    if "json" not in ctx.call.format:
        return _sign_up_page(ctx, op.code)
    row = domain.invite_of(ctx, op.code)
    body = {"invite_code": row.code, "instance_api_url": f"{ctx.instance.base_url}/api/v2/instance"}
    return Reply(body)


@handles(auth.SignUpPage)
def sign_up_page(ctx: Context, op: auth.SignUpPage) -> Reply:
    return _sign_up_page(ctx, op.invite_code or "")


def _sign_up_page(ctx: Context, invite_code: str) -> Reply:
    session = web_sessions.load(ctx)
    if web_sessions.user_of(ctx, session) is not None or not domain.may_sign_up(ctx, invite_code):
        return pages.redirect(ctx, "/", headers=pages.REFUSED_EARLY)
    return _sign_up_form(ctx, session, domain.SignUp(invite_code=invite_code), ())


def _sign_up_form(ctx: Context, session: WebSession, given: domain.SignUp, wrong: Sequence[str]) -> Reply:
    settings = ctx.instance.settings
    return pages.page(
        ctx,
        session,
        "sign_up",
        heading="Create an account",
        form_csrf=web_sessions.form_token(ctx, session, "POST /auth"),
        given=given,
        wrong=list(dict.fromkeys(wrong)),  # the API says some of it twice
        asks_reason=settings["registrations_mode"] == "approved" or settings["require_invite_text"],
        asks_age=settings["min_age"],
    )


@handles(auth.SignUp)
def sign_up(ctx: Context, op: auth.SignUp) -> Reply:
    session = web_sessions.load(ctx)
    refusal = _ours(ctx, session, op.authenticity_token, "POST /auth")
    if refusal is not None:
        return refusal
    given = _form(_params(op))
    if web_sessions.user_of(ctx, session) is not None or not domain.may_sign_up(ctx, given.invite_code):
        return pages.redirect(ctx, "/")
    try:
        user = domain.sign_up(ctx, given, None)
    except errors.ValidationFailed as refused:
        return _sign_up_form(ctx, session, given, refused.messages)
    except errors.Forbidden:
        return pages.redirect(ctx, "/")
    return pages.redirect(ctx, SETUP, session.signed_in(user.id, ctx.instance.ids.token()))


def _form(params: auth.UserParams) -> domain.SignUp:
    account, reason = params.account_attributes, params.invite_request_attributes
    return domain.SignUp(
        username=(account.username or "") if isinstance(account, auth.AccountParams) else "",
        email=params.email or "",
        password=params.password or "",
        agreement=params.agreement,
        reason=(reason.text or "") if isinstance(reason, auth.ReasonParams) else "",
        date_of_birth=params.date_of_birth or "",
        invite_code=params.invite_code or "",
    )


# --- the login of somebody who is signed in


@handles(auth.Setup, auth.Edit)
def settings(ctx: Context, op: auth.Setup | auth.Edit) -> Reply:
    session = web_sessions.load(ctx)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, ctx.call.path)
    return _login(ctx, session, *who)


def _login(ctx: Context, session: WebSession, user: Row, account: Row, wrong: Sequence[str] = ()) -> Reply:
    may_act = pages.functional(user, account)
    return pages.page(
        ctx,
        session,
        "login",
        heading="Account",
        sentence=_state(user, account),
        wrong=wrong,
        unconfirmed=user.email if user.confirmed_at is None else "",
        applications=pages.AUTHORIZED if may_act else "",
        setup_csrf=web_sessions.form_token(ctx, session, f"PUT {SETUP}"),
        password_csrf=web_sessions.form_token(ctx, session, "PUT /auth") if may_act else "",
        sign_out_csrf=web_sessions.form_token(ctx, session, "DELETE /auth/sign_out"),
    )


def _state(user: Row, account: Row) -> str:
    if user.confirmed_at is None:
        return (
            f"The address {user.email} is not confirmed yet. The mail we sent has the link that confirms it."
        )
    if not user.approved:
        return "The account waits for a moderator's approval."
    if not pages.functional(user, account):
        return "The account is closed for now. Ask the moderators why."
    return f"Logged in as @{account.username}."


@handles(auth.ChangeSetup)
def change_setup(ctx: Context, op: auth.ChangeSetup) -> Reply:
    session = web_sessions.load(ctx)
    refusal = _ours(ctx, session, op.authenticity_token, f"PUT {SETUP}")
    if refusal is not None:
        return refusal
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, SETUP)
    if who[0].confirmed_at is not None:
        return pages.redirect(ctx, "/")
    try:
        domain.resend_confirmation(ctx, who[0], _params(op).email or None)
    except errors.ValidationFailed as refused:
        return _login(ctx, session, *who, wrong=refused.messages)
    return pages.redirect(ctx, SETUP)


@handles(auth.ChangePassword)
def change_password(ctx: Context, op: auth.ChangePassword) -> Reply:
    """Who is signed in is asked before whether the form is ours."""
    session = web_sessions.load(ctx)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.redirect(ctx, pages.SIGN_IN, session.on_the_way_to(EDIT), pages.OUTSIDE_CONTROLLERS)
    refusal = _ours(ctx, session, op.authenticity_token, "PUT /auth")
    if refusal is not None:
        return refusal
    params = _params(op)
    try:
        domain.change_password(ctx, who[0], params.current_password or "", params.password or "")
    except errors.ValidationFailed as refused:
        return _login(ctx, session, *who, wrong=refused.messages)
    return pages.redirect(ctx, EDIT)


# --- mails that are sent again


@handles(auth.ForgottenPage)
def forgotten_page(ctx: Context, op: auth.ForgottenPage) -> Reply:
    return _email_form(ctx, "Reset password", "/auth/password")


@handles(auth.ConfirmationPage)
def confirmation_page(ctx: Context, op: auth.ConfirmationPage) -> Reply:
    return _email_form(ctx, "Resend confirmation link", "/auth/confirmation")


def _email_form(ctx: Context, heading: str, action: str) -> Reply:
    session = web_sessions.load(ctx)
    token = web_sessions.form_token(ctx, session, f"POST {action}")
    return pages.page(ctx, session, "email", heading=heading, action=action, form_csrf=token)


@handles(auth.Forgotten)
def forgotten(ctx: Context, op: auth.Forgotten) -> Reply:
    return _sent(ctx, op.authenticity_token, "POST /auth/password")


@handles(auth.RequestConfirmation)
def request_confirmation(ctx: Context, op: auth.RequestConfirmation) -> Reply:
    return _sent(ctx, op.authenticity_token, "POST /auth/confirmation")


def _sent(ctx: Context, token: Any, form: str) -> Reply:
    """Nobody learns from the answer which addresses are known here."""
    session = web_sessions.load(ctx)
    return _ours(ctx, session, token, form) or pages.redirect(ctx, pages.SIGN_IN)
