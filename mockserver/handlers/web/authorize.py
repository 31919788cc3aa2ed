"""The pages of the authorization code flow: https://docs.joinmastodon.org/methods/oauth/#authorize"""

from __future__ import annotations

from msgspec.structs import asdict, fields

from clientkit.operations import oauth
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import authorization, redirect_uris, web_sessions
from mockserver.domain import oauth as tokens_domain
from mockserver.domain.web_sessions import WebSession
from mockserver.handlers.binding import PagePolicy, Reply, handles
from mockserver.handlers.web import pages
from mockserver.store import tokens
from mockserver.store.database import Row
from mockserver.store.paging import record_id


def _request(op: oauth.Authorize | oauth.Approve | oauth.Deny) -> authorization.Request:
    return authorization.Request(
        **{field.name: getattr(op, field.name) or "" for field in fields(authorization.Request)}
    )


@handles(oauth.Authorize)
def authorize(ctx: Context, op: oauth.Authorize) -> Reply:
    session = web_sessions.load(ctx)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, _address(ctx))
    user, account = who
    if not pages.functional(user, account):
        return pages.to_settings(ctx, user)
    request = _request(op)
    try:
        valid = authorization.check(ctx, request)
    except errors.OAuthError as error:
        if ctx.call.format == "application/json":
            raise
        return _refusal(ctx, session, error)
    if op.force_login is not True and authorization.granted_before(ctx, valid, user.id):
        return _answer(ctx, session, valid, authorization.approve(ctx, valid, user.id))
    return _consent(ctx, session, valid, account)


def _address(ctx: Context) -> str:
    sent = {name: value for name, value in ctx.call.parameters.items() if isinstance(value, str)}
    return f"{ctx.call.path}?{redirect_uris.encode(sent)}" if sent else ctx.call.path


def _refusal(ctx: Context, session: WebSession, error: errors.OAuthError) -> Reply:
    return pages.page(
        ctx,
        session,
        "message",
        heading="This cannot be authorized",
        title="",
        status=error.status,
        leads_away=True,
        wrong=True,
        sentence=error.description,
        back="",
        back_words="",
    )


def _consent(ctx: Context, session: WebSession, valid: authorization.Valid, account: Row) -> Reply:
    return pages.page(
        ctx,
        session.on_the_way_to(_address(ctx)),
        "authorize",
        heading="Authorization required",
        leads_away=True,
        application=valid.application,
        username=account.username,
        scopes=valid.scopes,
        wishes_sent={name: value for name, value in asdict(valid.request).items() if value},
        approve_csrf=web_sessions.form_token(ctx, session, "POST /oauth/authorize"),
        deny_csrf=web_sessions.form_token(ctx, session, "DELETE /oauth/authorize"),
        sign_out_csrf=web_sessions.form_token(ctx, session, "DELETE /auth/sign_out"),
    )


@handles(oauth.Approve)
def approve(ctx: Context, op: oauth.Approve) -> Reply:
    return _decide(ctx, op, "POST")


@handles(oauth.Deny)
def deny(ctx: Context, op: oauth.Deny) -> Reply:
    return _decide(ctx, op, "DELETE")


def _decide(ctx: Context, op: oauth.Approve | oauth.Deny, method: str) -> Reply:
    """What is wrong with the request is told as JSON here, even to a browser (recording
    oauth/authorize_errors)."""
    session = web_sessions.load(ctx)
    try:
        web_sessions.check_form(ctx, session, op.authenticity_token or None, f"{method} /oauth/authorize")
    except errors.InvalidAuthenticityToken:
        return pages.not_ours(ctx, session)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, ctx.call.path)
    if not pages.functional(*who):
        return pages.to_settings(ctx, who[0])
    try:
        valid = authorization.check(ctx, _request(op))
        answer = (
            authorization.approve(ctx, valid, who[0].id) if method == "POST" else authorization.denied(valid)
        )
    except errors.OAuthError as error:
        return Reply(error.body, error.status, policy=PagePolicy(leads_away=True))
    return _answer(ctx, session, valid, answer)


def _answer(ctx: Context, session: WebSession, valid: authorization.Valid, answer: dict[str, str]) -> Reply:
    """Lead the browser back to the application, in the way that it asked for."""
    uri, mode = valid.request.redirect_uri, valid.request.response_mode
    if mode == "form_post" and not valid.out_of_band:
        return pages.page(
            ctx, session, "post", heading="Almost there", title="", leads_away=True, action=uri, values=answer
        )
    if valid.out_of_band:
        reply = pages.redirect(ctx, f"/oauth/authorize/native?{redirect_uris.encode(answer)}")
    else:
        reply = pages.redirect(ctx, redirect_uris.with_parameters(uri, answer, fragment=mode == "fragment"))
    reply.policy = PagePolicy(leads_away=True)
    return reply


@handles(oauth.ShowCode)
def show_code(ctx: Context, op: oauth.ShowCode) -> Reply:
    return pages.page(
        ctx,
        web_sessions.load(ctx),
        "code",
        heading="Authorization code",
        title="",
        leads_away=True,
        code=op.code or "",
    )


# --- taking access back


@handles(oauth.AuthorizedApplications)
def authorized_applications(ctx: Context, op: oauth.AuthorizedApplications) -> Reply:
    session = web_sessions.load(ctx)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, ctx.call.path)
    rows = [
        (row, web_sessions.form_token(ctx, session, f"DELETE {pages.AUTHORIZED}/{row.id}"))
        for row in tokens.authorized_applications(ctx.db, who[0].id)
    ]
    return pages.page(ctx, session, "applications", heading="Your authorized applications", rows=rows)


@handles(oauth.RevokeApplication)
def revoke_application(ctx: Context, op: oauth.RevokeApplication) -> Reply:
    session = web_sessions.load(ctx)
    try:
        web_sessions.check_form(
            ctx, session, op.authenticity_token or None, f"DELETE {pages.AUTHORIZED}/{op.id}"
        )
    except errors.InvalidAuthenticityToken:
        return pages.not_ours(ctx, session)
    who = web_sessions.user_of(ctx, session)
    if who is None:
        return pages.to_sign_in(ctx, session, pages.AUTHORIZED)
    tokens_domain.end_application(ctx, record_id(op.id), who[0].id)
    return pages.redirect(ctx, pages.AUTHORIZED)


@handles(oauth.Applications, oauth.ApplicationPage, oauth.ChangeApplication, oauth.ApplicationForm)
def applications(ctx: Context, op: oauth.Applications) -> Reply:
    """Applications are registered by the API alone (reference: oauth.md §5)."""
    return Reply(None, 403, content_type="text/html")
