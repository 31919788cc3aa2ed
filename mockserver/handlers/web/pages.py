"""What the handlers of web pages share: pages, redirects, and who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockserver.domain import web_sessions
from mockserver.domain.web_sessions import WebSession
from mockserver.handlers.binding import PagePolicy, Reply
from mockserver.render import pages

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

HTML = "text/html; charset=utf-8"
SIGN_IN = "/auth/sign_in"
AUTHORIZED = "/oauth/authorized_applications"
REFUSED_EARLY = {"Cache-Control": "no-cache"}
"""Of a form under /auth that is not ours (recording oauth/sign_in_page)."""

OUTSIDE_CONTROLLERS = dict.fromkeys(
    ("X-Frame-Options", "X-Content-Type-Options", "X-XSS-Protection", "Referrer-Policy"), ""
) | {"Cache-Control": "no-cache"}
"""Of a redirect made before a page's controller is reached (recording errors/headers_alice)."""


def page(
    ctx: Context,
    session: WebSession,
    template: str,
    *,
    heading: str,
    title: str | None = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
    leads_away: bool = False,
    rendered: bool = True,
    **values: Any,
) -> Reply:
    """A page and the cookie of its session. `title`: of the window, if not the heading; empty for the
    server's name alone.
    `leads_away`, `rendered`: see PagePolicy."""
    nonce = ctx.instance.ids.nonce()
    html = pages.page(
        ctx,
        template,
        title=heading if title is None else title,
        heading=heading,
        csrf=web_sessions.form_token(ctx, session),
        nonce=nonce,
        **values,
    )
    kept = {"Set-Cookie": web_sessions.cookie(ctx, session)}
    policy = PagePolicy(nonce, leads_away, rendered)
    return Reply(html, status, kept | (headers or {}), HTML, policy)


def redirect(
    ctx: Context, location: str, session: WebSession | None = None, headers: dict[str, str] | None = None
) -> Reply:
    """`location`: an address, or a path of ours; `session`: to be kept, when it has changed."""
    where = f"{ctx.instance.base_url}{location}" if location.startswith("/") else location
    kept = {"Location": where} | (
        {"Set-Cookie": web_sessions.cookie(ctx, session)} if session is not None else {}
    )
    return Reply(None, 302, kept | (headers or {}), HTML)


def as_asked(ctx: Context, shown: Reply, error: str) -> Reply:
    """A page of an error in the format asked for: `error` as JSON; and to `*/*` the page is labelled so."""
    if "json" in ctx.call.format:
        return Reply({"error": error}, shown.status, shown.headers, policy=shown.policy)
    if ctx.call.format == "*/*":
        shown.content_type = "*/*; charset=utf-8"
    return shown


def not_ours(ctx: Context, session: WebSession, headers: dict[str, str] | None = None) -> Reply:
    """The page that a form without our token gets."""
    shown = page(
        ctx,
        session,
        "message",
        heading="Security verification failed",
        status=422,
        headers=headers,
        rendered=False,
        wrong=True,
        sentence="This form is too old or did not come from this server. Are cookies blocked? "
        "Load the page again and repeat.",
        back=SIGN_IN,
        back_words="To the log-in page",
    )
    return as_asked(ctx, shown, "Unprocessable Content")


def to_sign_in(ctx: Context, session: WebSession, address: str) -> Reply:
    """Whoever is not signed in does that first, and is then led to `address`."""
    return redirect(ctx, SIGN_IN, session.on_the_way_to(address))


def functional(user: Row, account: Row) -> bool:
    """Whether the user may use the pages; one who moved away may (app/models/user.rb)."""
    return (
        user.confirmed_at is not None
        and user.approved
        and not user.disabled
        and account.suspended_at is None
        and not account.memorial
    )


def to_settings(ctx: Context, user: Row) -> Reply:
    """Whoever may not act yet, or no longer, is led to what can be done about it."""
    where = "/auth/edit" if user.confirmed_at is not None else "/auth/setup"
    return redirect(ctx, where, headers={"Cache-Control": "no-cache"})
