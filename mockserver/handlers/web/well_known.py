"""Find out about a server and its accounts: https://docs.joinmastodon.org/spec/webfinger/

Facts: recording errors/headers_alice.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from clientkit.operations import well_known
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import discovery, scopes
from mockserver.handlers.binding import Reply, handles
from mockserver.render import well_known as documents

FOR_DAYS = {"Cache-Control": "max-age=259200, public"}
FOR_MINUTES = {"Cache-Control": "max-age=1800, public"}
HTML = "text/html"
OF_CONTROLLERS = ("X-Frame-Options", "X-Content-Type-Options", "X-XSS-Protection", "Referrer-Policy")


@handles(well_known.Webfinger)
def webfinger(ctx: Context, op: well_known.Webfinger) -> Reply:
    """Errors have no body; of a suspended account, its data may be gone."""
    try:
        account = discovery.resource(ctx, op.resource or "")
    except errors.WireError as error:
        return Reply(None, error.status, {"Cache-Control": "max-age=180, public"}, HTML)
    document = documents.server(ctx) if account is None else documents.account(ctx, account)
    return Reply(document, headers=dict(FOR_DAYS), content_type="application/jrd+json; charset=utf-8")


@handles(well_known.HostMeta)
def host_meta(ctx: Context, op: well_known.HostMeta) -> Reply:
    """XML, unless JSON is asked for by the path or by Accept."""
    template = f"{ctx.instance.base_url}/.well-known/webfinger?resource={{uri}}"
    if ctx.call.path.endswith(".json") or ctx.call.format == "application/json":
        return Reply({"links": [{"rel": "lrdd", "template": template}]}, headers=dict(FOR_DAYS))
    xml = documents.host_meta(template)
    return Reply(xml, headers=dict(FOR_DAYS), content_type="application/xrd+xml; charset=utf-8")


@handles(well_known.Nodeinfo)
def nodeinfo(ctx: Context, op: well_known.Nodeinfo) -> Reply:
    link = {
        "rel": "http://nodeinfo.diaspora.software/ns/schema/2.0",
        "href": f"{ctx.instance.base_url}/nodeinfo/2.0",
    }
    return Reply({"links": [link]}, headers=FOR_DAYS | {"Vary": "Origin"})


@handles(well_known.Nodeinfo20)
def nodeinfo_20(ctx: Context, op: well_known.Nodeinfo20) -> Reply:
    return Reply(documents.nodeinfo(ctx), headers=dict(FOR_MINUTES))


@handles(well_known.ChangePassword)
def change_password(ctx: Context, op: well_known.ChangePassword) -> Reply:
    return _redirect(ctx, "/auth/edit")


@handles(well_known.Proxy)
def proxy(ctx: Context, op: well_known.Proxy) -> Reply:
    """With the same parameters, in the order of their names."""
    texts = {name: value for name, value in ctx.call.parameters.items() if isinstance(value, str)}
    return _redirect(ctx, f"/authorize_interaction?{urlencode(sorted(texts.items()))}")


def _redirect(ctx: Context, where: str) -> Reply:
    """A redirect of the router's: no controller adds its headers."""
    headers = {
        "Location": f"{ctx.instance.base_url}{where}",
        "Cache-Control": "no-cache",
        "Vary": "Origin",
        **dict.fromkeys(OF_CONTROLLERS, ""),
    }
    return Reply(None, 301, headers, "text/html; charset=UTF-8")


@handles(well_known.OauthAuthorizationServer)
def authorization_server(ctx: Context, op: well_known.OauthAuthorizationServer) -> Reply:
    headers = {"Cache-Control": "max-age=0, private, must-revalidate", "Vary": "Origin"}
    return Reply(metadata(ctx), headers=headers)


def metadata(ctx: Context) -> dict[str, Any]:
    """RFC 8414. The grant for passwords is announced where it is allowed: Mastodon.py looks before it
    logs in."""
    base = ctx.instance.base_url
    kind = ["password"] if ctx.instance.options.password_grant else []
    return {
        "issuer": f"{base}/",
        "authorization_endpoint": f"{base}/oauth/authorize",
        "token_endpoint": f"{base}/oauth/token",
        "revocation_endpoint": f"{base}/oauth/revoke",
        "userinfo_endpoint": f"{base}/oauth/userinfo",
        "scopes_supported": scopes.SUPPORTED,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "grant_types_supported": ["authorization_code", "client_credentials", *kind],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "service_documentation": "https://docs.joinmastodon.org/",
        "app_registration_endpoint": f"{base}/api/v1/apps",
    }
